"""Agencies by all their names, for those who ask about whole names only."""

from functools import cache
from itertools import chain

from bot.corpus.analysis.gazetteer import load_outlets
from bot.corpus.analysis.outlet_spellings import spellings


def is_agency(name: str) -> bool:
    """Return whether a name is an agency's, as `gazetteer.canonical` does, without its automaton of 4 MB."""
    return name.strip() in _spellings()


@cache
def _spellings() -> frozenset[str]:
    # Agencies come first in the file: a name that another outlet has too is theirs.
    agencies = [outlet for outlet in load_outlets() if outlet.kind == "agency"]
    names = chain.from_iterable((*agency.aliases, *agency.weak) for agency in agencies)
    return frozenset(chain.from_iterable(map(spellings, names)))
