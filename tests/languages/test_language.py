"""Reading language files, and what a mistake in one looks like."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from bot.languages.language import (
    FOLDER,
    Language,
    LanguageFileError,
    language,
    languages,
    phrases_of_all,
    read_language,
)
from bot.languages.phrases import NOTHING, any_of, pattern, words
from bot.languages.sections import Words
from handlers.texts import LANGUAGES

OPTIONAL = ("code", "script", "homonyms", "shared_names")
SECTIONS = [field.name for field in fields(Language) if field.name not in OPTIONAL]
MISSING = {
    "ar": ["dates"],
    "de": ["outlet_names"],
    "en": ["datelines"],
    "es": ["outlet_names"],
    "fa": ["spelling", "dates", "sentences"],
    "fr": ["datelines", "outlet_names"],
    "it": ["outlet_names", "citations", "attribution"],
    "pt": ["outlet_names", "citations", "attribution"],
    "ru": ["dates", "datelines"],
    "tr": ["spelling", "dates", "datelines"],
    "uk": [
        "dates",
        "datelines",
        "outlet_names",
        "citations",
        "attribution",
    ],
}
"""Sections that a language still lacks; take a section out of the list when you add it."""


def read(tmp_path: Path, text: str) -> Language:
    file = tmp_path / "eo.toml"
    file.write_text(text, encoding="utf-8")
    return read_language(file)


def test_every_interface_language_has_a_file() -> None:
    assert {known.code for known in languages()} == set(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_missing_sections_of_each_language_are_known(code: str) -> None:
    empty = Language(code)
    missing = [name for name in SECTIONS if getattr(language(code), name) == getattr(empty, name)]
    assert missing == MISSING[code]


def test_language_without_a_file_has_no_words() -> None:
    assert language("eo") == Language("eo")
    assert any_of("citations.noun", "eo") == NOTHING
    assert words("sentences.abbreviations", "eo") == frozenset()


def test_list_of_words_may_be_written_as_one_string(tmp_path: Path) -> None:
    listed = read(tmp_path, 'stop_words = ["la", "kaj"]')
    assert listed == read(tmp_path, 'stop_words = """\nla\nkaj"""')
    assert listed.stop_words == ("la", "kaj")


def test_month_may_have_several_names(tmp_path: Path) -> None:
    months = ['["kanuna dua", "januaro"]', *(f'"m{number} mo{number}"' for number in range(2, 13))]
    numbers = read(tmp_path, f"months = [{', '.join(months)}]").month_numbers
    assert (numbers["kanuna dua"], numbers["januaro"], numbers["mo12"]) == (1, 1, 12)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stop_words = [", r"eo\.toml: Invalid value"),
        ("stop_word = []", r"eo\.toml: unknown: stop_word"),
        ("[boilerplates]", r"eo\.toml: unknown: boilerplates"),
        ("[bylines]\nbye = []", r"eo\.toml: bylines: unknown: bye"),
        ("[bylines]\nby = 3", r"eo\.toml: bylines: by: .*: 3"),
        ('[bylines]\nby = ["de", 3]', r"eo\.toml: bylines: by: .*: 3"),
        ('[bylines]\nby = ["de", ""]', r"eo\.toml: bylines: by: .*: ''"),
        ('bylines = "de"', r"eo\.toml: bylines: .*: 'de'"),
        ('[sentences]\nordinal_dot = "yes"', r"eo\.toml: sentences: ordinal_dot: .*: 'yes'"),
        ('[periods]\nrelative_days = { hodiau = "0" }', r"eo\.toml: periods: relative_days: hodiau: .*: '0'"),
        ('[periods]\nunits = ["horo", "tago"]', r"eo\.toml: periods: units: 5 expected, 2 found"),
        ('months = ["januaro"]', r"eo\.toml: months: 12 expected, 1 found"),
    ],
)
def test_mistake_is_reported_with_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LanguageFileError, match=message):
        read(tmp_path, text)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_fragment_is_a_regular_expression(path: Path) -> None:
    known = read_language(path)
    for name in ("fillers", "boilerplate", "bylines", "credits", "outlet_names", "citations", "sentences"):
        section = getattr(known, name)
        lists = [getattr(section, field.name) for field in fields(section) if field.type == Words]
        for fragment in (fragment for entries in lists for fragment in entries):
            re.compile(fragment)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_no_list_repeats_an_entry(path: Path) -> None:
    known = read_language(path)
    sections = [getattr(known, name) for name in SECTIONS if is_dataclass(getattr(known, name))]
    for section in sections:
        for entries in (getattr(section, field.name) for field in fields(section) if field.type == Words):
            assert len(entries) == len(set(entries)), [entry for entry in entries if entries.count(entry) > 1]


def test_lists_of_all_languages_are_joined_without_repetitions() -> None:
    labels = phrases_of_all("credits.label")
    assert {"sources?", "quellen?", "المصدر"} <= set(labels)
    assert len(labels) == len(set(labels))
    assert pattern("credits.label").fullmatch("QUELLE")
