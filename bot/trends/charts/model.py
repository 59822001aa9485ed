"""The contents of a chart, in the user's language; equal values render to the same image."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrendChart:
    """A bar chart of articles over time.

    Args:
        heading: The user's words.
        summary: The key figures on one line.
        ticks: Labels of time steps, with the step's number from 0.
        series: Publisher, formatted total, and articles per step; a sixth series holds all other publishers.
        rtl: Whether the language is written right to left.
    """

    heading: str
    summary: str
    ticks: tuple[tuple[int, str], ...]
    series: tuple[tuple[str, str, tuple[int, ...]], ...]
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event of a timeline: its date, its headline, and who reported it."""

    when: str
    headline: str
    sources: str


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """A chart of events in order.

    Args:
        heading: The user's words.
        summary: The key figures on one line.
        rows: One per event, oldest first.
        rtl: Whether the language is written right to left.
    """

    heading: str
    summary: str
    rows: tuple[TimelineRow, ...]
    rtl: bool = False


Chart = TrendChart | TimelineChart
