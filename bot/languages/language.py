"""The words of a language, read from `<code>.toml` in this folder when first needed.

A new language is a new file here. `sections` and `speech` describe what it may hold.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any, get_args, get_origin

from bot.languages.differences import DifferenceWords
from bot.languages.messages import Fillers, Greetings, Questions, TopStories
from bot.languages.sections import (
    Boilerplate,
    Bylines,
    Credits,
    Datelines,
    Dates,
    OutletNames,
    Periods,
    Sentences,
    Spelling,
    Words,
)
from bot.languages.speech import AttributionWords, CitationWords

FOLDER = Path(__file__).parent
SHARED = "mul"
"""The file of what pages write in every language; ISO 639-2 for several languages."""


class LanguageFileError(ValueError):
    """A language file is no TOML, or holds an unknown key or a value of the wrong kind."""


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language.

    Args:
        code: ISO 639-1, the file's name.
        script: Of its letters, as Unicode names them ("LATIN").
        months: The names of the twelve months, in small letters; several for one month if need be.
        stop_words: Words too common to look up.
        events: Words for kinds of events, by kind ("flood"); every language has the same kinds.
        homonyms: Names of places that are also words or people's names ("turkey", "Jordan").
        shared_names: Names of several places in different countries ("Georgia").
        places: Names of places that Unicode's locale data lacks, by its codes: a country's or a time zone's.
    """

    code: str
    script: str = "LATIN"
    months: tuple[Words, ...] = ()
    stop_words: Words = ()
    homonyms: Words = ()
    shared_names: Words = ()
    spelling: Spelling = field(default_factory=Spelling)
    dates: Dates = field(default_factory=Dates)
    periods: Periods = field(default_factory=Periods)
    fillers: Fillers = field(default_factory=Fillers)
    questions: Questions = field(default_factory=Questions)
    greetings: Greetings = field(default_factory=Greetings)
    top: TopStories = field(default_factory=TopStories)
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    bylines: Bylines = field(default_factory=Bylines)
    datelines: Datelines = field(default_factory=Datelines)
    credits: Credits = field(default_factory=Credits)
    outlet_names: OutletNames = field(default_factory=OutletNames)
    citations: CitationWords = field(default_factory=CitationWords)
    sentences: Sentences = field(default_factory=Sentences)
    attribution: AttributionWords = field(default_factory=AttributionWords)
    differences: DifferenceWords = field(default_factory=DifferenceWords)
    events: Mapping[str, Words] = field(default_factory=dict)
    places: Mapping[str, Words] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.months) not in (0, 12):
            raise ValueError(f"months: 12 expected, {len(self.months)} found")

    @property
    def month_numbers(self) -> dict[str, int]:
        """1 to 12 by the months' names."""
        return {name: number for number, names in enumerate(self.months, 1) for name in names}


@lru_cache(maxsize=256)
def language(code: str) -> Language:
    """Return the words of a language (ISO 639-1); none when it has no file."""
    return _load(code) if code in _files() else Language(code)


def languages() -> tuple[Language, ...]:
    """Return every language that has a file, by code."""
    return tuple(_load(code) for code in _files() if code != SHARED)


def phrases_of_all(key: str) -> Words:
    """Return the entries of all languages' lists `key`, without repetitions.

    Args:
        key: Section and key ("bylines.by").
    """
    entries = (entry for code in _files() for entry in phrases_of(_load(code), key))
    return tuple(dict.fromkeys(entries))


def phrases_of(known: Language, key: str) -> Words:
    """Return the entries of a language's list `key`."""
    entries: Words = attrgetter(key)(known)
    return entries


@cache
def _files() -> Mapping[str, Path]:
    return {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}


@cache
def _load(code: str) -> Language:
    return read_language(_files()[code])


def read_language(path: Path) -> Language:
    """Return the language of a file.

    Raises:
        LanguageFileError: It names the file, the key and what is wrong.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageFileError(f"{path.name}: {error}") from error
    result: Language = _read_section(Language, {**table, "code": path.stem}, path.name)
    return result


def _read_section(kind: Any, table: dict[str, object], place: str) -> Any:
    kinds = {known.name: known.type for known in fields(kind)}
    if unknown := sorted(table.keys() - kinds):
        raise LanguageFileError(f"{place}: unknown: {', '.join(unknown)}")
    try:
        return kind(
            **{key: _read_value(kinds[key], value, f"{place}: {key}") for key, value in table.items()}
        )
    except ValueError as error:
        raise (
            error if isinstance(error, LanguageFileError) else LanguageFileError(f"{place}: {error}")
        ) from error


def _read_value(kind: Any, value: object, place: str) -> Any:
    """Return a value as a field's type has it: a section, a string, a flag, or a list or mapping of these."""
    origin = get_origin(kind)
    if is_dataclass(kind) and isinstance(value, dict):
        return _read_section(kind, value, place)
    if kind == Words and isinstance(value, str):
        return tuple(value.split())
    if origin is tuple and isinstance(value, list):
        return tuple(_read_value(get_args(kind)[0], entry, place) for entry in value)
    if origin is Mapping and isinstance(value, dict):
        return {key: _read_value(get_args(kind)[1], entry, f"{place}: {key}") for key, entry in value.items()}
    if type(value) is kind and value != "":
        return value
    raise LanguageFileError(f"{place}: unexpected value: {value!r}")
