"""The names of places: those of the Unicode CLDR, found by the terms of a text."""

import json

import pytest

from bot.languages.language import languages
from bot.search.analyzer import analyze
from bot.search.places import FILE, LONGEST_NAME, named_places, names_of_places
from scripts.places import names_of_cldr

CODES = [known.code for known in languages()]


def test_file_of_names_is_what_babel_knows() -> None:
    written = json.loads(FILE.read_text(encoding="utf-8"))
    assert written == names_of_cldr(), "run `python -m scripts.places`"


@pytest.mark.parametrize("code", CODES)
def test_every_name_is_found_by_its_terms(code: str) -> None:
    found = 0
    for place, names in names_of_places()[code].items():
        for name in names:
            terms = analyze(name, code)
            if 0 < len(terms) <= LONGEST_NAME:
                assert (slice(0, len(terms)), place) in list(named_places(terms, code)), name
                found += 1
    assert found > 600


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("Floods near Moscow", "en", "Europe/Moscow"),
        ("Elections in the United Arab Emirates", "en", "AE"),
        ("Überschwemmung in Österreich", "de", "AT"),
        ("فيضانات في البحرين", "ar", "BH"),
        ("Sel Türkiye'de", "tr", "TR"),
    ],
)
def test_places_of_a_text(text: str, code: str, place: str) -> None:
    assert place in [named for _, named in named_places(analyze(text, code), code)]


def test_text_without_places_names_none() -> None:
    assert list(named_places(analyze("Bakers meet for breakfast", "en"), "en")) == []
