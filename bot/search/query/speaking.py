"""Speakers' names as `said:` compares them.

A person's key is their name, folded and without titles: "hakan fidan". An office's or body's key begins with
"the": "the foreign ministry". Whom it is named after follows behind a mark, so that nobody is credited with
the words of their spokesman: "the spokesman / for fidan", "the lawyer / of lind".
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bot.languages.phrases import words
from bot.search.letters import fold

_RELATED = " / "
_OFFICE = "the "
_MARKS = re.compile(r"[^\w\s'-]+")
_POSSESSIVE = re.compile(r"(?<=\w)(?:'s|(?<=s)')\s+")
_NO_TITLE = frozenset({"state", "general", "chief", "executive", "private", "attorney", "former"})
"""Titles that also begin the names of bodies ("state media"), so that they stay in what is looked for."""


class Wanted(NamedTuple):
    """A speaker who is looked for.

    Args:
        typed: The words, folded; a person's, an office's or a body's.
        person: The words without titles, if they can be a person's name; else "".
    """

    typed: str
    person: str


def name_key(name: Sequence[str]) -> str:
    """Return the words of a name folded, with single spaces: the key of a person."""
    plain = fold(" ".join(name).replace("’", "'"))
    return " ".join(_MARKS.sub(" ", plain).split())


def office_key(own: Sequence[str], related: Sequence[str] = ()) -> str:
    """Return the key of an office or a body.

    Args:
        own: What it is called ("spokesman").
        related: Whom it is named after ("for Fidan").
    """
    key = _OFFICE + name_key(own)
    return f"{key}{_RELATED}{name_key(related)}" if related else key


def is_personal(key: str) -> bool:
    """Return whether a key is a person's name, not an office or a body."""
    return not key.startswith(_OFFICE)


def key_words(key: str) -> str:
    """Return the words of a key in a row: "spokesman for fidan"."""
    return key.removeprefix(_OFFICE).replace(_RELATED, " ")


def own_words(key: str) -> str:
    """Return the words of a key that are a speaker's own: "spokesman"."""
    return key.removeprefix(_OFFICE).partition(_RELATED)[0]


@lru_cache(256)
def wanted_speaker(value: str) -> Wanted:
    """Return the speaker that a filter's value looks for."""
    folded = name_key(value.split())
    *owners, own = _POSSESSIVE.split(folded)
    if owners and own:
        return Wanted(f"{own} of {' '.join(owners)}", "")
    typed = folded.split()
    while len(typed) > 1 and typed[0] in _all("determiners"):
        del typed[0]
    person = list(typed)
    while person and person[0] in _all("titles") - _NO_TITLE:
        del person[0]
    can_be_person = person and not any(word in _all("relations") for word in person)
    return Wanted(" ".join(typed), " ".join(person) if can_be_person else "")


def speaks_as(key: str, wanted: Wanted) -> bool:
    """Return whether a speaker is the one looked for.

    The words are in a row in the speaker's key. Of an office, they begin among its own words and reach their
    end: nobody is credited with the words of their administration ("the obama administration").
    """
    if wanted.typed and is_called(key, wanted.typed):
        return True
    return bool(wanted.person) and is_personal(key) and f" {wanted.person} " in f" {key} "


def is_called(key: str, words: str) -> bool:
    """Return whether a speaker is called by words in a row; an office, by some that end its own words."""
    row, own = f" {key_words(key)} ", len(own_words(key))
    place = row.find(f" {words} ")
    if not 0 <= place < own:
        return False
    return is_personal(key) or place + len(words) >= own


def without_determiner(name: Sequence[str], code: str) -> list[str]:
    """Return a name's words without articles at its beginning."""
    kept = list(name)
    while len(kept) > 1 and kept[0].casefold() in _of("determiners", code):
        del kept[0]
    elided = kept[0][:2].casefold().replace("’", "'") if kept else ""
    if elided.endswith("'") and elided in _of("determiners", code):
        kept[0] = kept[0][2:]
    return [word for word in kept if word]


@lru_cache(4096)
def is_title(word: str, code: str) -> bool:
    """Return whether a word is an office or a form of address."""
    folded = fold(word.rstrip("."))
    return folded in _of("titles", code) or folded.endswith(_title_endings(code))


def is_relation(word: str, code: str) -> bool:
    """Return whether a word leads from a speaker to somebody they are named after ("for", "of")."""
    word = word.casefold().replace("’", "'")
    return word in _of("relations", code) or (word[1:2] == "'" and word[:2] in _of("relations", code))


@cache
def _title_endings(code: str) -> tuple[str, ...]:
    """Return what compound titles end in ("Regierungssprecher")."""
    return tuple(title[1:] for title in _of("titles", code) if title.startswith("-"))


@cache
def _of(key: str, code: str) -> frozenset[str]:
    fold_word = fold if key == "titles" else str.casefold
    return frozenset(map(fold_word, words(f"attribution.{key}", code)))


@cache
def _all(key: str) -> frozenset[str]:
    return frozenset(map(fold, words(f"attribution.{key}")))
