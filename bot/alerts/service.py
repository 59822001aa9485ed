"""What people do with their alerts: look what one would find, save, find again, change, delete."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.alerts.alert import Alert, AlertDraft, AlertId, Mode
from bot.alerts.matching.projection import AlertProjection
from bot.alerts.ports import AlertStore, Forgotten, PersonStore, ShareStore, TooManyAlerts
from bot.alerts.preview import Preview, PreviewBuilder, asks
from bot.errors import UserError, localizable
from bot.search.query.parser import ONLY_COMMON, Query, parse

LONGEST = 500
"""Characters of an alert's query."""
MUTED_FOR = timedelta(hours=24)


class NothingToLookFor(UserError):
    """The query of an alert names nothing, or nothing that tells one article from another."""


class AlertGone(UserError):
    """The alert behind a button was deleted."""


@dataclass(frozen=True, slots=True)
class AlertService:
    """Alerts, as people handle them.

    Args:
        most: Alerts one person may have.
        watch: What keeps alerts compiled in a file.
        clock: Returns the present moment, aware UTC.
    """

    store: AlertStore
    people: PersonStore
    shares: ShareStore
    outlook: PreviewBuilder
    clock: Callable[[], datetime]
    most: int = 50
    watch: AlertProjection | None = None

    async def forget(self, person_id: int) -> Forgotten:
        """Delete everything about a person, in the files too."""
        gone = await self.people.forget(person_id)
        if self.watch is not None:
            await self.watch.forget()
        return gone

    async def preview(self, text: str, *, language: str | None = None, zone: str = "UTC") -> Preview:
        """Return what an alert would have found.

        Raises:
            QueryError: The query can't be parsed; says where.
            NothingToLookFor: It names nothing, or could never or always speak.
        """
        now = self.clock()
        query = _read(text, now=now, zone=zone, language=language)
        return await self.outlook.preview(query, now=now)

    async def save(self, draft: AlertDraft) -> Alert:
        """Save an alert; one saved before is returned as it is.

        Raises:
            QueryError: The query can't be parsed.
            NothingToLookFor: As in `preview`.
            TooManyAlerts: Its owner has as many as one may have.
        """
        draft = replace(draft, text=draft.text[:LONGEST])
        _read(draft.text, now=draft.created_at, zone=draft.zone, language=draft.language)
        return await self.store.add(draft, most=self.most)

    async def save_all(self, drafts: Sequence[AlertDraft]) -> int:
        """Save alerts, as many as their owner may have; return how many there are of them now.

        Those that name nothing to look for are left out.

        Raises:
            QueryError: A query can't be parsed; those before it are saved.
        """
        saved = 0
        for draft in drafts:
            try:
                await self.save(draft)
                saved += 1
            except NothingToLookFor:
                continue
            except TooManyAlerts:
                break
        return saved

    async def restore(self, alert: Alert) -> None:
        """Bring a deleted alert back under its id; one that is there stays as it is.

        Raises:
            TooManyAlerts: Its owner has as many as one may have.
        """
        await self.store.restore(alert, most=self.most)

    async def get(self, alert_id: AlertId, *, chat_id: int) -> Alert:
        """Return an alert of a chat, or one that a person looks after from their private chat.

        Raises:
            AlertGone: It was deleted, or is another chat's.
        """
        alert = await self.store.get(alert_id)
        if alert is None or chat_id not in (alert.chat_id, alert.owner_id):
            raise AlertGone(localizable("alert-gone"))
        return self._speaking(alert)

    async def of_chat(self, chat_id: int) -> list[Alert]:
        """Return the alerts that report to a chat, oldest first.

        In a private chat, which has its person's number, those they pointed at channels too.
        """
        mine = await self.people.alerts(chat_id) if chat_id > 0 else []
        here = {alert.id: alert for alert in (*await self.store.of_chat(chat_id), *mine)}
        return [self._speaking(here[number]) for number in sorted(here)]

    async def pause(self, alert: Alert) -> Alert:
        """Stop an alert until it is resumed."""
        return await self._changed(replace(alert, paused=True))

    async def resume(self, alert: Alert) -> Alert:
        """Let an alert report again, pause and mute both ended."""
        return await self._changed(replace(alert, paused=False, muted_until=None))

    async def mute(self, alert: Alert) -> Alert:
        """Silence an alert for 24 hours."""
        return await self._changed(replace(alert, muted_until=self.clock() + MUTED_FOR))

    async def report(self, alert: Alert, mode: Mode) -> Alert:
        """Have an alert report at once or in digests, from its next story on."""
        return await self._changed(replace(alert, mode=mode))

    async def reword(self, alert: Alert, text: str) -> Alert:
        """Give an alert another query; from now on it looks for that.

        Raises:
            QueryError: The query can't be parsed.
            NothingToLookFor: As in `preview`.
        """
        now = self.clock()
        _read(text, now=now, zone=alert.zone, language=alert.language)
        return await self._changed(replace(alert, text=text[:LONGEST], created_at=now))

    def _speaking(self, alert: Alert) -> Alert:
        """An alert whose mute is over speaks again."""
        over = alert.muted_until is not None and alert.muted_until <= self.clock()
        return replace(alert, muted_until=None) if over else alert

    async def _changed(self, alert: Alert) -> Alert:
        await self.store.update(alert)
        return alert


def _read(text: str, *, now: datetime, zone: str, language: str | None) -> Query:
    """Return the query of an alert; raise NothingToLookFor when it would never speak, or always."""
    query = parse(text[:LONGEST], now=now, zone=ZoneInfo(zone), language=language)
    if query.root is None:
        raise NothingToLookFor(localizable("subscribe-how"))
    if not asks(query.root):
        raise NothingToLookFor(localizable("alert-everything"))
    if ONLY_COMMON in query.problems:
        raise NothingToLookFor(localizable("alert-only-common"))
    return query
