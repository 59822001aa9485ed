"""Feeds in the database."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.web.ports import Validators
from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState, KnownEntry
from bot.feeds.ports import PollResult
from bot.storage.database import Database, chunks
from bot.storage.group_commit import GroupCommit
from bot.storage.schema.feeds import feed_items, feeds
from bot.storage.schema.generations import rejects

Json = dict[str, Any]
COUNTED = timedelta(days=7)
"""Over which items a day are counted."""


class SqlFeedStore:
    """`bot.feeds.ports.FeedStore` and `PollStore` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._settling: GroupCommit[PollResult] = GroupCommit(self._settle)

    async def all(self) -> list[Feed]:
        """Return every feed but the removed ones, oldest first."""
        query = select(feeds).where(feeds.c.state != FeedState.REMOVED.value).order_by(feeds.c.id)
        async with self._database.read() as connection:
            return [_feed_of(row) for row in await connection.execute(query)]

    async def add(self, wanted: Sequence[FeedConfig], *, at: datetime, revive: bool) -> list[Feed]:
        """Add feeds due at once; return those that were not there before.

        Args:
            revive: Whether to restore removed feeds; otherwise they stay removed.
        """
        once = {each.url: each for each in wanted}
        async with self._database.write() as connection:
            known = await _states(connection, list(once))
            new = [each for url, each in once.items() if url not in known]
            if new:
                await connection.execute(insert(feeds), [_new_values(each, at) for each in new])
            back = [url for url in once if revive and known.get(url) == FeedState.REMOVED.value]
            for url in back:
                await connection.execute(
                    update(feeds).where(feeds.c.url == url).values(_new_values(once[url], at))
                )
            return await _by_urls(connection, [*(each.url for each in new), *back])

    async def set_state(self, feed_id: FeedId, state: FeedState, *, at: datetime) -> Feed | None:
        """Change whether a feed is polled; None when there is no such feed.

        One that is switched on is due at once, and its next poll is silent like a first one.
        """
        values: Json = {"state": state.value}
        if state is FeedState.ON:
            values |= {"next_poll_at": at, "failures": 0, "problem": None, "primed": False}
        here = and_(feeds.c.id == feed_id, feeds.c.state != FeedState.REMOVED.value)
        async with self._database.write() as connection:
            if (await connection.execute(select(feeds.c.id).where(here))).first() is None:
                return None
            await connection.execute(update(feeds).where(here).values(values))
            if state is FeedState.REMOVED:
                url = select(feeds.c.url).where(feeds.c.id == feed_id).scalar_subquery()
                await connection.execute(delete(rejects).where(rejects.c.origin == url))
            return _feed_of((await connection.execute(select(feeds).where(feeds.c.id == feed_id))).one())

    async def entries_per_day(self, *, now: datetime) -> Mapping[FeedId, float]:
        """Return how many items each feed showed a day, over the last week, or since it was added."""
        query = (
            select(feeds.c.id, feeds.c.added_at, func.count())
            .join(feed_items, feed_items.c.feed_id == feeds.c.id)
            .where(feed_items.c.seen_at > now - COUNTED)
            .group_by(feeds.c.id, feeds.c.added_at)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return {row[0]: row[2] / _days(now - row[1]) for row in rows}

    async def claim(self, *, now: datetime, until: datetime, limit: int) -> list[Feed]:
        """Return feeds that are due, longest due first; nobody else gets them before `until`."""
        due = and_(feeds.c.state == FeedState.ON.value, feeds.c.next_poll_at <= now)
        query = select(feeds).where(due).order_by(feeds.c.next_poll_at, feeds.c.id).limit(limit)
        async with self._database.read() as connection:
            if (await connection.execute(query.limit(1))).first() is None:
                return []
        async with self._database.write() as connection:
            rows = (await connection.execute(query)).all()
            ids = [row.id for row in rows]
            for part in chunks(ids):
                await connection.execute(update(feeds).where(feeds.c.id.in_(part)).values(next_poll_at=until))
        return [_feed_of(row) for row in rows]

    async def known_entries(self, feed_id: FeedId) -> dict[str, KnownEntry]:
        """Return what is remembered of a feed's entries, by their keys."""
        query = select(feed_items).where(feed_items.c.feed_id == feed_id)
        async with self._database.read() as connection:
            rows = await connection.execute(query)
            return {row.key: KnownEntry(row.key, row.mark, row.seen_at, row.tries) for row in rows}

    async def record_entries(self, feed_id: FeedId, entries: Sequence[KnownEntry]) -> None:
        """Remember entries; what was remembered under the same keys is replaced."""
        rows = [
            {
                "feed_id": feed_id,
                "key": entry.key,
                "mark": entry.content_hash,
                "seen_at": entry.seen_at,
                "tries": entry.tries,
            }
            for entry in entries
        ]
        if not rows:
            return
        async with self._database.write() as connection:
            await _forget(connection, feed_id, [entry.key for entry in entries])
            await connection.execute(insert(feed_items), rows)

    async def record_poll(self, result: PollResult) -> None:
        """Keep what a poll came to; what somebody else changed meanwhile (paused, removed) stays.

        An address that another feed has already is not taken over.
        """
        await self._settling.submit(result)

    async def _settle(self, batch: Sequence[PollResult]) -> None:
        async with self._database.write() as connection:
            moved = [each.after.url for each in batch if each.after.url != each.before.url]
            left = [each.before.url for each in batch if each.after.url != each.before.url]
            if left:
                await connection.execute(delete(rejects).where(rejects.c.origin.in_(left)))
            taken = set(await _states(connection, moved))
            for each in batch:
                await connection.execute(
                    update(feeds).where(feeds.c.id == each.after.id).values(_polled_values(each, taken))
                )
                taken.add(each.after.url)
                if each.after.state is FeedState.GONE:
                    on = and_(feeds.c.id == each.after.id, feeds.c.state == FeedState.ON.value)
                    await connection.execute(update(feeds).where(on).values(state=FeedState.GONE.value))
                await _forget(connection, each.after.id, each.forgotten)


def _new_values(wanted: FeedConfig, at: datetime) -> Json:
    return {
        "url": wanted.url,
        "title": wanted.title,
        "language": wanted.language,
        "interval_s": int(wanted.interval.total_seconds()) if wanted.interval else None,
        "full_text": wanted.full_text,
        "state": FeedState.ON.value,
        "added_at": at,
        "next_poll_at": at,
        "etag": None,
        "last_modified": None,
        "failures": 0,
        "last_success_at": None,
        "problem": None,
        "primed": False,
    }


def _polled_values(polled: PollResult, taken: set[str]) -> Json:
    """What a poll may change: not whether the feed is polled, unless its server says that it is gone."""
    before, after = polled.before, polled.after
    values = {
        "title": after.config.title,
        "next_poll_at": after.next_poll_at,
        "etag": after.validators.etag,
        "last_modified": after.validators.last_modified,
        "failures": after.failures,
        "last_success_at": after.last_success_at,
        "problem": after.problem,
        "primed": after.primed,
    }
    if after.url != before.url and after.url not in taken:
        values["url"] = after.url
    return values


def _feed_of(row: Row[Any]) -> Feed:
    interval = timedelta(seconds=row.interval_s) if row.interval_s is not None else None
    return Feed(
        id=FeedId(row.id),
        config=FeedConfig(row.url, row.title, row.language, interval, row.full_text),
        state=FeedState(row.state),
        added_at=row.added_at,
        next_poll_at=row.next_poll_at,
        validators=Validators(row.etag, row.last_modified),
        failures=row.failures,
        last_success_at=row.last_success_at,
        problem=row.problem,
        primed=row.primed,
    )


async def _states(connection: AsyncConnection, urls: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in chunks(urls):
        query = select(feeds.c.url, feeds.c.state).where(feeds.c.url.in_(part))
        found |= {row.url: row.state for row in await connection.execute(query)}
    return found


async def _by_urls(connection: AsyncConnection, urls: Sequence[str]) -> list[Feed]:
    found: list[Feed] = []
    for part in chunks(urls):
        rows = await connection.execute(select(feeds).where(feeds.c.url.in_(part)).order_by(feeds.c.id))
        found += map(_feed_of, rows)
    return found


async def _forget(connection: AsyncConnection, feed_id: FeedId, keys: Sequence[str]) -> None:
    for part in chunks(keys):
        here = and_(feed_items.c.feed_id == feed_id, feed_items.c.key.in_(part))
        await connection.execute(delete(feed_items).where(here))


def _days(age: timedelta) -> float:
    return min(max(age / timedelta(days=1), 1.0), COUNTED / timedelta(days=1))
