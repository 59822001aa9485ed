"""Daily briefings: one message per alert and local day, even after a late start."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.alerts.alert import Alert, AlertDraft, Mode
from bot.chats.settings import ChatSettings
from bot.delivery.outbox import Notification
from bot.errors import localizable
from tests.storage.sql_alerts import SqlAlerts

EVENING = datetime(2026, 11, 20, 20, tzinfo=UTC)
MORNING = datetime(2026, 11, 21, 7, tzinfo=UTC)
DAY = timedelta(days=1)


async def briefing(stores: SqlAlerts, *, chat: int = 1, at: int = 7 * 60, paused: bool = False) -> Alert:
    draft = AlertDraft(chat, None, chat, "", EVENING, mode=Mode.DAILY, briefing_at=at, paused=paused)
    return await stores.alerts.add(draft)


async def due(stores: SqlAlerts, now: datetime) -> list[Notification]:
    while await stores.briefings.schedule_due(now=now, limit=10):
        pass
    return await stores.outbox.claim(now=now, lease=DAY / 24, limit=10, interval=timedelta(0))


async def send(stores: SqlAlerts, now: datetime) -> int:
    notifications = await due(stores, now)
    for number, notification in enumerate(notifications):
        await stores.outbox.sent(notification, telegram_id=number + 1, at=now)
    return len(notifications)


async def test_briefing_is_due_once_a_day(stores: SqlAlerts) -> None:
    await briefing(stores)
    assert await send(stores, EVENING) == 0
    assert await send(stores, MORNING - timedelta(minutes=1)) == 0
    assert await send(stores, MORNING) == 1
    assert await send(stores, MORNING + timedelta(hours=5)) == 0
    assert await send(stores, MORNING + DAY) == 1


async def test_days_that_the_bot_was_down_are_not_made_up_for(stores: SqlAlerts) -> None:
    await briefing(stores)
    assert await send(stores, MORNING + 4 * DAY) == 1
    assert await send(stores, MORNING + 4 * DAY + timedelta(hours=1)) == 0


async def test_briefing_waiting_to_be_sent_is_not_doubled(stores: SqlAlerts) -> None:
    await briefing(stores)
    (first,) = await due(stores, MORNING)
    await stores.outbox.postpone(
        first, due_at=MORNING + 2 * DAY, reason=localizable("why-flood"), maybe_sent=False
    )
    assert await due(stores, MORNING + DAY) == []
    assert await send(stores, MORNING + 2 * DAY) == 1


async def test_paused_briefing_resumes_without_the_days_in_between(stores: SqlAlerts) -> None:
    alert = await briefing(stores, paused=True)
    assert await send(stores, MORNING) == 0
    assert await send(stores, MORNING + DAY) == 0
    await stores.alerts.update(replace(alert, paused=False))
    assert await send(stores, MORNING + 2 * DAY) == 1


async def test_briefing_waits_for_the_end_of_quiet_hours(stores: SqlAlerts) -> None:
    await stores.settings.put(ChatSettings(1, quiet_from=22 * 60, quiet_until=9 * 60))
    await briefing(stores)
    assert await send(stores, MORNING) == 0
    assert await send(stores, MORNING + timedelta(hours=2)) == 1


async def test_briefing_comes_at_the_chats_local_time(stores: SqlAlerts) -> None:
    await briefing(stores)
    await send(stores, EVENING)
    await stores.settings.put(ChatSettings(1, zone="Asia/Tokyo"))
    assert await send(stores, MORNING - timedelta(hours=9)) == 1
    assert await send(stores, MORNING) == 0


async def test_new_time_zone_brings_no_second_briefing_that_day(stores: SqlAlerts) -> None:
    await briefing(stores)
    assert await send(stores, MORNING) == 1
    await stores.settings.put(ChatSettings(1, zone="America/New_York"))
    assert await send(stores, MORNING + timedelta(hours=5)) == 0
    assert await send(stores, MORNING + timedelta(hours=29)) == 1


async def test_briefing_is_sent_by_itself(stores: SqlAlerts) -> None:
    await briefing(stores)
    await briefing(stores, at=7 * 60 - 1)
    notifications = await due(stores, MORNING)
    assert [len(each.messages) for each in notifications] == [1]
    assert notifications[0].is_briefing


async def test_deleted_briefing_sends_nothing(stores: SqlAlerts) -> None:
    alert = await briefing(stores)
    await stores.briefings.schedule_due(now=MORNING, limit=10)
    await stores.alerts.delete(alert.id)
    assert await send(stores, MORNING) == 0
    assert await send(stores, MORNING + DAY) == 0


async def test_restored_briefing_does_not_repeat_the_day(stores: SqlAlerts) -> None:
    alert = await briefing(stores)
    assert await send(stores, MORNING) == 1
    await stores.alerts.delete(alert.id)
    await stores.alerts.restore(alert)
    assert await send(stores, MORNING + timedelta(hours=1)) == 0


async def test_briefing_never_matches_articles(stores: SqlAlerts) -> None:
    alert = await briefing(stores)
    assert [change.alert for change in await stores.alerts.changes(after=0, limit=10)] == [None]
    assert await stores.alerts.get(alert.id) == alert
