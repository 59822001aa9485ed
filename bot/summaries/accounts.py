"""What each article of a story adds to earlier ones, and whom it repeats when it adds nothing."""

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
    """One article's part in a story.

    Args:
        added: Its first sentences that no earlier article has, verbatim and credited.
        more: How many further new sentences it has.
        repeats: Whom it repeats when it adds nothing.
    """

    article: Article
    added: tuple[QuotedSentence, ...] = ()
    more: int = 0
    repeats: Article | None = None


@dataclass(frozen=True, slots=True)
class _Comparison:
    """An article compared with earlier ones.

    Args:
        new: Indexes of its new sentences.
        repeated: The article that has most of the others.
    """

    new: list[int]
    repeated: ArticleId | None


def accounts(
    articles: Sequence[Article], passages: Iterable[Passages], *, first: int, most: int
) -> tuple[Account, ...]:
    """Return accounts `first` to `first + most - 1` (from 0) of articles on one event, newest first.

    Each article is compared with all that were published before it; undated ones with all dated ones.

    Args:
        passages: Of the articles. An article without passages gets an account without sentences.
    """
    by_article = {entry.article_id: entry for entry in passages}
    comparisons = _compare(oldest_first(articles), by_article)
    by_id = {article.id: article for article in articles}
    shown = newest_first(articles)[first : first + most]
    return tuple(_account(article, comparisons[article.id], by_id) for article in shown)


def _compare(
    articles: Sequence[Article], passages: Mapping[ArticleId, Passages]
) -> dict[ArticleId, _Comparison]:
    """Compare each article with those before it."""
    seen = SeenSentences()
    comparisons = {}
    for article in articles:
        terms = [
            sentence_terms(article, passages.get(article.id), index)
            for index in range(len(article.sentences))
        ]
        earlier = [seen.first_article(sentence) for sentence in terms]
        repeated = Counter(known for known in earlier if known is not None).most_common(1)
        comparisons[article.id] = _Comparison(
            [i for i, known in enumerate(earlier) if known is None and terms[i] and _is_complete(article, i)],
            repeated[0][0] if repeated else None,
        )
        for sentence in terms:
            seen.add(article.id, sentence)
    return comparisons


def _is_complete(article: Article, index: int) -> bool:
    return is_complete(article.quote(article.sentences[index]))


def _account(article: Article, comparison: _Comparison, by_id: Mapping[ArticleId, Article]) -> Account:
    new, repeated = comparison.new, comparison.repeated
    if not new:
        return Account(article, repeats=by_id[repeated] if repeated else None)
    independent = [
        i for i in new if not depends_on_previous(article.quote(article.sentences[i]), article.language)
    ]
    chosen = (independent or new)[:QUOTED]
    said_by = credit_sentences(article, wanted=chosen)
    added = tuple(quote_sentence(article, i, credit) for i, credit in zip(chosen, said_by, strict=True))
    return Account(article, added, len(new) - len(added))
