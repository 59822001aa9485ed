"""Which stories come first, and which article of a story represents it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import log2

from bot.chats.settings import ChatSettings
from bot.corpus.article import Article
from bot.search.letters import fold
from bot.search.query.ast import Period
from bot.search.words import WORD
from bot.stories.origins import account_sources
from bot.stories.story import Story

_FIRST = datetime.min.replace(tzinfo=UTC)
_SHORTEST_HALF_LIFE, _TIMELESS_HALF_LIFE = timedelta(hours=6), timedelta(days=3)
_OPENING = 400
"""Characters of a text in which the words of another article's headline are looked for."""
_SHORT_WORD = 3
"""Words up to this many letters say little of a headline."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story with what is known of it before it is shown; `newest` are the articles to show it by."""

    newest: tuple[Article, ...]
    story: Story | None
    size: int


def ranked(candidates: Sequence[Candidate], window: Period, now: datetime) -> list[Candidate]:
    """Return stories, best first; of equals the newer one."""
    end = min(window.until or now, now)
    half_life = max((end - window.since) / 2, _SHORTEST_HALF_LIFE) if window.since else _TIMELESS_HALF_LIFE
    return sorted(
        candidates, key=lambda story: (_weight(story, end, half_life), _published(story)), reverse=True
    )


def _weight(story: Candidate, end: datetime, half_life: timedelta) -> float:
    """Return (1 + origins) · log2(1 + articles) · 0.5 ^ (age / half-life).

    Reprints grow a story by a logarithm, independent origins in proportion.
    """
    if story.story is not None:
        origins = story.story.independent_origins
    else:
        origins = int(bool(account_sources(story.newest[0])))
    age = max(end - _published(story), timedelta(0))
    freshness: float = 0.5 ** min(age / half_life, 1_000.0)
    return (1 + origins) * log2(1 + story.size) * freshness


def _published(story: Candidate) -> datetime:
    return story.newest[0].published_at or _FIRST


def lead(candidate: Candidate, language: str | None, settings: ChatSettings | None) -> Article:
    """Return the article that represents a story.

    By preferred publisher, then the user's language, then how much the others agree with the headline,
    which skips reportages and comments; of equals the newest.
    """

    def order(article: Article) -> tuple[int, bool, float]:
        others = [other for other in candidate.newest if other is not article]
        rank = settings.rank(article) if settings else 0
        return rank, article.language != language, -_agreement(article, others)

    return min(candidate.newest, key=order)


def _agreement(article: Article, others: Sequence[Article]) -> float:
    """Return the share of a headline's words in other articles' openings, summed over the articles."""
    words = _words(article.title)
    shared = [len(words & _words(f"{other.title} {other.text[:_OPENING]}")) for other in others]
    return sum(shared) / max(len(words), 1)


def _words(text: str) -> set[str]:
    return {word for word in WORD.findall(fold(text)) if len(word) > _SHORT_WORD}
