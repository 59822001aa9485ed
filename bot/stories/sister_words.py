"""The words by which articles of other languages about an event are looked up."""

import re
from collections.abc import Collection, Mapping, Sequence

from bot.corpus.article import Article
from bot.languages.language import language
from bot.search.places import names_of_places
from bot.search.words import split_words
from bot.stories.fingerprint import Fingerprint, fingerprint_of, lead_of

_DIGITS = re.compile(r"\d{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_NAMES, _MOST_WORDS = 12, 4
"""Names that are looked for, and words for each kind of event."""


def sister_words(articles: Sequence[Article], languages: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return for each language but some the words that its articles about the same event would have.

    Names of places and kinds of events are in that language; numbers and names of its alphabet as written.
    """
    fingerprints = [fingerprint_of(article) for article in articles]
    if not any(fingerprint.places or fingerprint.numbers for fingerprint in fingerprints):
        return {}
    digits = [digits for article in articles for digits in _digits(article)]
    return {
        code: tuple(dict.fromkeys([*digits, *(word for each in fingerprints for word in _words(each, code))]))
        for code in names_of_places()
        if code not in languages
    }


def _digits(article: Article) -> list[str]:
    found = _DIGITS.findall(f"{article.title}\n{lead_of(article)}")
    return [digits for digits in found if not _YEAR.fullmatch(digits)]


def _words(fingerprint: Fingerprint, code: str) -> list[str]:
    """Return the words of a language for what a fingerprint holds."""
    known, names = language(code), names_of_places()[code]
    alphabet = known.script.casefold()
    words = [
        word
        for place in sorted(fingerprint.places)
        for name in names.get(place, ())
        for word in split_words(name)
    ]
    words += [word for kind in sorted(fingerprint.kinds) for word in known.events.get(kind, ())[:_MOST_WORDS]]
    same = [name.folded for _, name in fingerprint.names if name.alphabet == alphabet]
    return [*words, *same[:_MOST_NAMES]]
