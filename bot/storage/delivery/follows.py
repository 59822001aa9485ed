"""Followed stories, in the database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alerts.alert import Alert, AlertDraft
from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.delivery.follow import (
    ENDS_AFTER,
    Follow,
    FollowCheck,
    FollowCheckId,
    FollowNews,
    FollowReport,
    UnsentDevelopment,
)
from bot.delivery.outbox import NOTHING_LEFT, OutboxMessage, OutboxState
from bot.developments.development import Development, Key
from bot.storage.alerts import alert_of, alert_values, check_limit, follows_same, log_changes
from bot.storage.chat_queue import UNSENT
from bot.storage.chats.settings import settings_in
from bot.storage.database import Database, rows_among
from bot.storage.delivery.follow_ends import end_quiet
from bot.storage.delivery.follow_messages import DEVELOPMENT, write_report
from bot.storage.follow_state import current_story, delete_states, drop_end, record_checks
from bot.storage.schema.alerts import alerts
from bot.storage.schema.articles import article_revisions, article_rows
from bot.storage.schema.delivery import match_batches, outbox
from bot.storage.schema.follows import developments, follow_checks, follow_states
from bot.storage.schema.generations import generation_changes
from bot.stories.story import StoryId


class SqlFollowStore:
    """Implements `bot.delivery.ports.FollowStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def follow(self, draft: AlertDraft, known: Collection[Key], *, most: int | None = None) -> Alert:
        """Save an alert that follows a story, and return it; return the existing one of chat and topic.

        An existing one that has ended goes on from now.

        Raises:
            TooManyAlerts: The owner has reached the limit.
        """
        assert draft.follows is not None
        async with self._database.write() as connection:
            draft = replace(draft, follows=await current_story(connection, draft.follows))
            existing = select(alerts).where(follows_same(draft)).order_by(alerts.c.id)
            row = (await connection.execute(existing)).first()
            if row is None:
                await check_limit(connection, draft.owner_id, most)
                added = await connection.execute(insert(alerts).values(alert_values(draft)).returning(alerts))
                row = added.one()
                await log_changes(connection, [row.id])
                state = {"alert_id": row.id, "known": sorted(known), "developed_at": draft.created_at}
                await connection.execute(insert(follow_states).values(state))
            else:
                await _go_on(connection, row.id, known, draft.created_at)
            await record_checks(connection, [row.follows])  # what came since its facts were read is news
        return alert_of(row)

    async def next_check(self) -> FollowCheck | None:
        """Return the oldest followed story that changed; None if there is none."""
        async with self._database.read() as connection:
            row = (
                await connection.execute(select(follow_checks).order_by(follow_checks.c.id).limit(1))
            ).first()
            held = list(await connection.scalars(_held_articles(row.story_id))) if row else []
        if row is None:
            return None
        quiet, story_id = frozenset(map(ArticleId, row.quiet)), StoryId(row.story_id)
        return FollowCheck(
            FollowCheckId(row.id), story_id, row.spread, quiet, frozenset(map(ArticleId, held))
        )

    async def followers(self, check: FollowCheck, limit: int) -> list[Follow]:
        """Return up to `limit` alerts that follow a story and aren't processed yet, in order."""
        query = (
            select(alerts, follow_states.c.known)
            .join_from(alerts, follow_states, follow_states.c.alert_id == alerts.c.id)
            .where(alerts.c.follows == check.story_id, alerts.c.id > check.spread)
            .order_by(alerts.c.id)
            .limit(limit)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
            settings = await settings_in(connection, [row.chat_id for row in rows])
            unsent = await _unsent(connection, [row.id for row in rows])
        return [_follow_of(row, settings, unsent) for row in rows]

    async def report(
        self, check: FollowCheck, reports: Sequence[FollowReport], *, now: datetime, at: datetime, last: bool
    ) -> None:
        """Write the messages of a check, unless the story changed or was processed meanwhile."""
        this = follow_checks.c.id == check.id
        async with self._database.write() as connection:
            unchanged = select(follow_checks.c.id).where(this, follow_checks.c.spread == check.spread)
            if await connection.scalar(unchanged) is None:
                return
            for report in reports:
                if not report.is_empty:
                    await write_report(connection, report, now=now, at=at)
            if last:
                await connection.execute(delete(follow_checks).where(this))
            else:
                spread = update(follow_checks).where(this).values(spread=reports[-1].follow.alert.id)
                await connection.execute(spread)

    async def news_of(self, messages: Sequence[OutboxMessage]) -> dict[StoryId, FollowNews]:
        """Return the content of messages about followed stories, by the messages' story ids.

        The last message of a story has no developments.
        """
        ids = list(dict.fromkeys(message.story_id for message in messages if message.is_follow))
        query = select(developments).order_by(developments.c.id)
        async with self._database.read() as connection:
            rows = await rows_among(connection, query, developments.c.message, ids)
        found: dict[StoryId, list[Development]] = {story_id: [] for story_id in ids}
        for row in rows:
            found[StoryId(row.message)].append(DEVELOPMENT.validate_python(row.content))
        return {story_id: FollowNews(tuple(news), ended=not news) for story_id, news in found.items()}

    async def end_quiet(self, *, now: datetime, limit: int) -> int:
        """Write the last messages of stories that have not developed for long; delete ended alerts."""
        due = _due(now).limit(limit)
        async with self._database.read() as connection:
            if (await connection.execute(due)).first() is None:
                return 0
        async with self._database.write() as connection:
            rows = (await connection.execute(due)).all()
            for row in rows:
                await end_quiet(connection, row, now)
            await _forget_deleted(connection, now)
        return len(rows)


def _held_articles(story_id: str) -> Select[Any]:
    """Select the articles of a story, old ones included, from reloads whose matches wait for an operator."""
    held = select(match_batches.c.held).where(match_batches.c.held.is_not(None)).distinct()
    mine, gone = (
        select(table.c.id).where(table.c.story_id == story_id) for table in (article_rows, article_revisions)
    )
    article_id = generation_changes.c.article_id
    return select(article_id).where(
        generation_changes.c.generation.in_(held), article_id.in_(mine.union(gone))
    )


async def _go_on(connection: AsyncConnection, alert_id: int, known: Collection[Key], now: datetime) -> None:
    """Let a story that is followed already go on from now if it has ended."""
    this = follow_states.c.alert_id == alert_id
    state = (await connection.execute(select(follow_states).where(this, follow_states.c.ended))).first()
    if state is not None:
        values = {"known": sorted({*state.known, *known}), "developed_at": now, "ended": False}
        await connection.execute(update(follow_states).where(this).values(values))
        await drop_end(connection, alert_id)


async def _unsent(
    connection: AsyncConnection, alert_ids: Sequence[int]
) -> dict[int, list[UnsentDevelopment]]:
    """Return the developments of alerts in messages that aren't sent and aren't on their way."""
    query = (
        select(developments, outbox.c.state, outbox.c.reason)
        .join_from(developments, outbox, outbox.c.story_id == developments.c.message)
        .where(outbox.c.state != OutboxState.SENT.value, outbox.c.leased_until.is_(None))
        .order_by(developments.c.id)
    )
    unsent: dict[int, list[UnsentDevelopment]] = {}
    for row in await rows_among(connection, query, developments.c.alert_id, alert_ids):
        lost = row.state == OutboxState.GIVEN_UP.value and row.reason == NOTHING_LEFT
        if lost or row.state in UNSENT:
            content = DEVELOPMENT.validate_python(row.content)
            keys = tuple(row._mapping[developments.c["keys"]])
            unsent.setdefault(row.alert_id, []).append(UnsentDevelopment(row.id, keys, content, lost))
    return unsent


def _follow_of(
    row: Row[Any], settings: Mapping[int, ChatSettings], unsent: Mapping[int, Sequence[UnsentDevelopment]]
) -> Follow:
    alert = alert_of(row)
    return Follow(alert, settings[alert.chat_id], frozenset(row.known), tuple(unsent.get(alert.id, ())))


async def _forget_deleted(connection: AsyncConnection, now: datetime) -> None:
    """Delete what is known for alerts that were deleted so long ago that nobody restores them."""
    is_there = select(alerts.c.id).where(alerts.c.id == follow_states.c.alert_id).exists()
    old = follow_states.c.developed_at < now - ENDS_AFTER
    gone = list(await connection.scalars(select(follow_states.c.alert_id).where(old, ~is_there)))
    await delete_states(connection, gone)


def _due(now: datetime) -> Select[Any]:
    return (
        select(alerts, follow_states.c.developed_at, follow_states.c.ended)
        .outerjoin_from(alerts, follow_states, follow_states.c.alert_id == alerts.c.id)
        .where(alerts.c.next_at <= now, alerts.c.follows.is_not(None))
        .order_by(alerts.c.next_at, alerts.c.id)
    )
