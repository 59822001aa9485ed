"""The brief over several articles: up to three sentences in one language, each of another origin."""

from collections.abc import Sequence

from bot.corpus.article import Article
from bot.search.ports import Passages
from bot.summaries.sentence import QuotedSentence
from bot.summaries.summarize import summarize

MOST = 3
SAME = 0.5
"""Share of common words from which two sentences say the same."""


def brief(candidates: Sequence[tuple[Article, Passages, str]]) -> tuple[QuotedSentence, ...]:
    """Return 0 to 3 sentences, best article first, one per origin, no two saying the same.

    All are in the language of the first: a name finds articles in every language, and few read them all.

    Args:
        candidates: Articles best first, each with its passages and a key of its origin.
    """
    chosen: list[QuotedSentence] = []
    seen: set[str] = set()
    language = candidates[0][0].language if candidates else ""
    for article, passages, origin in candidates:
        if article.language != language:
            continue
        best = summarize(article, passages, most=1)
        if best and origin not in seen and not any(_same(best[0].text, each.text) for each in chosen):
            chosen.append(best[0])
            seen.add(origin)
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def _same(one: str, other: str) -> bool:
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return len(a & b) >= SAME * min(len(a), len(b))
