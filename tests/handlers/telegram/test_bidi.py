"""Lines with words of both directions."""

from handlers.telegram.bidi import foreign, line, name, quoted
from handlers.texts import texts_for

ENGLISH, ARABIC = texts_for("en"), texts_for("ar")


def test_words_of_the_other_direction_are_isolated() -> None:
    assert foreign("خبر", "ar", ENGLISH) == "\u2067خبر\u2069"
    assert foreign("news", "en", ARABIC) == "\u2066news\u2069"
    assert foreign("news", "tr", ENGLISH) == "news"
    assert foreign("خبر", "fa", ARABIC) == "خبر"


def test_names_stay_apart_from_their_neighbours() -> None:
    assert name("Reuters", ENGLISH) == "Reuters"
    assert name("رويترز", ENGLISH) == "\u2068رويترز\u2069"
    assert name("Reuters", ARABIC) == "\u2068Reuters\u2069"


def test_a_line_begins_where_its_reader_begins() -> None:
    assert line("1. Reuters", ENGLISH) == "1. Reuters"
    assert line("1. Reuters", ARABIC) == "\u200f1. Reuters"


def test_a_quoted_paragraph_keeps_its_own_side_for_a_reader_from_the_right() -> None:
    assert quoted("خبر", "ar", ENGLISH) == "\u2067خبر\u2069"
    assert quoted("خبر", "ar", ARABIC) == "خبر"
    assert quoted("news", "en", ARABIC) == "news"


def test_values_in_a_right_to_left_text_are_isolated() -> None:
    assert "\u2068Reuters\u2069" in ARABIC("cites", outlets="Reuters")
    assert ENGLISH("cites", outlets="Reuters") == "cites Reuters"


def test_every_line_of_a_long_text_begins_on_the_right() -> None:
    lines = ARABIC("help", commands="/start", bot="@newsbot").split("\n")
    assert all(each.startswith("\u200f") for each in lines if each)
    assert not any("\u200f" in each for each in ENGLISH("help", commands="/start", bot="@newsbot"))


def test_a_list_of_names_runs_as_its_line_does() -> None:
    assert ENGLISH.listed(["a", "b"]) == "a, b"
    assert ARABIC.listed(["a", "b"]) == "\u200fa، b"


def test_pieces_of_code_stay_apart_and_can_be_copied_without_marks() -> None:
    shown = ARABIC("help", commands="/start", bot="@newsbot")
    assert "\u2068<code>source:reuters</code>\u2069 · \u2068<code>by:" in shown
