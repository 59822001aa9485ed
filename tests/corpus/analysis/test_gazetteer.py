"""The gazetteer's data, and names in other spellings and cases."""

import re
import tomllib
from collections import Counter

import pytest

from bot.corpus.analysis.gazetteer import DATA, find_outlets, load_outlets


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
