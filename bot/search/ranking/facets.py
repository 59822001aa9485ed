"""Counts by day, publisher and language over the articles a search found, from columns already at hand."""

from datetime import date, timedelta

import numpy as np

from bot.search.index.segment import Bools, Ints, Longs
from bot.search.index.snapshot import Snapshot
from bot.search.index.source_table import Names
from bot.search.ports import Facets

_FIRST = date(1970, 1, 1)


def count_facets(snapshot: Snapshot, found: Bools) -> Facets:
    """Return the counts over some articles, days in order, names most first.

    Args:
        found: (n,) which articles, by place.
    """
    places = np.flatnonzero(found)
    by_source = np.bincount(snapshot.origins.take(places))
    eve, days = snapshot.calendar
    return Facets(
        _days(eve, np.bincount(days.take(places))),
        _named(by_source, snapshot.sources.publishers),
        _named(by_source, snapshot.sources.languages),
    )


def _days(eve: int, counts: Longs) -> dict[date, int]:
    counts[:1] = 0  # the undated
    return {_FIRST + timedelta(days=eve + day): int(counts[day]) for day in np.flatnonzero(counts).tolist()}


def _named(by_source: Longs, names: Names) -> dict[str, int]:
    """Return how many articles bear each name, given how many each source has."""
    named: Ints = names.of(np.arange(len(by_source), dtype=np.int32))
    counts = np.bincount(named, by_source).astype(np.int64)
    order = np.argsort(-counts, kind="stable")
    return {names.names[i]: int(counts[i]) for i in order.tolist() if counts[i] and names.names[i]}
