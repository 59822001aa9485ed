"""How other languages spell the places that a question names: "Syria", "سوريا", "Suriye", "Сирия"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain, product

from bot.languages.language import language
from bot.search.analyzer import analyze
from bot.search.places import SHORTEST_WORD, agrees, is_name, named_places, names_of_places
from bot.search.ports import Spellings
from bot.search.query.query import Query
from bot.search.words import split_words


def other_spellings(words: Sequence[str], code: str | None) -> Spellings:
    """Return the spellings in other languages of the places among a question's words.

    Each word of a name gets the spellings.

    Args:
        words: In the order of the question.
        code: The question's language, ISO 639-1; None looks in every language.
    """
    codes = [code] if code and code in names_of_places() else list(names_of_places())
    own = {word.casefold() for word in words}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for known, named, place in _exact_first(words, codes):
        if _is_safe(words, named, known):
            for word, (spelled, language_code) in product(words[named], _spellings_of(place)):
                if spelled.casefold() not in own:
                    found[word][spelled].add(language_code)
    return {
        word: {other: frozenset(writers) for other, writers in spelled.items()}
        for word, spelled in found.items()
    }


def _exact_first(words: Sequence[str], codes: Sequence[str]) -> list[tuple[str, slice, str]]:
    """Return (language, which words, place) for the places that words name.

    Words that are a name as it is, in any of the languages, are no form of another name: "Nigeria" is no form
    of the Italian "Niger".
    """
    found = [
        (known, named, place)
        for known in codes
        for named, place in named_places([" ".join(analyze(word, known)) for word in words], known)
        if agrees(words[named], place, known)
    ]
    exact = {
        (named.start, named.stop) for known, named, place in found if is_name(words[named], place, known)
    }
    return [
        (known, named, place)
        for known, named, place in found
        if (named.start, named.stop) not in exact or is_name(words[named], place, known)
    ]


def _is_safe(words: Sequence[str], named: slice, code: str) -> bool:
    """Return whether words surely name a place: "Jordan", but not "jordan", "Michael Jordan" or "Georgia"."""
    word, known = words[named][0].casefold(), language(code)
    if named.stop - named.start > 1 or word not in (*known.homonyms, *known.shared_names):
        return True
    neighbours = [*words[max(named.start - 1, 0) : named.start], *words[named.stop : named.stop + 1]]
    is_name = words[named][0][0].isupper() and not any(other[0].isupper() for other in neighbours)
    return is_name and word not in known.shared_names


def spellings_for(query: Query) -> Spellings:
    """Return the other spellings of a query's places, none of words in quotation marks."""
    found = other_spellings(query.words, query.language)
    return {word: spelled for word, spelled in found.items() if word not in query.exact}


@cache
def _spellings_of(place: str) -> tuple[tuple[str, str], ...]:
    """Return (word, language that writes it so) for the words of a place's names."""
    return tuple((word, code) for code in names_of_places() for word in _telling(code).get(place, ()))


def warm_up() -> None:
    """Read the names of all languages, which takes long, and prepare their spellings."""
    other_spellings(["Moscow"], None)


@cache
def _telling(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words of places' names that mean nothing else.

    Left out are names that share a word ("United ...", "... Republic"), and those of people and things.
    """
    names = {
        place: [split_words(name) for name in spelled] for place, spelled in names_of_places()[code].items()
    }
    places: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for spelled in names.values():
        for word in chain.from_iterable(spelled):
            places[word].add(tuple(spelled[0]))
    return {
        place: tuple(dict.fromkeys(chain.from_iterable(spellings)))
        for place, spelled in names.items()
        if (
            spellings := [
                words for words in spelled if all(_tells(word, places[word], code) for word in words)
            ]
        )
    }


def _tells(word: str, places: AbstractSet[tuple[str, ...]], code: str) -> bool:
    known = language(code)
    return (
        len(word) >= SHORTEST_WORD
        and len(places) == 1
        and word.casefold() not in (*known.homonyms, *known.shared_names)
    )
