"""A timeline drawn: one dot an event, when, what, and by whom."""

from bot.trends.charts.canvas import MARGIN, MUTED_COLOR, SERIES_COLORS, TEXT_COLOR, WIDTH, Canvas, drawable
from bot.trends.charts.model import TimelineChart, TimelineRow

_TOP = 200
_BESIDE = 40
"""Pixels between the dates and the dots, and between the dots and the headlines."""
_LINE, _GAP = 44, 34


def draw_timeline(picture: TimelineChart) -> bytes:
    """Return a timeline as a PNG, as high as its events need."""
    measuring = Canvas(_TOP, rtl=picture.rtl)
    dots = MARGIN + _BESIDE + max(measuring.width(drawable(mark.when), 28) for mark in picture.marks)
    rows = [_row(measuring, mark, WIDTH - MARGIN - dots - _BESIDE) for mark in picture.marks]
    sheet = Canvas(_TOP + sum(map(_height, rows)) + 20, rtl=picture.rtl)
    inner = WIDTH - 2 * MARGIN
    (heading,) = sheet.lines(picture.heading, size=44, width=inner / 1.15, most=1)
    (summary,) = sheet.lines(picture.summary, size=30, width=inner, most=1)
    sheet.text(heading, MARGIN, 84, size=44, bold=True)
    sheet.text(summary, MARGIN, 138, size=30, color=MUTED_COLOR)
    top = _TOP
    for number, (mark, row) in enumerate(zip(picture.marks, rows, strict=True)):
        if number < len(rows) - 1:
            sheet.rule(dots, top, top + _height(row))
        sheet.text(mark.when, MARGIN, top + 10, size=28, color=MUTED_COLOR)
        sheet.dot(dots, top, SERIES_COLORS[0])
        _draw(sheet, row, dots + _BESIDE, top)
        top += _height(row)
    return sheet.png()


_Row = list[tuple[str, str]]
"""Lines and their colours."""


def _row(sheet: Canvas, mark: TimelineRow, room: float) -> _Row:
    headline = sheet.lines(mark.headline, size=32, width=room, most=2)
    sources = sheet.lines(mark.sources, size=26, width=room, most=1)
    return [(line, TEXT_COLOR) for line in headline if line] + [(line, MUTED_COLOR) for line in sources]


def _height(row: _Row) -> int:
    return len(row) * _LINE + _GAP


def _draw(sheet: Canvas, row: _Row, left: float, top: float) -> None:
    for number, (line, color) in enumerate(row):
        size = 32 if color == TEXT_COLOR else 26
        sheet.text(line, left, top + 11 + number * _LINE, size=size, color=color)
