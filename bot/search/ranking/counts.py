"""How many articles a query matches, by day and publisher: all of them, whatever their rank."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

import numpy as np

from bot.search.index.segment import UNDATED, Bools, microseconds
from bot.search.index.snapshot import Snapshot
from bot.search.ports import SearchRequest
from bot.search.ranking.boolean import BooleanMatcher
from bot.search.ranking.posting_lists import PostingLists

OLDEST = timedelta(days=20 * 366)
"""Articles dated longer ago than this, or after tomorrow, count as undated: such dates are mistakes."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Articles by day and publisher.

    Args:
        days: Each day from the first with an article to the last, none left out.
        publishers: By name, "" for unknown: articles a day, one number for each of `days`; most first.
        undated: Articles matched that have no day.
    """

    days: tuple[date, ...] = ()
    publishers: tuple[tuple[str, tuple[int, ...]], ...] = ()
    undated: int = 0


def count_mentions(snapshot: Snapshot, request: SearchRequest, zone: tzinfo) -> Mentions:
    """Return the articles that a request's query matches, counted.

    Args:
        request: Its order and limit mean nothing here.
        zone: Where days begin.
    """
    places = np.flatnonzero(_matched(snapshot, request))
    published = snapshot.published[places]
    oldest, newest = request.now - OLDEST, request.now + timedelta(days=1)
    dated = (published != UNDATED) & (published >= microseconds(oldest)) & (published < microseconds(newest))
    if not dated.any():
        return Mentions(undated=len(places))
    published, publishers = published[dated], snapshot.publishers[places[dated]]
    days = tuple(_days(_local(int(published.min()), zone), _local(int(published.max()), zone)))
    starts = np.array([_midnight(day, zone) for day in days], np.int64)
    on = np.searchsorted(starts, published, side="right") - 1
    names = tuple(snapshot.sources.publishers.names)
    table = np.bincount(publishers * len(days) + on, minlength=len(names) * len(days)).reshape(len(names), -1)
    order = np.argsort(-table.sum(axis=1), kind="stable")
    rows = tuple((names[i], tuple(table[i].tolist())) for i in order.tolist() if table[i].any())
    return Mentions(days, rows, int(len(places) - dated.sum()))


def _matched(snapshot: Snapshot, request: SearchRequest) -> Bools:
    root = request.query.root
    found = (
        BooleanMatcher(PostingLists(snapshot)).of(root)
        if root
        else np.ones(len(snapshot.published), np.bool_)
    )
    if snapshot.alive is not None:
        found &= snapshot.alive
    if not request.samples:
        found &= ~snapshot.samples
    if request.since is not None:
        found &= snapshot.published >= microseconds(request.since)
    return found


def _local(moment: int, zone: tzinfo) -> date:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=moment)).astimezone(zone).date()


def _midnight(day: date, zone: tzinfo) -> int:
    return microseconds(datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC))


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
