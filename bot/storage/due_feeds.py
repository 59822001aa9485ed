"""Which due feeds are claimed next, in the database."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.urls import host_of
from bot.feeds.fair_share import fair_share
from bot.feeds.model import FeedId, FeedState
from bot.storage.schema.feeds import feeds

PAGE = 1_000
"""Feeds read at a time: the event loop waits some 10 ms for their hosts."""
MAX_PAGES = 20
"""Pages of one claim: a look at all of a million overdue feeds would take longer than until the next one."""


def due_at(now: datetime) -> ColumnElement[bool]:
    """Return the condition that a feed is due."""
    return and_(feeds.c.state == FeedState.ON.value, feeds.c.next_poll_at <= now)


async def next_due(
    connection: AsyncConnection, now: datetime, *, held: Mapping[str, int], per_host: int, limit: int
) -> list[FeedId]:
    """Return due feeds, longest overdue first, without those of hosts that have enough: see `fair_share`."""
    counts, share, last = Counter(held), list[FeedId](), None
    for _ in range(MAX_PAGES):
        page = await _page(connection, now, last)
        urls = {FeedId(row.id): row.url for row in page}
        of_page = fair_share(urls.items(), counts, per_host, limit - len(share))
        counts.update(host_of(urls[feed_id]) for feed_id in of_page)
        share += of_page
        if len(page) < PAGE or len(share) == limit:
            break
        last = page[-1]
    return share


async def _page(connection: AsyncConnection, now: datetime, last: Row[Any] | None) -> Sequence[Row[Any]]:
    """Return the due feeds after the last one of the page before."""
    place = feeds.c.next_poll_at, feeds.c.id
    query: Select[Any] = select(*place, feeds.c.url).where(due_at(now)).order_by(*place).limit(PAGE)
    if last is not None:
        query = query.where(tuple_(*place) > (last.next_poll_at, last.id))
    page: Sequence[Row[Any]] = (await connection.execute(query)).all()
    return page
