"""Feeds that have been unreachable for long are told below the answers they concern."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState
from bot.feeds.outages import LONG, outages_of
from tests.factories import make_article

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def feed(name: str, *, silent: timedelta = timedelta(0), failures: int = 0) -> Feed:
    url = f"https://www.{name}.example/feed"
    polled = Feed(FeedId(len(name)), FeedConfig(url, name), FeedState.ON, NOW - 2 * silent, NOW)
    return replace(polled, failures=failures, last_success_at=NOW - silent)


def names(*feeds: Feed) -> list[str]:
    return [outage.name for outage in outages_of(feeds, NOW)]


def test_feed_that_fails_for_long_is_out() -> None:
    assert names(feed("lamp", silent=LONG, failures=3), feed("herald"), feed("gazette")) == ["lamp"]


def test_feed_that_fails_for_short_or_is_slow_is_not_out() -> None:
    short, slow = feed("lamp", silent=LONG / 2, failures=3), feed("herald", silent=2 * LONG)
    assert names(short, slow, feed("gazette")) == []


def test_all_feeds_are_out_without_a_network() -> None:
    assert names(feed("lamp", silent=LONG), feed("herald", silent=2 * LONG)) == ["herald", "lamp"]


def test_outage_concerns_articles_of_the_same_site() -> None:
    (outage,) = outages_of([feed("lamp", silent=LONG, failures=1), feed("herald"), feed("gazette")], NOW)
    assert outage.concerns(make_article("a", url="https://news.lamp.example/a"))
    assert not outage.concerns(make_article("b", url="https://herald.example/b"))


def test_outage_of_most_feeds_concerns_every_article() -> None:
    out = outages_of([feed("lamp", silent=LONG, failures=1), feed("herald")], NOW)
    assert out[0].concerns(make_article("b", url="https://herald.example/b"))
