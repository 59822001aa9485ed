"""The words of the Unicode CLDR: those that Babel knows, read without it."""

import json

from bot.languages.language import languages
from bot.languages.locale_words import FILE, all_locale_words, locale_words
from scripts.locale_words import words_of_cldr


def test_file_of_words_is_what_babel_knows() -> None:
    written = json.loads(FILE.read_text(encoding="utf-8"))
    assert written == words_of_cldr(), "run `python -m scripts.locale_words`"


def test_every_language_has_its_words() -> None:
    assert {known.code for known in languages()} <= all_locale_words().keys()
    assert locale_words("tr").months["mart"] == 3
    assert locale_words("de").scales["millionen"] == 1_000_000
    assert (locale_words("en").has_decimal_point, locale_words("fr").has_decimal_point) == (True, False)


def test_of_languages_without_a_file_only_weekdays_are_kept() -> None:
    assert locale_words("nl").days["maandag"] == 0
    assert (locale_words("nl").months, locale_words("nl").scales) == ({}, {})


def test_language_without_words_has_none() -> None:
    assert not locale_words("eo").months
