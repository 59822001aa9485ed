"""What a read of articles came to."""

from dataclasses import dataclass

from bot.errors import RejectedInput


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a read came to.

    Args:
        unchanged: Read before, word for word.
        duplicates: Word for word another article, so not stored twice.
        withheld: Missing, but kept: more than may go at once.
        expired: Older than articles are kept.
        rejected: Why each of these is not in the corpus.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    duplicates: int = 0
    removed: int = 0
    withheld: int = 0
    expired: int = 0
    rejected: tuple[RejectedInput, ...] = ()

    def __add__(self, other: "IngestReport") -> "IngestReport":
        """Both reads as one."""
        return IngestReport(
            added=self.added + other.added,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            duplicates=self.duplicates + other.duplicates,
            removed=self.removed + other.removed,
            withheld=self.withheld + other.withheld,
            expired=self.expired + other.expired,
            rejected=self.rejected + other.rejected,
        )

    @property
    def read(self) -> int:
        """How many articles and rejections were read."""
        return (
            self.added + self.changed + self.unchanged + self.duplicates + self.expired + len(self.rejected)
        )
