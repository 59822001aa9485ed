"""What is known of followed stories, inside transactions of articles, stories and alerts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Row, and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.chat_queue import UNSENT, refresh
from bot.storage.database import change_among, rows_among
from bot.storage.schema.alerts import alerts
from bot.storage.schema.articles import story_redirects
from bot.storage.schema.delivery import outbox
from bot.storage.schema.follows import developments, follow_checks, follow_states
from bot.stories.story import StoryId

_NONE: Mapping[str, Collection[str]] = MappingProxyType({})


async def record_checks(
    connection: AsyncConnection, story_ids: Iterable[str], *, quiet: Mapping[str, Collection[str]] = _NONE
) -> None:
    """Let the followed ones among some stories be compared with what is known of them.

    Args:
        quiet: The articles of each story whose developments become known without a message.
    """
    distinct = sorted(set(story_ids))
    rows = await rows_among(connection, select(alerts.c.follows).distinct(), alerts.c.follows, distinct)
    if followed := [row.follows for row in rows]:
        waiting = await rows_among(connection, select(follow_checks), follow_checks.c.story_id, followed)
        before = {row.story_id: row.quiet for row in waiting}
        await change_among(connection, delete(follow_checks), follow_checks.c.story_id, followed)
        values = [
            {
                "story_id": story_id,
                "spread": 0,
                "quiet": sorted({*before.get(story_id, ()), *quiet.get(story_id, ())}),
            }
            for story_id in followed
        ]
        await connection.execute(insert(follow_checks), values)


async def current_story(connection: AsyncConnection, story_id: StoryId) -> StoryId:
    """Return the story that one has merged into, or the story itself."""
    into = select(story_redirects.c.into).where(story_redirects.c.story_id == story_id)
    return StoryId(await connection.scalar(into) or story_id)


async def merge_follows(connection: AsyncConnection, merged: str, kept: str) -> list[int]:
    """Let followers of a merged story follow the one it merged into; return alerts that this makes needless.

    A chat that follows both keeps one alert, which knows what either knew, but reports what the other one has
    not sent. It is paused or muted only if both are, and ends with the later of both.
    """
    of_merged = (await connection.execute(select(alerts).where(alerts.c.follows == merged))).all()
    of_check = follow_checks.c.story_id == merged
    quiet = await connection.scalar(select(follow_checks.c.quiet).where(of_check))
    await connection.execute(delete(follow_checks).where(of_check))
    if not of_merged:
        return []
    of_kept = (await connection.execute(select(alerts).where(alerts.c.follows == kept))).all()
    there = {(row.chat_id, row.thread_id): row for row in of_kept}
    needless = [row for row in of_merged if (row.chat_id, row.thread_id) in there]
    await drop_unsent(connection, [row.id for row in needless])
    for row in needless:
        await _share_knowledge(connection, row, there[row.chat_id, row.thread_id])
    await connection.execute(update(alerts).where(alerts.c.follows == merged).values(follows=kept))
    await record_checks(connection, [kept], quiet={kept: quiet or ()})
    return [row.id for row in needless]


async def unite_follows(connection: AsyncConnection, chat_id: int, story_ids: Sequence[str]) -> list[int]:
    """Let one alert of a chat and topic follow each of some stories; return the needless alerts."""
    query = select(alerts).where(alerts.c.chat_id == chat_id).order_by(alerts.c.id)
    rows = await rows_among(connection, query, alerts.c.follows, story_ids)
    first: dict[tuple[str, int | None], Row[Any]] = {}
    needless = [row for row in rows if first.setdefault((row.follows, row.thread_id), row) is not row]
    await drop_unsent(connection, [row.id for row in needless])
    for row in needless:
        await _share_knowledge(connection, row, first[row.follows, row.thread_id])
    if needless:
        await record_checks(connection, [row.follows for row in needless])
    return [row.id for row in needless]


async def _share_knowledge(connection: AsyncConnection, of: Row[Any], other: Row[Any]) -> None:
    rows = await rows_among(connection, select(follow_states), follow_states.c.alert_id, [of.id, other.id])
    known = sorted({key for row in rows for key in row.known})
    values = {
        "known": known,
        "ended": all(row.ended for row in rows),
        "developed_at": max((row.developed_at for row in rows), default=other.created_at),
    }
    await connection.execute(update(follow_states).where(follow_states.c.alert_id == other.id).values(values))
    if not values["ended"]:
        await drop_end(connection, other.id)
    mutes = [row.muted_until for row in (of, other) if not row.paused]
    silence = {
        "paused": of.paused and other.paused,
        "muted_until": None if None in mutes else min(mutes, default=None),
    }
    await connection.execute(update(alerts).where(alerts.c.id == other.id).values(silence))
    await refresh(connection, [other.chat_id])


async def drop_end(connection: AsyncConnection, alert_id: int) -> None:
    """Delete the unsent message that says that a story is no longer followed, because it is again."""
    reports = select(developments.c.id).where(developments.c.message == outbox.c.story_id)
    unsent = and_(outbox.c.state.in_(UNSENT), outbox.c.leased_until.is_(None))
    end = and_(outbox.c.alert_id == alert_id, unsent, ~reports.exists())
    await connection.execute(delete(outbox).where(end))


async def drop_unsent(connection: AsyncConnection, alert_ids: Sequence[int]) -> None:
    """Delete the developments in unsent messages of alerts, so that they are not known any more."""
    query = (
        select(developments.c.id, developments.c.alert_id, developments.c["keys"].label("names"))
        .join_from(developments, outbox, outbox.c.story_id == developments.c.message)
        .where(outbox.c.state.in_(UNSENT), outbox.c.alert_id == developments.c.alert_id)
    )
    rows = await rows_among(connection, query, developments.c.alert_id, alert_ids)
    await change_among(connection, delete(developments), developments.c.id, [row.id for row in rows])
    for alert_id in {row.alert_id for row in rows}:
        this = follow_states.c.alert_id == alert_id
        known = await connection.scalar(select(follow_states.c.known).where(this))
        dropped = {key for row in rows if row.alert_id == alert_id for key in row.names}
        kept = sorted(set(known or ()) - dropped)
        await connection.execute(update(follow_states).where(this).values(known=kept))


async def delete_states(connection: AsyncConnection, alert_ids: Sequence[int]) -> None:
    """Delete all that is known for alerts, which are deleted for good."""
    for table in (developments, follow_states):
        await change_among(connection, delete(table), table.c.alert_id, alert_ids)
