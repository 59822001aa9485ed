"""Lines with words in both directions."""

from handlers.telegram.bidi import foreign, line, name, quoted
from handlers.texts import texts_for

ENGLISH, ARABIC = texts_for("en"), texts_for("ar")


def test_words_of_the_other_direction_are_isolated() -> None:
    assert foreign("خبر", "ar", ENGLISH) == "\u2067خبر\u2069"
    assert foreign("news", "en", ARABIC) == "\u2066news\u2069"
    assert foreign("news", "tr", ENGLISH) == "news"
    assert foreign("خبر", "fa", ARABIC) == "خبر"


def test_names_are_isolated_from_their_neighbours() -> None:
    assert name("Reuters", ENGLISH) == "Reuters"
    assert name("رويترز", ENGLISH) == "\u2068رويترز\u2069"
    assert name("Reuters", ARABIC) == "\u2068Reuters\u2069"


def test_line_begins_on_the_side_of_the_users_language() -> None:
    assert line("1. Reuters", ENGLISH) == "1. Reuters"
    assert line("1. Reuters", ARABIC) == "\u200f1. Reuters"


def test_quoted_paragraph_is_not_isolated_in_arabic() -> None:
    assert quoted("خبر", "ar", ENGLISH) == "\u2067خبر\u2069"
    assert quoted("خبر", "ar", ARABIC) == "خبر"
    assert quoted("news", "en", ARABIC) == "news"


HELP = {
    "commands": "/start",
    "bot": "@newsbot",
    "example": "flood",
    "source": "source:reuters",
    "since": "2026-10-01",
}


def test_values_in_a_right_to_left_text_are_isolated() -> None:
    assert "\u2068Reuters\u2069" in ARABIC("cites", outlets="Reuters")
    assert ENGLISH("cites", outlets="Reuters") == "cites Reuters"


def test_every_line_in_arabic_begins_on_the_right() -> None:
    lines = ARABIC("help", **HELP).split("\n")
    assert all(text.startswith("\u200f") for text in lines if text)
    assert "\u200f" not in (ENGLISH("help", **HELP))


def test_list_of_names_has_the_direction_of_its_line() -> None:
    assert ENGLISH.listed(["a", "b"]) == "a, b"
    assert ARABIC.listed(["a", "b"]) == "\u200fa، b"


def test_code_is_isolated_by_marks_outside_of_it() -> None:
    shown = ARABIC("help", **HELP)
    assert "\u2068<code>source:reuters</code>\u2069 · \u2068<code>by:" in shown
