"""Which orders and periods would change an answer; the others need no button."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.search.ports import Order

PERIODS_H = (24, 168, 720, None)
"""Periods to choose from, in hours back; None for all."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Choices that would change an answer, the one in use included; empty without any others."""

    orders: tuple[Order, ...] = ()
    periods_h: tuple[int | None, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.orders or self.periods_h)


NO_FILTERS = Filters()


def useful_orders(stories: int) -> tuple[Order, ...]:
    """Return the orders of an answer with this many stories."""
    return tuple(Order) if stories > 1 else ()


def useful_periods(
    days: Mapping[date, int], total: int, chosen: int | None, outside: int, *, today: date
) -> tuple[int | None, ...]:
    """Return the periods that leave some of what was found but not all, and the one in use.

    Args:
        days: Articles found by day, without the undated.
        total: Articles found, the undated included.
        chosen: The period in use, in hours.
        outside: Articles that only this period excludes.
        today: The reader's "now", in UTC.
    """

    def changes(hours: int | None) -> bool:
        if hours is None or (chosen is not None and hours > chosen):
            return outside > 0
        since = today - timedelta(hours=hours)
        return 0 < sum(count for day, count in days.items() if day >= since) < total

    useful = tuple(hours for hours in PERIODS_H if hours == chosen or changes(hours))
    return useful if len(useful) > 1 else ()
