"""The names of countries and large cities in each language, from the Unicode CLDR.

A place has its CLDR code: a territory ("SY") or a time zone ("Europe/Moscow") for its city.
`scripts/places.py` writes the file of names.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from bot.languages.language import Language, language, languages
from bot.search.analyzer import NAME, analyze, analyzer_for
from bot.search.letters import fold, script
from bot.search.words import split_words

FILE = Path(__file__).with_name("places.json")
LONGEST_NAME = 3
"""Words of a name that are looked for in a text."""
SHORTEST_WORD = 3
"""Letters of a word that is searched for."""
_DECLINED = 5
"""Letters of a name from which declension may change its end."""
_CYRILLIC_ENDINGS = "аеийоуыьюя"

Terms = tuple[str, ...]


@cache
def names_of_places() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return, for each language with a file, the names of countries and cities by code, the usual first."""
    of_cldr = json.loads(FILE.read_text(encoding="utf-8"))
    return {known.code: _names_in(known, of_cldr.get(known.code, {})) for known in languages()}


def _names_in(known: Language, of_cldr: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return the names of places in a language: of the Unicode CLDR, then of the language's file."""
    names = {place: (name,) for place, name in of_cldr.items()}
    return names | {place: (*names.get(place, ()), *own) for place, own in known.places.items()}


def named_places(terms: Sequence[str], code: str) -> Iterator[tuple[slice, str]]:
    """Yield (place of its words, place) for each place that terms in a row name; the longer of two names."""
    begin = 0
    while begin < len(terms):
        named = _by_first_term(_initial(terms[begin]), code).get(terms[begin])
        if not named:
            begin += 1
            continue
        ends = range(min(begin + LONGEST_NAME, len(terms)), begin, -1)
        end = next((end for end in ends if tuple(terms[begin:end]) in named), begin)
        for place in named.get(tuple(terms[begin:end]), ()):
            yield slice(begin, end), place
        begin = max(end, begin + 1)


@cache
def _by_first_term(initial: str, code: str) -> Mapping[str, Mapping[Terms, Sequence[str]]]:
    """Return, for terms with an initial, the names that begin with a term, and the places that they mean.

    Only names with this initial are analysed: the analysis of all takes longer than the answer to a question.
    """
    found: dict[str, dict[Terms, list[str]]] = defaultdict(lambda: defaultdict(list))
    for place in _by_initial(code).get(initial, ()):
        names = (name for name in names_of_places()[code][place] if initial in _initials(name, code))
        for terms in {tuple(analyze(name, code)) for name in names}:
            if 0 < len(terms) <= LONGEST_NAME and _initial(terms[0]) == initial:
                found[terms[0]][terms].append(place)
    return found


@cache
def _by_initial(code: str) -> Mapping[str, Sequence[str]]:
    """Return the places with a name that holds a word whose term has an initial, by the initial."""
    found: dict[str, list[str]] = defaultdict(list)
    for place, names in names_of_places()[code].items():
        for initial in {initial for name in names for initial in _initials(name, code)}:
            found[initial].append(place)
    return found


def _initials(name: str, code: str) -> set[str]:
    """Return the initials of the terms of a name's words."""
    return {_initial_of(word, code) for word in split_words(name)}


def _initial_of(word: str, code: str) -> str:
    """Return the initial of a word's term; in most languages it is that of the word."""
    if word.isalpha() and code != "ar":
        return fold(word[0])[:1]
    return _initial(analyzer_for(code).term(word) or "")


def _initial(term: str) -> str:
    return term.removeprefix(NAME)[:1]


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
