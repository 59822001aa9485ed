"""Chats that messages wait for: held back, suspended, moved, unknown."""

from datetime import UTC, datetime

from bot.alerts.alert import AlertId, Mode
from bot.chats.settings import ChatSettings
from bot.delivery.outbox import OutboxState
from bot.errors import localizable
from tests.storage.promised import AT, LATER, LEASE, SECOND, saved
from tests.storage.sql_alerts import POSTPONED, WAITING, SqlAlerts, article_ids, claimed


async def test_a_chat_held_back_delays_nobody_else(stores: SqlAlerts) -> None:
    one, two = await saved(stores, 1, 2)
    await stores.promise("a", [one.id, two.id], at=AT)
    outbox = await stores.expand(AT)
    await stores.chats.hold(1, until=LATER + LEASE, reason=localizable("why-said", words="retry after"))
    assert [each.chat_id for each in await claimed(outbox, LATER)] == [2]
    assert [each.chat_id for each in await claimed(outbox, LATER + LEASE)] == [1, 2]


async def test_holding_a_chat_ends_its_lease_and_nothing_counts_as_sent(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1)
    await stores.promise("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    claim = await claimed(outbox, LATER)
    await stores.chats.hold(1, until=LATER, reason=localizable("why-said", words="retry after"))
    again = await claimed(outbox, LATER)
    assert [each.messages for each in again] == [each.messages for each in claim]


async def test_a_suspended_chat_keeps_its_messages_for_later(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1)
    await stores.promise("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    await stores.chats.suspend(1, at=AT, reason=localizable("why-said", words="blocked"))
    await stores.promise("b", [alert.id], at=AT + SECOND)
    await stores.expand(AT + SECOND)
    assert (await claimed(outbox, LATER), await outbox.counts(1)) == ([], {OutboxState.SUSPENDED: 2})
    await stores.chats.resume(1)
    assert article_ids(await claimed(outbox, LATER)) == [["a"]]
    assert await outbox.counts(1) == {WAITING: 2}


async def test_a_chat_suspended_for_long_goes_with_all_that_was_kept_for_it(stores: SqlAlerts) -> None:
    one, two = await saved(stores, 1, 2)
    await stores.promise("a", [one.id, two.id], at=AT)
    await stores.expand(AT)
    await stores.settings.put(ChatSettings(1, zone="Asia/Baku"))
    await stores.chats.suspend(1, at=AT, reason=localizable("why-said", words="blocked"))
    assert await stores.chats.drop_suspended(AT) == 0
    last = (await stores.alerts.changes(after=0, limit=10))[-1].number
    assert await stores.chats.drop_suspended(AT + SECOND) == 1
    assert (await stores.alerts.of_chat(1), await stores.settings.of(1)) == ([], ChatSettings(1))
    assert await stores.outbox.counts() == {WAITING: 1}
    assert [each.alert_id for each in await stores.alerts.changes(after=last, limit=10)] == [one.id]
    assert await stores.alerts.of_chat(2) == [two]


async def test_what_waits_for_a_digest_follows_the_settings_of_its_chat(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1, mode=Mode.DAILY)
    await stores.promise("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    await stores.settings.put(ChatSettings(1, zone="Europe/Istanbul", digest_at=18 * 60))
    six_in_the_evening = datetime(2026, 11, 1, 15, tzinfo=UTC)
    assert await claimed(outbox, six_in_the_evening - SECOND) == []
    await stores.settings.put(ChatSettings(1, digest_at=9 * 60))
    nine_in_the_morning = datetime(2026, 11, 2, 9, tzinfo=UTC)
    assert await claimed(outbox, nine_in_the_morning - SECOND) == []
    assert article_ids(await claimed(outbox, nine_in_the_morning)) == [["a"]]


async def test_a_group_that_became_a_supergroup_takes_all_along(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, -5)
    await stores.settings.put(ChatSettings(-5, zone="Asia/Baku"))
    await stores.promise("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    await claimed(outbox, LATER)
    last = (await stores.alerts.changes(after=0, limit=10))[-1].number
    await stores.chats.migrate(-5, -1005)
    assert [each.chat_id for each in await claimed(outbox, LATER)] == [-1005]
    moved = await stores.alerts.of_chat(-1005)
    assert (await stores.alerts.of_chat(-5), [each.id for each in moved]) == ([], [alert.id])
    assert [each.alert_id for each in await stores.alerts.changes(after=last, limit=10)] == [alert.id]
    assert (await stores.settings.of(-1005)).zone == "Asia/Baku"


async def test_what_is_asked_of_a_chat_that_is_unknown_does_nothing(stores: SqlAlerts) -> None:
    await stores.chats.resume(5)
    await stores.alerts.delete(AlertId(5))
    assert await stores.outbox.counts() == {}
    assert POSTPONED not in await stores.outbox.counts(5)
