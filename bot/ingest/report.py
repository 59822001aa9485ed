"""What a read of articles came to."""

from dataclasses import dataclass

from bot.errors import RejectedInput

MOST_LISTED = 10_000
"""Rejects of one read that are told one by one: memory is not to grow with what is wrong with a file."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a read came to.

    Args:
        unchanged: Read before, word for word.
        duplicates: Word for word another article, so not stored twice.
        withheld: Missing, but kept: more than may go at once.
        expired: Older than articles are kept.
        rejected: Why each of these is not in the corpus, the first `MOST_LISTED` of them.
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
        """Both reads as one."""
        listed = other.rejected[: max(0, MOST_LISTED - len(self.rejected))]
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
        """How many were rejected."""
        return len(self.rejected) + self.unlisted

    @property
    def read(self) -> int:
        """How many articles and rejections were read."""
        return self.added + self.changed + self.unchanged + self.duplicates + self.expired + self.rejections
