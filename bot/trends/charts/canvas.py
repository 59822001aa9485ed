"""The canvas charts are drawn on: positions, colours, and text that fits and reads in the right direction.

This module and its users import matplotlib, so they are imported only when the first chart is drawn.
"""

import unicodedata
from bisect import bisect_left

from bot.trends.charts.font import characters, ink, width_of
from bot.trends.charts.pixels import Pixels

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
HEADING_SIZE, SUMMARY_SIZE = 44, 30
BOLD_WIDTH = 1.15
"""Bold text is at most this much wider than regular text, which `Canvas.width` measures."""
DOT_DIAMETER, LINE_WIDTH = 20, 4
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
        self._pixels = Pixels(WIDTH, height, BACKGROUND)

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
        line = self._directed(drawable(text))
        if line:
            begins = self._left(left, width_of(line, size, bold=bold))
            self._pixels.text(ink(line, size, bold=bold), begins, top, color)

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
        return width_of(text or " ", size)

    def box(self, left: float, top: float, width: float, height: float, color: str) -> None:
        """Draw a filled rectangle, given its top corner where reading begins."""
        begins = self._left(left, width)
        self._pixels.rectangle(begins, top, begins + width, top + height, color)

    def dot(self, left: float, top: float, color: str) -> None:
        """Draw a dot."""
        self._pixels.dot(self._left(left, 0), top, DOT_DIAMETER, color)

    def vertical_line(self, left: float, top: float, bottom: float) -> None:
        """Draw a vertical line."""
        self.box(left - LINE_WIDTH / 2, top, LINE_WIDTH, bottom - top, GRID_COLOR)

    def png(self) -> bytes:
        """Return the image."""
        return self._pixels.png()

    def _left(self, start: float, width: float) -> float:
        """Return where something begins from the left, given where it does from the edge of reading."""
        return WIDTH - start - width if self.rtl else start

    def _directed(self, text: str) -> str:
        """Give a text the canvas's direction, whatever letter it begins with."""
        return f"{_RIGHT_TO_LEFT_MARK}{text}" if self.rtl and text else text

    def _cut(self, line: str, size: int, width: float) -> str:
        fits = bisect_left(range(len(line)), True, key=lambda end: self.width(f"{line[:end]}…", size) > width)
        return f"{line[: max(fits - 1, 0)].rstrip()}…"


def drawable(text: str) -> str:
    """Return the characters of a text that the font has; "" when that is not more than half of them."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    known = "".join(character for character in text if ord(character) in characters())
    return " ".join(known.split()) if 2 * len(known) > len(text) else ""
