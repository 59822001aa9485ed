"""Agencies are known by the names under which the gazetteer finds them."""

from bot.corpus.analysis.agencies import is_agency
from bot.corpus.analysis.gazetteer import canonical, load_outlets
from bot.corpus.analysis.outlet_spellings import spellings


def test_the_same_names_are_agencies_as_in_the_gazetteer() -> None:
    names = {
        name
        for outlet in load_outlets()
        for listed in (*outlet.aliases, *outlet.weak)
        for name in spellings(listed)
    }
    agencies = {name for name in names if (outlet := canonical(name)) and outlet.kind == "agency"}
    assert agencies == {name for name in names if is_agency(name)}
    assert {"Reuters", "رويترز"} <= agencies
    assert not is_agency("Reuters reports")
