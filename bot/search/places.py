"""The names of countries and large cities in each language, from the Unicode CLDR by way of Babel.

A place has its CLDR code: a territory ("SY") or a time zone ("Europe/Moscow") for its city.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from babel import Locale

from bot.languages.language import Language, language, languages
from bot.search.analyzer import analyze
from bot.search.letters import fold, script
from bot.search.words import split_words

LONGEST_NAME = 3
"""Words of a name that are looked for in a text."""
SHORTEST_WORD = 3
"""Letters of a word that is searched for."""
_COUNTRY = re.compile(r"[A-Z]{2}")
_CITY = re.compile(r"(?!Antarctica|Etc)\w+/\w+")
_DECLINED = 5
"""Letters of a name from which declension may change its end."""
_CYRILLIC_ENDINGS = "аеийоуыьюя"

Terms = tuple[str, ...]


@cache
def names_of_places() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return, for each language with a file, the names of countries and cities by code, the usual first."""
    return {known.code: _names_in(known) for known in languages() if known.code != "mul"}


def _names_in(known: Language) -> Mapping[str, tuple[str, ...]]:
    """Return the names of places in a language: of the Unicode CLDR, then of the language's file."""
    names = {place: (name,) for place, name in _of_locale(Locale.parse(known.code)).items()}
    return names | {place: (*names.get(place, ()), *own) for place, own in known.places.items()}


def named_places(terms: Sequence[str], code: str) -> Iterator[tuple[slice, str]]:
    """Yield (place of its words, place) for each place that terms in a row name; the longer of two names."""
    named, first, begin = places_by_terms(code), _first_terms(code), 0
    while begin < len(terms):
        if terms[begin] not in first:
            begin += 1
            continue
        ends = range(min(begin + LONGEST_NAME, len(terms)), begin, -1)
        end = next((end for end in ends if tuple(terms[begin:end]) in named), begin)
        for place in named.get(tuple(terms[begin:end]), ()):
            yield slice(begin, end), place
        begin = max(end, begin + 1)


@cache
def places_by_terms(code: str) -> Mapping[Terms, tuple[str, ...]]:
    """Return the places that each name in a language means, by the terms of the name."""
    found: dict[Terms, list[str]] = defaultdict(list)
    for place, names in names_of_places()[code].items():
        for terms in {tuple(analyze(name, code)) for name in names}:
            if terms and len(terms) <= LONGEST_NAME:
                found[terms].append(place)
    return {terms: tuple(places) for terms, places in found.items()}


@cache
def _first_terms(code: str) -> frozenset[str]:
    return frozenset(terms[0] for terms in places_by_terms(code))


def agrees(words: Sequence[str], place: str, code: str) -> bool:
    """Return whether words are a name of a place, not only of its terms: "cat" is not the Spanish "Catar"."""
    return any(_agrees(words, name, code) for name in names_of_places()[code][place])


def is_name(words: Sequence[str], place: str, code: str) -> bool:
    """Return whether words are a name of a place as it is, but for accents and capitals."""
    written = [fold(word) for word in words]
    return any(
        [fold(part) for part in split_words(name)] == written for name in names_of_places()[code][place]
    )


def _agrees(words: Sequence[str], name: str, code: str) -> bool:
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
            return re.compile(_declined(name))
        case "arabic":
            before = "".join(f"(?:{clitic})?" for clitic in language(code).questions.clitics)
            bare = re.sub(rf"^{before}(?=\w{{{SHORTEST_WORD}}})", "", name)
            adjective = rf"|{name[:-1]}\w*" if name.endswith("ا") and len(name) >= _DECLINED else ""
            return re.compile(rf"{before}(?:{name}|{bare}{adjective})")
        case _:
            return re.compile(rf"{re.escape(name)}.*")


def _declined(name: str) -> str:
    """Return a pattern of a Russian name's cases: "Сирия", "Сирии"; but "Нигер", "Нигера", not "Нигерия"."""
    if name[-1] in _CYRILLIC_ENDINGS:
        return rf"{re.escape(name[:-1])}\w{{0,3}}"
    return rf"{re.escape(name)}(?:[аеоуы]\w{{0,2}})?"


def _of_locale(locale: Locale) -> dict[str, str]:
    countries = {code: name for code, name in locale.territories.items() if _COUNTRY.fullmatch(code)}
    zones = {zone: info.get("city", "") for zone, info in locale.time_zones.items()}
    if language(locale.language).script == "LATIN":  # whose files leave out names spelled as in the zone
        zones = {zone: zones.get(zone) or _city_of(zone) for zone in _zones()}
    return {**{zone: city for zone, city in zones.items() if _CITY.fullmatch(zone)}, **countries}


def _city_of(zone: str) -> str:
    return zone.split("/")[-1].replace("_", " ")


@cache
def _zones() -> tuple[str, ...]:
    """Return the zones whose cities some language names."""
    locales = (Locale(code) for code in ("en", "ru"))
    return tuple(dict.fromkeys(str(zone) for locale in locales for zone in locale.time_zones))
