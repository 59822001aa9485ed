"""Draws a trend: one stacked bar per time step, coloured by publisher."""

from bot.trends.charts.canvas import (
    GRID_COLOR,
    MARGIN,
    MUTED_COLOR,
    SERIES_COLORS,
    WIDTH,
    Canvas,
    drawable,
)
from bot.trends.charts.model import TrendChart

_PLOT_TOP, _PLOT_BOTTOM = 190, 590
_LEGEND_TOP, _LEGEND_LINE = 690, 48
_LABEL_SIZE = 28
_TICK_MARGIN = 24
"""Least pixels between a tick's label and the edge of the canvas."""
_MAX_LINES, _GRID_LINE, _LABEL_GAP = 4, 2, 14
_HEADROOM = 1.06
"""Height of the plot, as a multiple of its tallest bar."""
_HALF_BAR, _SIDE_GAP = 0.41, 0.7
"""In steps: half a bar's width, and the space between the plot's edge and the middle of its outermost bar."""


def draw_trend(chart: TrendChart) -> bytes:
    """Return a trend as a PNG."""
    legend_lines = (len(chart.series) + 1) // 2
    canvas = Canvas(_LEGEND_TOP + _LEGEND_LINE * legend_lines - 10, rtl=chart.rtl)
    canvas.title(chart.heading, chart.summary)
    _bars(canvas, chart)
    for number, (publisher, total, _) in enumerate(chart.series):
        _legend_entry(canvas, number, publisher, total)
    return canvas.png()


def _bars(canvas: Canvas, chart: TrendChart) -> None:
    totals = [sum(counts) for counts in zip(*(counts for _, _, counts in chart.series), strict=True)]
    most = max(1, *totals)
    gutter = 34 + canvas.width(_formatted(most), _LABEL_SIZE)
    step_width = (WIDTH - gutter - MARGIN) / (len(totals) - 1 + 2 * _SIDE_GAP)
    count_height = (_PLOT_BOTTOM - _PLOT_TOP) / (most * _HEADROOM)
    _grid(canvas, gutter, count_height, max_count=most)
    bottoms = [0] * len(totals)
    for (_, _, counts), color in zip(chart.series, SERIES_COLORS, strict=False):
        for step, count in enumerate(counts):
            left = gutter + (step + _SIDE_GAP - _HALF_BAR) * step_width
            bottoms[step] += count
            top = _PLOT_BOTTOM - bottoms[step] * count_height
            canvas.box(left, top, 2 * _HALF_BAR * step_width, count * count_height, color)
    for step, label in chart.ticks:
        _tick(canvas, drawable(label), gutter + (step + _SIDE_GAP) * step_width)


def _grid(canvas: Canvas, gutter: float, count_height: float, *, max_count: int) -> None:
    """Draw horizontal lines, labelled on the side where reading begins."""
    for count in range(0, max_count + 1, grid_step(max_count)):
        top = _PLOT_BOTTOM - count * count_height
        canvas.box(gutter, top - _GRID_LINE / 2, WIDTH - gutter - MARGIN, _GRID_LINE, GRID_COLOR)
        label = _formatted(count)
        left = gutter - _LABEL_GAP - canvas.width(label, _LABEL_SIZE)
        canvas.text(label, left, top + _LABEL_SIZE * 0.36, size=_LABEL_SIZE, color=MUTED_COLOR)


def grid_step(max_count: int) -> int:
    """Return the count between two grid lines: 1, 2 or 5 times a power of ten, for four lines at most."""
    steps = (factor * 10**power for power in range(max_count) for factor in (1, 2, 5))
    return next((step for step in steps if max_count <= _MAX_LINES * step), 1)


def _formatted(count: float) -> str:
    return f"{count:,.0f}".replace(",", "\u202f")


def _tick(canvas: Canvas, label: str, middle: float) -> None:
    """Write a label centred under its bar, but inside the canvas."""
    width = canvas.width(label, _LABEL_SIZE)
    left = min(max(middle - width / 2, _TICK_MARGIN), WIDTH - _TICK_MARGIN - width)
    canvas.text(label, left, _PLOT_BOTTOM + 38, size=_LABEL_SIZE, color=MUTED_COLOR)


def _legend_entry(canvas: Canvas, number: int, publisher: str, total: str) -> None:
    """Write a publisher's colour, name and total; two publishers per line."""
    column = (WIDTH - 2 * MARGIN) / 2
    left, top = MARGIN + column * (number % 2), _LEGEND_TOP + _LEGEND_LINE * (number // 2)
    canvas.box(left, top - 24, 26, 26, SERIES_COLORS[number])
    room = column - 42 - 14 - canvas.width(total, _LABEL_SIZE) - 16
    (name,) = canvas.lines(publisher, size=_LABEL_SIZE, width=room, max_lines=1)
    canvas.text(name, left + 42, top, size=_LABEL_SIZE)
    after_name = left + 42 + canvas.width(name, _LABEL_SIZE) + 14
    canvas.text(total, after_name, top, size=_LABEL_SIZE, color=MUTED_COLOR)
