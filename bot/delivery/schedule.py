"""When a promised message is due: at once, with a digest, after quiet hours. Pure: moments in, moments out.

Times on the wall that a change of the clocks leaves out come as much later as it skips; of those that come
twice, the first counts. So there is one daily digest for every day of the calendar.
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
    """When a message is due, and whether it goes with others in one digest."""

    due_at: datetime
    digest: bool


def due_time(mode: Mode, settings: ChatSettings, *, now: datetime) -> DueTime:
    """Return when a message promised at `now` (aware UTC) is due."""
    if mode is Mode.NOW:
        wake_at = quiet_hours_end(settings, now=now)
        return DueTime(wake_at or now, digest=wake_at is not None)
    due_at = next_digest(mode, settings, now=now)
    return DueTime(quiet_hours_end(settings, now=due_at) or due_at, digest=True)


def next_digest(mode: Mode, settings: ChatSettings, *, now: datetime) -> datetime:
    """Return the first digest after `now`: the next full hour, or the next chosen time on the wall."""
    zone = settings.tz
    if mode is Mode.HOURLY:
        return _next_hour(now, zone)
    today = now.astimezone(zone).date()
    days = (today + n * _DAY for n in range(-1, 9))
    wanted = (day for day in days if mode is Mode.DAILY or day.weekday() == settings.digest_weekday)
    return next(at for day in wanted if (at := at_local_time(day, settings.digest_at, zone)) > now)


def quiet_hours_end(settings: ChatSettings, *, now: datetime) -> datetime | None:
    """Return when the quiet hours that `now` lies in end; None outside of them."""
    start, end = settings.quiet_from, settings.quiet_until
    if start is None or end is None or start == end:
        return None
    zone = settings.tz
    today = now.astimezone(zone).date()
    for day in (today - _DAY, today, today + _DAY):
        ends = at_local_time(day if start < end else day + _DAY, end, zone)
        if at_local_time(day, start, zone) <= now < ends:
            return ends
    return None


def at_local_time(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Return the moment, in UTC, when the clocks of a zone show a minute of a day."""
    wall = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=zone)
    return wall.astimezone(UTC)


def _next_hour(now: datetime, zone: ZoneInfo) -> datetime:
    local = now.astimezone(zone)
    past = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return now - past + timedelta(hours=1)


def schedule_match(
    alert: Alert, settings: ChatSettings, batch: MatchBatch, *, now: datetime
) -> DueTime | None:
    """Return when a message promised by now (aware UTC) is due; None when the chat does not want it."""
    if not settings.wants(batch.publisher, batch.language):
        return None
    return due_time(alert.mode, settings, now=now)
