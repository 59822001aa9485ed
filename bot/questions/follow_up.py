"""Whether a message continues the previous question, or starts afresh."""

from enum import Enum
from functools import cache

from bot.languages.language import languages, phrases_of_all
from bot.questions.intent import asks, asks_whether, continues
from bot.search.letters import fold
from bot.search.query.query import Query
from bot.search.words import split_words

_SURE, _SHORT, _LONG = 2, 3, 4
"""Search words of a message that surely continues the previous question, as it says so ("and the mill?"), of
one that may without saying so ("who won first prize?"), and of one that may and says so."""
_LONGEST_REQUEST = 40
"""Characters of a message that may ask for more."""


class Lean(Enum):
    """How a message leans on the previous one.

    MAYBE: A follow-up if the previous story answers it: a short question that names nothing, or a longer
        one that refers to something ("why did they leave the harbour?").
    """

    NONE = 0
    MAYBE = 1
    SURE = 2


def lean_of(message: str, query: Query) -> Lean:
    """Return how a message, read as `query` by itself, leans on the previous one."""
    if '"' in message or ":" in message or len(query.words) > _LONG:
        return Lean.NONE
    codes = [query.language] if query.language else [known.code for known in languages()]
    if any(continues(message, code) for code in codes):
        return Lean.SURE if len(query.words) <= _SURE else Lean.MAYBE
    short = len(query.words) <= _SHORT and not any(word[:1].isupper() for word in query.words)
    if short and any(asks(message, code) or asks_whether(message, code) for code in codes):
        return Lean.MAYBE
    return Lean.NONE


def asks_for_next_page(message: str) -> bool:
    """Return whether a message asks for nothing but more of what was shown: "more", "go on"."""
    return _plain(message[:_LONGEST_REQUEST]) in _next_page()


@cache
def _next_page() -> frozenset[str]:
    return frozenset(map(_plain, phrases_of_all("questions.next_page")))


def _plain(text: str) -> str:
    return " ".join(split_words(fold(text)))
