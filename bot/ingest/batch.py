"""What goes into one transaction: articles, their stories, and what they promise to whom."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import Change
from bot.ingest.dedupe import Candidate, Known
from bot.stories.story import StoryId


class Stored(NamedTuple):
    """Where a live article was read, and what was read there.

    Args:
        content_hash: Hash of what the reader gave; "" when reading it again may come to something else.
    """

    id: ArticleId
    source: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Revision:
    """An article as it is to be stored.

    Args:
        replaces: Fingerprint of the stored revision this one was compared with; None when there was none.
        story_id: None when it is not known yet.
        content_hash: Hash of what the reader gave; "" when reading it again may come to something else.
    """

    article: Article
    fingerprint: str
    replaces: str | None = None
    story_id: StoryId | None = None
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes into one transaction.

    Args:
        at: When, aware UTC.
        removed: Articles that leave; those no longer stored are passed over.
        expired: Articles that leave because of their age: no text of theirs is kept, no message edited.
        redirects: Stories that are one with another from now on.
        matches: What the revisions promise to whom; alerts that are gone meanwhile are left out.
        based_on: Last change that stories and matches were computed on; None when they were not.
    """

    at: datetime
    revisions: tuple[Revision, ...] = ()
    removed: tuple[ArticleId, ...] = ()
    expired: tuple[ArticleId, ...] = ()
    redirects: Mapping[StoryId, StoryId] = field(default_factory=dict)
    matches: tuple[MatchBatch, ...] = ()
    based_on: int | None = None


class ArticleCommit(Protocol):
    """Writing side of the article store."""

    async def known(self, ids: Sequence[ArticleId], fingerprints: Sequence[str]) -> Known:
        """Return what is stored under these ids and with these texts."""
        ...

    async def content_hashes(self, ids: Sequence[ArticleId]) -> dict[ArticleId, Stored]:
        """Return where each known id was read, and what."""
        ...

    async def touch(self, same: Sequence[Candidate]) -> None:
        """Note where articles were read this time, and what, whose stored texts are the same."""
        ...

    async def commit(self, batch: Batch) -> list[Change]:
        """Store a batch whole or not at all; return its lines of the change log, in order.

        Raises:
            VersionConflict: Somebody committed after `based_on`, a stored revision is not the one compared
                with, or a new text is stored already.
        """
        ...

    def sources(self, origin: str) -> AsyncIterator[list[Stored]]:
        """Yield the live articles read from `origin`, in batches."""
        ...
