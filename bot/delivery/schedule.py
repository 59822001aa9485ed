"""When a message is due, by alert mode (now, or in the next digest) and quiet hours. Pure functions of time.

A local time that a clock change skips is later by as much as the clocks jump; of a local time that occurs
twice, the first counts. So every calendar day has exactly one daily digest.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.alerts.alert import Alert, Mode
from bot.alerts.matching.match import MatchBatch
from bot.chats.settings import ChatSettings

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DueTime:
    """When a message is due, and whether it goes into a digest."""

    due_at: datetime
    digest: bool


def match_due_time(
    alert: Alert, settings: ChatSettings, batch: MatchBatch, *, now: datetime
) -> DueTime | None:
    """Return when a match known at `now` (aware UTC) is due; None if the chat doesn't want the article."""
    if not settings.wants(batch.publisher, batch.language):
        return None
    return due_time(alert.mode, settings, now=now)


def due_time(mode: Mode, settings: ChatSettings, *, now: datetime) -> DueTime:
    """Return when a message created at `now` (aware UTC) is due."""
    if mode in (Mode.NOW, Mode.UPDATE):
        wake_at = quiet_hours_end(settings, now=now)
        return DueTime(wake_at or now, digest=wake_at is not None)
    due_at = next_digest(mode, settings, now=now)
    return DueTime(quiet_hours_end(settings, now=due_at) or due_at, digest=True)


def next_digest(mode: Mode, settings: ChatSettings, *, now: datetime) -> datetime:
    """Return the first digest time after `now`: the next full hour, or the next local time the chat chose."""
    zone = settings.tz
    if mode is Mode.HOURLY:
        return _next_hour(now, zone)
    today = now.astimezone(zone).date()
    days = (today + n * _DAY for n in range(-1, 9))
    digest_days = (day for day in days if mode is Mode.DAILY or day.weekday() == settings.digest_weekday)
    return next(at for day in digest_days if (at := at_local_time(day, settings.digest_at, zone)) > now)


@dataclass(frozen=True, slots=True)
class BriefingTimes:
    """The times of a daily briefing around a moment.

    Args:
        day: The local day of `last_at`.
        last_at: The latest time up to the moment, aware UTC.
        next_at: The first time after it, aware UTC.
    """

    day: date
    last_at: datetime
    next_at: datetime


def briefing_times(minute: int, settings: ChatSettings, *, now: datetime) -> BriefingTimes:
    """Return the times of a briefing at a local minute of the day, 0 to 1,439, around `now` (aware UTC)."""
    today = now.astimezone(settings.tz).date()
    times = {day: at_local_time(day, minute, settings.tz) for day in (today + n * _DAY for n in range(-2, 3))}
    last = max(day for day, at in times.items() if at <= now)
    return BriefingTimes(last, times[last], min(at for at in times.values() if at > now))


def quiet_hours_end(settings: ChatSettings, *, now: datetime) -> datetime | None:
    """Return when the quiet hours around `now` end; None outside quiet hours."""
    start, end = settings.quiet_from, settings.quiet_until
    if start is None or end is None or start == end:
        return None
    zone = settings.tz
    today = now.astimezone(zone).date()
    for day in (today - _DAY, today, today + _DAY):
        ends_at = at_local_time(day if start < end else day + _DAY, end, zone)
        if at_local_time(day, start, zone) <= now < ends_at:
            return ends_at
    return None


def at_local_time(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Return the UTC time at which a zone's clocks show a minute of a day, 0 to 1,439."""
    local = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=zone)
    return local.astimezone(UTC)


def _next_hour(now: datetime, zone: ZoneInfo) -> datetime:
    local = now.astimezone(zone)
    past = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return now - past + timedelta(hours=1)
