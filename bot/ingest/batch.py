"""One transaction's worth of articles, and the port that stores it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import Change
from bot.ingest.dedupe import Candidate, Known
from bot.ingest.identity import Identity
from bot.stories.story import StoryId


class StoredRecord(NamedTuple):
    """Where a live article was last read, and the hash of what the reader returned.

    Args:
        content_hash: "" when the same input may be analysed differently next time.
    """

    id: ArticleId
    source: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Revision:
    """An article to store.

    Args:
        replaces: Fingerprint of the stored revision this one was compared with; None when there was none.
        story_id: None while unknown.
        content_hash: Hash of what the reader returned; "" when the same input may be analysed differently
            next time.
    """

    article: Article
    fingerprint: str
    replaces: str | None = None
    story_id: StoryId | None = None
    content_hash: str = ""

    @classmethod
    def of(cls, candidate: Candidate, story_id: StoryId, *, replaces: str | None = None) -> "Revision":
        """Return the revision that stores a candidate."""
        return cls(candidate.article, candidate.fingerprint, replaces, story_id, candidate.content_hash)


@dataclass(frozen=True, slots=True)
class LateMatches:
    """The matches of articles that were stored without them.

    Args:
        article_ids: All articles that were matched; those that another process matched meanwhile are ignored.
        matches: Alerts that they match; those that are newer than an article's commit are dropped.
    """

    article_ids: tuple[ArticleId, ...] = ()
    matches: tuple[MatchBatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """The contents of one transaction.

    Args:
        at: Time of the commit, aware UTC.
        removed: Articles to remove; ids that aren't stored are ignored.
        expired: Articles to remove because of their age: their texts are deleted, and no message is edited.
        moves: Stored articles that move without their story, each with the story it joins.
        redirects: Stories that merge, each with the story it merges into, in order.
        matches: Alerts that the revisions match; alerts deleted meanwhile are dropped.
        rematches: Alerts that the articles match which leave a story, or stay in it; for those alerts that
            have not sent the story.
        unmatched: Revisions that are matched later, because alerts can't be matched now.
        misplaced: Other revisions whose stories are looked for again later.
        regrouped: Articles as in `rematches` that are matched later, each with its story.
        late: Matches of articles that earlier batches left unmatched.
        based_on: Last change that stories and matches were computed on; None when they were not computed.
    """

    at: datetime
    revisions: tuple[Revision, ...] = ()
    removed: tuple[ArticleId, ...] = ()
    expired: tuple[ArticleId, ...] = ()
    moves: Mapping[ArticleId, StoryId] = field(default_factory=dict)
    redirects: Mapping[StoryId, StoryId] = field(default_factory=dict)
    matches: tuple[MatchBatch, ...] = ()
    rematches: tuple[MatchBatch, ...] = ()
    unmatched: tuple[ArticleId, ...] = ()
    misplaced: tuple[ArticleId, ...] = ()
    regrouped: Mapping[ArticleId, StoryId] = field(default_factory=dict)
    late: LateMatches = field(default_factory=LateMatches)
    based_on: int | None = None


class ArticleCommit(Protocol):
    """The writing side of the article store."""

    async def known(self, ids: Sequence[ArticleId], fingerprints: Sequence[str]) -> Known:
        """Return what is stored under these ids and with these texts."""
        ...

    async def content_hashes(self, ids: Sequence[ArticleId]) -> dict[ArticleId, StoredRecord]:
        """Return the source and content hash of every stored id."""
        ...

    async def identities(self, ids: Sequence[ArticleId], addresses: Sequence[str]) -> list[Identity]:
        """Return the identities of the live articles with these ids, or with these keys of addresses."""
        ...

    async def touch(self, unchanged: Sequence[Candidate]) -> None:
        """Update source and content hash of articles whose stored texts are the same."""
        ...

    async def commit(self, batch: Batch) -> list[Change]:
        """Store a batch in one transaction; return its lines of the change log, in order.

        Raises:
            VersionConflict: Another process committed after `based_on`, changed a stored revision, or stored
                one of the texts.
        """
        ...

    async def unmatched(self, limit: int) -> list[ArticleId]:
        """Return articles that were stored without their matches, the longest waiting first."""
        ...

    def sources(self, origin: str) -> AsyncIterator[list[StoredRecord]]:
        """Yield the live articles read from `origin`, in batches."""
        ...
