"""Counts articles by day, publisher and language, from columns already in memory."""

from datetime import UTC, date, datetime, timedelta

import numpy as np

from bot.corpus.ports import CorpusFacts
from bot.search.index.segment import UNDATED, Bools, Ints, Longs
from bot.search.index.snapshot import Snapshot
from bot.search.index.source_table import NameColumn
from bot.search.kernel.kernel import Kernel
from bot.search.ports import Facets

_EPOCH = date(1970, 1, 1)


def count_facets(snapshot: Snapshot, included: Bools, kernel: Kernel | None = None) -> Facets:
    """Return the counts over some articles: days in order, names by descending count.

    Args:
        included: (n,) which articles, by doc.
        kernel: Counts; None leaves that to NumPy.
    """
    eve, days = snapshot.days
    if kernel:
        sizes = len(snapshot.sources.sources), snapshot.days_size
        by_source, by_day = kernel.lists.tally(included, (snapshot.source_ids, days), sizes)
    else:
        docs = np.flatnonzero(included)
        by_source, by_day = np.bincount(snapshot.source_ids.take(docs)), np.bincount(days.take(docs))
    return Facets(
        _day_counts(eve, by_day),
        _name_counts(by_source, snapshot.sources.publishers),
        _name_counts(by_source, snapshot.sources.languages),
    )


def corpus_facts(snapshot: Snapshot) -> CorpusFacts:
    """Return figures of all live articles."""
    live = np.ones(len(snapshot.published), np.bool_) if snapshot.live_docs is None else snapshot.live_docs
    samples = int(np.count_nonzero(live & snapshot.samples))
    shown = live if samples == snapshot.articles else live & ~snapshot.samples
    newest = int(snapshot.published[shown].max(initial=UNDATED))
    publishers = count_facets(snapshot, shown).publishers.items()
    return CorpusFacts(
        snapshot.articles,
        samples,
        moment_of(newest),
        tuple(sorted(publishers, key=lambda row: (-row[1], row[0]))),
    )


def _day_counts(eve: int, counts: Longs) -> dict[date, int]:
    counts[:1] = 0  # the undated
    return {_EPOCH + timedelta(days=eve + day): int(counts[day]) for day in np.flatnonzero(counts).tolist()}


def _name_counts(by_source: Longs, column: NameColumn) -> dict[str, int]:
    """Return how many articles have each name, given how many have each source."""
    numbers: Ints = column.numbers_of(np.arange(len(by_source), dtype=np.int32))
    counts = np.bincount(numbers, by_source).astype(np.int64)
    order = np.argsort(-counts, kind="stable")
    return {column.names[i]: int(counts[i]) for i in order.tolist() if counts[i] and column.names[i]}


def moment_of(microseconds: int) -> datetime | None:
    """Return the moment of microseconds since 1970; None for UNDATED."""
    if microseconds == UNDATED:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
