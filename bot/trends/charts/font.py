"""The font of charts: DejaVu Sans, which matplotlib brings, with its letters shaped and ordered.

Of matplotlib only the font engine is used: its figures and axes would take five times as long to load and to
draw, and as much memory again.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import matplotlib
import numpy as np
import numpy.typing as npt
from matplotlib.ft2font import FT2Font, LoadFlags

_FILES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
_WIDTHS = 4_000
"""Widths of words that are remembered."""
_FLAGS = LoadFlags.NO_HINTING
"""Hinted letters take twice as long, and look the same at these sizes."""
_SUBPIXELS = 64


@dataclass(frozen=True, slots=True)
class Ink:
    """A line of text.

    Args:
        coverage: Of its pixels, 0 to 255, shape (height, width).
        below: Rows below the baseline.
    """

    coverage: npt.NDArray[np.uint8]
    below: int


def ink(text: str, size: int, *, bold: bool = False) -> Ink:
    """Return a line of text in a size in pixels."""
    font = _font(size, bold=bold)
    font.set_text(text, 0.0, flags=_FLAGS)
    font.draw_glyphs_to_bitmap(antialiased=True)
    below = (font.get_descent() + font.get_bitmap_offset()[1]) / _SUBPIXELS
    return Ink(np.asarray(font.get_image()).copy(), round(below))


@lru_cache(_WIDTHS)
def width_of(text: str, size: int, *, bold: bool = False) -> float:
    """Return the width of a line of text in pixels."""
    font = _font(size, bold=bold)
    font.set_text(text, 0.0, flags=_FLAGS)
    return float(font.get_width_height()[0] / _SUBPIXELS)


@cache
def characters() -> frozenset[int]:
    """Return the code points that the font has."""
    return frozenset(_font(1, bold=False).get_charmap())


@cache
def _font(size: int, *, bold: bool) -> FT2Font:
    font = FT2Font(str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / _FILES[bold]))
    font.set_size(size, 72)  # at 72 dots per inch, points are pixels
    return font
