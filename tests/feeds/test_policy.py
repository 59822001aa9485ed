"""What becomes of a feed after an answer, without any doing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.readers.feed_document import FeedEntry
from bot.corpus.web.ports import Fetched, Seen
from bot.feeds import policy as decide
from bot.feeds.model import INTERVAL, Feed, FeedId, FeedState, Subscription
from bot.feeds.policy import LONGEST_RETRY_AFTER, LONGEST_WAIT, PAGE_TRIES, SPREAD

AT = datetime(2026, 11, 10, 12, tzinfo=UTC)
FEED = Feed(FeedId(1), Subscription("https://a.example/feed"), FeedState.ON, AT, AT)
CHANCES = st.floats(0, 1)


@given(CHANCES)
def test_a_good_answer_ends_all_trouble_and_the_next_poll_is_an_interval_away(chance: float) -> None:
    troubled = decide.after_failure(FEED, "trouble", now=AT, chance=chance)
    after = decide.after_success(troubled, Fetched(FEED.url, 200), now=AT, chance=chance)
    assert (after.failures, after.problem, after.primed, after.last_success_at) == (0, None, True, AT)
    assert abs(after.next_poll_at - AT - INTERVAL) <= INTERVAL * SPREAD


@given(st.integers(0, 60), CHANCES)
def test_waits_double_with_every_failure_up_to_a_day(failures: int, chance: float) -> None:
    feed = FEED
    for _ in range(failures + 1):
        feed = decide.after_failure(feed, "trouble", now=AT, chance=chance)
    wait = feed.next_poll_at - AT
    assert INTERVAL * (1 - SPREAD) <= wait <= LONGEST_WAIT * (1 + SPREAD)
    assert abs(wait - min(INTERVAL * 2 ** min(failures, 12), LONGEST_WAIT)) <= wait * 2 * SPREAD


@given(st.text(max_size=40), CHANCES)
def test_no_retry_after_breaks_us_or_makes_us_wait_for_ever(written: str, chance: float) -> None:
    feed = decide.after_failure(FEED, "trouble", now=AT, chance=chance, retry_after=written)
    assert timedelta(minutes=10) < feed.next_poll_at - AT <= LONGEST_RETRY_AFTER


@pytest.mark.parametrize(
    ("written", "wait"),
    [
        ("7200", timedelta(hours=2)),
        ("Tue, 10 Nov 2026 15:00:00 GMT", timedelta(hours=3)),
        ("99999999999999999999", LONGEST_RETRY_AFTER),
        ("Fri, 31 Dec 2999 00:00:00 GMT", LONGEST_RETRY_AFTER),
        ("0", INTERVAL),
        ("Mon, 09 Nov 2026 15:00:00 GMT", INTERVAL),
        ("Tue, 10 Nov 2026 15:00:00", INTERVAL),
        ("soon", INTERVAL),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_never_shortens_a_wait(written: str, wait: timedelta) -> None:
    feed = decide.after_failure(FEED, "trouble", now=AT, chance=0.5, retry_after=written)
    assert feed.next_poll_at - AT == wait


def test_not_modified_without_headers_keeps_what_was_seen_and_with_them_takes_the_new() -> None:
    seen = decide.after_success(FEED, Fetched(FEED.url, 200, seen=Seen('"1"')), now=AT, chance=0)
    same = decide.after_success(seen, Fetched(FEED.url, 304), now=AT, chance=0)
    other = decide.after_success(seen, Fetched(FEED.url, 304, seen=Seen('"2"')), now=AT, chance=0)
    none = decide.after_success(seen, Fetched(FEED.url, 200), now=AT, chance=0)
    assert [each.seen.etag for each in (seen, same, other, none)] == ['"1"', '"1"', '"2"', None]


def test_an_interval_longer_than_a_day_is_kept_in_trouble_too() -> None:
    weekly = Feed(FeedId(1), Subscription("u", interval=timedelta(days=7)), FeedState.ON, AT, AT)
    assert decide.after_failure(weekly, "x", now=AT, chance=0.5).next_poll_at - AT == timedelta(days=7)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=8))
def test_an_entry_is_fresh_once_for_every_text_it_has_had(shown: list[tuple[str, str]]) -> None:
    entries = [FeedEntry(id=key, html=text) for key, text in shown]
    fresh = decide.fresh_entries(entries, {})
    assert len(fresh) == len({key for key, _ in shown})
    known = {each.key: decide.item_after(each, None, now=AT, page_missing=False) for each in fresh}
    assert decide.fresh_entries(entries, known) == []


def test_a_missing_page_is_tried_again_a_few_times_and_the_first_date_stays() -> None:
    entry, item, tried = FeedEntry(id="a", html="x"), None, 0
    while item is None or not item.mark:
        item = decide.item_after(entry, item, now=AT + timedelta(days=tried), page_missing=True)
        tried += 1
    assert (tried, item.seen_at) == (PAGE_TRIES, AT)


def test_only_entries_that_left_long_ago_are_forgotten() -> None:
    here, gone, lately = (FeedEntry(id=each) for each in ("here", "gone", "lately"))
    old = AT - decide.FORGOTTEN_AFTER - timedelta(days=1)
    known = {
        each.key: decide.item_after(each, None, now=at, page_missing=False)
        for each, at in ((here, old), (gone, old), (lately, AT))
    }
    assert decide.forgotten([here], known, now=AT) == [gone.key]
