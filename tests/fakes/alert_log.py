"""A change log of alerts in memory."""

from datetime import UTC, datetime

from bot.alerts.alert import Alert, AlertId
from bot.alerts.ports import AlertChange

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""When alerts were saved."""


class MemoryAlertLog:
    """`AlertLog` in memory."""

    def __init__(self) -> None:
        self.lines: list[AlertChange] = []
        self.read = 0

    async def store_id(self) -> int:
        """Return the same number always."""
        return 5

    async def changes(self, *, after: int, limit: int) -> list[AlertChange]:
        """Return the next changes; count them in `read`."""
        lines = [line for line in self.lines if line.number > after][:limit]
        self.read += len(lines)
        return lines

    def change(self, alert_id: int, text: str | None) -> None:
        """Save, change or (without a text) delete an alert."""
        saved = Alert(AlertId(alert_id), 1, None, 7, text, AT) if text else None
        self.lines.append(AlertChange(len(self.lines) + 1, AlertId(alert_id), saved))
