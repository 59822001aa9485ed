"""A trend drawn: one bar a step, in the colours of its publishers."""

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
_SMALL, _EDGE = 28, 24
_HALF, _ASIDE = 0.41, 0.7
"""Half a bar, and what is before the middle of the first, in steps."""


def draw_trend(picture: TrendChart) -> bytes:
    """Return a trend as a PNG."""
    sheet = Canvas(_LEGEND_TOP + _LEGEND_LINE * ((len(picture.series) + 1) // 2) - 10, rtl=picture.rtl)
    (heading,) = sheet.lines(picture.heading, size=44, width=_inner(bold=True), most=1)
    sheet.text(heading, MARGIN, 84, size=44, bold=True)
    (summary,) = sheet.lines(picture.summary, size=30, width=_inner(), most=1)
    sheet.text(summary, MARGIN, 138, size=30, color=MUTED_COLOR)
    _bars(sheet, picture)
    for number, (name, count, _) in enumerate(picture.series):
        _legend(sheet, number, name, count)
    return sheet.png()


def _inner(*, bold: bool = False) -> float:
    """Pixels of a line between the margins; bold letters, which are measured as plain ones, are wider."""
    return (WIDTH - 2 * MARGIN) / (1.15 if bold else 1)


def _bars(sheet: Canvas, picture: TrendChart) -> None:
    totals = [sum(counts) for counts in zip(*(each for _, _, each in picture.series), strict=True)]
    gutter = 34 + sheet.width(_count(max(totals)), _SMALL)
    axes = _axes(sheet, gutter, most=max(totals))
    below = [0] * len(totals)
    for (_, _, counts), color in zip(picture.series, SERIES_COLORS, strict=False):
        tops = [one + other for one, other in zip(below, counts, strict=True)]
        boxes = [_box(step, below[step], top) for step, top in enumerate(tops) if counts[step]]
        axes.add_collection(PolyCollection(boxes, facecolors=color, linewidths=0, zorder=2), autolim=False)
        below = tops
    ends = (-_ASIDE, len(totals) - 1 + _ASIDE)
    axes.set_xlim(*(ends[::-1] if sheet.rtl else ends))
    for step, label in picture.ticks:
        share = (step + _ASIDE) / (len(totals) - 1 + 2 * _ASIDE)
        _tick(sheet, drawable(label), gutter + share * (WIDTH - gutter - MARGIN))


def _axes(sheet: Canvas, gutter: float, *, most: int) -> Axes:
    """The place for bars: nothing but lines to read their heights by, numbered where reading begins."""
    size = (WIDTH - gutter - MARGIN) / WIDTH, (_PLOT_BOTTOM - _PLOT_TOP) / sheet.height
    left = (MARGIN if sheet.rtl else gutter) / WIDTH
    axes = sheet.figure.add_axes((left, sheet.y(_PLOT_BOTTOM), *size), facecolor=BACKGROUND)
    axes.set_ylim(0, most * 1.06)
    axes.set_xticks([])
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True, min_n_ticks=1))
    axes.yaxis.set_major_formatter(lambda count, _: _count(count))
    axes.grid(axis="y", color=GRID_COLOR, linewidth=1.5, zorder=0)
    if sheet.rtl:
        axes.yaxis.tick_right()
    axes.tick_params(colors=MUTED_COLOR, labelsize=_SMALL * 0.72, length=0, pad=10)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(GRID_COLOR)
    return axes


def _count(count: float) -> str:
    return f"{count:,.0f}".replace(",", "\u202f")


def _tick(sheet: Canvas, label: str, middle: float) -> None:
    """A label under its bar, but inside the sheet."""
    width = sheet.width(label, _SMALL)
    left = min(max(middle - width / 2, _EDGE), WIDTH - _EDGE - width)
    sheet.text(label, left, _PLOT_BOTTOM + 38, size=_SMALL, color=MUTED_COLOR)


def _box(step: int, bottom: int, top: int) -> list[tuple[float, int]]:
    left, right = step - _HALF, step + _HALF
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


def _legend(sheet: Canvas, number: int, name: str, count: str) -> None:
    """One publisher: two a line, their colour, name and count."""
    column = (WIDTH - 2 * MARGIN) / 2
    left, top = MARGIN + column * (number % 2), _LEGEND_TOP + _LEGEND_LINE * (number // 2)
    sheet.square(left, top - 24, 26, SERIES_COLORS[number])
    room = column - 42 - 14 - sheet.width(count, _SMALL) - 16
    (name,) = sheet.lines(name, size=_SMALL, width=room, most=1)
    sheet.text(name, left + 42, top, size=_SMALL)
    sheet.text(count, left + 42 + sheet.width(name, _SMALL) + 14, top, size=_SMALL, color=MUTED_COLOR)
