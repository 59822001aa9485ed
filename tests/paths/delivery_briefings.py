"""Daily briefings in a delivery simulation."""

from datetime import timedelta
from typing import Any

from bot.alerts.alert import AlertDraft, AlertId, Mode
from bot.delivery.outbox import briefing_of
from bot.delivery.schedule import briefing_times
from tests.paths.delivery_checks import was_interrupted
from tests.paths.delivery_simulation import DeliverySimulation

TIMES = (0, 7 * 60, 18 * 60 + 45)
"""When briefings come, in minutes after midnight."""


async def save_briefing(simulation: DeliverySimulation, destination: str, at: int) -> None:
    """Save the briefing of a chat, if it has none."""
    briefings, target = simulation.model.briefings, simulation.destinations[destination]
    kept = [alert for number, alert in briefings.alerts.items() if number not in briefings.removed]
    current = simulation.model.moved.get
    if any(current(alert.chat_id, alert.chat_id) == target.chat.id for alert in kept):
        return
    draft = AlertDraft(
        target.chat.id, target.thread, 7, "", simulation.clock(), mode=Mode.DAILY, briefing_at=at
    )
    alert = await simulation.app.services.alerts.save(draft)
    briefings.alerts[alert.id] = alert
    simulation.model.saved += 1


async def change_briefing(simulation: DeliverySimulation, number: int, verb: str) -> None:
    """Pause, resume, mute or delete a briefing."""
    briefings, service = simulation.model.briefings, simulation.app.services.alerts
    kept = [alert for alert_id, alert in briefings.alerts.items() if alert_id not in briefings.removed]
    if not kept:
        return
    chosen = kept[number % len(kept)]
    if verb == "delete":
        await service.store.delete(chosen.id)
        briefings.removed.add(chosen.id)
    elif alert := await service.store.get(chosen.id):
        await getattr(service, verb)(alert)


async def check_next_day(simulation: DeliverySimulation) -> None:
    """Assert that each briefing comes on the day after everything has settled, and never came twice a day."""
    service, briefings = simulation.app.services.alerts, simulation.model.briefings
    kept = [alert_id for alert_id in briefings.alerts if alert_id not in briefings.removed]
    for alert_id in kept:
        alert = await service.store.get(alert_id)
        assert alert is not None
        await service.resume(alert)
    await simulation.clock.sleep(timedelta(days=1).total_seconds())
    await simulation.settle()
    rows = {(row.alert_id, row.story_id): row for row in await simulation.outbox_rows()}
    for alert_id in kept:
        alert = await service.store.get(alert_id)
        assert alert is not None
        assert alert.briefing_at is not None
        settings = await simulation.app.services.chats.settings_of(alert.chat_id)
        day = briefing_times(alert.briefing_at, settings, now=simulation.clock()).day
        assert rows[alert_id, briefing_of(day)].state == "sent"
        assert briefings.messages[alert_id]
    for alert_id in briefings.alerts:
        _never_twice_a_day(
            simulation, alert_id, [row for (owner, _), row in rows.items() if owner == alert_id]
        )


def _never_twice_a_day(simulation: DeliverySimulation, alert_id: AlertId, rows: list[Any]) -> None:
    model = simulation.model
    messages = model.briefings.messages.get(alert_id, [])
    settled = {(row.chat_id, row.telegram_id) for row in rows}
    lost = [
        message for message in messages
        if (model.moved.get(message.chat_id, message.chat_id), message.message_id) not in settled
        and was_interrupted(simulation, message)
    ]  # fmt: skip
    days = sum(row.state == "sent" for row in rows)
    assert len(messages) - len(lost) <= days, f"{len(messages)} briefings in {days} days"
    if len(messages) > days:
        assert any(row.maybe_sent for row in rows), "a repeated briefing is not counted"
