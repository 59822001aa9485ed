"""Alerts as their owners use them: preview, save, list, change, delete, share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.alerts.alert import Alert, AlertDraft, AlertId, Mode
from bot.alerts.ports import (
    AlertStore,
    ErasureReport,
    PersonStore,
    ShareStore,
    StoryFollower,
    TooManyAlerts,
)
from bot.alerts.preview import Preview, PreviewBuilder, has_positive_term
from bot.alerts.purging import AlertPurging
from bot.errors import UserError, localizable
from bot.search.query.parser import ONLY_COMMON, parse
from bot.search.query.query import Query

MAX_QUERY_LENGTH = 500
"""Characters of an alert's query."""
MUTE_DURATION = timedelta(hours=24)


class NothingToSearchFor(UserError):
    """An alert's query has no term, or only terms that are in every article."""


class StoryGone(UserError):
    """A story that should be followed has no articles any more."""


class AlertNotFound(UserError):
    """The alert of a button was deleted, or isn't this chat's."""


@dataclass(frozen=True, slots=True)
class AlertService:
    """What people can do with alerts.

    Args:
        clock: Returns the current time, aware UTC.
        most: Alerts a person may have.
        follower: None to follow no stories.
        purging: Removes deleted alerts from files at once; None to leave it to `AlertPurging.run` later.
    """

    store: AlertStore
    people: PersonStore
    shares: ShareStore
    preview_builder: PreviewBuilder
    clock: Callable[[], datetime]
    most: int = 50
    follower: StoryFollower | None = None
    purging: AlertPurging | None = None

    async def erase_person(self, person_id: int) -> ErasureReport:
        """Delete a person's data from the store, and from files; a cluster is purged later."""
        report = await self.people.erase(person_id)
        if self.purging is not None:
            await self.purging.run()
        return report

    async def preview(self, text: str, *, language: str | None = None, zone: str = "UTC") -> Preview:
        """Return what an alert with this query would have reported.

        Raises:
            QueryError: The query can't be parsed; says where.
            NothingToSearchFor: The query matches every article, or none.
        """
        now = self.clock()
        query = _parsed(text, now=now, zone=zone, language=language)
        return await self.preview_builder.preview(query, now=now)

    async def save(self, draft: AlertDraft) -> Alert:
        """Save an alert and return it; return the existing one if it was saved before.

        Raises:
            QueryError: The query can't be parsed.
            NothingToSearchFor: As in `preview`.
            TooManyAlerts: The owner has reached the limit.
            StoryGone: The story to follow has no articles any more.
        """
        if draft.follows is not None:
            return await self._follow(draft)
        draft = replace(draft, text=draft.text[:MAX_QUERY_LENGTH])
        if draft.briefing_at is None:
            _parsed(draft.text, now=draft.created_at, zone=draft.zone, language=draft.language)
        return await self.store.add(draft, most=self.most)

    async def _follow(self, draft: AlertDraft) -> Alert:
        alert = await self.follower.follow(draft) if self.follower else None
        if alert is None:
            raise StoryGone(localizable("article-gone"))
        return alert

    async def save_all(self, drafts: Sequence[AlertDraft]) -> int:
        """Save alerts up to the owner's limit and return how many were saved or existed.

        Skips those with nothing to search for, or without the story to follow.

        Raises:
            QueryError: A query can't be parsed; earlier ones are saved.
        """
        saved = 0
        for draft in drafts:
            try:
                await self.save(draft)
                saved += 1
            except (NothingToSearchFor, StoryGone):
                continue
            except TooManyAlerts:
                break
        return saved

    async def restore(self, alert: Alert) -> None:
        """Restore a deleted alert under its id; leave it alone if it exists.

        Raises:
            TooManyAlerts: The owner has reached the limit.
        """
        await self.store.restore(alert, most=self.most)

    async def get(self, alert_id: AlertId, *, chat_id: int) -> Alert:
        """Return an alert that reports to a chat, or whose owner's private chat it is.

        Raises:
            AlertNotFound: It was deleted, or belongs to another chat.
        """
        alert = await self.store.get(alert_id)
        if alert is None or chat_id not in (alert.chat_id, alert.owner_id):
            raise AlertNotFound(localizable("alert-gone"))
        return alert.without_expired_mute(self.clock())

    async def of_chat(self, chat_id: int) -> list[Alert]:
        """Return a chat's alerts, oldest first.

        In a private chat, whose id is the person's, also the alerts that person has set up for other chats.
        """
        owned = await self.people.alerts(chat_id) if chat_id > 0 else []
        alerts = {alert.id: alert for alert in (*await self.store.of_chat(chat_id), *owned)}
        now = self.clock()
        return [alerts[alert_id].without_expired_mute(now) for alert_id in sorted(alerts)]

    async def reporting_to(self, chat_id: int) -> list[Alert]:
        """Return the alerts that report to a chat, oldest first."""
        return await self.store.of_chat(chat_id)

    async def delete(self, alert: Alert) -> None:
        """Delete an alert and its unsent notifications."""
        await self.store.delete(alert.id)

    async def delete_all(self, chat_id: int) -> int:
        """Delete every alert that reports to a chat; return how many."""
        alerts = await self.store.of_chat(chat_id)
        for alert in alerts:
            await self.store.delete(alert.id)
        return len(alerts)

    async def share(self, alert: Alert) -> str | None:
        """Return the word that lets others copy an alert: 16 characters, hard to guess, stable."""
        return await self.shares.share(alert.id)

    async def shared(self, word: str) -> Alert | None:
        """Return the alert behind a word of `share`, or None."""
        return await self.shares.shared(word)

    async def pause(self, alert: Alert) -> Alert:
        """Stop an alert until it is resumed."""
        return await self._update(alert.silenced(self.clock(), paused=True))

    async def resume(self, alert: Alert) -> Alert:
        """End an alert's pause and mute."""
        return await self._update(alert.silenced(self.clock()))

    async def mute(self, alert: Alert) -> Alert:
        """Mute an alert for 24 hours."""
        now = self.clock()
        muted = alert.silenced(now, paused=alert.paused, muted_until=now + MUTE_DURATION)
        return await self._update(muted)

    async def set_mode(self, alert: Alert, mode: Mode) -> Alert:
        """Change how often an alert reports, from its next story on."""
        return await self._update(replace(alert, mode=mode))

    async def show_differences(self, alert: Alert) -> Alert:
        """Have an alert's notifications say where the outlets of a story differ."""
        return await self._update(replace(alert, differences=True))

    async def hide_differences(self, alert: Alert) -> Alert:
        """Have an alert's notifications not say so."""
        return await self._update(replace(alert, differences=False))

    async def change_query(self, alert: Alert, text: str) -> Alert:
        """Replace an alert's query; only articles published from now on count.

        Raises:
            QueryError: The query can't be parsed.
            NothingToSearchFor: As in `preview`.
        """
        now = self.clock()
        _parsed(text, now=now, zone=alert.zone, language=alert.language)
        return await self._update(replace(alert, text=text[:MAX_QUERY_LENGTH], created_at=now))

    async def set_briefing_time(self, alert: Alert, at: int) -> Alert:
        """Change when a briefing comes, in minutes after midnight, from its next time on."""
        return await self._update(replace(alert, briefing_at=at, created_at=self.clock()))

    async def _update(self, alert: Alert) -> Alert:
        await self.store.update(alert)
        return alert


def _parsed(text: str, *, now: datetime, zone: str, language: str | None) -> Query:
    """Return an alert's query; raise NothingToSearchFor if it would match every article or none."""
    query = parse(text[:MAX_QUERY_LENGTH], now=now, zone=ZoneInfo(zone), language=language)
    if query.root is None:
        raise NothingToSearchFor(localizable("no-words"))
    if not has_positive_term(query.root):
        raise NothingToSearchFor(localizable("alert-everything"))
    if ONLY_COMMON in query.problems:
        raise NothingToSearchFor(localizable("alert-only-common"))
    return query
