"""A trend drawn: one bar a step, in the colours of its publishers."""

from matplotlib.collections import PolyCollection
from matplotlib.ticker import MaxNLocator

from bot.pictures.canvas import GRID, MARGIN, PANEL, SHADES, SOFT, WIDTH, Sheet, drawable
from bot.pictures.picture import TrendPicture

_PLOT_TOP, _PLOT_BOTTOM = 190, 590
_LEGEND_TOP, _LEGEND_LINE = 690, 48
_LEFT = 90
_HALF = 0.41
"""Half a bar, in steps."""


def draw_trend(picture: TrendPicture) -> bytes:
    """Return a trend as a PNG."""
    sheet = Sheet(_LEGEND_TOP + _LEGEND_LINE * ((len(picture.series) + 1) // 2) - 10, rtl=picture.rtl)
    (heading,) = sheet.lines(picture.heading, size=44, width=_inner(bold=True), most=1)
    sheet.text(heading, MARGIN, 84, size=44, bold=True)
    (summary,) = sheet.lines(picture.summary, size=30, width=_inner(), most=1)
    sheet.text(summary, MARGIN, 138, size=30, color=SOFT)
    _bars(sheet, picture)
    for number, (name, count, _) in enumerate(picture.series):
        _legend(sheet, number, name, count)
    return sheet.png()


def _inner(*, bold: bool = False) -> float:
    """Pixels of a line between the margins; bold letters, which are measured as plain ones, are wider."""
    return (WIDTH - 2 * MARGIN) / (1.15 if bold else 1)


def _bars(sheet: Sheet, picture: TrendPicture) -> None:
    size = (WIDTH - _LEFT - MARGIN) / WIDTH, (_PLOT_BOTTOM - _PLOT_TOP) / sheet.height
    left = (MARGIN if sheet.rtl else _LEFT) / WIDTH
    axes = sheet.figure.add_axes((left, sheet.y(_PLOT_BOTTOM), *size), facecolor=PANEL)
    steps = range(len(picture.series[0][2]))
    below = [0] * len(steps)
    for (_, _, counts), color in zip(picture.series, SHADES, strict=False):
        tops = [one + other for one, other in zip(below, counts, strict=True)]
        boxes = [_box(step, below[step], tops[step]) for step in steps if counts[step]]
        axes.add_collection(PolyCollection(boxes, facecolors=color, linewidths=0, zorder=2), autolim=False)
        below = tops
    axes.set_xlim(-0.7, len(steps) - 0.3)
    axes.set_ylim(0, max(below) * 1.06)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True, min_n_ticks=1))
    axes.yaxis.set_major_formatter(lambda count, _: f"{count:,.0f}".replace(",", "\u202f"))
    axes.set_xticks(
        [at for at, _ in picture.ticks], [drawable(label) for _, label in picture.ticks], parse_math=False
    )
    axes.grid(axis="y", color=GRID, linewidth=1.5, zorder=0)
    axes.tick_params(colors=SOFT, labelsize=28 * 0.72, length=0, pad=10)
    if sheet.rtl:
        axes.invert_xaxis()
        axes.yaxis.tick_right()
        axes.tick_params(length=0)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(GRID)


def _box(step: int, bottom: int, top: int) -> list[tuple[float, int]]:
    left, right = step - _HALF, step + _HALF
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


def _legend(sheet: Sheet, number: int, name: str, count: str) -> None:
    """One publisher: two a line, their colour, name and count."""
    column = (WIDTH - 2 * MARGIN) / 2
    left, top = MARGIN + column * (number % 2), _LEGEND_TOP + _LEGEND_LINE * (number // 2)
    sheet.square(left, top - 24, 26, SHADES[number])
    room = column - 56 - sheet.width(count, 28) - 24
    (name,) = sheet.lines(name, size=28, width=room, most=1)
    sheet.text(name, left + 42, top, size=28)
    sheet.text(count, left + 42 + sheet.width(name, 28) + 14, top, size=28, color=SOFT)
