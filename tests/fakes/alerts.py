"""Alerts, outbox and chats in memory, by the contract of `bot.alerts.ports`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from bot.alerts.alert import Alert, AlertDraft, AlertId
from bot.alerts.outbox import MatchBatch, OutboxId, OutboxMessage, OutboxState
from bot.alerts.ports import AlertChange
from bot.stories.story import StoryId

OPEN = (OutboxState.WAITING, OutboxState.POSTPONED)


class MemoryAlerts:
    """`AlertStore`, `AlertLog`, `Outbox` and `ChatBook` in one."""

    def __init__(self) -> None:
        self.messages: dict[OutboxId, OutboxMessage] = {}
        self.redirects: dict[StoryId, StoryId] = {}
        self._alerts: dict[AlertId, Alert] = {}
        self._last_alert = 0
        self._log: dict[AlertId, int] = {}
        self._number = 0
        self._batches: list[MatchBatch] = []
        self._gone_through = 0
        self._leases: dict[OutboxId, datetime] = {}
        self._held: dict[int, datetime] = {}
        self._suspended: set[int] = set()

    async def add(self, draft: AlertDraft) -> Alert:
        for alert in self._alerts.values():
            place = (alert.chat_id, alert.thread_id, alert.text)
            if place == (draft.chat_id, draft.thread_id, draft.text):
                return alert
        self._last_alert += 1
        alert = Alert(id=AlertId(self._last_alert), **asdict(draft))
        self._alerts[alert.id] = alert
        self._note(alert.id)
        return alert

    async def get(self, alert_id: AlertId) -> Alert | None:
        return self._alerts.get(alert_id)

    async def of_chat(self, chat_id: int) -> list[Alert]:
        return [alert for alert in self._alerts.values() if alert.chat_id == chat_id]

    async def of_owner(self, owner_id: int) -> list[Alert]:
        return [alert for alert in self._alerts.values() if alert.owner_id == owner_id]

    async def update(self, alert: Alert) -> None:
        if alert.id in self._alerts:
            self._alerts[alert.id] = alert
            self._note(alert.id)

    async def delete(self, alert_id: AlertId) -> None:
        if self._alerts.pop(alert_id, None):
            self._note(alert_id)
            unsent = [m.id for m in self.messages.values() if m.alert_id == alert_id and not _final(m)]
            for message_id in unsent:
                del self.messages[message_id]

    async def changes(self, *, after: int, limit: int) -> list[AlertChange]:
        lines = sorted((number, alert_id) for alert_id, number in self._log.items() if number > after)
        return [AlertChange(number, each, self._alerts.get(each)) for number, each in lines[:limit]]

    async def promise(self, batch: MatchBatch) -> None:
        """Commit a match batch, as the article's transaction does."""
        self._batches += [replace(batch, alert_ids=(each,)) for each in batch.alert_ids]

    async def expand(self, *, limit: int) -> int:
        part = self._batches[self._gone_through : self._gone_through + limit]
        self._gone_through += len(part)
        for batch in part:
            self._write(batch, self._alerts.get(batch.alert_ids[0]))
        return len(part)

    async def claim(self, *, now: datetime, lease: timedelta, limit: int) -> list[OutboxMessage]:
        self._leases = {each: until for each, until in self._leases.items() if until > now}
        busy = {self.messages[each].chat_id for each in self._leases if each in self.messages}
        claimed: list[OutboxMessage] = []
        for message in sorted(self._due(now), key=lambda each: (each.due_at, each.id)):
            if message.chat_id not in busy and len(claimed) < limit:
                busy.add(message.chat_id)
                claimed.append(message)
                self._leases[message.id] = now + lease
        return claimed

    async def sent(self, message_id: OutboxId, *, telegram_id: int, at: datetime) -> None:
        self._settle(message_id, OutboxState.SENT, telegram_id=telegram_id)

    async def postpone(self, message: OutboxMessage) -> None:
        self._settle(
            message.id,
            OutboxState.POSTPONED,
            due_at=message.due_at,
            attempts=message.attempts,
            maybe_sent=message.maybe_sent,
            reason=message.reason,
        )

    async def give_up(self, message_id: OutboxId, *, reason: str, at: datetime) -> None:
        self._settle(message_id, OutboxState.GIVEN_UP, reason=reason)

    async def counts(self, chat_id: int | None = None) -> dict[OutboxState, int]:
        return dict(Counter(m.state for m in self.messages.values() if chat_id in (None, m.chat_id)))

    async def hold(self, chat_id: int, *, until: datetime, reason: str) -> None:
        self._held[chat_id] = until
        self._end_leases(chat_id)

    async def suspend(self, chat_id: int, *, at: datetime, reason: str) -> None:
        self._suspended.add(chat_id)
        for message in self._of_chat(chat_id):
            if message.state in OPEN:
                self._settle(message.id, OutboxState.SUSPENDED, reason=reason)

    async def resume(self, chat_id: int) -> None:
        self._suspended.discard(chat_id)
        for message in self._of_chat(chat_id):
            if message.state is OutboxState.SUSPENDED:
                self._settle(message.id, OutboxState.WAITING)

    async def migrate(self, old_id: int, new_id: int) -> None:
        for alert in await self.of_chat(old_id):
            await self.update(replace(alert, chat_id=new_id))
        for message in self._of_chat(old_id):
            self.messages[message.id] = replace(message, chat_id=new_id)
        self._end_leases(new_id)

    def _note(self, alert_id: AlertId) -> None:
        self._number += 1
        self._log[alert_id] = self._number

    def _write(self, batch: MatchBatch, alert: Alert | None) -> None:
        story = self.redirects.get(batch.story_id, batch.story_id)
        known = {(m.chat_id, m.alert_id, self.redirects.get(m.story_id, m.story_id)) for m in self._all()}
        if alert is None or (alert.chat_id, alert.id, story) in known:
            return
        suspended = alert.chat_id in self._suspended
        message = OutboxMessage(
            id=OutboxId(max(self.messages, default=0) + 1),
            chat_id=alert.chat_id,
            thread_id=alert.thread_id,
            alert_id=alert.id,
            story_id=story,
            article_id=batch.article_id,
            created_at=batch.committed_at,
            due_at=batch.committed_at,
            state=OutboxState.SUSPENDED if suspended else OutboxState.WAITING,
        )
        self.messages[message.id] = message

    def _due(self, now: datetime) -> Iterator[OutboxMessage]:
        for message in self._all():
            alert = self._alerts.get(message.alert_id)
            held = self._held.get(message.chat_id, now) > now
            if message.state in OPEN and message.due_at <= now and alert and not alert.paused and not held:
                yield message

    def _settle(self, message_id: OutboxId, state: OutboxState, **fields: object) -> None:
        message = self.messages.get(message_id)
        if message and not _final(message):
            self.messages[message_id] = replace(message, state=state, **fields)  # type: ignore[arg-type]
        self._leases.pop(message_id, None)

    def _all(self) -> list[OutboxMessage]:
        return list(self.messages.values())

    def _of_chat(self, chat_id: int) -> list[OutboxMessage]:
        return [message for message in self._all() if message.chat_id == chat_id]

    def _end_leases(self, chat_id: int) -> None:
        for message in self._of_chat(chat_id):
            self._leases.pop(message.id, None)


def _final(message: OutboxMessage) -> bool:
    return message.state in (OutboxState.SENT, OutboxState.GIVEN_UP)
