"""The brief over several articles: up to three sentences in one language, each of another origin."""

from collections.abc import Sequence

from bot.corpus.article import Article
from bot.search.ports import Passages
from bot.summaries.novelty import Words, say_the_same, words_of
from bot.summaries.sentence import QuotedSentence
from bot.summaries.summarize import summarize

MOST = 3


def brief(candidates: Sequence[tuple[Article, Passages, str]]) -> tuple[QuotedSentence, ...]:
    """Return 0 to 3 sentences, best article first, one per origin, no two saying the same.

    All are in the language of the first: a name finds articles in every language, and few read them all.

    Args:
        candidates: Articles best first, each with its passages and a key of its origin.
    """
    chosen: list[QuotedSentence] = []
    said: list[Words] = []
    seen: set[str] = set()
    language = candidates[0][0].language if candidates else ""
    for article, passages, origin in candidates:
        if article.language != language:
            continue
        best = summarize(article, passages, most=1)
        if not best or origin in seen:
            continue
        words = words_of(article, passages, best[0].index)
        if not any(say_the_same(words, each) for each in said):
            chosen.append(best[0])
            said.append(words)
            seen.add(origin)
        if len(chosen) == MOST:
            break
    return tuple(chosen)
