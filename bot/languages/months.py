"""Month names of all languages."""

from collections.abc import Mapping
from functools import cache

from bot.languages.language import languages
from bot.languages.phrases import any_word


@cache
def month_numbers() -> Mapping[str, int]:
    """Return 1 to 12 by the months' names, in small letters."""
    return {name: number for known in languages() for name, number in known.month_numbers.items()}


@cache
def any_month() -> str:
    """Return an alternation of the months' names, in a group."""
    return any_word(month_numbers())
