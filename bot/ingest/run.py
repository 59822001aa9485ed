"""One read of articles on its way: what it met, and what became of it so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.corpus.article import ArticleId
from bot.corpus.dates import parse_date
from bot.corpus.raw import RawArticle, UnchangedRecord
from bot.errors import RejectedInput
from bot.ingest.batch import Stored
from bot.ingest.candidates import RawRecord
from bot.ingest.dedupe import Candidate, IngestPlan
from bot.ingest.report import IngestReport


@dataclass(frozen=True, slots=True)
class AnalysedBatch:
    """A batch of what was read.

    Args:
        candidates: What is new or may be, analysed.
        same: Where each article was read that is stored just so.
        expired: How many were too old.
    """

    candidates: Sequence[Candidate]
    same: Mapping[ArticleId, str]
    rejected: Sequence[RejectedInput]
    expired: int = 0


A_FEW = 10
"""Articles that may always go at once: a file or two deleted from a small folder is meant."""


@dataclass(slots=True)
class IngestRun:
    """What one read remembers on its way.

    Args:
        first_read: Where each id was read first.
        kept: Articles that hold the text of a duplicate.
        silent: Whether its articles promise nothing.
        max_drop: Share of the articles that may go because they were not read, in [0, 1]; `A_FEW` always may.
        cutoff: Articles published before are too old; None when none are.
        leaning: Sources of which what came hangs on other sources too.
        doubtful: Sources with rejects: what is missing there may be among these.
        met: Ids that are worked on: read, and not in `first_read` yet.
    """

    silent: bool = False
    cutoff: datetime | None = None
    max_drop: float = 1.0
    report: IngestReport = field(default_factory=IngestReport)
    met: set[ArticleId] = field(default_factory=set)
    first_read: dict[ArticleId, str] = field(default_factory=dict)
    kept: set[ArticleId] = field(default_factory=set)
    leaning: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)

    def parted(
        self, read: Sequence[RawRecord | UnchangedRecord], known: Mapping[ArticleId, Stored]
    ) -> tuple[dict[ArticleId, str], list[RawRecord | UnchangedRecord]]:
        """Part what was read into where each that is stored just so was read, and what must be looked at."""
        same: dict[ArticleId, str] = {}
        news: list[RawRecord | UnchangedRecord] = []
        for each in read:
            # Of two texts under one id the second is looked at, so that it can be rejected.
            if each.id in self.met or each.id in self.first_read:
                news.append(each)
            elif isinstance(each, UnchangedRecord):
                same[each.id] = each.source
            elif known.get(each.id) == Stored(each.id, each.raw.source, each.hash):
                same[each.id] = each.raw.source
            else:
                news.append(each)
            self.met.add(each.id)
        return same, news

    def plainly_too_old(self, raw: RawArticle) -> bool:
        """Whether an article says by itself, before any analysis, that it is older than articles are kept."""
        at = parse_date(raw.published) if self.cutoff and raw.published else None
        return self.cutoff is not None and at is not None and at < self.cutoff

    def too_old(self, candidate: Candidate) -> bool:
        """Whether an article is older than articles are kept."""
        at = candidate.article.published_at
        return self.cutoff is not None and at is not None and at < self.cutoff

    def note(self, done: IngestPlan, batch: AnalysedBatch) -> None:
        """Take in what became of a batch."""
        self.first_read |= done.first_read
        # One of the two is enough: of millions of articles both would weigh as much as the index.
        self.met.difference_update(batch.same, done.first_read)
        self.kept |= done.kept
        self.leaning |= done.leaning
        self.doubtful |= {each.source for each in (*batch.rejected, *done.rejected)}
        self.report += IngestReport(
            added=len(done.added),
            changed=len(done.changed),
            unchanged=done.unchanged + len(batch.same),
            duplicates=done.duplicates,
            removed=len(done.removed),
            expired=batch.expired,
            rejected=(*batch.rejected, *done.rejected),
        )
