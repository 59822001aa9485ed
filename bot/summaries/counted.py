"""Counted things that no kind covers: "two undersea cables", "quatre enfants".

Any noun after a number is a candidate, so that two sentences are about the same only if they share most of
their other words. Only languages whose script has capitals: elsewhere, look-alike reports share too many.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.corpus.article import Article
from bot.languages.phrases import alternation, phrases
from bot.languages.scripts import has_capitals
from bot.languages.stopwords import stop_words
from bot.search.analyzer import Analyzer, analyzer_for, analyzer_language
from bot.search.words import find_words
from bot.summaries.quantities import Quantity

COUNTED = "counted"
"""The kind of such claims."""
_MOST_FIGURES, _MOST_WORDS = 3, 50
"""Figures and words of a sentence that isn't a table."""
_LEAST = 2
_SHARED, _SHARE = 5, 0.45
"""Terms that two sentences share, and share of the shorter one's terms."""
_THING = re.compile(r" [^\W\d_A-Z][^\W\d_]+(?![\w’'-])")
_LONGEST = 3
"""Words of a thing."""


def counted_things(text: str, found: Sequence[Quantity], code: str) -> Iterator[tuple[int, str, str]]:
    """Yield (number of the figure, term, noun as written) for the figures that count a thing."""
    if not has_capitals(code) or len(found) > _MOST_FIGURES or len(text.split()) > _MOST_WORDS:
        return
    for number, quantity in enumerate(found):
        noun = _noun(text, quantity.end, code)
        term = _analyzer(code).term(noun.split()[0]) if noun else None
        if term and quantity.value >= _LEAST:
            yield number, term, noun


def are_alike(left: str, right: str, code: str) -> bool:
    """Return whether two sentences with different figures are about the same."""
    first, second = (frozenset(_terms(text, code)) for text in (left, right))
    shared = len(first & second)
    return shared >= _SHARED and shared >= _SHARE * min(len(first), len(second))


def sentence_of(article: Article, index: int) -> str:
    """Return sentence `index` of an article."""
    return article.quote(article.sentences[index])


def _noun(text: str, start: int, code: str) -> str:
    """Return the words after a figure up to a stop word, a capital or a mark."""
    words: list[str] = []
    while len(words) < _LONGEST and (match := _THING.match(text, start)):
        word = match[0].strip()
        if _no_thing(code).fullmatch(word) or not word[0].islower():
            break
        words.append(word)
        start = match.end()
    return " ".join(words)


def _terms(text: str, code: str) -> Iterator[str]:
    for word in find_words(text):
        term = _analyzer(code).term(word[0])
        if term and not term[0].isdigit():
            yield term


@cache
def _no_thing(code: str) -> re.Pattern[str]:
    stops = (re.escape(word) for word in stop_words(code))
    numbers = (word for row in phrases("differences.numbers", code) for word in row.split()[1:])
    excluded = alternation(
        [
            *stops,
            *map(re.escape, numbers),
            *phrases("differences.units", code),
            *phrases("differences.people", code),
        ]
    )
    return re.compile(excluded, re.IGNORECASE)


def _analyzer(code: str) -> Analyzer:
    return analyzer_for(analyzer_language(code))
