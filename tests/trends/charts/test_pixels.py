"""Shapes of charts: smooth edges, right places, nothing outside of the image."""

from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image

from bot.trends.charts.font import ink, width_of
from bot.trends.charts.pixels import Pixels

BLACK, WHITE = "#000000", "#ffffff"


def brightness(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """Return the pixels of the PNG, shape (height, width)."""
    return np.asarray(Image.open(BytesIO(pixels.png())).convert("L"))


def test_edges_of_a_rectangle_cover_part_of_their_pixels() -> None:
    pixels = Pixels(6, 5, BLACK)
    pixels.rectangle(1.5, 1, 4.25, 3, WHITE)
    expected = np.zeros((5, 6), int)
    expected[1:3, 1:5] = [128, 255, 255, 64]
    assert np.abs(brightness(pixels).astype(int) - expected).max() <= 1


def test_thin_rectangle_within_a_pixel_covers_its_share() -> None:
    pixels = Pixels(3, 3, BLACK)
    pixels.rectangle(1.25, 0, 1.75, 3, WHITE)
    assert np.abs(brightness(pixels)[:, 1].astype(int) - 128).max() <= 1
    assert not brightness(pixels)[:, [0, 2]].any()


def test_dot_is_round_and_has_its_diameter() -> None:
    pixels = Pixels(40, 40, BLACK)
    pixels.dot(20, 20, 20, WHITE)
    seen = brightness(pixels) / 255
    assert abs(seen.sum() - np.pi * 10**2) < 5
    assert (seen == seen[::-1]).all()
    assert (seen == seen.T).all()


def test_what_lies_outside_is_cut_off() -> None:
    pixels = Pixels(10, 10, BLACK)
    pixels.rectangle(-5, -5, 2, 2, WHITE)
    pixels.rectangle(8, 8, 30, 30, WHITE)
    pixels.rectangle(20, 20, 30, 30, WHITE)
    pixels.dot(-30, -30, 4, WHITE)
    pixels.text(ink("flood", 30), -5, 100, WHITE)
    assert (brightness(pixels) == 255).sum() == 8


def test_text_is_as_wide_as_measured_and_ends_on_its_baseline() -> None:
    pixels = Pixels(300, 60, BLACK)
    pixels.text(ink("NNN", 40), 20, 50, WHITE)
    rows, columns = np.nonzero(brightness(pixels) > 64)
    assert abs(rows.max() - 50) <= 1
    assert columns.min() >= 20
    assert columns.max() <= 20 + width_of("NNN", 40)


def test_arabic_letters_are_joined() -> None:
    apart = sum(width_of(letter, 40) for letter in "سلام")
    assert width_of("سلام", 40) < 0.8 * apart
