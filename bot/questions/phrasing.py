"""Questions as people phrase them: what only leads up to what they ask about is no search word."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from bot.search.query.parser import ONLY_COMMON, Query, parse

DATA = Path(__file__).with_name("fillers.toml")
_MOST = 4
"""Fillers one after the other that are left out: "please, tell me about the latest news on ..."."""


def parse_question(text: str, *, now: datetime) -> Query:
    """Return the query a question asks, without its filler when words are left to look for.

    Args:
        now: As in `parse`.

    Raises:
        QueryError: As in `parse`.
    """
    bare = blank_fillers(text)
    if bare != text:
        query = parse(bare, now=now)
        if query.words and ONLY_COMMON not in query.problems:
            return replace(query, text=text)
    return parse(text, now=now)


def blank_fillers(text: str) -> str:
    """Return a question with blanks in place of its filler, so that every other letter keeps its place."""
    opening, ending = _patterns()
    end = 0
    for _ in range(_MOST):
        found = opening.match(text, end)
        end = found.end() if found else end
    bare = " " * end + text[end:]
    if tail := ending.search(bare):
        bare = bare[: tail.start()] + " " * (len(bare) - tail.start())
    return bare


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may begin a question, and what may end one, in every language."""
    with DATA.open("rb") as file:
        tongues = tomllib.load(file).values()
    openings = _any_of(each for tongue in tongues for each in tongue["openings"])
    endings = _any_of(each for tongue in tongues for each in tongue.get("endings", ()))
    return (
        re.compile(rf"[\s,:;.¿¡]*{openings}(?![\w*]|\s+OR\s)", re.IGNORECASE),
        re.compile(rf"(?<=\s){endings}[\s?!.؟]*$", re.IGNORECASE),
    )


def _any_of(fragments: Iterable[str]) -> str:
    """One alternation, the longest first."""
    longest_first = sorted((each.replace(" ", r"\s+") for each in fragments), key=len, reverse=True)
    return f"(?:{'|'.join(longest_first)})"
