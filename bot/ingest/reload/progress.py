"""One reload on its way, and how far it is."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.corpus.article import ArticleId
from bot.errors import Localizable
from bot.ingest.dedupe import Candidate, IngestPlan
from bot.ingest.folder import FolderReader
from bot.ingest.reload.generation import Generation, ReloadReport
from bot.ingest.run import AnalysedBatch, IngestRun


class Stage(StrEnum):
    """Where a reload is."""

    LOOKING = "looking"
    READING = "reading"
    CHECKING = "checking"
    SWITCHING = "switching"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reload is.

    Args:
        share: Of the bytes there are to read, in [0, 1].
        remaining_s: Seconds it will still take, about; None when that can't be told yet.
    """

    stage: Stage
    report: ReloadReport
    share: float = 0.0
    remaining_s: float | None = None


@dataclass(slots=True)
class ReloadJob:
    """One reload on its way.

    Args:
        run: What is read, and what became of it.
        started: By the monotonic clock, seconds.
        texts: Staged article by fingerprint.
        unchanged: Articles of the files that need not be read.
        based_on: The last change when the folder was looked at.
    """

    generation: Generation
    run: IngestRun
    started: float = field(default_factory=time.monotonic)
    reel: FolderReader | None = None
    texts: dict[str, ArticleId] = field(default_factory=dict)
    staged: list[ArticleId] = field(default_factory=list)
    removed: list[ArticleId] = field(default_factory=list)
    headlines: list[tuple[ArticleId, str]] = field(default_factory=list)
    unchanged: int = 0
    based_on: int = 0

    def note(self, done: IngestPlan, batch: AnalysedBatch, news: Sequence[Candidate]) -> None:
        """Take in what became of a batch."""
        self.texts.update({each.fingerprint: each.article.id for each in news})
        self.removed += done.removed
        self.headlines += [(each.article.id, each.article.title) for each in news]
        self.run.note(done, batch)

    def report(self, reason: Localizable | None = None) -> ReloadReport:
        """The counts so far."""
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
        """How far it is."""
        reel, spent = self.reel, time.monotonic() - self.started
        share = reel.done / reel.total if reel and reel.total else 0.0
        remaining = spent * (1 - share) / share if share > 0.02 else None
        return Progress(stage, self.report(), share, remaining)
