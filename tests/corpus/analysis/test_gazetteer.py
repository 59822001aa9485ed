"""The gazetteer's data, and names in other spellings and cases."""

import re
import tomllib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.analysis.gazetteer import (
    DATA,
    Outlet,
    build_gazetteer,
    find_outlets,
    load_outlets,
)
from bot.corpus.analysis.outlet_spellings import spellings


def test_no_name_or_domain_is_listed_twice() -> None:
    outlets = load_outlets()
    names = Counter(outlet.name for outlet in outlets)
    sites = Counter(outlet.site for outlet in outlets if outlet.site)
    assert [name for counts in (names, sites) for name, count in counts.items() if count > 1] == []


def test_no_alias_that_needs_no_context_belongs_to_two_outlets() -> None:
    owners: dict[str, set[str]] = {}
    for outlet in load_outlets():
        for alias in outlet.aliases:
            owners.setdefault(alias, set()).add(outlet.name)
    assert {alias: sorted(names) for alias, names in owners.items() if len(names) > 1} == {}


def test_outlets_of_many_countries_are_listed() -> None:
    with DATA.open("rb") as file:
        tables = tomllib.load(file)
    countries = {entry.get("country") for kind in ("agency", "newspaper") for entry in tables[kind].values()}
    countries.discard(None)
    assert len(countries) >= 25
    assert all(re.fullmatch("[A-Z]{2}", country) for country in countries)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("او به ايسنا خبر داد.", "ISNA"),
        ("او به ایسنا خبر داد.", "ISNA"),
        ("Об этом рассказали «Интерфаксу».", "Interfax"),
        ("По данным «Ведомостей», мост закрыт.", "Vedomosti"),
        ("Das sagte er der Süddeutschen Zeitung.", "Süddeutsche Zeitung"),
        ("Ciencia | EL PAÍS", "El País"),
    ],
)
def test_names_are_found_as_texts_type_and_decline_them(text: str, name: str) -> None:
    assert [mention.name for mention in find_outlets(text)] == [name]


OUTLETS = (
    Outlet("Times", "newspaper", ("The Times",), ("Times",)),
    Outlet("Times of Oss", "newspaper", ("The Times of Oss", "The Times of Oss Daily")),
    Outlet("AP", "agency", ("AP", "Associated Press", "ap.org")),
    Outlet("Oss State Broadcasting Corporation", "broadcaster", ("Oss State Broadcasting Corporation",)),
    Outlet("Oss State Broadcasting Council", "body", ("Oss State Broadcasting Council",)),
    Outlet("الأناضول", "agency", ("الأناضول", "وكالة الأناضول للأنباء")),
)
GAZETTEER = build_gazetteer(OUTLETS)
PIECES = st.sampled_from(
    [
        *(name for outlet in OUTLETS for name in (*outlet.aliases, *outlet.weak)),
        "Oss State Broadcast",
        "s",
        " ",
        "-",
        "و",
        "x/",
        "@",
    ]
)


BEFORE = re.compile(
    r"""(?:^|[^\w@#./])$  # no word, address or handle goes on
    |(?:^|\W)[ولبفك]$  # an Arabic word of one letter, joined
    """,
    re.VERBOSE,
)
BEFORE_CAPITAL = re.compile(r"(?:^|\s)[^\W\d_a-z][^\s.:@]*/$")
"""A name in capitals and a slash ("NBC News/"), before another."""


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a part of a text is no part of a word, an address or a handle."""
    before = BEFORE.search(text[:start]) or (text[start].isupper() and BEFORE_CAPITAL.search(text[:start]))
    return bool(before) and re.match(r"[\w@]", text[end:]) is None


def expected_mentions(text: str) -> list[tuple[int, int, str, bool]]:
    """Look for every spelling of every name at every place.

    Returns:
        Start, end, name, and whether the spelling is weak.
    """
    names = {
        form: (outlet.name, weak)
        for outlet in reversed(OUTLETS)
        for weak, aliases in ((True, outlet.weak), (False, outlet.aliases))
        for alias in aliases
        for form in spellings(alias)
    }
    hits = [
        (at, -len(form), *names[form])
        for at in range(len(text))
        for form in names
        if text.startswith(form, at) and is_whole(text, at, at + len(form))
    ]
    mentions, free_from = [], 0
    for start, length, name, weak in sorted(hits):
        if start >= free_from:
            free_from = start - length
            mentions.append((start, free_from, name, weak))
    return mentions


@given(st.lists(PIECES, max_size=8).map("".join))
def test_names_are_found_wherever_they_stand_whole(text: str) -> None:
    assert [(at.start, at.end, at.name, at.weak) for at in GAZETTEER.find(text)] == expected_mentions(text)
