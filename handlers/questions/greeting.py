"""Messages that only greet, thank or call for help: they get an answer that shows how to ask."""

import re
from collections.abc import Iterable
from functools import cache

from bot.languages.language import phrases_of_all
from bot.languages.phrases import alternation
from bot.search.letters import fold

MAX_CHARACTERS = 100
_WORD = re.compile(r"[^\W_]+")
_QUOTES = re.compile('["“”„«»]')
_KINDS = {"hello": ("hello", "help"), "thanks": ("thanks",)}
"""Texts by name -> the lists of phrases they answer."""


def greeting_kind(message: str) -> str | None:
    """Return "hello" or "thanks"; None when the message says more, or has quotes."""
    if len(message) > MAX_CHARACTERS or _QUOTES.search(message):
        return None
    words = _plain(message)
    return next((kind for kind in _KINDS if _greeting(kind).fullmatch(words)), None)


@cache
def _greeting(kind: str) -> re.Pattern[str]:
    """Matches one phrase of a kind or more, with any other greetings around."""
    phrase = _any_of(_KINDS[kind])
    other = _any_of(("hello", "help", "thanks", "around"))
    return re.compile(rf"(?:{other} )*?{phrase}(?: {other})*")


def _any_of(keys: Iterable[str]) -> str:
    return alternation(_plain(phrase) for key in keys for phrase in phrases_of_all(f"greetings.{key}"))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
