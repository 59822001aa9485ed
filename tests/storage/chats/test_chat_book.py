"""Chats are held, suspended, resumed, migrated and dropped."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.alerts.alert import AlertDraft, AlertId, Mode
from bot.chats.settings import ChatSettings
from bot.delivery.follow import ENDS_AFTER
from bot.delivery.outbox import OutboxState
from bot.errors import localizable
from bot.storage.chats.chat_book import RELAPSE, SqlChatBook
from bot.storage.database import Database
from bot.storage.delivery.follows import SqlFollowStore
from bot.storage.schema.follows import follow_states
from bot.stories.story import StoryId
from tests.storage.sql_alerts import (
    AT,
    LATER,
    LEASE,
    POSTPONED,
    SECOND,
    WAITING,
    SqlAlerts,
    article_ids,
    claimed,
    save_alerts,
)


async def test_held_chat_does_not_delay_others(stores: SqlAlerts) -> None:
    one, two = await save_alerts(stores, 1, 2)
    await stores.commit_article("a", [one.id, two.id], at=AT)
    outbox = await stores.expand(AT)
    await stores.chats.hold(1, until=LATER + LEASE, reason=localizable("why-said", words="retry after"))
    assert [notification.chat_id for notification in await claimed(outbox, LATER)] == [2]
    assert [notification.chat_id for notification in await claimed(outbox, LATER + LEASE)] == [1, 2]


async def test_hold_ends_lease_and_messages_stay_unsent(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    claim = await claimed(outbox, LATER)
    await stores.chats.hold(1, until=LATER, reason=localizable("why-said", words="retry after"))
    again = await claimed(outbox, LATER)
    assert [notification.messages for notification in again] == [
        notification.messages for notification in claim
    ]


async def test_suspended_chat_keeps_messages_until_resumed(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    await stores.chats.suspend(1, at=AT, reason=localizable("why-said", words="blocked"))
    await stores.commit_article("b", [alert.id], at=AT + SECOND)
    await stores.expand(AT + SECOND)
    assert (await claimed(outbox, LATER), await outbox.counts(1)) == ([], {OutboxState.SUSPENDED: 2})
    await stores.chats.resume(1, at=LATER)
    assert article_ids(await claimed(outbox, LATER)) == [["a"]]
    assert await outbox.counts(1) == {WAITING: 2}


async def test_long_suspended_chat_is_deleted_with_its_data(stores: SqlAlerts) -> None:
    one, two = await save_alerts(stores, 1, 2)
    await stores.commit_article("a", [one.id, two.id], at=AT)
    await stores.expand(AT)
    await stores.settings.put(ChatSettings(1, zone="Asia/Baku"))
    await stores.chats.suspend(1, at=AT, reason=localizable("why-said", words="blocked"))
    assert await stores.chats.drop_suspended(AT) == 0
    last = (await stores.alerts.changes(after=0, limit=10))[-1].number
    assert await stores.chats.drop_suspended(AT + SECOND) == 1
    assert (await stores.alerts.of_chat(1), await stores.settings.of(1)) == ([], ChatSettings(1))
    assert await stores.outbox.counts() == {WAITING: 1}
    assert [change.alert_id for change in await stores.alerts.changes(after=last, limit=10)] == [one.id]
    assert await stores.alerts.of_chat(2) == [two]


async def test_chat_suspended_again_soon_after_it_was_resumed_has_been_suspended_all_along(
    database: Database,
) -> None:
    reason = localizable("why-no-rights")
    await SqlChatBook(database).suspend(1, at=AT, reason=reason)
    for _ in range(3):
        assert await SqlChatBook(database).resume(1, at=LATER)
        await SqlChatBook(database).suspend(1, at=LATER + RELAPSE - SECOND, reason=reason)
    assert await SqlChatBook(database).drop_suspended(AT + SECOND) == 1


async def test_chat_suspended_again_long_after_it_was_resumed_is_suspended_from_then(
    database: Database,
) -> None:
    book, reason = SqlChatBook(database), localizable("why-no-rights")
    await book.suspend(1, at=AT, reason=reason)
    assert await book.resume(1, at=LATER)
    await book.suspend(1, at=LATER + RELAPSE, reason=reason)
    assert await book.drop_suspended(LATER) == 0


async def test_chat_suspended_twice_has_been_suspended_since_the_first_time(stores: SqlAlerts) -> None:
    for moment in (AT, LATER):
        await stores.chats.suspend(1, at=moment, reason=localizable("why-blocked"))
    assert await stores.chats.drop_suspended(AT + SECOND) == 1


async def test_settings_change_reschedules_waiting_digest(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1, mode=Mode.DAILY)
    await stores.commit_article("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    await stores.settings.put(ChatSettings(1, zone="Europe/Istanbul", digest_at=18 * 60))
    six_in_the_evening = datetime(2026, 11, 1, 15, tzinfo=UTC)
    assert await claimed(outbox, six_in_the_evening - SECOND) == []
    await stores.settings.put(ChatSettings(1, digest_at=9 * 60))
    nine_in_the_morning = datetime(2026, 11, 2, 9, tzinfo=UTC)
    assert await claimed(outbox, nine_in_the_morning - SECOND) == []
    assert article_ids(await claimed(outbox, nine_in_the_morning)) == [["a"]]


async def test_migration_to_supergroup_moves_everything(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, -5)
    await stores.settings.put(ChatSettings(-5, zone="Asia/Baku"))
    await stores.commit_article("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    await claimed(outbox, LATER)
    last = (await stores.alerts.changes(after=0, limit=10))[-1].number
    await stores.chats.migrate(-5, -1005)
    assert [notification.chat_id for notification in await claimed(outbox, LATER)] == [-1005]
    moved = await stores.alerts.of_chat(-1005)
    assert (await stores.alerts.of_chat(-5), [alert.id for alert in moved]) == ([], [alert.id])
    assert [change.alert_id for change in await stores.alerts.changes(after=last, limit=10)] == [alert.id]
    assert (await stores.settings.of(-1005)).zone == "Asia/Baku"


async def test_unknown_chat_is_ignored(stores: SqlAlerts) -> None:
    await stores.chats.resume(5, at=AT)
    await stores.alerts.delete(AlertId(5))
    assert await stores.outbox.counts() == {}
    assert POSTPONED not in await stores.outbox.counts(5)


async def test_a_story_followed_in_both_chats_is_followed_once_after_the_upgrade(stores: SqlAlerts) -> None:
    follows = SqlFollowStore(stores.database)
    for chat, known in ((-5, "f1"), (-1005, "f2")):
        draft = AlertDraft(chat, None, 7, "Ferry sinks", AT, follows=StoryId("ferry"))
        await follows.follow(draft, [known])
    await stores.chats.migrate(-5, -1005)
    (alert,) = await stores.alerts.of_chat(-1005)
    check = await follows.next_check()
    assert check is not None
    (follow,) = await follows.followers(check, 10)
    assert (follow.alert.id, follow.known) == (alert.id, frozenset({"f1", "f2"}))


async def test_what_is_known_of_deleted_follows_is_forgotten_later(stores: SqlAlerts) -> None:
    follows = SqlFollowStore(stores.database)
    drafts = [AlertDraft(5, None, 7, "Ferry", AT, follows=StoryId(story)) for story in ("ferry", "flood")]
    first, _ = [await follows.follow(draft, ["f1"]) for draft in drafts]
    await stores.alerts.delete(first.id)
    await follows.end_quiet(now=AT + ENDS_AFTER, limit=10)
    async with stores.database.read() as connection:
        known = select(follow_states.c.alert_id)
        assert first.id in set(await connection.scalars(known))
    await follows.end_quiet(now=AT + 2 * ENDS_AFTER, limit=10)
    async with stores.database.read() as connection:
        assert first.id not in set(await connection.scalars(known))
