"""The contract of AlertStore, Outbox and ChatBook, which every backend keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.alerts.alert import AlertDraft, AlertId
from bot.alerts.outbox import MatchBatch, OutboxMessage, OutboxState
from bot.stories.story import StoryId
from tests.fakes.alerts import MemoryAlerts

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LEASE = timedelta(minutes=2)
Draft = Callable[..., AlertDraft]
Promised = Callable[..., MatchBatch]


async def claim(alerts: MemoryAlerts, now: datetime = NOW, limit: int = 100) -> list[OutboxMessage]:
    return await alerts.claim(now=now, lease=LEASE, limit=limit)


async def promise(alerts: MemoryAlerts, *batches: MatchBatch) -> None:
    for batch in batches:
        await alerts.promise(batch)
    while await alerts.expand(limit=2):
        pass


async def test_an_alert_saved_twice_is_one(alerts: MemoryAlerts, draft: Draft) -> None:
    first = await alerts.add(draft())
    assert await alerts.add(draft()) == first
    other_topic = await alerts.add(draft(thread_id=3))
    assert await alerts.of_chat(7) == [first, other_topic]


async def test_a_deleted_alert_is_gone_and_its_id_is_not_given_again(
    alerts: MemoryAlerts, draft: Draft
) -> None:
    first = await alerts.add(draft())
    await alerts.delete(first.id)
    assert await alerts.get(first.id) is None
    assert (await alerts.add(draft())).id != first.id


async def test_changes_tell_each_alert_once_as_it_is_now(alerts: MemoryAlerts, draft: Draft) -> None:
    kept = await alerts.add(draft("ferry"))
    gone = await alerts.add(draft("budget"))
    paused = replace(kept, paused=True)
    await alerts.update(paused)
    await alerts.delete(gone.id)
    changes = await alerts.changes(after=0, limit=10)
    assert [(change.alert_id, change.alert) for change in changes] == [(kept.id, paused), (gone.id, None)]
    assert changes[0].number < changes[1].number
    assert await alerts.changes(after=changes[0].number, limit=10) == changes[1:]
    assert await alerts.changes(after=0, limit=1) == changes[:1]


async def test_a_chat_gets_one_message_a_story_and_alert(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    alert = await alerts.add(draft())
    await promise(alerts, promised(alert.id), promised(alert.id, article="a2"))
    assert await alerts.counts() == {OutboxState.WAITING: 1}
    (message,) = await claim(alerts)
    assert (message.chat_id, message.alert_id, message.story_id) == (7, alert.id, "s1")
    await alerts.sent(message.id, telegram_id=11, at=NOW)
    await promise(alerts, promised(alert.id, article="a3"))
    assert await alerts.counts() == {OutboxState.SENT: 1}


async def test_a_merged_story_is_not_reported_again(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    alert = await alerts.add(draft())
    await promise(alerts, promised(alert.id, story="s1"))
    alerts.redirects[StoryId("s1")] = StoryId("s2")
    await promise(alerts, promised(alert.id, story="s2"))
    assert await alerts.counts() == {OutboxState.WAITING: 1}


async def test_alerts_deleted_since_the_promise_get_nothing(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    alert = await alerts.add(draft())
    other = await alerts.add(draft(chat_id=8))
    await alerts.promise(promised(alert.id, other.id))
    await alerts.delete(alert.id)
    await promise(alerts)
    assert [message.chat_id for message in await claim(alerts)] == [8]


async def test_deleting_an_alert_takes_its_unsent_messages_along(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    alert = await alerts.add(draft())
    await promise(alerts, promised(alert.id))
    await alerts.delete(alert.id)
    assert await claim(alerts) == []
    assert await alerts.counts() == {}


async def test_a_paused_alerts_messages_wait(alerts: MemoryAlerts, draft: Draft, promised: Promised) -> None:
    alert = await alerts.add(draft())
    await promise(alerts, promised(alert.id))
    await alerts.update(replace(alert, paused=True))
    assert await claim(alerts) == []
    await alerts.update(alert)
    assert len(await claim(alerts)) == 1


async def test_a_leased_message_comes_again_only_when_the_lease_ends(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    alert = await alerts.add(draft())
    await promise(alerts, promised(alert.id))
    claimed = await claim(alerts)
    assert await claim(alerts, NOW + LEASE / 2) == []
    assert await claim(alerts, NOW + LEASE) == claimed


async def test_a_chats_messages_are_claimed_one_by_one_in_order(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    alert = await alerts.add(draft())
    await promise(alerts, promised(alert.id, story="s1"), promised(alert.id, story="s2"))
    (first,) = await claim(alerts)
    assert await claim(alerts) == []
    await alerts.sent(first.id, telegram_id=1, at=NOW)
    (second,) = await claim(alerts)
    assert (first.story_id, second.story_id) == ("s1", "s2")


async def test_no_more_is_claimed_than_asked(alerts: MemoryAlerts, draft: Draft, promised: Promised) -> None:
    ids = [(await alerts.add(draft(chat_id=chat))).id for chat in range(1, 6)]
    await promise(alerts, promised(*ids))
    first = await claim(alerts, limit=2)
    rest = await claim(alerts, limit=10)
    assert len(first) == 2
    assert {message.chat_id for message in first + rest} == {1, 2, 3, 4, 5}


async def test_a_postponed_message_is_due_later_with_what_was_learnt(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    alert = await alerts.add(draft())
    await promise(alerts, promised(alert.id))
    (message,) = await claim(alerts)
    later = replace(message, due_at=NOW + 3 * LEASE, attempts=1, maybe_sent=True, reason="server error")
    await alerts.postpone(later)
    assert await claim(alerts, NOW + 2 * LEASE) == []
    assert await claim(alerts, NOW + 3 * LEASE) == [replace(later, state=OutboxState.POSTPONED)]


async def test_a_message_given_up_is_final(alerts: MemoryAlerts, draft: Draft, promised: Promised) -> None:
    alert = await alerts.add(draft())
    await promise(alerts, promised(alert.id))
    (message,) = await claim(alerts)
    await alerts.give_up(message.id, reason="too long", at=NOW)
    await promise(alerts, promised(alert.id, article="a2"))
    assert await claim(alerts, NOW + 9 * LEASE) == []
    assert await alerts.counts(7) == {OutboxState.GIVEN_UP: 1}
    assert await alerts.counts(8) == {}


async def test_a_chat_held_back_waits_and_others_do_not(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    ids = [(await alerts.add(draft(chat_id=chat))).id for chat in (1, 2)]
    await promise(alerts, promised(*ids))
    await claim(alerts)
    until = NOW + timedelta(hours=12)
    await alerts.hold(1, until=until, reason="flood control")
    await promise(alerts, promised(*ids, story="s2"))
    assert [message.chat_id for message in await claim(alerts, NOW + LEASE)] == [2]
    assert {message.chat_id for message in await claim(alerts, until)} == {1, 2}


async def test_a_suspended_chat_keeps_its_alerts_and_messages(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    alert = await alerts.add(draft())
    await promise(alerts, promised(alert.id))
    await claim(alerts)
    await alerts.suspend(7, at=NOW, reason="blocked")
    await promise(alerts, promised(alert.id, story="s2"))
    assert await claim(alerts, NOW + 2 * LEASE) == []
    assert await alerts.counts(7) == {OutboxState.SUSPENDED: 2}
    assert await alerts.of_chat(7) == [alert]
    await alerts.resume(7)
    (message,) = await claim(alerts, NOW + 2 * LEASE)
    assert message.story_id == "s1"


async def test_a_migrated_chat_takes_alerts_and_messages_along(
    alerts: MemoryAlerts, draft: Draft, promised: Promised
) -> None:
    alert = await alerts.add(draft(chat_id=-5))
    await promise(alerts, promised(alert.id))
    await claim(alerts)
    await alerts.migrate(-5, -1005)
    assert [message.chat_id for message in await claim(alerts)] == [-1005]
    assert await alerts.of_chat(-1005) == [replace(alert, chat_id=-1005)]
    assert await alerts.of_chat(-5) == []
    await promise(alerts, promised(alert.id, article="a2"))
    assert sum((await alerts.counts()).values()) == 1


async def test_what_is_gone_is_passed_over(alerts: MemoryAlerts, draft: Draft) -> None:
    alert = await alerts.add(draft())
    await alerts.delete(alert.id)
    await alerts.delete(alert.id)
    await alerts.update(alert)
    await alerts.resume(99)
    await alerts.migrate(98, 99)
    assert await alerts.get(AlertId(12345)) is None
    assert await alerts.of_chat(7) == []
