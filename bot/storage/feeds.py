"""Feeds and their entries, in the database."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.web.ports import Validators
from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState, KnownEntry
from bot.feeds.ports import PollResult
from bot.storage.database import Database, change_among, rows_among
from bot.storage.due_feeds import due_at, next_due
from bot.storage.group_commit import GroupCommit
from bot.storage.schema.feeds import feed_items, feeds
from bot.storage.schema.generations import rejects

Json = dict[str, Any]
RATE_WINDOW = timedelta(days=7)  # over which entries per day are averaged


class SqlFeedStore:
    """Implements `bot.feeds.ports.FeedStore` and `PollStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._polls: GroupCommit[PollResult] = GroupCommit(self._record_polls)

    async def all(self) -> list[Feed]:
        """Return every feed except removed ones, oldest first."""
        query = select(feeds).where(feeds.c.state != FeedState.REMOVED.value).order_by(feeds.c.id)
        async with self._database.read() as connection:
            return [_feed_of(row) for row in await connection.execute(query)]

    async def add(self, wanted: Sequence[FeedConfig], *, at: datetime, revive: bool) -> list[Feed]:
        """Add feeds, due at once; return those that are new.

        Args:
            revive: Whether to restore removed feeds; otherwise they stay removed.
        """
        configs = {config.url: config for config in wanted}
        async with self._database.write() as connection:
            states = await _states(connection, list(configs))
            new = [url for url in configs if url not in states]
            if new:
                await connection.execute(insert(feeds), [_new_values(configs[url], at) for url in new])
            revived = [url for url in configs if revive and states.get(url) == FeedState.REMOVED.value]
            for url in revived:
                restored = update(feeds).where(feeds.c.url == url).values(_new_values(configs[url], at))
                await connection.execute(restored)
            return await _by_urls(connection, [*new, *revived])

    async def set_state(self, feed_id: FeedId, state: FeedState, *, at: datetime) -> Feed | None:
        """Change the state of a feed; return None when there is no such feed.

        A feed switched on is due at once, and its next poll triggers no alerts, like a first poll.
        """
        values: Json = {"state": state.value}
        if state is FeedState.ON:
            values |= {"next_poll_at": at, "failures": 0, "problem": None, "primed": False}
        feed = and_(feeds.c.id == feed_id, feeds.c.state != FeedState.REMOVED.value)
        async with self._database.write() as connection:
            if (await connection.execute(select(feeds.c.id).where(feed))).first() is None:
                return None
            await connection.execute(update(feeds).where(feed).values(values))
            if state is FeedState.REMOVED:
                url = select(feeds.c.url).where(feeds.c.id == feed_id).scalar_subquery()
                await connection.execute(delete(rejects).where(rejects.c.origin == url))
            return _feed_of((await connection.execute(select(feeds).where(feeds.c.id == feed_id))).one())

    async def entries_per_day(self, *, now: datetime) -> Mapping[FeedId, float]:
        """Return the number of new entries per day and feed over the last week, or since it was added."""
        query = (
            select(feeds.c.id, feeds.c.added_at, func.count())
            .join(feed_items, feed_items.c.feed_id == feeds.c.id)
            .where(feed_items.c.seen_at > now - RATE_WINDOW)
            .group_by(feeds.c.id, feeds.c.added_at)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return {row[0]: row[2] / _days(now - row[1]) for row in rows}

    async def claim(
        self, *, now: datetime, until: datetime, limit: int, held: Mapping[str, int], per_host: int
    ) -> list[Feed]:
        """Return due feeds, longest overdue first, and lease them until `until`; as in `PollStore`."""
        async with self._database.read() as connection:
            share = await next_due(connection, now, held=held, per_host=per_host, limit=limit)
        if not share:
            return []
        places = {feed_id: place for place, feed_id in enumerate(share)}
        async with self._database.write() as connection:
            rows = await rows_among(connection, select(feeds).where(due_at(now)), feeds.c.id, share)
            later = update(feeds).values(next_poll_at=until)
            await change_among(connection, later, feeds.c.id, [row.id for row in rows])
        return [_feed_of(row) for row in sorted(rows, key=lambda row: places[row.id])]

    async def release(self, claimed: Sequence[tuple[Feed, datetime]]) -> None:
        """Let feeds be due as before they were claimed, if they are still leased until these times."""
        if not claimed:
            return
        leased = and_(feeds.c.id == bindparam("feed_id"), feeds.c.next_poll_at == bindparam("until"))
        rows = [{"feed_id": feed.id, "until": until, "due_at": feed.next_poll_at} for feed, until in claimed]
        async with self._database.write() as connection:
            await connection.execute(
                update(feeds).where(leased).values(next_poll_at=bindparam("due_at")), rows
            )

    async def known_entries(self, feed_id: FeedId) -> dict[str, KnownEntry]:
        """Return the known entries of a feed by key."""
        query = select(feed_items).where(feed_items.c.feed_id == feed_id)
        async with self._database.read() as connection:
            rows = await connection.execute(query)
            return {row.key: KnownEntry(row.key, row.mark, row.seen_at, row.tries) for row in rows}

    async def record_entries(self, feed_id: FeedId, entries: Sequence[KnownEntry]) -> None:
        """Store entries, replacing those with the same keys."""
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
            await _delete_entries(connection, feed_id, [entry.key for entry in entries])
            await connection.execute(insert(feed_items), rows)

    async def record_poll(self, result: PollResult) -> None:
        """Store the result of a poll.

        Changes made meanwhile (paused, removed) win; a URL that another feed has is not stored.
        """
        await self._polls.submit(result)

    async def _record_polls(self, batch: Sequence[PollResult]) -> None:
        async with self._database.write() as connection:
            moved = [result for result in batch if result.after.url != result.before.url]
            if moved:
                old_urls = [result.before.url for result in moved]
                await connection.execute(delete(rejects).where(rejects.c.origin.in_(old_urls)))
            taken = set(await _states(connection, [result.after.url for result in moved]))
            await connection.execute(_POLLED, [_polled_values(result) for result in batch])
            for result in moved:
                if result.after.url not in taken:
                    this = feeds.c.id == result.after.id
                    await connection.execute(update(feeds).where(this).values(url=result.after.url))
                taken.add(result.after.url)
            for result in batch:
                feed = result.after
                if feed.state is FeedState.GONE:
                    on = and_(feeds.c.id == feed.id, feeds.c.state == FeedState.ON.value)
                    await connection.execute(update(feeds).where(on).values(state=FeedState.GONE.value))
                await _delete_entries(connection, feed.id, result.forgotten)


def _new_values(config: FeedConfig, at: datetime) -> Json:
    return {
        "url": config.url,
        "title": config.title,
        "language": config.language,
        "interval_s": int(config.interval.total_seconds()) if config.interval else None,
        "full_text": config.full_text,
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


_POLLED = (
    update(feeds)
    .where(feeds.c.id == bindparam("feed_id"))
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in (
                *("title", "next_poll_at", "etag", "last_modified"),
                *("failures", "last_success_at", "problem", "primed"),
            )
        }
    )
)
"""Sets the columns that a poll may change; the state is not among them."""


def _polled_values(result: PollResult) -> Json:
    """Return the values of `_POLLED`."""
    after = result.after
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
    return {"feed_id": after.id, **{f"new_{name}": value for name, value in values.items()}}


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
    rows = await rows_among(connection, select(feeds.c.url, feeds.c.state), feeds.c.url, urls)
    return {row.url: row.state for row in rows}


async def _by_urls(connection: AsyncConnection, urls: Sequence[str]) -> list[Feed]:
    return [
        _feed_of(row)
        for row in await rows_among(connection, select(feeds).order_by(feeds.c.id), feeds.c.url, urls)
    ]


async def _delete_entries(connection: AsyncConnection, feed_id: FeedId, keys: Sequence[str]) -> None:
    of_feed = delete(feed_items).where(feed_items.c.feed_id == feed_id)
    await change_among(connection, of_feed, feed_items.c.key, keys)


def _days(age: timedelta) -> float:
    return min(max(age / timedelta(days=1), 1.0), RATE_WINDOW / timedelta(days=1))
