"""Generations of the corpus: what a reload stages next to the active corpus, and its outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.corpus.ports import Change, ChangeKind
from bot.errors import Localizable, RejectedInput, UserError
from bot.ingest.batch import Revision
from bot.ingest.folder_scan import KnownFile
from bot.stories.story import StoryId

GenerationId = NewType("GenerationId", int)


class GenerationState(StrEnum):
    """State of a generation."""

    STAGING = "staging"
    LIVE = "live"
    SETTLED = "settled"
    UNDONE = "undone"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class AlertDecision(StrEnum):
    """What a reload does about alerts that its new articles match."""

    NONE = ""
    """No alert matches."""
    SEND = "send"
    ASK = "ask"
    """Too much of the corpus is new: the matches are held until an operator decides."""
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """Counts of a reload.

    Args:
        matched: New articles that match alerts.
        news_share: Share of the corpus that is new, in [0, 1].
        alerts: What becomes of the matches.
        rejected: Files and records that were rejected; `RejectLog` lists them.
        reason: Why the corpus did not change; None when nothing went wrong.
        seconds: Duration, >= 0.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    duplicates: int = 0
    expired: int = 0
    rejected: int = 0
    matched: int = 0
    news_share: float = 0.0
    alerts: AlertDecision = AlertDecision.NONE
    reason: Localizable | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Generation:
    """A reload, running or finished.

    Args:
        origin: The folder it reads.
        admin_id: Telegram id of the operator who asked for it; None for the command line.
    """

    id: GenerationId
    origin: str
    admin_id: int | None
    started_at: datetime
    state: GenerationState
    report: ReloadReport = field(default_factory=ReloadReport)

    @property
    def summary(self) -> str:
        """Its result in one line, for the audit log."""
        report = self.report
        counts = f"+{report.added} -{report.removed} ~{report.changed}, {report.rejected} rejected"
        failed = f": {report.reason}" if self.state is GenerationState.FAILED else ""
        return f"generation {self.id} {self.state.value}{failed}; {counts}"


@dataclass(frozen=True, slots=True)
class StagedChange:
    """One article that a generation adds, changes or removes."""

    kind: ChangeKind
    article_id: ArticleId
    title: str


class ReloadRunning(UserError):
    """A reload is running, here or in another process."""


class NothingToUndo(UserError):
    """No generation can be undone."""


class GenerationStore(Protocol):
    """Stages a generation next to the active corpus, and switches to it in one step."""

    async def begin(self, origin: str, admin_id: int | None, now: datetime) -> Generation:
        """Open a generation; leftovers of generations whose process died are removed first.

        Raises:
            ReloadRunning: Another generation is open.
        """
        ...

    async def stage(
        self, generation: Generation, revisions: Sequence[Revision], removed: Sequence[ArticleId]
    ) -> None:
        """Add revisions and removals to an open generation.

        Raises:
            VersionConflict: The generation is closed.
        """
        ...

    async def switch(
        self,
        generation: Generation,
        report: ReloadReport,
        matches: Sequence[MatchBatch] = (),
        redirects: Mapping[StoryId, StoryId] | None = None,
        *,
        moves: Mapping[ArticleId, StoryId] | None = None,
        based_on: int,
        now: datetime,
    ) -> list[Change]:
        """Make a generation active in one step; the one before can no longer be undone.

        Articles that another process changed after `based_on` keep their current text.

        Args:
            matches: Of its new articles, stored in the same transaction as `report.alerts` says.
            redirects: Stories that merge, each with the story it merges into, in order.
            moves: Its articles that are in another story than they were staged in, each with that story.

        Returns:
            Its lines of the change log; empty when it changed nothing.

        Raises:
            VersionConflict: The generation is closed.
        """
        ...

    async def decide(self, generation: GenerationId, decision: AlertDecision, now: datetime) -> Generation:
        """Send or drop the matches that a generation holds, once; return the generation as it is then."""
        ...

    async def abort(self, generation: Generation, report: ReloadReport, now: datetime) -> None:
        """Close a generation without making it active."""
        ...

    async def undo(self, generation: GenerationId | None, now: datetime) -> Generation:
        """Revert the active generation in one step; return it.

        Args:
            generation: The generation to undo; None for the active one.

        Raises:
            NothingToUndo: No generation is active, or another one than `generation`.
            ReloadRunning: A reload is running.
        """
        ...

    async def get(self, generation: GenerationId | None = None) -> Generation | None:
        """Return a generation, by default the newest; None when there is none."""
        ...

    async def holding(self) -> Generation | None:
        """Return the newest generation that holds matches for a decision; None when none does."""
        ...


class RejectLog(Protocol):
    """Rejects of the last read of every origin."""

    async def rejects(self, origin: str | None = None) -> list[RejectedInput]:
        """Return the rejects of an origin, by default of all."""
        ...

    async def put_rejects(self, origin: str, rejects: Sequence[RejectedInput], now: datetime) -> None:
        """Replace the rejects of an origin."""
        ...


class ReloadLog(RejectLog, Protocol):
    """What a reload remembers for the next one, and for reports."""

    async def known_files(self, origin: str) -> Mapping[str, KnownFile]:
        """Return files read to their end whose articles have not changed since, by source."""
        ...

    async def record_files(
        self, files: Mapping[str, KnownFile], *, deleted: Sequence[str], at_change: int
    ) -> None:
        """Record files that were read to their end, except those whose articles changed after `at_change`.

        Args:
            deleted: Sources of files that no longer exist.
        """
        ...

    async def changes(self, generation: GenerationId, kind: ChangeKind, limit: int) -> list[StagedChange]:
        """Return the first `limit` changes of a kind that a generation made."""
        ...
