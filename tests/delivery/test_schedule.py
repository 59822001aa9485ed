"""Digests and quiet hours keep local time through clock changes."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts.alert import Mode
from bot.chats.settings import ChatSettings
from bot.delivery.schedule import at_local_time, due_time, next_digest, quiet_hours_end

ZONES = [
    "Europe/Istanbul", "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe",
    "Africa/Casablanca", "Asia/Beirut", "Africa/Cairo", "Asia/Kolkata", "America/Santiago", "Pacific/Chatham",
    "Europe/Dublin", "UTC",
]  # fmt: skip
START = datetime(2026, 1, 1, tzinfo=UTC)
END = datetime(2028, 1, 1, tzinfo=UTC)
MINUTES = st.integers(0, 1_439)
MOMENTS = st.integers(0, int((END - START).total_seconds())).map(lambda s: START + timedelta(seconds=s))


def digests(mode: Mode, chosen: ChatSettings) -> list[datetime]:
    moments, at = [], START
    while (at := next_digest(mode, chosen, now=at)) < END:
        moments.append(at)
    return moments


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("minute", [0, 30, 90, 120, 150, 180, 8 * 60])
def test_every_day_of_two_years_has_one_daily_digest(zone: str, minute: int) -> None:
    chosen = ChatSettings(1, zone=zone, digest_at=minute)
    moments = digests(Mode.DAILY, chosen)
    wall = [at.astimezone(chosen.tz) for at in moments]
    days = Counter(at.date() for at in wall)
    assert set(days.values()) == {1}
    assert max(days) - min(days) == timedelta(days=len(days) - 1)
    late = [at for at in wall if at.hour * 60 + at.minute != minute]
    assert all(timedelta(hours=22) < b - a < timedelta(hours=26) for a, b in pairwise(moments))
    assert len(late) <= 4, "only where clock changes skip that time"
    assert all(0 < at.hour * 60 + at.minute - minute <= 60 for at in late)


@pytest.mark.parametrize("zone", ZONES)
def test_every_week_has_one_weekly_digest_on_its_day(zone: str) -> None:
    chosen = ChatSettings(1, zone=zone, digest_at=150, digest_weekday=6)
    wall = [at.astimezone(chosen.tz) for at in digests(Mode.WEEKLY, chosen)]
    assert {at.weekday() for at in wall} == {6}
    assert {b.date() - a.date() for a, b in pairwise(wall)} == {timedelta(days=7)}


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kolkata", "Pacific/Chatham", "Australia/Lord_Howe"])
def test_hourly_digests_are_due_at_the_full_local_hour(zone: str) -> None:
    at, chosen = datetime(2026, 3, 28, 7, 13, 5, tzinfo=UTC), ChatSettings(1, zone=zone)
    for _ in range(48):
        later = next_digest(Mode.HOURLY, chosen, now=at)
        assert timedelta() < later - at <= timedelta(minutes=90)
        at = later
        assert at.astimezone(chosen.tz).minute == 0 or zone == "Australia/Lord_Howe"


@given(st.sampled_from(ZONES), MINUTES, MINUTES, MOMENTS, st.sampled_from(Mode))
def test_nothing_is_due_in_quiet_hours_or_in_the_past(
    zone: str, start: int, end: int, now: datetime, mode: Mode
) -> None:
    chosen = ChatSettings(1, zone=zone, quiet_from=start, quiet_until=end)
    due_at = due_time(mode, chosen, now=now).due_at
    assert due_at >= now
    assert quiet_hours_end(chosen, now=due_at) is None
    assert due_at - now <= timedelta(days=9)


@given(st.sampled_from(ZONES), MOMENTS, MINUTES)
def test_next_digest_is_in_the_future_and_none_is_skipped(zone: str, now: datetime, minute: int) -> None:
    chosen = ChatSettings(1, zone=zone, digest_at=minute)
    due_at = next_digest(Mode.DAILY, chosen, now=now)
    assert timedelta() < due_at - now <= timedelta(hours=26)
    assert next_digest(Mode.DAILY, chosen, now=due_at - timedelta(seconds=1)) == due_at


def test_quiet_hours_across_midnight_end_in_the_morning() -> None:
    chosen = ChatSettings(1, zone="Europe/Berlin", quiet_from=22 * 60, quiet_until=7 * 60)
    evening = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)
    assert quiet_hours_end(chosen, now=evening) == datetime(2026, 3, 29, 5, tzinfo=UTC)
    assert due_time(Mode.NOW, chosen, now=evening).digest
    assert quiet_hours_end(chosen, now=datetime(2026, 3, 29, 5, tzinfo=UTC)) is None


def test_skipped_local_time_moves_an_hour_and_repeated_one_counts_first() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert at_local_time(date(2026, 3, 29), 150, berlin) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert at_local_time(date(2026, 10, 25), 150, berlin) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_message_without_quiet_hours_is_due_immediately() -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    due = due_time(Mode.NOW, ChatSettings(1), now=now)
    assert (due.due_at, due.digest) == (now, False)
