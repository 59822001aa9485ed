"""An alert: a saved query or a followed story, the chat it reports to, and its mode: now, hourly, daily."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from bot.search.query.parser import parse
from bot.search.query.query import Query
from bot.stories.story import StoryId


class Mode(StrEnum):
    """An alert's mode: how often it reports."""

    NOW = "now"
    HOURLY = "hourly"
    DAILY = "daily"
    WEEKLY = "weekly"
    UPDATE = "update"
    """Of a followed story: at once, but in one message that is edited."""


AlertId = NewType("AlertId", int)


@dataclass(frozen=True, slots=True)
class AlertDraft:
    """An alert to be saved.

    Args:
        chat_id: Telegram id of the chat it reports to.
        thread_id: Topic in that chat; None for General or a chat without topics.
        owner_id: Telegram id of the person who saves it.
        text: A valid query, as typed.
        created_at: Aware UTC. Articles published earlier don't count, and relative dates in `text`
            ("since last week") are relative to it.
        language: ISO 639-1 code of the query; None if unknown.
        zone: IANA name of the time zone of its dates.
        mode: How often it reports.
        paused: Whether it is saved without reporting until resumed.
        briefing_at: Of a briefing: its local time, in minutes after midnight; `text` is its topic then,
            "" for all news.
        differences: Whether its notifications say where the outlets of a story differ.
        follows: Of a followed story: its id; `text` is its title then.
    """

    chat_id: int
    thread_id: int | None
    owner_id: int
    text: str
    created_at: datetime
    language: str | None = None
    zone: str = "UTC"
    mode: Mode = Mode.NOW
    paused: bool = False
    briefing_at: int | None = None
    differences: bool = True
    follows: StoryId | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """A saved alert; see `AlertDraft` for the other arguments.

    Args:
        id: Assigned by the store, never reused.
        muted_until: End of a mute, aware UTC; None if not muted.
        silent_from: When the last pause or mute began, aware UTC; None for none, or if that is unknown.
        silent_until: When it ends or ended, aware UTC; None for a pause that goes on.
    """

    id: AlertId
    chat_id: int
    thread_id: int | None
    owner_id: int
    text: str
    created_at: datetime
    language: str | None = None
    zone: str = "UTC"
    mode: Mode = Mode.NOW
    paused: bool = False
    muted_until: datetime | None = None
    briefing_at: int | None = None
    differences: bool = True
    follows: StoryId | None = None
    silent_from: datetime | None = None
    silent_until: datetime | None = None

    @property
    def is_follow(self) -> bool:
        """Whether it reports the developments of one story instead of articles that match."""
        return self.follows is not None

    @property
    def is_briefing(self) -> bool:
        """Whether it reports the top stories at a time of day instead of articles that match."""
        return self.briefing_at is not None

    @property
    def query(self) -> Query:
        """The query as it was parsed when the alert was saved."""
        zone = ZoneInfo(self.zone)
        return parse(self.text, now=self.created_at, zone=zone, language=self.language)

    def silenced(
        self, now: datetime, *, paused: bool = False, muted_until: datetime | None = None
    ) -> "Alert":
        """Return the alert paused, muted until a time, or neither, from `now` on (aware UTC)."""
        was_silent = self.paused or (self.muted_until is not None and self.muted_until > now)
        silent = replace(self, paused=paused, muted_until=muted_until)
        # An alert saved as paused, or silenced before times were stored, may have been silent all the time.
        began = self.silent_from or self.created_at if was_silent else now
        if not paused and muted_until is None:
            return replace(silent, silent_from=began, silent_until=now) if was_silent else silent
        return replace(silent, silent_from=began, silent_until=None if paused else muted_until)

    def was_silent(self, at: datetime) -> bool:
        """Whether it was paused or muted at a time (aware UTC), as far as the last pause or mute says."""
        if self.silent_from is None:  # it was paused or muted before its beginning was stored
            return self.paused or (self.muted_until is not None and at < self.muted_until)
        return self.silent_from <= at and (self.silent_until is None or at < self.silent_until)

    def without_expired_mute(self, now: datetime) -> "Alert":
        """Return the alert, without its mute if that has ended by `now`."""
        expired = self.muted_until is not None and self.muted_until <= now
        return replace(self, muted_until=None) if expired else self
