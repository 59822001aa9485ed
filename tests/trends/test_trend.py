"""From mentions to bars: days, weeks or months; the largest publishers and the rest."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.jalali import to_jalali
from bot.search.ports import Mentions
from bot.trends.trend import MIN_STEPS, NAMED_PUBLISHERS, TimeStep, build_trend

MONDAY = date(2026, 11, 2)


def daily_mentions(days: int, publishers: int = 1, *, first: date = MONDAY) -> Mentions:
    return Mentions(
        tuple(first + timedelta(days=n) for n in range(days)),
        tuple((f"Paper {n}", (1,) * days) for n in range(publishers)),
    )


@pytest.mark.parametrize(
    ("days", "step", "bars"),
    [
        (7, TimeStep.DAY, 7),
        (62, TimeStep.DAY, 62),
        (63, TimeStep.WEEK, 9),
        (434, TimeStep.WEEK, 62),
        (3 * 365, TimeStep.MONTH, 36),
    ],
)
def test_longer_spans_have_longer_steps(days: int, step: TimeStep, bars: int) -> None:
    trend = build_trend(daily_mentions(days))
    assert trend is not None
    assert (trend.step, len(trend.starts)) == (step, bars)
    assert trend.total == days


def test_a_single_day_ends_a_week_of_empty_days() -> None:
    trend = build_trend(daily_mentions(1))
    assert trend is not None
    assert trend.starts == tuple(MONDAY - timedelta(days=n) for n in range(6, -1, -1))
    assert trend.totals == (0, 0, 0, 0, 0, 0, 1)
    assert (trend.first, trend.last, trend.peak) == (MONDAY, MONDAY, (MONDAY, 1))


def test_smaller_publishers_share_a_series() -> None:
    trend = build_trend(daily_mentions(7, NAMED_PUBLISHERS + 3))
    assert trend is not None
    names = [series.name for series in trend.series]
    assert names == [*(f"Paper {n}" for n in range(NAMED_PUBLISHERS)), None]
    assert (trend.series[-1].publishers, trend.series[-1].total) == (3, 21)


def test_undated_articles_make_no_trend() -> None:
    assert build_trend(Mentions(undated=4)) is None


@given(st.integers(1, 3_000), st.integers(1, 9), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_every_article_is_counted_once(days: int, publishers: int, first: date) -> None:
    trend = build_trend(daily_mentions(days, publishers, first=first))
    assert trend is not None
    assert trend.total == days * publishers
    assert list(trend.starts) == sorted(set(trend.starts))
    assert len(trend.starts) >= MIN_STEPS
    assert trend.starts[0] <= first


def test_months_of_the_solar_calendar_begin_on_its_days() -> None:
    trend = build_trend(daily_mentions(3 * 365), solar=True)
    assert trend is not None
    assert {to_jalali(start)[2] for start in trend.starts} == {1}
    assert trend.total == 3 * 365
