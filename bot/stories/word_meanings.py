"""What a word may mean in all languages: a kind of event, a country, a number, a name by its sound."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.languages.language import language, languages
from bot.languages.months import month_numbers, weekday_numbers
from bot.search.analyzer import analyzer_for
from bot.search.letters import fold, script
from bot.search.places import names_of_places
from bot.stories.sounds import Sound, likeness, sounds_of

_SHORTEST_NAME = 4
"""Letters of a name in a script without capitals."""
_SHORTEST_COUNTRY = 4
_ARABIC_ARTICLE = re.compile("^[وبلفك]?ال(?=..)")
_ARABIC_PREFIXES = "وبلفك"


def kinds_of(term: str, code: str) -> tuple[str, ...]:
    """Return the kinds of events that a term of a language may mean, as the language files name them."""
    return _kinds(code).get(term, ())


@lru_cache(maxsize=20_000)
def country_of(word: str, code: str) -> str:
    """Return the country whose adjective a word is: it begins with all letters of the name but one."""
    bare = fold(word)
    if script(word) == "arabic":
        bare = _ARABIC_ARTICLE.sub("", bare)
    named = _beginnings(code)
    for length in range(min(len(bare), _longest(code)), _SHORTEST_COUNTRY - 1, -1):
        if place := named.get(bare[:length]):
            return place
    return ""


@dataclass(frozen=True, slots=True)
class NameForm:
    """A word that may be a name.

    Args:
        folded: In small letters without diacritics.
        alphabet: Of its letters.
        sounds: Its readings, at least one.
    """

    folded: str
    alphabet: str
    sounds: tuple[Sound, ...]


@lru_cache(maxsize=50_000)
def name_form(word: str, code: str) -> NameForm | None:
    """Return a word as a name; None for kinds of events, days, months, offices, and words too short."""
    term, alphabet = analyzer_for(code).term(word) or "", script(word)
    if not term or word.isdigit() or (alphabet == "arabic" and term in _kinds(code)):
        return None
    folded = fold(word)
    if folded in _days_and_months():
        return None
    sounds = tuple(dict.fromkeys(sound for form in _forms(word, term, code) for sound in sounds_of(form)))
    return NameForm(folded, alphabet, sounds) if sounds and not _is_title(sounds) else None


@cache
def _kinds(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the kinds of events that each term of a language may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in language(code).events.items():
        for term in {term for word in words if (term := analyzer_for(code).term(word))}:
            found[term] = (*found.get(term, ()), kind)
    return found


@cache
def _beginnings(code: str) -> Mapping[str, str]:
    """Return the countries by their names of one word, and by all letters of these but the last one."""
    found: dict[str, set[str]] = defaultdict(set)
    for place, names in names_of_places()[code].items():
        for name in map(fold, names):
            if "/" not in place and name.isalpha() and len(name) >= _SHORTEST_COUNTRY:
                found[name].add(place)
                found[name[:-1]].add(place)
    return {start: min(places) for start, places in found.items() if len(places) == 1}


@cache
def _longest(code: str) -> int:
    return max(map(len, _beginnings(code)), default=0)


def _forms(word: str, term: str, code: str) -> Iterator[str]:
    """Yield the forms in which other texts may write a name: without ending, article, preposition."""
    if script(word) != "arabic":
        stem = re.split("['’]", word)[0]
        yield stem if len(stem) > 2 else word
        if script(word) == "cyrillic":
            yield term
        return
    if len(word) >= _SHORTEST_NAME:
        yield word
    bare = _ARABIC_ARTICLE.sub("", word)
    if bare != word:
        yield bare
    elif word[0] in _ARABIC_PREFIXES and len(word) > _SHORTEST_NAME and code == "ar":
        yield word[1:]


def _is_title(sounds: Sequence[Sound]) -> bool:
    return any(
        likeness(sound, title) == 1 for sound in sounds for title in _titles().get(sound.consonants, ())
    )


@cache
def _titles() -> Mapping[str, tuple[Sound, ...]]:
    """Return how offices sound that many languages share ("President"), by their consonants."""
    words = (word for known in languages() for title in known.attribution.titles for word in title.split())
    found: dict[str, list[Sound]] = defaultdict(list)
    for sound in dict.fromkeys(sound for word in words for sound in sounds_of(word)):
        found[sound.consonants].append(sound)
    return {consonants: tuple(sounds) for consonants, sounds in found.items()}


@cache
def _days_and_months() -> frozenset[str]:
    """Return names that some languages write with a capital."""
    return frozenset(map(fold, (*month_numbers(), *weekday_numbers())))
