"""Whether a message continues the previous question, or starts afresh."""

from enum import Enum

from bot.languages.language import languages
from bot.questions.intent import asks, continues
from bot.search.query.query import Query

_SHORT, _LONG = 2, 4
"""Search words of a message that may continue the previous question: without saying so ("who resigned?"), or
although it says so ("and what did the harbour master say?")."""


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
    short = len(query.words) <= _SHORT
    if any(continues(message, code) for code in codes):
        return Lean.SURE if short else Lean.MAYBE
    names = any(word[:1].isupper() for word in query.words)
    if short and not names and any(asks(message, code) for code in codes):
        return Lean.MAYBE
    return Lean.NONE
