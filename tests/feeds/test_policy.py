"""What becomes of a feed after an answer, without any doing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.readers.feed_document import FeedEntry
from bot.corpus.web.ports import FetchResponse, Validators
from bot.feeds import policy as decide
from bot.feeds.model import DEFAULT_INTERVAL, Feed, FeedConfig, FeedId, FeedState
from bot.feeds.policy import JITTER, MAX_BACKOFF, MAX_PAGE_TRIES, MAX_RETRY_AFTER

AT = datetime(2026, 11, 10, 12, tzinfo=UTC)
FEED = Feed(FeedId(1), FeedConfig("https://a.example/feed"), FeedState.ON, AT, AT)
CHANCES = st.floats(0, 1)


@given(CHANCES)
def test_a_good_answer_ends_all_trouble_and_the_next_poll_is_an_interval_away(jitter: float) -> None:
    troubled = decide.after_failure(FEED, "trouble", now=AT, jitter=jitter)
    after = decide.after_success(troubled, FetchResponse(FEED.url, 200), now=AT, jitter=jitter)
    assert (after.failures, after.problem, after.primed, after.last_success_at) == (0, None, True, AT)
    assert abs(after.next_poll_at - AT - DEFAULT_INTERVAL) <= DEFAULT_INTERVAL * JITTER


@given(st.integers(0, 60), CHANCES)
def test_waits_double_with_every_failure_up_to_a_day(failures: int, jitter: float) -> None:
    feed = FEED
    for _ in range(failures + 1):
        feed = decide.after_failure(feed, "trouble", now=AT, jitter=jitter)
    wait = feed.next_poll_at - AT
    assert DEFAULT_INTERVAL * (1 - JITTER) <= wait <= MAX_BACKOFF * (1 + JITTER)
    assert abs(wait - min(DEFAULT_INTERVAL * 2 ** min(failures, 12), MAX_BACKOFF)) <= wait * 2 * JITTER


@given(st.text(max_size=40), CHANCES)
def test_no_retry_after_breaks_us_or_makes_us_wait_for_ever(written: str, jitter: float) -> None:
    feed = decide.after_failure(FEED, "trouble", now=AT, jitter=jitter, retry_after=written)
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
def test_retry_after_is_seconds_or_a_date_and_never_shortens_a_wait(written: str, wait: timedelta) -> None:
    feed = decide.after_failure(FEED, "trouble", now=AT, jitter=0.5, retry_after=written)
    assert feed.next_poll_at - AT == wait


def test_not_modified_without_headers_keeps_what_was_seen_and_with_them_takes_the_new() -> None:
    seen = decide.after_success(
        FEED, FetchResponse(FEED.url, 200, validators=Validators('"1"')), now=AT, jitter=0
    )
    same = decide.after_success(seen, FetchResponse(FEED.url, 304), now=AT, jitter=0)
    other = decide.after_success(
        seen, FetchResponse(FEED.url, 304, validators=Validators('"2"')), now=AT, jitter=0
    )
    none = decide.after_success(seen, FetchResponse(FEED.url, 200), now=AT, jitter=0)
    assert [each.validators.etag for each in (seen, same, other, none)] == ['"1"', '"1"', '"2"', None]


def test_an_interval_longer_than_a_day_is_kept_in_trouble_too() -> None:
    weekly = Feed(FeedId(1), FeedConfig("u", interval=timedelta(days=7)), FeedState.ON, AT, AT)
    assert decide.after_failure(weekly, "x", now=AT, jitter=0.5).next_poll_at - AT == timedelta(days=7)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=8))
def test_an_entry_is_fresh_once_for_every_text_it_has_had(shown: list[tuple[str, str]]) -> None:
    entries = [FeedEntry(id=key, html=text) for key, text in shown]
    fresh = decide.fresh_entries(entries, {})
    assert len(fresh) == len({key for key, _ in shown})
    known = {each.key: decide.entry_after_read(each, None, now=AT, page_missing=False) for each in fresh}
    assert decide.fresh_entries(entries, known) == []


def test_a_missing_page_is_tried_again_a_few_times_and_the_first_date_stays() -> None:
    entry, item, tried = FeedEntry(id="a", html="x"), None, 0
    while item is None or not item.content_hash:
        item = decide.entry_after_read(entry, item, now=AT + timedelta(days=tried), page_missing=True)
        tried += 1
    assert (tried, item.seen_at) == (MAX_PAGE_TRIES, AT)


def test_only_entries_that_left_long_ago_are_forgotten() -> None:
    here, gone, lately = (FeedEntry(id=each) for each in ("here", "gone", "lately"))
    old = AT - decide.FORGET_AFTER - timedelta(days=1)
    known = {
        each.key: decide.entry_after_read(each, None, now=at, page_missing=False)
        for each, at in ((here, old), (gone, old), (lately, AT))
    }
    assert decide.forgotten_keys([here], known, now=AT) == [gone.key]
