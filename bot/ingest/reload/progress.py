"""A running reload and its progress."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.errors import Localizable
from bot.ingest.dedupe import IngestPlan, Known
from bot.ingest.folder import FolderReader
from bot.ingest.reload.generation import Generation, GenerationId, ReloadReport
from bot.ingest.run import AnalysedBatch, IngestRun
from bot.stories.assignment import Assignment, moved_alone
from bot.stories.story import StoryId


class Stage(StrEnum):
    """What a reload is doing."""

    LOOKING = "looking"
    READING = "reading"
    CHECKING = "checking"
    SWITCHING = "switching"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a reload.

    Args:
        generation_id: The generation that it fills.
        share: Share of the bytes read, in [0, 1].
        remaining_s: Estimated seconds left; None while unknown.
    """

    generation_id: GenerationId
    stage: Stage
    report: ReloadReport
    share: float = 0.0
    remaining_s: float | None = None


@dataclass(slots=True)
class ReloadJob:
    """A running reload.

    Args:
        started: Monotonic time, in seconds.
        texts: Staged article by the fingerprint of its text.
        staged: Staged articles: added and changed.
        removed: Articles to remove.
        headlines: Id and headline of every staged article.
        unchanged: Articles in files that are not read again.
        news: New articles, without ones that were stored before.
        matches: Alerts that they match.
        moves: Staged articles that later ones move without their story, each with the story it joins.
        redirects: Stories that merge because of them, each with the story it merges into, in order.
        quiet: Whether no alerts are sent.
        based_on: The last change when the folder was scanned.
    """

    generation: Generation
    run: IngestRun
    started: float = field(default_factory=time.monotonic)
    reader: FolderReader | None = None
    texts: dict[str, ArticleId] = field(default_factory=dict)
    staged: list[ArticleId] = field(default_factory=list)
    removed: list[ArticleId] = field(default_factory=list)
    headlines: list[tuple[ArticleId, str]] = field(default_factory=list)
    unchanged: int = 0
    news: int = 0
    matches: list[MatchBatch] = field(default_factory=list)
    moves: dict[ArticleId, StoryId] = field(default_factory=dict)
    redirects: dict[StoryId, StoryId] = field(default_factory=dict)
    quiet: bool = False
    based_on: int = 0

    def record_staged(
        self, plan: IngestPlan, assigned: Sequence[Assignment], known: Known, matches: Sequence[MatchBatch]
    ) -> None:
        """Add what was staged of a batch, and the alerts that its new articles match."""
        self.staged += [candidate.article.id for candidate in plan.news]
        self.redirects |= {merged: kept for story in assigned for merged, kept in story.redirects}
        self.moves |= moved_alone(assigned)
        self.news += sum(candidate.article.id not in known.former for candidate in plan.added)
        self.matches += matches

    async def record(self, plan: IngestPlan, batch: AnalysedBatch) -> None:
        """Add the results of a batch."""
        self.texts.update({candidate.fingerprint: candidate.article.id for candidate in plan.news})
        self.removed += plan.removed
        self.headlines += [(candidate.article.id, candidate.article.title) for candidate in plan.news]
        await self.run.record(plan, batch)

    def report(self, reason: Localizable | None = None) -> ReloadReport:
        """Return the counts so far."""
        counts = self.run.report
        return ReloadReport(
            added=counts.added,
            changed=counts.changed,
            removed=len(self.removed),
            unchanged=counts.unchanged + self.unchanged,
            duplicates=counts.duplicates,
            expired=counts.expired,
            rejected=counts.rejections,
            reason=reason,
            seconds=time.monotonic() - self.started,
        )

    def progress(self, stage: Stage) -> Progress:
        """Return the progress."""
        reader, elapsed = self.reader, time.monotonic() - self.started
        share = reader.done / reader.total if reader and reader.total else 0.0
        remaining = elapsed * (1 - share) / share if share > 0.02 else None
        return Progress(self.generation.id, stage, self.report(), share, remaining)
