"""The names of a feed entry's authors."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

MAX_CHARACTERS = 500
"""Of an author; mail addresses in longer texts take quadratic time to find."""
_ADDRESS = re.compile(r"<[^<>]*>|[\w.+-]+@[\w.-]+\w")
_BRACKETS = re.compile(r"\(([^()]+)\)?")
_REST_OF_ADDRESS = re.compile(r"[a-z]{1,12}")


def author_names(item: Any, *, atom: bool) -> str | None:
    """Return the names of all authors, joined by commas, without their mail addresses; None without one.

    Args:
        item: An entry as feedparser returns it.
        atom: Whether the feed is Atom, which has an element for the address.
    """
    authors = item.get("authors") or ()
    if len(authors) < 2:
        written = item.get("author") or ""
        return joined(_names(written)) or written or None
    return joined(name for author in authors for name in _names_of(author, atom=atom))


def joined(names: Iterable[str | None]) -> str | None:
    """Return names joined by commas, each once; None for none."""
    distinct = {" ".join(name.split()).casefold(): " ".join(name.split()) for name in names if name}
    return ", ".join(name for name in distinct.values() if name) or None


def _names_of(author: Any, *, atom: bool) -> Iterator[str]:
    name, address = author.get("name") or "", author.get("email")
    if atom or not address:
        yield from _names(name)
        return
    # Of RSS's "jane@mail.example (Jane Doe)" feedparser takes away the address but for the end of its domain.
    if in_brackets := _BRACKETS.findall(name):
        yield from in_brackets
    elif not _REST_OF_ADDRESS.fullmatch(name):
        yield from _names(name)


def _names(written: str) -> list[str]:
    """Return the names in "Jane Doe", "Jane Doe <jane@mail.example>" or "jane@mail.example (Jane Doe)"."""
    written = written[:MAX_CHARACTERS]
    bare = _ADDRESS.sub("", written).replace("()", " ")
    outside = _BRACKETS.sub("", bare).strip(" ,;")
    if any(letter.isalpha() for letter in outside) or bare == written:
        return [bare.strip(" ,;")]
    return _BRACKETS.findall(bare)
