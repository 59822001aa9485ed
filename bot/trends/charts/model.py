"""What a picture shows, in the reader's language and ready to draw; equal values are the same picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrendChart:
    """What a trend's picture shows, in the reader's language.

    Args:
        heading: What was asked for.
        summary: The figures in one line.
        ticks: Labels of steps, by number from 0.
        series: Name, count in words, and articles in each step; the last one of six is for all others.
        rtl: Whether the language is written from right to left.
    """

    heading: str
    summary: str
    ticks: tuple[tuple[int, str], ...]
    series: tuple[tuple[str, str, tuple[int, ...]], ...]
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event: its day, its headline, who told it."""

    when: str
    headline: str
    sources: str


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """What a timeline's picture shows, in the reader's language.

    Args:
        heading: What was asked for.
        summary: The figures in one line.
        marks: Oldest first.
        rtl: Whether the language is written from right to left.
    """

    heading: str
    summary: str
    marks: tuple[TimelineRow, ...]
    rtl: bool = False


Chart = TrendChart | TimelineChart
