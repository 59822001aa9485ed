"""Whether a message continues the previous question, or starts afresh."""

from enum import Enum

from bot.languages.language import languages
from bot.questions.intent import asks, continues
from bot.search.query.query import Query

_SHORT = 2
"""Search words of a message that may continue the previous question without saying so ("who resigned?")."""


class Lean(Enum):
    """How a message leans on the previous one.

    MAYBE: A short question that names nothing: a follow-up if the previous story answers it.
    """

    NONE = 0
    MAYBE = 1
    SURE = 2


def lean_of(message: str, query: Query) -> Lean:
    """Return how a message, read as `query` by itself, leans on the previous one."""
    if '"' in message or ":" in message:
        return Lean.NONE
    codes = [query.language] if query.language else [known.code for known in languages()]
    brief = len(query.words) <= 2 * _SHORT
    if brief and any(continues(message, code) for code in codes):
        return Lean.SURE
    names = any(word[:1].isupper() for word in query.words)
    if not names and len(query.words) <= _SHORT and any(asks(message, code) for code in codes):
        return Lean.MAYBE
    return Lean.NONE
