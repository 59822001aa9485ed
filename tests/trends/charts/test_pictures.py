"""Pictures drawn: sizes Telegram takes, every letter there, words in order, colours one can tell."""

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
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("language", LETTERS)
def test_no_letter_of_our_languages_is_missing(language: str) -> None:
    assert drawable(LETTERS[language]).replace("\u200c", "") == LETTERS[language].replace("\u200c", "")
    mark = TimelineRow("1", LETTERS[language], LETTERS[language])
    draw(TimelineChart(LETTERS[language], LETTERS[language], (mark,), rtl=language in ("ar", "fa")))


def test_words_in_a_script_without_letters_are_left_out_and_the_rest_is_drawn() -> None:
    assert drawable("港口洪水") == ""
    assert drawable("flood 港") == "flood"
    assert photo_size(draw(TimelineChart("港口洪水", "1", (TimelineRow("3 Nov", "港口", "Packet"),))))


@pytest.mark.parametrize("color", [TEXT_COLOR, MUTED_COLOR])
def test_words_stand_out_from_the_sheet(color: str) -> None:
    assert contrast(color, BACKGROUND) >= 4.5


@pytest.mark.parametrize("color", SERIES_COLORS)
def test_bars_stand_out_from_the_sheet(color: str) -> None:
    assert contrast(color, BACKGROUND) >= 3


def test_the_same_value_is_the_same_picture() -> None:
    assert draw(TREND) == draw(TREND)
    assert draw(TIMELINE) == draw(TIMELINE)


def test_a_line_is_never_wider_than_its_room() -> None:
    sheet = Canvas(200, rtl=False)
    for words in ("x" * 300, "one two three four five " * 20, "", "مياه السد تصل إلى الميناء " * 9):
        lines = sheet.lines(words, size=32, width=400, most=2)
        assert len(lines) <= 2
        assert all(sheet.width(line, 32) <= 400 for line in lines if line)


@given(st.text(max_size=60), st.text(max_size=120), st.booleans())
@settings(max_examples=15, deadline=None)
def test_any_words_can_be_drawn(heading: str, headline: str, rtl: bool) -> None:
    marks = (TimelineRow("3 Nov", headline, headline),) * 8
    width, height = photo_size(draw(TimelineChart(heading, headline, marks, rtl=rtl)))
    assert width == WIDTH
    assert height < 2 * WIDTH
    photo_size(draw(TrendChart(heading, headline, ((0, heading),), ((headline, "1", (1,) * 7),), rtl=rtl)))
