"""Draws a timeline: one dot per event, with its date, headline and sources."""

from bot.trends.charts.canvas import (
    MARGIN,
    MUTED_COLOR,
    SERIES_COLORS,
    TEXT_COLOR,
    WIDTH,
    Canvas,
    drawable,
)
from bot.trends.charts.model import TimelineChart, TimelineRow

_TOP, _BOTTOM = 200, 20
_GUTTER = 40
"""Pixels between the dates and the dots, and between the dots and the headlines."""
_LINE_HEIGHT, _ROW_GAP = 44, 34
_DATE_SIZE, _HEADLINE_SIZE, _SOURCES_SIZE = 28, 32, 26

_Line = tuple[str, int, str]
"""Text, size in pixels, colour."""


def draw_timeline(chart: TimelineChart) -> bytes:
    """Return a timeline as a PNG, as tall as its events need."""
    measuring = Canvas(_TOP, rtl=chart.rtl)
    dots = MARGIN + _GUTTER + max(measuring.width(drawable(row.when), _DATE_SIZE) for row in chart.rows)
    texts = [_row_lines(measuring, row, WIDTH - MARGIN - dots - _GUTTER) for row in chart.rows]
    canvas = Canvas(_TOP + sum(map(_height, texts)) + _BOTTOM, rtl=chart.rtl)
    canvas.title(chart.heading, chart.summary)
    top = _TOP
    for number, (row, lines) in enumerate(zip(chart.rows, texts, strict=True), start=1):
        if number < len(chart.rows):
            canvas.vertical_line(dots, top, top + _height(lines))
        canvas.text(row.when, MARGIN, top + 10, size=_DATE_SIZE, color=MUTED_COLOR)
        canvas.dot(dots, top, SERIES_COLORS[0])
        for position, (line, size, color) in enumerate(lines):
            baseline = top + 11 + position * _LINE_HEIGHT
            canvas.text(line, dots + _GUTTER, baseline, size=size, color=color)
        top += _height(lines)
    return canvas.png()


def _row_lines(canvas: Canvas, row: TimelineRow, width: float) -> list[_Line]:
    headline = canvas.lines(row.headline, size=_HEADLINE_SIZE, width=width, max_lines=2)
    sources = canvas.lines(row.sources, size=_SOURCES_SIZE, width=width, max_lines=1)
    return [
        *((line, _HEADLINE_SIZE, TEXT_COLOR) for line in headline if line),
        *((line, _SOURCES_SIZE, MUTED_COLOR) for line in sources),
    ]


def _height(lines: list[_Line]) -> int:
    return len(lines) * _LINE_HEIGHT + _ROW_GAP
