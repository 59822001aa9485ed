"""Generations of the corpus: what a reload stages beside the running corpus, and what becomes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from bot.corpus.article import ArticleId
from bot.corpus.ports import Change, ChangeKind
from bot.errors import Localizable, RejectedInput, UserError
from bot.ingest.batch import Revision

GenerationId = NewType("GenerationId", int)


class GenerationState(StrEnum):
    """What became of a generation."""

    STAGING = "staging"
    LIVE = "live"
    SETTLED = "settled"
    UNDONE = "undone"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What a reload came to.

    Args:
        rejected: How many files and records could not be taken in; `RejectLog` has them.
        reason: Why the corpus stayed as it was; None when nothing went wrong.
        seconds: How long it took, >= 0.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    duplicates: int = 0
    expired: int = 0
    rejected: int = 0
    reason: Localizable | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Generation:
    """A reload, under way or over.

    Args:
        origin: The folder that was read.
        admin_id: Who asked for it; None for the terminal.
    """

    id: GenerationId
    origin: str
    admin_id: int | None
    started_at: datetime
    state: GenerationState
    report: ReloadReport = field(default_factory=ReloadReport)

    @property
    def summary(self) -> str:
        """What became of it, in one line for the audit log."""
        report = self.report
        counts = f"+{report.added} -{report.removed} ~{report.changed}, {report.rejected} rejected"
        failed = f": {report.reason}" if self.state is GenerationState.FAILED else ""
        return f"generation {self.id} {self.state.value}{failed}; {counts}"


@dataclass(frozen=True, slots=True)
class StagedChange:
    """One line of what a generation changes."""

    kind: ChangeKind
    article_id: ArticleId
    title: str


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that was read completely.

    Args:
        file_hash: Hash of its bytes and of the rules it was read by.
        articles: Number of articles it holds.
        shared: Whether its result depends on other files too: a text or an id occurs in both.
    """

    file_hash: str
    articles: int
    shared: bool


class ReloadRunning(UserError):
    """A reload is under way, here or in another process."""


class NothingToUndo(UserError):
    """There is no generation that could be taken back."""


class GenerationStore(Protocol):
    """Staging beside the running corpus, and switching in one step."""

    async def begin(self, origin: str, admin_id: int | None, now: datetime) -> Generation:
        """Open a generation; what dead ones left behind is removed first.

        Raises:
            ReloadRunning: Another one is open.
        """
        ...

    async def stage(
        self, generation: Generation, revisions: Sequence[Revision], removed: Sequence[ArticleId]
    ) -> None:
        """Put revisions beside the running corpus, and note what is to leave it.

        Raises:
            VersionConflict: The generation is closed.
        """
        ...

    async def switch(
        self, generation: Generation, report: ReloadReport, *, based_on: int, now: datetime
    ) -> list[Change]:
        """Put a generation in force, all at once; the one before can no longer be taken back.

        Articles that somebody else changed after `based_on` stay as they are now.

        Returns:
            Its lines of the change log; empty when it changed nothing.

        Raises:
            VersionConflict: The generation is closed.
        """
        ...

    async def give_up(self, generation: Generation, report: ReloadReport, now: datetime) -> None:
        """Close a generation that is not to come into force."""
        ...

    async def undo(self, generation: GenerationId | None, now: datetime) -> Generation:
        """Take the generation in force back, all at once; return it.

        Args:
            generation: The one that is meant; None for whichever is in force.

        Raises:
            NothingToUndo: There is none.
            ReloadRunning: A reload is under way.
        """
        ...

    async def get(self, generation: GenerationId | None = None) -> Generation | None:
        """Return a generation, the newest when none is named; None when there is none."""
        ...


class RejectLog(Protocol):
    """What could not be taken in, by where it was read."""

    async def rejects(self, origin: str | None = None) -> list[RejectedInput]:
        """Return what could not be taken in at the last read of an origin, or of all."""
        ...

    async def put_rejects(self, origin: str, rejects: Sequence[RejectedInput], now: datetime) -> None:
        """Note what could not be taken in, instead of what was noted for the origin before."""
        ...


class ReloadLog(RejectLog, Protocol):
    """What reloads remember for the next one, and for who asks."""

    async def known_files(self, origin: str) -> Mapping[str, KnownFile]:
        """Return files of an origin that were read completely and whose articles have not changed since."""
        ...

    async def record_files(
        self, files: Mapping[str, KnownFile], *, deleted: Sequence[str], at_change: int
    ) -> None:
        """Record files that were read completely, except those whose articles changed after `at_change`.

        Args:
            files: By source.
            deleted: Sources of files that no longer exist.
        """
        ...

    async def changes(self, generation: GenerationId, kind: ChangeKind, limit: int) -> list[StagedChange]:
        """Return the first changes of a kind that a generation made."""
        ...
