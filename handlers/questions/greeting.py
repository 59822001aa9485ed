"""Messages that greet, thank or call for help: no question, and answered with how to ask one."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path

from bot.search.analyzer import fold
from handlers.texts import Texts

DATA = Path(__file__).with_name("greetings.toml")
LONGEST = 100
"""Characters a greeting may have."""
_WORD = re.compile(r"[^\W_]+")
_QUOTES = re.compile('["“”„«»]')


def greeting_html(words: str, texts: Texts) -> str | None:
    """Return the answer to a greeting alone; None when a message says more, or puts its words in quotes."""
    if len(words) > LONGEST or _QUOTES.search(words):
        return None
    said = _plain(words)
    kind = next((kind for kind in ("hello", "thanks") if _greeting(kind).fullmatch(said)), None)
    return texts(f"greeting-{kind}", example=f"<code>{texts('start-example-1')}</code>") if kind else None


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


@cache
def _greeting(kind: str) -> re.Pattern[str]:
    """At least one phrase of a kind, with any others of the lists; "hello" and "help" are one kind."""
    with DATA.open("rb") as file:
        lists: dict[str, list[str]] = tomllib.load(file)
    own = [*lists["hello"], *lists["help"]] if kind == "hello" else lists[kind]
    phrase, any_ = _any_of(own), _any_of(chain.from_iterable(lists.values()))
    return re.compile(rf"(?:{any_} )*?{phrase}(?: {any_})*")


def _any_of(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(_plain, phrases), key=len, reverse=True))})"
