"""How other languages spell the places that a question names: "Syria", "سوريا", "Suriye", "Сирия".

Countries and large cities, from the Unicode CLDR by way of Babel.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from babel import Locale

from bot.languages.language import language, languages
from bot.search.analyzer import analyze
from bot.search.letters import fold, script
from bot.search.ports import Spellings
from bot.search.words import split_words

_LONGEST = 3
"""Words of a name that are looked for in a question."""
_COUNTRY = re.compile(r"[A-Z]{2}")
_CITY = re.compile(r"(?!Antarctica|Etc)\w+/\w+")
_SHORTEST = 3
"""Letters of a word that is searched for."""
_ENDING, _DECLINED = 2, 5
"""Letters at the end of a name that declension changes, and letters of a name from which it may."""

_Terms = tuple[str, ...]


def other_spellings(words: Sequence[str], code: str | None) -> Spellings:
    """Return the spellings in other languages of the places among a question's words.

    Each word of a name gets the spellings.

    Args:
        words: In the order of the question.
        code: The question's language, ISO 639-1; None looks in every language.
    """
    codes = [code] if code and code in _names() else list(_names())
    own = {word.casefold() for word in words}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for known in codes:
        terms = [" ".join(analyze(word, known)) for word in words]
        for named, place in _places(terms, known):
            spellings = _spellings_of(place) if _agree(words[named], _names()[known][place], known) else ()
            for word, (spelled, language_code) in product(words[named], spellings):
                if spelled.casefold() not in own:
                    found[word][spelled].add(language_code)
    return {
        word: {other: frozenset(writers) for other, writers in spelled.items()}
        for word, spelled in found.items()
    }


@cache
def _spellings_of(place: str) -> tuple[tuple[str, str], ...]:
    """Return (word, language that writes it so) for the words of a place's names."""
    return tuple((word, code) for code in _names() for word in _telling(code).get(place, ()))


def warm_up() -> None:
    """Read the names of all languages, which takes long, and prepare their spellings."""
    other_spellings(["Moscow"], None)


def _agree(words: Sequence[str], name: str, code: str) -> bool:
    """Return whether words are a name, not only of the same terms: "cat" is not the Spanish "Catar"."""
    parts = [part for part in split_words(name) if analyze(part, code)]
    return len(parts) == len(words) and all(
        _forms(part, code).fullmatch(fold(word)) for word, part in zip(words, parts, strict=True)
    )


@cache
def _forms(name: str, code: str) -> re.Pattern[str]:
    """Return a pattern of a name's forms: endings are added ("Suriye'de") or change ("Сирии", "سوري")."""
    name = fold(name)
    match script(name):
        case "cyrillic" if len(name) >= _DECLINED:
            return re.compile(rf"{re.escape(name[:-_ENDING])}\w*")
        case "arabic":
            before = "".join(f"(?:{clitic})?" for clitic in language(code).questions.clitics)
            bare = re.sub(rf"^{before}(?=\w{{{_SHORTEST}}})", "", name)
            adjective = rf"|{name[:-1]}\w*" if name.endswith("ا") and len(name) >= _DECLINED else ""
            return re.compile(rf"{before}(?:{name}|{bare}{adjective})")
        case _:
            return re.compile(rf"{re.escape(name)}.*")


def _places(terms: Sequence[str], code: str) -> Iterator[tuple[slice, str]]:
    """Yield (place of its words, place) for each place that terms in a row name; the longer of two names."""
    begin = 0
    while begin < len(terms):
        ends = range(min(begin + _LONGEST, len(terms)), begin, -1)
        end = next((end for end in ends if tuple(terms[begin:end]) in _by_terms(code)), begin)
        for place in _by_terms(code).get(tuple(terms[begin:end]), ()):
            yield slice(begin, end), place
        begin = max(end, begin + 1)


@cache
def _by_terms(code: str) -> Mapping[_Terms, tuple[str, ...]]:
    """Return the places that each name in a language means, by the terms of the name."""
    found: dict[_Terms, list[str]] = defaultdict(list)
    for place, name in _names()[code].items():
        terms = tuple(analyze(name, code))
        if terms and len(terms) <= _LONGEST:
            found[terms].append(place)
    return {terms: tuple(places) for terms, places in found.items()}


@cache
def _telling(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words of places' names, without names that share a word ("United ...", "... Republic")."""
    names = {place: split_words(name) for place, name in _names()[code].items()}
    places: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for words in names.values():
        for word in words:
            places[word].add(tuple(words))
    return {
        place: tuple(words)
        for place, words in names.items()
        if all(len(places[word]) == 1 and len(word) >= _SHORTEST for word in words)
    }


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    """Return, for each language with a file, the names of countries and cities by their CLDR code."""
    return {known.code: _of_locale(Locale.parse(known.code)) for known in languages() if known.code != "mul"}


def _of_locale(locale: Locale) -> dict[str, str]:
    countries = {code: name for code, name in locale.territories.items() if _COUNTRY.fullmatch(code)}
    zones = {**Locale("en").time_zones, **locale.time_zones}
    cities = {zone: info.get("city", "") for zone, info in zones.items() if _CITY.fullmatch(zone)}
    if locale.language == "en":  # whose names of cities are those of the zones
        cities = {
            zone: name or zone.split("/")[-1].replace("_", " ") for zone, name in _zones(cities).items()
        }
    return {**cities, **countries}


def _zones(cities: Mapping[str, str]) -> dict[str, str]:
    """Return the cities of English with those that other languages name."""
    return {**dict.fromkeys(filter(_CITY.fullmatch, Locale("ru").time_zones), ""), **cities}
