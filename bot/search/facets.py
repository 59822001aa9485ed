"""Counts by day, publisher and language over the articles a search found, from columns already at hand."""

from datetime import date, timedelta

import numpy as np

from bot.search.ports import Facets
from bot.search.segment import Bools, Ints
from bot.search.snapshot import NO_DAY, Snapshot

_FIRST = date(1970, 1, 1)


def count_facets(snapshot: Snapshot, found: Bools) -> Facets:
    """Return the counts over some articles, days in order, names most first.

    Args:
        found: (n,) which articles, by place.
    """
    return Facets(
        _days(snapshot, found),
        _named(snapshot.publishers[found], snapshot.sources.publishers.names),
        _named(snapshot.tongues[found], snapshot.sources.languages.names),
    )


def _days(snapshot: Snapshot, found: Bools) -> dict[date, int]:
    days = snapshot.days[found]
    days = days[days != NO_DAY]
    if not len(days):
        return {}
    first = int(days.min())
    counts = np.bincount(days - first)
    return {_FIRST + timedelta(days=first + day): int(counts[day]) for day in np.flatnonzero(counts).tolist()}


def _named(numbers: Ints, names: list[str]) -> dict[str, int]:
    counts = np.bincount(numbers, minlength=len(names))
    order = np.argsort(-counts, kind="stable")
    return {names[i]: int(counts[i]) for i in order.tolist() if counts[i] and names[i]}
