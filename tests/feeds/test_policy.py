"""The state of a feed after a poll."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.readers.feed_document import FeedEntry
from bot.corpus.web.ports import FetchResponse, Validators
from bot.feeds import policy
from bot.feeds.model import DEFAULT_INTERVAL, Feed, FeedConfig, FeedId, FeedState
from bot.feeds.policy import JITTER, MAX_BACKOFF, MAX_PAGE_TRIES, MAX_RETRY_AFTER

AT = datetime(2026, 11, 10, 12, tzinfo=UTC)
FEED = Feed(FeedId(1), FeedConfig("https://a.example/feed"), FeedState.ON, AT, AT)
JITTERS = st.floats(0, 1)


@given(JITTERS)
def test_a_success_resets_failures_and_schedules_the_next_poll(jitter: float) -> None:
    troubled = policy.after_failure(FEED, "trouble", now=AT, jitter=jitter)
    after = policy.after_success(troubled, FetchResponse(FEED.url, 200), now=AT, jitter=jitter)
    assert (after.failures, after.problem, after.primed, after.last_success_at) == (0, None, True, AT)
    assert abs(after.next_poll_at - AT - DEFAULT_INTERVAL) <= DEFAULT_INTERVAL * JITTER


@given(st.integers(0, 60), JITTERS)
def test_the_wait_doubles_with_every_failure_up_to_a_day(failures: int, jitter: float) -> None:
    feed = FEED
    for _ in range(failures + 1):
        feed = policy.after_failure(feed, "trouble", now=AT, jitter=jitter)
    wait = feed.next_poll_at - AT
    assert DEFAULT_INTERVAL * (1 - JITTER) <= wait <= MAX_BACKOFF * (1 + JITTER)
    assert abs(wait - min(DEFAULT_INTERVAL * 2 ** min(failures, 12), MAX_BACKOFF)) <= wait * 2 * JITTER


@given(st.text(max_size=40), JITTERS)
def test_any_retry_after_is_bounded(written: str, jitter: float) -> None:
    feed = policy.after_failure(FEED, "trouble", now=AT, jitter=jitter, retry_after=written)
    assert timedelta(minutes=10) < feed.next_poll_at - AT <= MAX_RETRY_AFTER


@pytest.mark.parametrize(
    ("written", "wait"),
    [
        ("7200", timedelta(hours=2)),
        ("Tue, 10 Nov 2026 15:00:00 GMT", timedelta(hours=3)),
        ("99999999999999999999", MAX_RETRY_AFTER),
        ("Fri, 31 Dec 2999 00:00:00 GMT", MAX_RETRY_AFTER),
        ("0", DEFAULT_INTERVAL),
        ("Mon, 09 Nov 2026 15:00:00 GMT", DEFAULT_INTERVAL),
        ("Tue, 10 Nov 2026 15:00:00", DEFAULT_INTERVAL),
        ("soon", DEFAULT_INTERVAL),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_never_shortens_the_wait(written: str, wait: timedelta) -> None:
    feed = policy.after_failure(FEED, "trouble", now=AT, jitter=0.5, retry_after=written)
    assert feed.next_poll_at - AT == wait


def test_a_304_keeps_the_validators_unless_it_has_new_ones() -> None:
    first = policy.after_success(
        FEED, FetchResponse(FEED.url, 200, validators=Validators('"1"')), now=AT, jitter=0
    )
    same = policy.after_success(first, FetchResponse(FEED.url, 304), now=AT, jitter=0)
    replaced = policy.after_success(
        first, FetchResponse(FEED.url, 304, validators=Validators('"2"')), now=AT, jitter=0
    )
    without = policy.after_success(first, FetchResponse(FEED.url, 200), now=AT, jitter=0)
    assert [feed.validators.etag for feed in (first, same, replaced, without)] == ['"1"', '"1"', '"2"', None]


def test_an_interval_longer_than_a_day_is_kept_after_failures() -> None:
    weekly = Feed(FeedId(1), FeedConfig("u", interval=timedelta(days=7)), FeedState.ON, AT, AT)
    assert policy.after_failure(weekly, "x", now=AT, jitter=0.5).next_poll_at - AT == timedelta(days=7)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=8))
def test_an_entry_is_fresh_once_per_content(shown: list[tuple[str, str]]) -> None:
    entries = [FeedEntry(id=key, html=text) for key, text in shown]
    fresh = policy.fresh_entries(entries, {})
    assert len(fresh) == len({key for key, _ in shown})
    known = {entry.key: policy.entry_after_read(entry, None, now=AT, incomplete=False) for entry in fresh}
    assert policy.fresh_entries(entries, known) == []


def test_a_missing_page_is_tried_a_few_times_and_keeps_its_first_date() -> None:
    entry, known, tried = FeedEntry(id="a", html="x"), None, 0
    while known is None or not known.content_hash:
        known = policy.entry_after_read(entry, known, now=AT + timedelta(days=tried), incomplete=True)
        tried += 1
    assert (tried, known.seen_at) == (MAX_PAGE_TRIES, AT)


def test_only_old_entries_that_left_the_feed_are_forgotten() -> None:
    current, old, recent = (FeedEntry(id=entry_id) for entry_id in ("current", "old", "recent"))
    long_ago = AT - policy.FORGET_AFTER - timedelta(days=1)
    known = {
        entry.key: policy.entry_after_read(entry, None, now=at, incomplete=False)
        for entry, at in ((current, long_ago), (old, long_ago), (recent, AT))
    }
    assert policy.forgotten_keys([current], known, now=AT) == [old.key]
