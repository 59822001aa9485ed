"""What the corpus asks of a store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.corpus.article import Article, ArticleId


class ChangeKind(StrEnum):
    """What a committed change did to an article."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the change log.

    Args:
        number: In commit order, from 1; without gaps but for the changes of alerts, which are numbered along,
            and what a generation of the corpus left out at the last moment.
        together: Number of the last change that comes into force with this one; 0 when it stands alone.
    """

    number: int
    kind: ChangeKind
    article_id: ArticleId
    together: int = 0


@dataclass(frozen=True, slots=True)
class CorpusFacts:
    """The corpus in figures; samples are counted apart.

    Args:
        articles: Live articles, samples included.
        newest_at: Newest `published_at`, or None.
        publishers: Names with the number of their articles, most first.
    """

    articles: int
    samples: int
    newest_at: datetime | None
    publishers: tuple[tuple[str, int], ...]


class ArticleStore(Protocol):
    """Reading side of the article store."""

    async def get(self, ids: Sequence[ArticleId]) -> list[Article]:
        """Return the live articles among `ids`, in the order asked; missing ones are left out."""
        ...

    async def changes(self, *, after: int, limit: int) -> list[Change]:
        """Return the next lines of the change log, numbers ascending."""
        ...

    async def last_change(self) -> int:
        """Return the number of the newest committed change to an article, 0 when there is none."""
        ...

    async def fingerprints(self, ids: Sequence[ArticleId]) -> dict[ArticleId, str]:
        """Return the content hash of the stored revision of each known id."""
        ...

    async def facts(self) -> CorpusFacts:
        """Return the corpus in figures."""
        ...
