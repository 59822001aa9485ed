"""The canvas charts are drawn on: pixels, colours, and text that fits and reads in the right direction.

Matplotlib shapes and orders right-to-left text itself. This module and its users import matplotlib, so they
are imported only when the first chart is drawn.
"""

import unicodedata
from bisect import bisect_left
from functools import cache
from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

WIDTH = 1080
"""Pixels; a phone scales them down to about a third."""
MARGIN = 56
BACKGROUND = "#1b2734"
"""Dark for both of Telegram's themes: an image can't follow the user's theme."""
TEXT_COLOR = "#f3f6f9"
MUTED_COLOR = "#a9b8c6"
GRID_COLOR = "#33475a"
SERIES_COLORS = ("#5cc8ff", "#ffb454", "#7fd88f", "#f28fb1", "#c3a6ff", "#8796a5")
"""One per publisher; the last for all others."""
PNG_COMPRESSION = 3
"""zlib level, 0 to 9: renders more than a tenth faster than the default 6, for 4 % more bytes."""
HEADING_SIZE, SUMMARY_SIZE = 44, 30
BOLD_WIDTH = 1.15
"""Bold text is at most this much wider than regular text, which `Canvas.width` measures."""
_DPI = 100
_RIGHT_TO_LEFT_MARK = "\u200f"


class Canvas:
    """An image under construction. Positions are pixels from the edge where reading begins and from the top.

    Args:
        height: In pixels.
        rtl: Whether to mirror the canvas for a language written right to left.
    """

    def __init__(self, height: int, *, rtl: bool) -> None:
        self.height = height
        self.rtl = rtl
        self.figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor=BACKGROUND)
        self._renderer = RendererAgg(WIDTH, height, _DPI)
        FigureCanvasAgg(self.figure)

    def x(self, left: float) -> float:
        """Return the figure's x coordinate, 0 to 1, of a position."""
        return (WIDTH - left if self.rtl else left) / WIDTH

    def y(self, top: float) -> float:
        """Return the figure's y coordinate, 0 to 1, of a position."""
        return 1 - top / self.height

    def title(self, heading: str, summary: str) -> None:
        """Write a chart's heading and summary, each on one line."""
        width = WIDTH - 2 * MARGIN
        (line,) = self.lines(heading, size=HEADING_SIZE, width=width / BOLD_WIDTH, max_lines=1)
        self.text(line, MARGIN, 84, size=HEADING_SIZE, bold=True)
        (line,) = self.lines(summary, size=SUMMARY_SIZE, width=width, max_lines=1)
        self.text(line, MARGIN, 138, size=SUMMARY_SIZE, color=MUTED_COLOR)

    def text(
        self, text: str, left: float, top: float, *, size: int, color: str = TEXT_COLOR, bold: bool = False
    ) -> None:
        """Write one line that begins at `left` with its baseline at `top`; size in pixels."""
        self.figure.text(
            self.x(left),
            self.y(top),
            self._directed(drawable(text)),
            fontsize=size * 72 / _DPI,
            color=color,
            weight="bold" if bold else "normal",
            ha="right" if self.rtl else "left",
            va="baseline",
            parse_math=False,
        )

    def lines(self, text: str, *, size: int, width: float, max_lines: int) -> list[str]:
        """Return a text wrapped to lines at most `width` pixels wide; "…" marks a cut."""
        space, lines, used = self.width(" ", size), [""], 0.0
        for word in drawable(text).split():
            word_width = self.width(word, size)
            if not lines[-1] or used + space + word_width <= width:
                used += space + word_width if lines[-1] else word_width
                lines[-1] = f"{lines[-1]} {word}".strip()
            elif len(lines) < max_lines:
                lines[-1] = self._cut(lines[-1], size, width) if used > width else lines[-1]
                lines.append(word)
                used = word_width
            else:
                lines[-1] += "…"
                used += self.width("…", size)
                break
        lines[-1] = self._cut(lines[-1], size, width) if used > width else lines[-1]
        return lines

    def width(self, text: str, size: int) -> float:
        """Return the width of a line in pixels."""
        font = FontProperties(size=size * 72 / _DPI)
        return float(self._renderer.get_text_width_height_descent(text or " ", font, ismath=False)[0])

    def square(self, left: float, top: float, size: float, color: str) -> None:
        """Draw a filled square, given its top corner where reading begins."""
        corner = self.x(left + size if self.rtl else left)
        self.figure.add_artist(
            Rectangle((corner, self.y(top + size)), size / WIDTH, size / self.height, color=color, lw=0)
        )

    def dot(self, left: float, top: float, color: str) -> None:
        """Draw a dot."""
        self.figure.add_artist(
            Line2D([self.x(left)], [self.y(top)], marker="o", markersize=14, color=color, zorder=3)
        )

    def vertical_line(self, left: float, top: float, bottom: float) -> None:
        """Draw a vertical line."""
        ends = [self.x(left)] * 2, [self.y(top), self.y(bottom)]
        self.figure.add_artist(Line2D(*ends, color=GRID_COLOR, linewidth=3, zorder=1))

    def png(self) -> bytes:
        """Return the image."""
        out = BytesIO()
        options = {"compress_level": PNG_COMPRESSION}
        self.figure.savefig(out, format="png", metadata={"Software": None}, pil_kwargs=options)
        return out.getvalue()

    def _directed(self, text: str) -> str:
        """Give a text the canvas's direction, whatever letter it begins with."""
        return f"{_RIGHT_TO_LEFT_MARK}{text}" if self.rtl else text

    def _cut(self, line: str, size: int, width: float) -> str:
        fits = bisect_left(range(len(line)), True, key=lambda end: self.width(f"{line[:end]}…", size) > width)
        return f"{line[: max(fits - 1, 0)].rstrip()}…"


@cache
def _glyphs() -> frozenset[int]:
    return frozenset(FT2Font(findfont("DejaVu Sans")).get_charmap())


def drawable(text: str) -> str:
    """Return the characters of a text that the font has; "" when that is not more than half of them."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    known = "".join(character for character in text if ord(character) in _glyphs())
    return " ".join(known.split()) if 2 * len(known) > len(text) else ""
