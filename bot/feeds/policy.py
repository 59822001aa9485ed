"""What becomes of a feed after an answer, or after none. Decides only; chance is an argument."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

from bot.corpus.readers.feed_document import FeedEntry
from bot.corpus.web.ports import NO_VALIDATORS, FetchResponse
from bot.errors import Localizable, localizable
from bot.feeds.model import DEFAULT_INTERVAL, Feed, FeedState, KnownEntry

MAX_BACKOFF = timedelta(days=1)
MAX_RETRY_AFTER = timedelta(days=7)
JITTER = 0.1
"""Part of a wait that is left to chance, so that feeds added together are not polled together."""
MAX_PAGE_TRIES = 3
FORGET_AFTER = timedelta(days=30)
"""An entry that left its feed so long ago would count as new if it came back."""


class PollOutcome(StrEnum):
    """What an answer's status means."""

    READ = "read"
    SAME = "same"
    GONE = "gone"
    LATER = "later"
    FAILED = "failed"


def outcome_of(status: int) -> PollOutcome:
    """Return what an HTTP status means for a feed."""
    match status:
        case 200:
            return PollOutcome.READ
        case 304:
            return PollOutcome.SAME
        case 410:
            return PollOutcome.GONE
        case 429 | 503:
            return PollOutcome.LATER
        case _:
            return PollOutcome.FAILED


def after_success(feed: Feed, answer: FetchResponse, *, now: datetime, jitter: float) -> Feed:
    """Return a feed that answered: read, or not modified.

    Args:
        jitter: From 0 to 1.
    """
    moved = answer.moved_to or feed.url
    return replace(
        feed,
        config=replace(feed.config, url=moved),
        # With a 304 servers may leave out what they sent before.
        validators=answer.validators
        if answer.status == 200 or answer.validators != NO_VALIDATORS
        else feed.validators,
        failures=0,
        problem=None,
        last_success_at=now,
        primed=True,
        next_poll_at=now + _spread(_interval(feed), jitter),
    )


def after_failure(
    feed: Feed, problem: Localizable, *, now: datetime, jitter: float, retry_after: str | None = None
) -> Feed:
    """Return a feed that could not be read: each time in a row it waits twice as long, a day at most.

    Args:
        problem: What was wrong.
        retry_after: What the server asked for; the wait is never shorter than that.
        jitter: From 0 to 1.
    """
    failures = feed.failures + 1
    doubled = _interval(feed) * 2 ** min(failures - 1, 12)
    wait = max(
        _spread(min(doubled, max(MAX_BACKOFF, _interval(feed))), jitter), _asked_wait(retry_after, now)
    )
    return replace(feed, failures=failures, problem=problem, next_poll_at=now + wait)


def after_gone(feed: Feed) -> Feed:
    """Return a feed whose server says that it is no more: switched off."""
    return replace(feed, state=FeedState.GONE, problem=localizable("why-gone"), failures=feed.failures + 1)


def without_network(feed: Feed, *, now: datetime, jitter: float) -> Feed:
    """Return a feed that was tried while nothing could be reached: not its failure, and tried soon again."""
    return replace(feed, next_poll_at=now + _spread(timedelta(minutes=1), jitter))


def fresh_entries(entries: Sequence[FeedEntry], known: Mapping[str, KnownEntry]) -> list[FeedEntry]:
    """Return the entries that are new or changed, in the feed's order; of two with one key, the first."""
    once: dict[str, FeedEntry] = {}
    for entry in entries:
        once.setdefault(entry.key, entry)
    return [
        each for key, each in once.items() if key not in known or known[key].content_hash != each.content_hash
    ]


def entry_after_read(
    entry: FeedEntry, known: KnownEntry | None, *, now: datetime, page_missing: bool
) -> KnownEntry:
    """Return what is remembered of an entry that was read.

    Args:
        page_missing: Whether its page could not be had this time; it is tried again, a few times.
    """
    tries = (known.tries if known else 0) + page_missing
    again = page_missing and tries < MAX_PAGE_TRIES
    return KnownEntry(entry.key, "" if again else entry.content_hash, known.seen_at if known else now, tries)


def forgotten_keys(
    entries: Sequence[FeedEntry], known: Mapping[str, KnownEntry], *, now: datetime
) -> list[str]:
    """Return the keys of entries that left the feed long ago."""
    there = {entry.key for entry in entries}
    return [key for key, item in known.items() if key not in there and item.seen_at < now - FORGET_AFTER]


def _interval(feed: Feed) -> timedelta:
    return feed.config.interval or DEFAULT_INTERVAL


def _spread(wait: timedelta, jitter: float) -> timedelta:
    return wait * (1 + JITTER * (2 * jitter - 1))


def _asked_wait(retry_after: str | None, now: datetime) -> timedelta:
    """Retry-After: seconds or a date (RFC 9110, 10.2.3)."""
    if not retry_after:
        return timedelta(0)
    written = retry_after.strip()
    if written.isdecimal():
        return min(timedelta(seconds=min(int(written[:9]), 10**9)), MAX_RETRY_AFTER)
    try:
        return min(max(parsedate_to_datetime(written) - now, timedelta(0)), MAX_RETRY_AFTER)
    except (ValueError, TypeError):
        return timedelta(0)
