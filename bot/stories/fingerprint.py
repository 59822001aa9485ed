"""What an article is about in terms that all languages share: places, numbers, names, kinds of events.

Only the title and the lead count: they tell the event, and the rest often is background.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.corpus.article import Article, ArticleId
from bot.languages.language import language
from bot.search.analyzer import analyzer_for
from bot.search.places import agrees, named_places, names_of_places
from bot.search.words import find_words
from bot.stories.numbers import numbers_in, spelled_number
from bot.stories.word_meanings import NameForm, country_of, kinds_of, name_form

LEAD = 500
"""Characters of the text that count."""
_NOUNS_WITH_CAPITALS = "de"
_OPENING = " \"“„«'‘("
_SENTENCE_ENDS = ".!?:…\n"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an article's title and lead hold.

    Args:
        published_at: Aware UTC; None when unknown.
        places: Codes of countries and cities.
        numbers: Without years, dates and times.
        words: Those that may be names, each once, with their place among all words.
        kinds: Kinds of events, as the language files name them.
    """

    language: str
    published_at: datetime | None
    places: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    words: tuple[tuple[int, str], ...] = ()
    kinds: frozenset[str] = frozenset()

    @property
    def names(self) -> Iterator[tuple[int, NameForm]]:
        """Yield the names with their places. Not kept: most articles are never compared by name."""
        for place, word in self.words:
            if form := name_form(word, self.language):
                yield place, form


def has_capitals(code: str) -> bool:
    """Whether capitals tell a language's names."""
    return language(code).script != "ARABIC"


def fingerprint_of(article: Article) -> Fingerprint:
    """Return an article's fingerprint; an empty one in a language without a file."""
    return _fingerprint(article.language, article.published_at, article.title, lead_of(article))


def lead_of(article: Article) -> str:
    """Return the beginning of an article's text, whole words only."""
    text = article.text
    return text if len(text) <= LEAD else text[:LEAD].rsplit(maxsplit=1)[0]


@lru_cache(maxsize=1_000)
def _fingerprint(code: str, published_at: datetime | None, title: str, lead: str) -> Fingerprint:
    if code not in names_of_places():
        return Fingerprint(code, published_at)
    text = f"{title}\n{lead}"
    matches = list(find_words(text))
    words = [match[0] for match in matches]
    terms = [analyzer_for(code).term(word) or "" for word in words]
    capitals = _capitals(text, matches, after=len(title), code=code)
    candidates = capitals if has_capitals(code) else {place for place, term in enumerate(terms) if term}
    adjectives = {place: country for place in candidates if (country := country_of(words[place], code))}
    places, taken = _places(words, terms, code)
    spelled = filter(None, (spelled_number(word, code) for word in words))
    common = (
        enumerate(terms)
        if code == _NOUNS_WITH_CAPITALS or not has_capitals(code)
        else ((place, term) for place, term in enumerate(terms) if place not in capitals)
    )
    return Fingerprint(
        code,
        published_at,
        places=places | set(adjectives.values()),
        numbers=frozenset([*numbers_in(text, code), *map(float, spelled)]),
        words=tuple(_once(words, sorted(candidates - taken - adjectives.keys()))),
        kinds=frozenset(kind for _, term in common for kind in kinds_of(term, code)),
    )


def _places(words: Sequence[str], terms: Sequence[str], code: str) -> tuple[frozenset[str], set[int]]:
    """Return the places that words name, and which words name them."""
    places, taken = set[str](), set[int]()
    for span, place in named_places(terms, code):
        if agrees(words[span], place, code):
            places.add(place)
            taken.update(range(span.start, span.stop))
    return frozenset(places), taken


def _once(words: Sequence[str], places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield the words at some places with these, each word once."""
    seen = set[str]()
    for place in places:
        if words[place] not in seen:
            seen.add(words[place])
            yield place, words[place]


def _capitals(text: str, matches: Sequence[re.Match[str]], *, after: int, code: str) -> set[int]:
    """Return which words behind the title have a capital that no sentence's beginning explains.

    Titles may have capitals everywhere. Two capitals at a beginning are a full name, but for German nouns.
    """
    capital = [match[0][0].isupper() for match in matches]
    found = set[int]()
    for place, match in enumerate(matches):
        if not capital[place] or match.start() <= after:
            continue
        inside = "'" in match[0] or "’" in match[0] or not _opens(text, match.start())
        full_name = capital[place + 1 : place + 2] == [True] and text[match.end()] == " "
        if inside or (full_name and code != _NOUNS_WITH_CAPITALS):
            found.add(place)
    return found


def _opens(text: str, start: int) -> bool:
    """Return whether a sentence or a quotation begins at a word."""
    before = text[max(start - 5, 0) : start].rstrip(_OPENING)
    return not before or before[-1] in _SENTENCE_ENDS


def warm_up() -> None:
    """Read the names of places and the words of all languages, which takes long."""
    for code in names_of_places():
        fingerprint_of(Article(ArticleId(""), "Moscow", "It rained on Mr Martin: 5 million.", code))
