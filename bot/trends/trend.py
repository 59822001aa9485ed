"""A trend: how often something was written about, step by step, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.search.ranking.counts import Mentions

NAMED_PUBLISHERS = 5
"""Publishers with a colour of their own; the others share one."""
MIN_STEPS = 7
"""A trend of fewer steps has empty ones put before it."""
_MOST_DAYS = 62
_MOST_WEEKS = 62 * 7


class TimeStep(StrEnum):
    """What one bar stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class PublisherSeries:
    """One publisher's articles.

    Args:
        name: None for all publishers without a series of their own, "" for articles of unknown publishers.
        counts: Articles in each step.
        publishers: How many publishers these are.
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
    """Articles by step and publisher.

    Args:
        starts: First day of each step.
        first: First day with an article.
        last: Last day with one.
        series: Most articles first, the shared one last.
        undated: Articles without a day, in no step.
    """

    step: TimeStep
    starts: tuple[date, ...]
    first: date
    last: date
    series: tuple[PublisherSeries, ...]
    undated: int = 0

    @property
    def totals(self) -> tuple[int, ...]:
        """Articles of all publishers in each step."""
        return tuple(map(sum, zip(*(each.counts for each in self.series), strict=True)))

    @property
    def total(self) -> int:
        """Articles in all steps."""
        return sum(self.totals)

    @property
    def peak(self) -> tuple[date, int]:
        """The first of the steps with the most articles, and how many it has."""
        best = max(self.totals)
        return self.starts[self.totals.index(best)], best


def build_trend(mentions: Mentions) -> Trend | None:
    """Return the trend of some mentions, None when none of them has a day."""
    if not mentions.days:
        return None
    first, last = mentions.days[0], mentions.days[-1]
    step = _step((last - first).days + 1)
    starts = _starts(step, first, last)
    at = {day: number for number, day in enumerate(starts)}
    places = [at[_start(step, day)] for day in mentions.days]
    rows = [(name, _gathered(counts, places, len(starts))) for name, counts in mentions.publishers]
    series = [PublisherSeries(name, counts) for name, counts in rows[:NAMED_PUBLISHERS]]
    if rest := rows[NAMED_PUBLISHERS:]:
        together = tuple(map(sum, zip(*(counts for _, counts in rest), strict=True)))
        series.append(PublisherSeries(None, together, len(rest)))
    return Trend(step, tuple(starts), first, last, tuple(series), mentions.undated)


def _step(days: int) -> TimeStep:
    return TimeStep.DAY if days <= _MOST_DAYS else TimeStep.WEEK if days <= _MOST_WEEKS else TimeStep.MONTH


def _start(step: TimeStep, day: date) -> date:
    """The first day of the step a day is in; weeks begin on Monday."""
    match step:
        case TimeStep.DAY:
            return day
        case TimeStep.WEEK:
            return day - timedelta(days=day.weekday())
        case TimeStep.MONTH:
            return day.replace(day=1)


def _before(step: TimeStep, start: date) -> date:
    return _start(step, start - timedelta(days=1))


def _starts(step: TimeStep, first: date, last: date) -> list[date]:
    """Every step from the first to the last, and empty ones before a short row."""
    starts = [_start(step, last)]
    while starts[-1] > first or len(starts) < MIN_STEPS:
        starts.append(_before(step, starts[-1]))
    return starts[::-1]


def _gathered(counts: Sequence[int], places: Sequence[int], size: int) -> tuple[int, ...]:
    steps = [0] * size
    for place, count in zip(places, counts, strict=True):
        steps[place] += count
    return tuple(steps)
