"""Alerts saved, and what their promises come to."""

from datetime import UTC, datetime, timedelta

from bot.alerts.alert import Alert, AlertDraft, Mode
from tests.storage.sql_alerts import SqlAlerts, claimed

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)
LEASE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


async def saved(stores: SqlAlerts, *chats: int, text: str = "harbour", mode: Mode = Mode.NOW) -> list[Alert]:
    drafts = [AlertDraft(chat, None, 7, text, AT, mode=mode) for chat in chats]
    return [await stores.alerts.add(draft) for draft in drafts]


async def edited(stores: SqlAlerts, at: datetime) -> list[int | None]:
    """Telegram's ids of the messages that are edited now, all of them due."""
    edits: list[int | None] = []
    while notifications := await claimed(stores.outbox, at):
        for each in notifications:
            edits.append(each.edits)
            await stores.outbox.sent(each, telegram_id=each.edits or 0, at=at)
    return edits
