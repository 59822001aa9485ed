"""Whether and when a promised message goes out, by the alert's mode and the chat's settings."""

from datetime import datetime

from bot.alerts.alert import Alert
from bot.alerts.outbox import MatchBatch
from bot.alerts.schedule import Turn, turn
from bot.alerts.settings import ChatSettings


def plan(alert: Alert, settings: ChatSettings, batch: MatchBatch, *, now: datetime) -> Turn | None:
    """Return when a message promised by now (aware UTC) is due; None when the chat does not want it."""
    if not settings.wants(batch.publisher, batch.language):
        return None
    return turn(alert.mode, settings, now=now)
