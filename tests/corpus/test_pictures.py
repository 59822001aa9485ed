"""Which addresses of pictures are handed to Telegram."""

import functools

import pytest

from bot.corpus.pictures import LONGEST, first_picture, picture_of
from tests.factories import make_article

GOOD = "https://img.example/a.jpg?w=90"


@pytest.mark.parametrize("value", [GOOD, f" {GOOD} ", {"url": GOOD}, [GOOD, "x"], [{"url": GOOD}]])
def test_picture_is_found_in_the_forms_that_programs_write(value: object) -> None:
    assert picture_of(make_article(extra={"image": value})) == GOOD


@pytest.mark.parametrize(
    "value",
    [
        None,
        7,
        "",
        [],
        {},
        [[]],
        "http://img.example/a.jpg",
        "//img.example/a.jpg",
        "data:image/png;base64,AAAA",
        "https:///a.jpg",
        "https://user:secret@img.example/a.jpg",
        "https://img.example/a b.jpg",
        "https://img.example/\x00",
        "https://[img/a.jpg",
        f"https://img.example/{'a' * LONGEST}",
        functools.reduce(lambda inner, _: [inner], range(5_000), GOOD),
    ],
)
def test_other_values_are_no_picture(value: object) -> None:
    assert first_picture([value]) is None
    assert first_picture([value, GOOD]) == GOOD
