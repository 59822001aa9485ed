"""Days in questions, alerts and briefings are the chat's own, from UTC-12 to UTC+14."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.index.segment import microseconds
from bot.search.query.ast import Period
from bot.search.query.codec import decode, encode
from bot.search.query.parser import parse
from bot.search.ranking.boolean import published_within

ZONES = [
    *(f"Etc/GMT{-hours:+d}" for hours in range(-12, 15)),
    "Pacific/Kiritimati", "Pacific/Chatham", "Asia/Kathmandu", "America/St_Johns", "America/Santiago",
    "America/New_York", "Europe/Berlin", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe",
]  # fmt: skip
EDGES = [
    date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 29), date(2026, 4, 5),
    date(2026, 10, 25), date(2026, 11, 1), date(2026, 11, 30), date(2028, 2, 29),
]  # fmt: skip
"""Ends of months and years, and days on which clocks change."""
NEAR_MIDNIGHT = st.one_of(st.integers(0, 5 * 60), st.integers(24 * 3600 - 5 * 60, 24 * 3600 - 1))
SECONDS = st.one_of(NEAR_MIDNIGHT, st.integers(0, 24 * 3600 - 1))
MOMENTS = st.builds(
    lambda day, days, second: datetime.combine(day + timedelta(days=days), time(), UTC)
    + timedelta(seconds=second),
    st.sampled_from(EDGES), st.integers(-2, 2), SECONDS,
)  # fmt: skip
PUBLISHED = st.builds(
    lambda days, second: timedelta(days=days, seconds=second),
    st.integers(-40, 10), st.one_of(st.just(0), SECONDS),
)  # fmt: skip


def day_of(published_at: datetime, zone: ZoneInfo) -> date:
    """Return the day on which people of a zone say that an article was published."""
    without_hour = published_at.time() == time()
    return published_at.date() if without_hour else published_at.astimezone(zone).date()


def meant(words: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of words for a time."""
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    before = first - timedelta(days=1)
    return {
        "today": (today, today),
        "yesterday": (today - timedelta(days=1),) * 2,
        "this week": (monday, monday + timedelta(days=6)),
        "last week": (monday - timedelta(days=7), monday - timedelta(days=1)),
        "this month": (first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)),
        "last month": (before.replace(day=1), before),
        "this year": (date(today.year, 1, 1), date(today.year, 12, 31)),
        f"{today:%Y-%m-%d}": (today, today),
        f"since:{today:%Y-%m-%d}": (today, date.max),
        f"before:{today:%Y-%m-%d}": (date.min, today - timedelta(days=1)),
    }[words]


WORDS = ["today", "yesterday", "this week", "last week", "this month", "last month", "this year"]


@given(st.sampled_from(ZONES), MOMENTS, PUBLISHED, st.sampled_from([*WORDS, "{}", "since:{}", "before:{}"]))
@example("Etc/GMT+12", datetime(2026, 11, 30, 20, tzinfo=UTC), timedelta(hours=-20), "today")
@example("Etc/GMT-14", datetime(2026, 11, 30, 20, tzinfo=UTC), timedelta(hours=4), "today")
def test_day_that_is_meant_is_the_chats_own(name: str, now: datetime, ago: timedelta, form: str) -> None:
    zone = ZoneInfo(name)
    today = now.astimezone(zone).date()
    words = form.format(today.isoformat())
    published_at = datetime.combine(now.date(), time(), UTC) + ago
    first, last = meant(words, today)
    period = parse(words, now=now, zone=zone).root
    assert isinstance(period, Period)
    inside = first <= day_of(published_at, zone) <= last
    assert period.contains(published_at) == inside
    assert published_within(np.array([microseconds(published_at)]), period).tolist() == [inside]
    saved = decode(encode(period))
    assert isinstance(saved, Period)
    assert saved.contains(published_at) == inside
