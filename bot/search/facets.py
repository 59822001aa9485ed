"""Counts by day, publisher and language over the articles a search found, from columns already at hand."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from bot.search.ports import Facets
from bot.search.segment import UNDATED, Bools
from bot.search.snapshot import Snapshot, View

_DAY = 86_400_000_000
_FIRST = date(1970, 1, 1)


def count_facets(snapshot: Snapshot, found: Sequence[tuple[View, Bools]]) -> Facets:
    """Return the counts over the articles marked in each view."""
    days: Counter[date] = Counter()
    by_source = np.zeros(len(snapshot.sources), np.int64)
    for view, inside in found:
        by_source += np.bincount(view.segment.sources[inside], minlength=len(by_source))[: len(by_source)]
        published = view.segment.published[inside]
        numbers = published[published != UNDATED] // _DAY
        if len(numbers):
            first = int(numbers.min())
            counts = np.bincount(numbers - first)
            for day in np.flatnonzero(counts).tolist():
                days[_FIRST + timedelta(days=first + day)] += int(counts[day])
    publishers: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for number in np.flatnonzero(by_source).tolist():
        source, count = snapshot.sources[number], int(by_source[number])
        languages[source.language] += count
        if source.publisher:
            publishers[source.publisher] += count
    return Facets(dict(sorted(days.items())), dict(publishers.most_common()), dict(languages.most_common()))
