"""One read of articles on its way: what it met, and what became of it so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.corpus.article import ArticleId
from bot.corpus.reading import Reading
from bot.corpus.sift import Candidate, Sifted
from bot.errors import RejectedInput
from bot.intake.report import IngestReport


@dataclass(frozen=True, slots=True)
class Analysed:
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
class Run:
    """What one read remembers on its way.

    Args:
        first_read: Where each id was read first.
        kept: Articles that hold the text of a duplicate.
        silent: Whether its articles promise nothing.
        max_drop: Share of the articles that may go because they were not read, in [0, 1]; `A_FEW` always may.
        cutoff: Articles published before are too old; None when none are.
        leaning: Sources of which what came hangs on other sources too.
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

    def parted(
        self, read: Sequence[Reading], known: Mapping[ArticleId, str]
    ) -> tuple[list[Reading], list[Reading]]:
        """Part what was read into what is stored just so, and what must be looked at."""
        same: list[Reading] = []
        news: list[Reading] = []
        for each in read:
            # Of two texts under one id the second is looked at, so that it can be rejected.
            again = each.id in self.met or each.id in self.first_read
            stored = not again and known.get(each.id) == each.hash
            (same if stored else news).append(each)
            self.met.add(each.id)
        return same, news

    def too_old(self, candidate: Candidate) -> bool:
        """Whether an article is older than articles are kept."""
        at = candidate.article.published_at
        return self.cutoff is not None and at is not None and at < self.cutoff

    def note(self, done: Sifted, batch: Analysed) -> None:
        """Take in what became of a batch."""
        self.first_read |= done.first_read
        # One of the two is enough: of millions of articles both would weigh as much as the index.
        self.met.difference_update(batch.same, done.first_read)
        self.kept |= done.kept
        if done.duplicates:
            self.leaning |= {each.article.source for each in batch.candidates}
        self.leaning |= {each.source for each in done.rejected}
        self.report += IngestReport(
            added=len(done.added),
            changed=len(done.changed),
            unchanged=done.unchanged + len(batch.same),
            duplicates=done.duplicates,
            removed=len(done.removed),
            expired=batch.expired,
            rejected=(*batch.rejected, *done.rejected),
        )
