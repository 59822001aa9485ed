"""The state of one ingest run: what it has read, and its results so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.corpus.article import ArticleId
from bot.corpus.raw import RawArticle, UnchangedRecord
from bot.corpus.written_dates import parse_date
from bot.errors import RejectedInput
from bot.ingest.batch import StoredRecord
from bot.ingest.candidates import RawRecord
from bot.ingest.dedupe import Candidate, IngestPlan
from bot.ingest.first_sources import FirstSources
from bot.ingest.identity import IdentityBook
from bot.ingest.report import IngestReport


@dataclass(frozen=True, slots=True)
class AnalysedBatch:
    """A batch of a reader's output, analysed where it is new.

    Args:
        candidates: Analysed articles that are or may be new.
        unchanged: Source of every article that is stored exactly as read.
        expired: How many were too old.
    """

    candidates: Sequence[Candidate]
    unchanged: Mapping[ArticleId, str]
    rejected: Sequence[RejectedInput]
    expired: int = 0


def merged(batches: Sequence[AnalysedBatch]) -> AnalysedBatch:
    """Return one batch with the contents of several."""
    return AnalysedBatch(
        [candidate for batch in batches for candidate in batch.candidates],
        {article_id: source for batch in batches for article_id, source in batch.unchanged.items()},
        [reject for batch in batches for reject in batch.rejected],
        sum(batch.expired for batch in batches),
    )


@dataclass(slots=True)
class IngestRun:
    """What one run remembers between batches.

    Args:
        silent: Whether its articles match no alerts.
        cutoff: Articles published earlier are too old; None to keep all.
        max_drop: Share of the articles that may be removed because they were not read, in [0, 1].
        in_progress: Ids read but not in `first_read` yet.
        first_read: Source where each id was read first.
        duplicate_holders: Articles that hold the text of a duplicate.
        shared_sources: Sources that share a text or an id with another source: their result depends on it.
        sources_with_rejects: A missing article may be one of the rejects there.
    """

    silent: bool = False
    cutoff: datetime | None = None
    max_drop: float = 1.0
    report: IngestReport = field(default_factory=IngestReport)
    in_progress: set[ArticleId] = field(default_factory=set)
    first_read: FirstSources = field(default_factory=FirstSources)
    duplicate_holders: set[ArticleId] = field(default_factory=set)
    shared_sources: set[str] = field(default_factory=set)
    sources_with_rejects: set[str] = field(default_factory=set)
    identities: IdentityBook = field(default_factory=IdentityBook)

    async def split_unchanged(
        self, records: Sequence[RawRecord | UnchangedRecord], stored: Mapping[ArticleId, StoredRecord]
    ) -> tuple[dict[ArticleId, str], list[RawRecord | UnchangedRecord]]:
        """Return the sources of records stored exactly as read, and the records that need analysis."""
        ids = {record.id for record in records}
        seen = ids & self.in_progress
        self.in_progress |= ids
        seen |= (await self.first_read.of(ids)).keys()
        unchanged: dict[ArticleId, str] = {}
        changed: list[RawRecord | UnchangedRecord] = []
        for record in records:
            # The second text under an id is analysed, so that it can be rejected.
            if record.id in seen:
                changed.append(record)
            elif isinstance(record, UnchangedRecord):
                unchanged[record.id] = record.source
            elif stored.get(record.id) == StoredRecord(record.id, record.raw.source, record.content_hash):
                unchanged[record.id] = record.raw.source
            else:
                changed.append(record)
            seen.add(record.id)
        return unchanged, changed

    def states_expired_date(self, raw: RawArticle) -> bool:
        """Whether a raw article's own date field shows, before any analysis, that it is too old."""
        return self._expired(parse_date(raw.published) if self.cutoff and raw.published else None)

    def is_expired(self, candidate: Candidate) -> bool:
        """Whether an analysed article is too old."""
        return self._expired(candidate.article.published_at)

    def _expired(self, published_at: datetime | None) -> bool:
        return self.cutoff is not None and published_at is not None and published_at < self.cutoff

    async def record(self, plan: IngestPlan, batch: AnalysedBatch) -> None:
        """Add the results of a batch."""
        await self.first_read.update(plan.first_read)
        self.in_progress.difference_update(batch.unchanged, plan.first_read)
        self.duplicate_holders |= plan.duplicate_holders
        self.shared_sources |= plan.shared_sources
        rejected = (*batch.rejected, *plan.rejected)
        self.sources_with_rejects |= {reject.source for reject in rejected}
        self.report += IngestReport(
            added=len(plan.added),
            changed=len(plan.changed),
            unchanged=plan.unchanged + len(batch.unchanged),
            duplicates=plan.duplicates,
            removed=len(plan.removed),
            expired=batch.expired,
            rejected=rejected,
        )
