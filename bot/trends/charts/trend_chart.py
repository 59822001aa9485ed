"""Draws a trend: one stacked bar per time step, coloured by publisher."""

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.ticker import MaxNLocator

from bot.trends.charts.canvas import (
    BACKGROUND,
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
    gutter = 34 + canvas.width(_formatted(max(totals)), _LABEL_SIZE)
    axes = _axes(canvas, gutter, max_count=max(totals))
    bottoms = [0] * len(totals)
    for (_, _, counts), color in zip(chart.series, SERIES_COLORS, strict=False):
        tops = [bottom + count for bottom, count in zip(bottoms, counts, strict=True)]
        boxes = [_box(step, bottoms[step], top) for step, top in enumerate(tops) if counts[step]]
        axes.add_collection(PolyCollection(boxes, facecolors=color, linewidths=0, zorder=2), autolim=False)
        bottoms = tops
    ends = (-_SIDE_GAP, len(totals) - 1 + _SIDE_GAP)
    axes.set_xlim(*(ends[::-1] if canvas.rtl else ends))
    for step, label in chart.ticks:
        fraction = (step + _SIDE_GAP) / (len(totals) - 1 + 2 * _SIDE_GAP)
        _tick(canvas, drawable(label), gutter + fraction * (WIDTH - gutter - MARGIN))


def _axes(canvas: Canvas, gutter: float, *, max_count: int) -> Axes:
    """Add axes with nothing but horizontal grid lines, labelled on the side where reading begins."""
    size = (WIDTH - gutter - MARGIN) / WIDTH, (_PLOT_BOTTOM - _PLOT_TOP) / canvas.height
    left = (MARGIN if canvas.rtl else gutter) / WIDTH
    axes = canvas.figure.add_axes((left, canvas.y(_PLOT_BOTTOM), *size), facecolor=BACKGROUND)
    axes.set_ylim(0, max_count * 1.06)
    axes.set_xticks([])
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True, min_n_ticks=1))
    axes.yaxis.set_major_formatter(lambda count, _: _formatted(count))
    axes.grid(axis="y", color=GRID_COLOR, linewidth=1.5, zorder=0)
    if canvas.rtl:
        axes.yaxis.tick_right()
    axes.tick_params(colors=MUTED_COLOR, labelsize=_LABEL_SIZE * 0.72, length=0, pad=10)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(GRID_COLOR)
    return axes


def _formatted(count: float) -> str:
    return f"{count:,.0f}".replace(",", "\u202f")


def _tick(canvas: Canvas, label: str, middle: float) -> None:
    """Write a label centred under its bar, but inside the canvas."""
    width = canvas.width(label, _LABEL_SIZE)
    left = min(max(middle - width / 2, _TICK_MARGIN), WIDTH - _TICK_MARGIN - width)
    canvas.text(label, left, _PLOT_BOTTOM + 38, size=_LABEL_SIZE, color=MUTED_COLOR)


def _box(step: int, bottom: int, top: int) -> list[tuple[float, int]]:
    left, right = step - _HALF_BAR, step + _HALF_BAR
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


def _legend_entry(canvas: Canvas, number: int, publisher: str, total: str) -> None:
    """Write a publisher's colour, name and total; two publishers per line."""
    column = (WIDTH - 2 * MARGIN) / 2
    left, top = MARGIN + column * (number % 2), _LEGEND_TOP + _LEGEND_LINE * (number // 2)
    canvas.square(left, top - 24, 26, SERIES_COLORS[number])
    room = column - 42 - 14 - canvas.width(total, _LABEL_SIZE) - 16
    (name,) = canvas.lines(publisher, size=_LABEL_SIZE, width=room, max_lines=1)
    canvas.text(name, left + 42, top, size=_LABEL_SIZE)
    after_name = left + 42 + canvas.width(name, _LABEL_SIZE) + 14
    canvas.text(total, after_name, top, size=_LABEL_SIZE, color=MUTED_COLOR)
