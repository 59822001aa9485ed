"""The outbox: which messages are claimed, in which order, and how they are settled."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import Mode
from bot.chats.settings import ChatSettings
from bot.delivery.outbox import COALESCE_FROM, DIGEST_STORIES, OutboxState
from bot.errors import localizable
from bot.storage.database import Database
from tests.storage.sql_alerts import (
    AT,
    LATER,
    LEASE,
    SECOND,
    SENT,
    SqlAlerts,
    article_ids,
    claimed,
    save_alerts,
)


async def test_leased_chat_is_not_claimed_until_lease_ends(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    (notification,) = await claimed(outbox, LATER)
    assert await claimed(outbox, LATER) == []
    await stores.commit_article("b", [alert.id], at=LATER)
    await stores.expand(LATER)
    assert await claimed(outbox, LATER + LEASE - SECOND) == []
    (again,) = await claimed(outbox, LATER + LEASE)
    assert again.messages == tuple(replace(message, maybe_sent=True) for message in notification.messages)


async def test_two_claimers_never_get_the_same_message(url: str, stores: SqlAlerts) -> None:
    alerts = await save_alerts(stores, *range(1, 41))
    await stores.commit_article("a", [alert.id for alert in alerts], at=AT)
    await stores.expand(AT)
    async with Database.open(url) as other:
        outboxes = [stores.outbox, SqlAlerts(other).outbox] * 4
        claims = await asyncio.gather(*(claimed(outbox, LATER, limit=7) for outbox in outboxes))
    got = [message.id for part in claims for notification in part for message in notification.messages]
    assert len(got) == len(set(got)) == 40


async def test_chat_gets_one_message_at_a_time_longest_due_first(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("late", [alert.id], at=AT + 2 * SECOND)
    await stores.expand(AT + 2 * SECOND)
    await stores.commit_article("early", [alert.id], at=AT + SECOND)
    outbox = await stores.expand(AT + SECOND)
    (first,) = await claimed(outbox, LATER)
    assert (article_ids([first]), await claimed(outbox, LATER)) == ([["early"]], [])
    await outbox.sent(first, telegram_id=1, at=LATER)
    assert article_ids(await claimed(outbox, LATER)) == [["late"]]


async def test_chat_with_longest_due_message_is_claimed_first(stores: SqlAlerts) -> None:
    one, two = await save_alerts(stores, 1, 2)
    await stores.commit_article("late", [one.id], at=AT + 2 * SECOND)
    await stores.expand(AT + 2 * SECOND)
    await stores.commit_article("early", [two.id], at=AT + SECOND)
    outbox = await stores.expand(AT + SECOND)
    found = [article_ids(await claimed(outbox, LATER, limit=1)) for _ in range(3)]
    assert found == [[["early"]], [["late"]], []]


async def test_many_stories_for_one_chat_are_sent_as_digests(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    count = COALESCE_FROM + DIGEST_STORIES
    for number in range(count):
        await stores.commit_article(f"a{number}", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    sizes = []
    while notifications := await claimed(outbox, LATER):
        sizes.append(len(notifications[0].stories))
        await outbox.sent(notifications[0], telegram_id=len(sizes), at=LATER)
    assert sizes == [DIGEST_STORIES, *[1] * COALESCE_FROM]
    assert await outbox.counts() == {SENT: count}


async def test_daily_alert_waits_for_its_digest(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1, mode=Mode.DAILY)
    await stores.settings.put(ChatSettings(1, zone="Europe/Istanbul", digest_at=18 * 60))
    for name in ("a", "b"):
        await stores.commit_article(name, [alert.id], at=AT)
    outbox = await stores.expand(AT)
    six_in_the_evening = datetime(2026, 11, 1, 15, tzinfo=UTC)
    assert await claimed(outbox, six_in_the_evening - SECOND) == []
    assert article_ids(await claimed(outbox, six_in_the_evening)) == [["a", "b"]]


async def test_nothing_is_claimed_before_it_is_due(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    assert await claimed(outbox, AT - SECOND) == []
    (notification,) = await claimed(outbox, AT)
    await outbox.postpone(
        notification, due_at=LATER, reason=localizable("why-said", words="flood"), maybe_sent=True
    )
    assert await claimed(outbox, LATER - SECOND) == []
    (again,) = await claimed(outbox, LATER)
    (message,) = notification.messages
    later = replace(
        message,
        due_at=LATER,
        attempts=1,
        maybe_sent=True,
        reason=localizable("why-said", words="flood"),
        state=OutboxState.POSTPONED,
    )
    assert again.messages == (later,)


@pytest.mark.parametrize("final", ["sent", "given up"])
async def test_settled_message_stays_settled(stores: SqlAlerts, final: str) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    (notification,) = await claimed(outbox, LATER)
    if final == "sent":
        await outbox.sent(notification, telegram_id=9, at=LATER)
        await outbox.give_up(notification, reason=localizable("why-said", words="too late"), at=LATER)
    else:
        await outbox.give_up(notification, reason=localizable("why-said", words="gone"), at=LATER)
        await outbox.sent(notification, telegram_id=9, at=LATER)
    await outbox.postpone(notification, due_at=LATER, reason=localizable("why-turn"), maybe_sent=False)
    assert await outbox.counts(1) == {OutboxState(final): 1}
    assert await claimed(outbox, LATER + timedelta(days=1)) == []


async def test_paused_or_muted_alert_waits(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], at=AT)
    outbox = await stores.expand(AT)
    await stores.alerts.update(replace(alert, paused=True))
    assert await claimed(outbox, LATER) == []
    await stores.alerts.update(replace(alert, muted_until=LATER + LEASE))
    assert await claimed(outbox, LATER) == []
    assert article_ids(await claimed(outbox, LATER + LEASE)) == [["a"]]


async def test_deleting_alert_deletes_unsent_messages(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    for name in ("a", "b"):
        await stores.commit_article(name, [alert.id], at=AT)
    outbox = await stores.expand(AT)
    (notification,) = await claimed(outbox, LATER)
    await outbox.sent(notification, telegram_id=1, at=LATER)
    await stores.alerts.delete(alert.id)
    assert await outbox.counts() == {SENT: 1}


async def test_send_slots_are_evenly_spaced_across_claimers(url: str, stores: SqlAlerts) -> None:
    alerts = await save_alerts(stores, *range(1, 41))
    await stores.commit_article("a", [alert.id for alert in alerts], at=AT)
    await stores.expand(AT)
    interval = timedelta(milliseconds=100)
    slots = []
    async with Database.open(url) as other:
        for outbox in (stores.outbox, SqlAlerts(other).outbox, stores.outbox):
            notifications = await outbox.claim(now=LATER, lease=LEASE, limit=6, interval=interval)
            slots += [notification.send_slot for notification in notifications]
    assert slots == [LATER + n * interval for n in range(11)], "at most a second ahead"
    (following, *_) = await stores.outbox.claim(now=LATER + SECOND, lease=LEASE, limit=6, interval=interval)
    assert following.send_slot == LATER + 11 * interval


async def test_clock_that_is_put_back_delays_no_slot(stores: SqlAlerts) -> None:
    alerts = await save_alerts(stores, 1, 2)
    await stores.commit_article("a", [alert.id for alert in alerts], at=AT)
    await stores.expand(AT)
    for now in (LATER + timedelta(hours=1), LATER):
        (notification,) = await stores.outbox.claim(now=now, lease=LEASE, limit=1, interval=SECOND)
        assert notification.send_slot == now
