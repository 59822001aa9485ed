"""Rendered charts: sizes that Telegram accepts, every letter present, text that fits, distinct colours."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.preview.telegram.photo import photo_size
from bot.trends.charts.canvas import (
    BACKGROUND,
    MUTED_COLOR,
    SERIES_COLORS,
    TEXT_COLOR,
    WIDTH,
    Canvas,
    drawable,
)
from bot.trends.charts.model import TimelineChart, TimelineRow, TrendChart
from bot.trends.charts.renderer import draw
from bot.trends.charts.trend_chart import grid_step
from tests.profiles import by_profile

TREND = TrendChart("flood", "3 articles", ((6, "3 Nov"),), (("Packet", "3", (0, 0, 1, 0, 0, 0, 2)),))
TIMELINE = TimelineChart("flood", "1 story", (TimelineRow("3 Nov", "River rises", "Packet"),))
LETTERS = {
    "ar": "اتفاق على تقاسم مياه السد؛ «نعم»، لا؟ ١٢٣ 123",
    "fa": "گزارش پژوهشگران چیست؟ کتاب‌ها ۴۵۶",
    "tr": "Çığlık İĞÜŞÖÇ ığüşöç",
    "ru": "Ёжик съел объявление, №5",
    "fr": "L’œuvre « naïve » à Noël",
    "de": "Größe, Übung, „Straße“",
    "es": "¿Año? ¡Ñandú!",
}


def luminance(color: str) -> float:
    """Relative luminance. Source: WCAG 2.2."""
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(color: str, background: str) -> float:
    light, dark = sorted((luminance(color), luminance(background)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("language", LETTERS)
def test_the_font_has_every_letter_of_our_languages(language: str) -> None:
    assert drawable(LETTERS[language]).replace("\u200c", "") == LETTERS[language].replace("\u200c", "")
    row = TimelineRow("1", LETTERS[language], LETTERS[language])
    draw(TimelineChart(LETTERS[language], LETTERS[language], (row,), rtl=language in ("ar", "fa")))


def test_words_in_an_unsupported_script_are_left_out() -> None:
    assert drawable("港口洪水") == ""
    assert drawable("flood 港") == "flood"
    assert photo_size(draw(TimelineChart("港口洪水", "1", (TimelineRow("3 Nov", "港口", "Packet"),))))


@pytest.mark.parametrize("color", [TEXT_COLOR, MUTED_COLOR])
def test_text_has_enough_contrast(color: str) -> None:
    assert contrast(color, BACKGROUND) >= 4.5


@pytest.mark.parametrize("color", SERIES_COLORS)
def test_bars_have_enough_contrast(color: str) -> None:
    assert contrast(color, BACKGROUND) >= 3


def test_equal_charts_render_to_equal_bytes() -> None:
    assert draw(TREND) == draw(TREND)
    assert draw(TIMELINE) == draw(TIMELINE)


def test_a_line_is_never_wider_than_its_room() -> None:
    canvas = Canvas(200, rtl=False)
    for text in ("x" * 300, "one two three four five " * 20, "", "مياه السد تصل إلى الميناء " * 9):
        lines = canvas.lines(text, size=32, width=400, max_lines=2)
        assert len(lines) <= 2
        assert all(canvas.width(line, 32) <= 400 for line in lines if line)


@given(st.text(max_size=60), st.text(max_size=120), st.booleans())
@settings(max_examples=by_profile(dev=5, ci=15, long=300))
def test_any_text_can_be_drawn(heading: str, headline: str, rtl: bool) -> None:
    rows = (TimelineRow("3 Nov", headline, headline),) * 8
    width, height = photo_size(draw(TimelineChart(heading, headline, rows, rtl=rtl)))
    assert width == WIDTH
    assert height < 2 * WIDTH
    photo_size(draw(TrendChart(heading, headline, ((0, heading),), ((headline, "1", (1,) * 7),), rtl=rtl)))


def test_trend_without_articles_can_be_drawn() -> None:
    empty = TrendChart("flood", "0 articles", ((0, "3 Nov"),), (("Packet", "0", (0,)),))
    assert photo_size(draw(empty))[0] == WIDTH


@pytest.mark.parametrize(
    ("most", "step"), [(1, 1), (4, 1), (5, 2), (9, 5), (21, 10), (80, 20), (4_000, 1_000)]
)
def test_grid_has_few_lines_at_round_numbers(most: int, step: int) -> None:
    assert grid_step(most) == step
