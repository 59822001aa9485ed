"""What the rest of the program reads from the article store: articles, changes, figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.corpus.article import Article, ArticleId


class ChangeKind(StrEnum):
    """The effect of a change on an article; MOVED articles are in another story, but say the same."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the change log.

    Args:
        number: In commit order, from 1. Gaps are changes of alerts, which share the numbering, and changes
            that a generation of the corpus dropped just before it became active.
        together: Number of the last change of the group that takes effect at once; 0 for a single change.
    """

    number: int
    kind: ChangeKind
    article_id: ArticleId
    together: int = 0


@dataclass(frozen=True, slots=True)
class CorpusFacts:
    """Figures of the corpus; `newest_at` and `publishers` ignore samples unless all are samples.

    Args:
        articles: Live articles, samples included.
        newest_at: Newest `published_at`, or None.
        publishers: Names and numbers of articles, most articles first.
    """

    articles: int
    samples: int
    newest_at: datetime | None
    publishers: tuple[tuple[str, int], ...]


class ArticleStore(Protocol):
    """Read access to the article store."""

    async def get(self, ids: Sequence[ArticleId]) -> list[Article]:
        """Return the live articles among `ids`, in the order of `ids`."""
        ...

    async def changes(self, *, after: int, limit: int) -> list[Change]:
        """Return the next entries of the change log, in order."""
        ...

    async def last_change(self) -> int:
        """Return the number of the last committed change to an article, 0 without any."""
        ...

    async def fingerprints(self, ids: Sequence[ArticleId]) -> dict[ArticleId, str]:
        """Return the content hash of each stored article among `ids`."""
        ...
