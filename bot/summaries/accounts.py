"""What each article of a story adds to those before it, and whom it repeats when it adds nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.corpus.article import Article, ArticleId
from bot.search.ports import Passages
from bot.stories.origins import newest_first, oldest_first
from bot.summaries.credits import credit_sentences
from bot.summaries.novelty import SeenSentences, sentence_terms
from bot.summaries.sentence import QuotedSentence, depends_on_previous, is_complete, quote_sentence

QUOTED = 3
"""New sentences of one article that are quoted."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one article of a story tells.

    Args:
        added: Its first sentences that no article before it had, verbatim and credited.
        more: How many it has besides.
        repeats: Whom it repeats, when it adds nothing.
    """

    article: Article
    added: tuple[QuotedSentence, ...] = ()
    more: int = 0
    repeats: Article | None = None


def accounts(
    articles: Sequence[Article], passages: Iterable[Passages], *, first: int, most: int
) -> tuple[Account, ...]:
    """Return accounts `first` to `first + most - 1` (from 0) of articles on one event, newest first.

    Each is compared with all that were published before it; undated ones with all that are dated.

    Args:
        passages: Of the articles; one without is listed without a word.
    """
    of_article = {each.article_id: each for each in passages}
    news = _news(oldest_first(articles), of_article)
    by_id = {article.id: article for article in articles}
    shown = newest_first(articles)[first : first + most]
    return tuple(_account(article, *news[article.id], by_id) for article in shown)


def _news(
    articles: Sequence[Article], passages: Mapping[ArticleId, Passages]
) -> dict[ArticleId, tuple[list[int], ArticleId | None]]:
    """By article the places of its new sentences, and who told most of the others first."""
    told = SeenSentences()
    found = {}
    for article in articles:
        held = passages.get(article.id)
        words = [sentence_terms(article, held, i) for i in range(len(article.sentences))]
        before = [told.first(each) for each in words]
        new = [i for i, known in enumerate(before) if known is None and words[i] and _whole(article, i)]
        repeated = Counter(known for known in before if known is not None).most_common(1)
        found[article.id] = new, repeated[0][0] if repeated else None
        for each in words:
            told.add(article.id, each)
    return found


def _whole(article: Article, index: int) -> bool:
    return is_complete(article.quote(article.sentences[index]))


def _account(
    article: Article, new: list[int], repeated: ArticleId | None, by_id: Mapping[ArticleId, Article]
) -> Account:
    if not new:
        return Account(article, repeats=by_id[repeated] if repeated else None)
    alone = [i for i in new if not depends_on_previous(article.quote(article.sentences[i]), article.language)]
    chosen = (alone or new)[:QUOTED]
    said_by = credit_sentences(article, wanted=chosen)
    added = tuple(quote_sentence(article, i, credit) for i, credit in zip(chosen, said_by, strict=True))
    return Account(article, added, len(new) - len(added))
