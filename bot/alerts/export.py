"""Exports alerts and settings to JSON, and imports them."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.alerts.alert import Alert, AlertDraft, AlertId, Mode
from bot.chats.settings import MINUTES_PER_DAY, ChatSettings
from bot.chats.time_zones import known_zones
from bot.errors import UserError, localizable
from bot.stories.story import StoryId

FORMAT = 1
MAX_IMPORT_BYTES = 1_000_000
_MAX_ALERTS = 1_000


class InvalidExport(UserError):
    """A file isn't a valid export; says where."""


class _Alert(BaseModel):
    model_config = ConfigDict(extra="ignore")

    text: str = Field(min_length=1, max_length=500)
    mode: Mode = Mode.NOW
    paused: bool = False
    zone: str = "UTC"
    thread: int | None = None
    differences: bool = True

    @field_validator("mode")
    @classmethod
    def _check_mode(cls, value: Mode) -> Mode:
        """Only a followed story can be reported in one message that is edited."""
        return Mode.NOW if value is Mode.UPDATE else value

    @field_validator("zone")
    @classmethod
    def _check_zone(cls, value: str) -> str:
        return _known_zone(value)


class _Briefing(BaseModel):
    model_config = ConfigDict(extra="ignore")

    topic: str = Field(default="", max_length=500)
    at: int = Field(ge=0, lt=MINUTES_PER_DAY)
    paused: bool = False
    thread: int | None = None


class _Follow(BaseModel):
    model_config = ConfigDict(extra="ignore")

    story: str = Field(min_length=1, max_length=100)
    title: str = Field(max_length=500)
    mode: Mode = Mode.NOW
    paused: bool = False
    zone: str = "UTC"
    thread: int | None = None

    @field_validator("zone")
    @classmethod
    def _check_zone(cls, value: str) -> str:
        return _known_zone(value)


class _Settings(BaseModel):
    model_config = ConfigDict(extra="ignore")

    language: str | None = Field(default=None, pattern="^[a-z]{2}$")
    zone: str | None = None
    quiet_from: int | None = Field(default=None, ge=0, lt=MINUTES_PER_DAY)
    quiet_until: int | None = Field(default=None, ge=0, lt=MINUTES_PER_DAY)
    digest_at: int = Field(default=8 * 60, ge=0, lt=MINUTES_PER_DAY)
    digest_weekday: int = Field(default=0, ge=0, le=6)
    breaking: bool = False
    gregorian: bool = False
    preferred: tuple[str, ...] = Field(default=(), max_length=100)
    muted: tuple[str, ...] = Field(default=(), max_length=100)
    languages: tuple[str, ...] = Field(default=(), max_length=30)

    @field_validator("zone")
    @classmethod
    def _check_zone(cls, value: str | None) -> str | None:
        return value if value is None else _known_zone(value)


class _Export(BaseModel):
    model_config = ConfigDict(extra="ignore")

    newsbot: int = Field(ge=1, le=FORMAT)
    chat: int | None = None
    alerts: tuple[_Alert, ...] = Field(default=(), max_length=_MAX_ALERTS)
    briefings: tuple[_Briefing, ...] = Field(default=(), max_length=_MAX_ALERTS)
    follows: tuple[_Follow, ...] = Field(default=(), max_length=_MAX_ALERTS)
    settings: _Settings | None = None


def export(alerts: Sequence[Alert], settings: ChatSettings) -> str:
    """Return alerts, briefings, followed stories and a chat's settings as JSON for `read_export`."""
    document = _Export(
        newsbot=FORMAT,
        chat=settings.chat_id,
        alerts=tuple(
            _Alert(
                text=alert.text,
                mode=alert.mode,
                paused=alert.paused,
                zone=alert.zone,
                thread=alert.thread_id,
                differences=alert.differences,
            )
            for alert in alerts
            if alert.briefing_at is None and alert.follows is None
        ),
        briefings=tuple(
            _Briefing(topic=alert.text, at=alert.briefing_at, paused=alert.paused, thread=alert.thread_id)
            for alert in alerts
            if alert.briefing_at is not None
        ),
        follows=tuple(
            _Follow(
                story=alert.follows,
                title=alert.text,
                mode=alert.mode,
                paused=alert.paused,
                zone=alert.zone,
                thread=alert.thread_id,
            )
            for alert in alerts
            if alert.follows is not None
        ),
        settings=_Settings.model_validate(asdict(settings)),
    )
    return document.model_dump_json(indent=2)


def read_export(
    text: str | bytes, *, chat_id: int, owner_id: int, now: datetime, thread_id: int | None = None
) -> tuple[list[AlertDraft], ChatSettings | None]:
    """Return the alerts of an exported file, as if saved at `now`, and the settings in it, if any.

    Args:
        thread_id: Topic for alerts that come from another chat; this chat's own keep theirs.

    Raises:
        InvalidExport: The file is invalid, or written by a newer version.
    """
    document = _parsed(text)
    own = document.chat == chat_id

    def draft(thread: int | None, text: str, **fields: Any) -> AlertDraft:
        return AlertDraft(chat_id, thread if own else thread_id, owner_id, text, now, **fields)

    drafts = [
        draft(a.thread, a.text, zone=a.zone, mode=a.mode, paused=a.paused, differences=a.differences)
        for a in document.alerts
    ]
    drafts += [
        draft(b.thread, b.topic, mode=Mode.DAILY, paused=b.paused, briefing_at=b.at)
        for b in document.briefings
    ]
    drafts += [
        draft(f.thread, f.title, zone=f.zone, mode=f.mode, paused=f.paused, follows=StoryId(f.story))
        for f in document.follows
    ]
    if document.settings is None:
        return drafts, None
    return drafts, ChatSettings(chat_id, **document.settings.model_dump())


def _parsed(text: str | bytes) -> _Export:
    try:
        return _Export.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "JSON"
        raise InvalidExport(localizable("import-unfit", place=where)) from error


def alert_json(alert: Alert) -> str:
    """Return all fields of an alert as JSON, for restoring it once it is deleted."""
    return _FullAlert.model_validate(asdict(alert)).model_dump_json()


def alert_from_json(text: str) -> Alert:
    """Return the alert `alert_json` was called with."""
    values = _FullAlert.model_validate_json(text).model_dump()
    follows = StoryId(values["follows"]) if values["follows"] else None
    return Alert(**values | {"id": AlertId(values["id"]), "follows": follows})


class _FullAlert(BaseModel):
    id: int
    chat_id: int
    thread_id: int | None
    owner_id: int
    text: str
    created_at: datetime
    language: str | None
    zone: str
    mode: Mode
    paused: bool
    muted_until: datetime | None
    briefing_at: int | None = None
    follows: str | None = None
    differences: bool = True
    silent_from: datetime | None = None
    silent_until: datetime | None = None


def _known_zone(name: str) -> str:
    if name not in known_zones():
        raise ValueError("unknown time zone")
    return name
