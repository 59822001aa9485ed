"""The calendar of the user: the present moment, and where days and months begin."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

DateRange = tuple[datetime, datetime]
"""[start, end), aware UTC."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The present moment, and the time zone in which days begin."""

    now: datetime
    zone: tzinfo

    @property
    def local_now(self) -> datetime:
        """The present moment in the time zone."""
        return self.now.astimezone(self.zone)

    def day(self, year: int, month: int, day: int) -> datetime:
        """Return the beginning of a day, aware UTC.

        Raises:
            ValueError: The day doesn't exist.
        """
        return datetime(year, month, day, tzinfo=self.zone).astimezone(UTC)

    def days_from_now(self, offset: int) -> datetime:
        """Return the beginning of the day `offset` days from today."""
        local = self.local_now + timedelta(days=offset)
        return self.day(local.year, local.month, local.day)

    def month(self, year: int, month: int) -> datetime:
        """Return the beginning of a month; months outside 1 to 12 fall into other years."""
        return self.day(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)

    def whole_days(self, first: int, end: int) -> DateRange:
        """Return the days from `first` to before `end`, counted from today."""
        return self.days_from_now(first), self.days_from_now(end)

    def whole_months(self, year: int, month: int, count: int = 1) -> DateRange:
        """Return `count` months from a month on."""
        return self.month(year, month), self.month(year, month + count)
