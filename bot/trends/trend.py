"""A trend: how many articles were published per day, week or month, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.corpus.jalali import jalali_date, to_jalali
from bot.search.ports import Mentions

NAMED_PUBLISHERS = 5
"""Publishers with a series of their own; the others share one."""
MIN_STEPS = 7
"""Shorter trends start with empty steps."""
_MAX_DAYS = 62
_MAX_WEEK_DAYS = 62 * 7


class TimeStep(StrEnum):
    """The time one bar covers."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class PublisherSeries:
    """The articles of one publisher, or of all publishers without a series of their own.

    Args:
        name: None for the shared series, "" for articles of unknown publishers.
        counts: Articles per step.
        publishers: Number of publishers in the series.
    """

    name: str | None
    counts: tuple[int, ...]
    publishers: int = 1

    @property
    def total(self) -> int:
        """Articles in all steps."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Trend:
    """Articles by time step and publisher.

    Args:
        starts: First day of each step.
        first: Day of the oldest article.
        last: Day of the newest article.
        series: Most articles first, the shared series last.
        undated: Articles without a date; no step counts them.
    """

    step: TimeStep
    starts: tuple[date, ...]
    first: date
    last: date
    series: tuple[PublisherSeries, ...]
    undated: int = 0

    @property
    def totals(self) -> tuple[int, ...]:
        """Articles of all publishers per step."""
        return _sum_steps([series.counts for series in self.series])

    @property
    def total(self) -> int:
        """Articles in all steps."""
        return sum(self.totals)

    @property
    def peak(self) -> tuple[date, int]:
        """First day and number of articles of the step with the most articles, the earliest of equals."""
        most = max(self.totals)
        return self.starts[self.totals.index(most)], most


def build_trend(mentions: Mentions, *, solar: bool = False) -> Trend | None:
    """Return the trend of some mentions, None when none has a date.

    Args:
        solar: Months are those of the Iranian calendar.
    """
    if not mentions.days:
        return None
    first, last = mentions.days[0], mentions.days[-1]
    step = _choose_step((last - first).days + 1)
    starts = _step_starts(step, first, last, solar=solar)
    position = {start: number for number, start in enumerate(starts)}
    steps = [position[_step_start(step, day, solar=solar)] for day in mentions.days]
    publishers = [(name, _counts_by_step(counts, steps, len(starts))) for name, counts in mentions.publishers]
    series = [PublisherSeries(name, counts) for name, counts in publishers[:NAMED_PUBLISHERS]]
    if rest := [counts for _, counts in publishers[NAMED_PUBLISHERS:]]:
        series.append(PublisherSeries(None, _sum_steps(rest), len(rest)))
    return Trend(step, tuple(starts), first, last, tuple(series), mentions.undated)


def _choose_step(days: int) -> TimeStep:
    return TimeStep.DAY if days <= _MAX_DAYS else TimeStep.WEEK if days <= _MAX_WEEK_DAYS else TimeStep.MONTH


def _step_start(step: TimeStep, day: date, *, solar: bool) -> date:
    """Return the first day of the step that contains `day`; weeks begin on Monday."""
    match step:
        case TimeStep.DAY:
            return day
        case TimeStep.WEEK:
            return day - timedelta(days=day.weekday())
        case TimeStep.MONTH:
            year, month, _ = to_jalali(day) if solar else (day.year, day.month, 0)
            return jalali_date(year, month, 1) if solar else date(year, month, 1)


def _step_starts(step: TimeStep, first: date, last: date, *, solar: bool) -> list[date]:
    """Return the first day of every step from `first` to `last`, after empty steps when there are few."""
    starts = [_step_start(step, last, solar=solar)]
    while starts[-1] > first or len(starts) < MIN_STEPS:
        starts.append(_step_start(step, starts[-1] - timedelta(days=1), solar=solar))
    return starts[::-1]


def _counts_by_step(counts: Sequence[int], steps: Sequence[int], size: int) -> tuple[int, ...]:
    totals = [0] * size
    for step, count in zip(steps, counts, strict=True):
        totals[step] += count
    return tuple(totals)


def _sum_steps(series: Sequence[Sequence[int]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*series, strict=True)))
