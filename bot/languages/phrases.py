"""The words pages and writers use, by kind, from `phrases.toml`."""

import re
import tomllib
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("phrases.toml")
NOTHING = r"(?!)"  # matches nowhere: an empty list finds nothing


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    with DATA.open("rb") as file:
        return tomllib.load(file)


@cache
def any_of(table: str, name: str) -> str:
    """Return one alternation of the fragments in list `name` of `table`, longest first, in a group.

    A table without the list has nothing that matches.
    """
    fragments = sorted(set(_tables()[table].get(name, ())), key=len, reverse=True)
    return f"(?:{'|'.join(fragments)})" if fragments else NOTHING


@cache
def pattern(table: str, name: str, form: str = "{}") -> re.Pattern[str]:
    """Return the list compiled, its alternation put in place of `{}` in `form`; case does not matter."""
    return re.compile(form.replace("{}", any_of(table, name)), re.IGNORECASE)


@cache
def words(table: str, name: str) -> frozenset[str]:
    """Return list `name` of `table` as plain words, none when there is no such list."""
    return frozenset(_tables()[table].get(name, ()))


@cache
def has(table: str) -> bool:
    """Whether there is a table of that name."""
    return table in _tables()
