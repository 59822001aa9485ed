"""Dates in fields: read to the last word, or not at all."""

from datetime import UTC, datetime

import pytest

from bot.corpus.article import Certainty
from bot.corpus.written_dates import _zone, parse_date, read_date
from bot.corpus.zones import zone_of
from tests.factories import NOON, analyzed

MORNING = "2025-11-04T07:30"
"""A Tuesday."""


@pytest.mark.parametrize(
    "text",
    [
        "2025/11/04 07:30", "2025/11/4 7:30:00", "04-11-2025 07:30", "4.11.2025 07:30", "04.11.25 07:30",
        "2025年11月4日 07:30", "2025年11月4日(火) 07時30分", "2025年11月04日 星期二 上午7:30",
        "2025. 11. 4. 07:30", "2025년 11월 4일 오전 7:30", "Tue, 11/04/2025 07:30 AM",
        "Tue, 4 Nov 2025 07:30:00 AM", "4 Nov 2025 7:30 am", "Tue, 04 Nov 2025 10:30:00 GMT+3",
        "Tue, 04 Nov 2025 10:30:00 UTC+0300", "Tue, 04 Nov 2025 02:30:00 EST",
        "Tue, 04 Nov 2025 08:30:00 CET", "Tue, 04 Nov 2025 10:30:00 Europe/Istanbul",
        "Tue Nov  4 07:30:00 2025", "Tue Nov 4 02:30:00 EST 2025",
        "Tue Nov 04 2025 10:30:00 GMT+0300 (Moscow Standard Time)", "Tuesday, November 4, 2025 - 07:30",
        "4-Nov-2025 07:30:00 GMT", "04 Nov 25 07:30 GMT", "20251104T073000Z", "202511040730",
        "2025-11-04T10:30:00+03:00[Europe/Istanbul]", "Di, 04 Nov 2025 08:30:00 +0100",
        "4. November 2025, 07.30 Uhr", "04.11.2025 um 07:30 Uhr", "mar., 04 nov. 2025 08:30:00 +0100",
        "le 4 novembre 2025 à 7h30", "4 de noviembre de 2025 a las 07:30",
        "Sal, 04 Kas 2025 10:30:00 +0300", "4 Kasım 2025 Salı 07:30", "вт, 04 ноя 2025 10:30:00 +0300",
        "4 ноября 2025 г. в 07:30", "٤ نوفمبر ٢٠٢٥ ٠٧:٣٠", "الثلاثاء، ٤ نوفمبر ٢٠٢٥ ٠٧:٣٠ ص",
        "۴ نوامبر ۲۰۲۵ ۰۷:۳۰", "سه‌شنبه ۱۳ آبان ۱۴۰۴ ساعت ۰۷:۳۰", "۱۴۰۴/۰۸/۱۳ ۰۷:۳۰",
        "1404-08-13T11:00:00+03:30", "4 تشرين الثاني 2025 07:30", "4 نوفمبر/تشرين الثاني 2025 07:30",
        "2025년 11월 4일 오전 7시 30분", "4 nov. 2025, 7 h 30",
        "4.nov.2025 às 7h30", "Publié le 04/11/2025 à 07:30", "4 listopada 2025 07:30",
        "ter, 4 novembro 2025 07:30",
        "Tue, 04 Nov 2025 07:30:00 +0000 (UTC)", "1762241400", "1762241400000",
    ],
)  # fmt: skip
def test_usual_forms_are_read(text: str) -> None:
    written = read_date(text, now=NOON)
    assert written
    assert written.at.isoformat().startswith(MORNING)
    assert (written.day_only, written.relative) == (False, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 Mär 2025", "2025-03-02"),
        ("8 févr. 2025", "2025-02-08"),
        ("15 janv. 2025", "2025-01-15"),
        ("8 juil. 2025", "2025-07-08"),
        ("15 ene 2025", "2025-01-15"),
        ("mar, 2 dic 2025", "2025-12-02"),
        ("2 Ağu 2025", "2025-08-02"),
        ("2 сент. 2025", "2025-09-02"),
        ("٢ أغسطس ٢٠٢٥", "2025-08-02"),
        ("03-04-2025", "2025-04-03"),
        ("08/25/2025", "2025-08-25"),
        ("Fri, 04/04/2025", "2025-04-04"),
        ("20251104", "2025-11-04"),
        ("November 4th, 2025", "2025-11-04"),
        ("Tue, 04 Nov 2025 00:00:00 GMT", "2025-11-04"),
        ("Tue, 04 Nov 2025 07:30:00 QXZ", "2025-11-04"),
    ],
)
def test_date_without_a_known_hour_is_a_day(text: str, expected: str) -> None:
    written = read_date(text)
    assert written
    assert (written.at.date().isoformat(), written.day_only) == (expected, True)


