"""Counts all articles that a query matches, by day and publisher, whatever their rank."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

import numpy as np

from bot.search.index.segment import DAY_US, UNDATED, Bools, Longs, microseconds
from bot.search.index.snapshot import Snapshot
from bot.search.ports import Mentions, SearchRequest
from bot.search.ranking.boolean import BooleanMatcher
from bot.search.ranking.posting_lists import PostingLists

MAX_AGE = timedelta(days=20 * 366)
"""Articles dated longer ago than this, or after tomorrow, count as undated: such dates are mistakes."""


def count_mentions(snapshot: Snapshot, request: SearchRequest, zone: tzinfo) -> Mentions:
    """Return how many articles a request's query matches; the request's order and limit are ignored.

    Args:
        zone: Where days begin.
    """
    docs = np.flatnonzero(_matches(snapshot, request))
    published = snapshot.published[docs]
    oldest, newest = request.now - MAX_AGE, request.now + timedelta(days=1)
    dated = (published != UNDATED) & (published >= microseconds(oldest)) & (published < microseconds(newest))
    if not dated.any():
        return Mentions(undated=len(docs))
    published, publishers = _in_zone(published[dated], zone), snapshot.publishers[docs[dated]]
    days = tuple(days_between(_local_day(int(published.min()), zone), _local_day(int(published.max()), zone)))
    starts = np.array([_midnight(day, zone) for day in days], np.int64)
    day_index = np.searchsorted(starts, published, side="right") - 1
    names = tuple(snapshot.sources.publishers.names)
    cells = np.bincount(publishers * len(days) + day_index, minlength=len(names) * len(days))
    table = cells.reshape(len(names), -1)
    order = np.argsort(-table.sum(axis=1), kind="stable")
    rows = tuple((names[i], tuple(table[i].tolist())) for i in order.tolist() if table[i].any())
    return Mentions(days, rows, int(len(docs) - dated.sum()))


def _matches(snapshot: Snapshot, request: SearchRequest) -> Bools:
    """Return which articles match, by doc."""
    root = request.query.root
    matches = (
        BooleanMatcher(PostingLists(snapshot)).match(root)
        if root
        else np.ones(len(snapshot.published), np.bool_)
    )
    if snapshot.live_docs is not None:
        matches &= snapshot.live_docs
    if not request.samples:
        matches &= ~snapshot.samples
    if request.since is not None:
        matches &= snapshot.published >= microseconds(request.since)
    return matches


def _in_zone(published: Longs, zone: tzinfo) -> Longs:
    """Return when articles were published, those dated without an hour at midnight in a zone, not in UTC."""
    without_hour = published % DAY_US == 0
    midnights, place = np.unique(published[without_hour], return_inverse=True)
    local = [_midnight(_local_day(midnight, UTC), zone) for midnight in midnights.tolist()]
    moved = published.copy()
    moved[without_hour] = np.array(local, np.int64)[place]
    return moved


def _local_day(moment: int, zone: tzinfo) -> date:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=moment)).astimezone(zone).date()


def _midnight(day: date, zone: tzinfo) -> int:
    return microseconds(datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC))


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield every day from the first to the last one."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
