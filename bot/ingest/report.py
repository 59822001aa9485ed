"""The result of an ingest run."""

from dataclasses import dataclass

from bot.errors import RejectedInput

MAX_LISTED = 10_000
"""Rejects of one run that are listed: memory must not grow with the errors in a file."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """Counts of an ingest run.

    Args:
        unchanged: Articles stored as they are.
        duplicates: Articles with the text of another one; not stored twice.
        withheld: Articles that are missing but kept, because more are missing than may be removed at once.
        expired: Articles older than the retention limit.
        rejected: The first `MAX_LISTED` rejects, with reasons.
        unlisted: How many more were rejected.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    duplicates: int = 0
    removed: int = 0
    withheld: int = 0
    expired: int = 0
    rejected: tuple[RejectedInput, ...] = ()
    unlisted: int = 0

    def __add__(self, other: "IngestReport") -> "IngestReport":
        """Return the counts of both runs."""
        listed = other.rejected[: max(0, MAX_LISTED - len(self.rejected))]
        return IngestReport(
            added=self.added + other.added,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            duplicates=self.duplicates + other.duplicates,
            removed=self.removed + other.removed,
            withheld=self.withheld + other.withheld,
            expired=self.expired + other.expired,
            rejected=self.rejected + listed,
            unlisted=self.unlisted + other.unlisted + len(other.rejected) - len(listed),
        )

    @property
    def rejections(self) -> int:
        """How many inputs were rejected."""
        return len(self.rejected) + self.unlisted

    @property
    def read(self) -> int:
        """How many articles and rejects were read."""
        return self.added + self.changed + self.unchanged + self.duplicates + self.expired + self.rejections