@pytest.mark.parametrize(
    "text",
    ["", "2025", "November 2025", "soon", "03/04/05", "Tue, 34 Nov 2025 07:30:00 GMT", "0000-00-00 00:00:00",
     "0001-01-01T00:00:00", "Thu, 01 Jan 1970 00:00:00 +0000", "2025-11-04 issue 7", "4 Nov 2025 5 Nov 2025"],
)  # fmt: skip
def test_nothing_is_made_up(text: str) -> None:
    assert read_date(text, now=NOON) is None


@pytest.mark.parametrize(
    "text",
    ["0001-01-01T00:00:00+03:00", "Mon, 01 Jan 0001 00:00:00 +0300", "1 Jan 0001 01:00 +0300",
     "1/1/0001 12:00:00 AM", "9999-12-31T23:59:59-05:00", "31/12/9999 23:30 -0500", "99991231T235959-0100"],
)  # fmt: skip
def test_placeholder_outside_the_calendar_in_utc_is_no_date(text: str) -> None:
    assert read_date(text, now=NOON) is None
    assert analyzed("The lock is open.", published=text, seen_at=NOON).published_at == NOON


def test_zones_of_feeds_are_not_remembered_without_end() -> None:
    for number in range(1_000):
        assert zone_of(f"nowhere/place{number}") is None
        assert parse_date(f"4 Nov 2025 07:30 (zone{number})")
    for cached in (zone_of, _zone):
        assert cached.cache_info().currsize <= 256


@pytest.mark.parametrize("text", ["31.12.2025 24:00", "2025-12-31T24:00:00Z", "31 December 2025, 24:00 GMT"])
def test_midnight_that_ends_a_day_is_that_of_the_next(text: str) -> None:
    assert parse_date(text) == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["3 hours ago", "vor 3 Stunden", "hace 3 horas", "3 saat önce", "منذ ٣ ساعات"]
)
def test_relative_dates_count_from_now_and_are_inferred(text: str) -> None:
    assert parse_date(text) is None
    article = analyzed("The lock is open.", published=text)
    assert article.published_at == NOON.replace(hour=9)
    assert article.published is Certainty.INFERRED


def test_date_that_cannot_be_read_is_not_stated() -> None:
    article = analyzed("The lock is open.", published="sometime", seen_at=NOON)
    assert (article.published_at, article.published) == (NOON, Certainty.INFERRED)


@pytest.mark.parametrize(
    ("published", "latest"),
    [
        ("2025-11-04", datetime(2025, 11, 5, 11, 59, 59, 999_999, tzinfo=UTC)),
        ("2025-11-04T00:00:00+03:00", datetime(2025, 11, 4, 20, 59, 59, 999_999, tzinfo=UTC)),
        ("2025-11-04 07:30", datetime(2025, 11, 4, 7, 30, 59, 999_999, tzinfo=UTC)),
        ("2025-11-04 07:30:15", datetime(2025, 11, 4, 7, 30, 15, 999_999, tzinfo=UTC)),
        ("2025-11-04 07:30:00.250", datetime(2025, 11, 4, 7, 30, 0, 999_999, tzinfo=UTC)),
        ("2025-11-04 07:30:15.250", datetime(2025, 11, 4, 7, 30, 15, 999_999, tzinfo=UTC)),
    ],
)
def test_coarse_date_ends_later_than_it_begins(published: str, latest: datetime) -> None:
    assert analyzed("The lock is open.", published=published).latest_at == latest


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("30 اسفند 1399", "2021-03-20"),
        ("1 فروردین 1405", "2026-03-21"),
        ("22 بهمن 1357", "1979-02-11"),
        ("1375/12/30", "1997-03-20"),
        ("30 اسفند 1408", "2030-03-20"),
    ],
)
def test_iranian_dates_are_exact(written: str, day: str) -> None:
    assert jalali_day(written) == day


def jalali_day(written: str) -> str:
    """Return the day of our calendar that a date means."""
    found = parse_date(written)
    return found.date().isoformat() if found else ""


@pytest.mark.parametrize(
    "written",
    [
        "30 اسفند 1404",
        "13 آبان 2025",
        "13 آبان 04",
        "1404/13/01",
        "1447/02/19",
        "12 May 1401",
        "1 أغسطس 1399",
    ],
)
def test_impossible_iranian_dates_are_not_read(written: str) -> None:
    assert jalali_day(written) == ""
