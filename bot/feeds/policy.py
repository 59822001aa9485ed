"""The state of a feed after a poll. Pure functions; randomness is an argument.

`jitter` is a random number from 0 to 1, so that feeds added together are not polled together.
"""

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
NO_NETWORK_WAIT = timedelta(minutes=1)
JITTER = 0.1
"""Largest deviation of a wait, as a fraction of it."""
MAX_PAGE_TRIES = 3
FORGET_AFTER = timedelta(days=30)
"""Entries that have left their feed are forgotten this long after they first appeared in it."""


class PollOutcome(StrEnum):
    """The result of a poll."""

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


def after_success(feed: Feed, response: FetchResponse, *, now: datetime, jitter: float) -> Feed:
    """Return a feed after a response with status 200 or 304."""
    # Servers may leave out the validators of a 304.
    replaced = response.status == 200 or response.validators != NO_VALIDATORS
    return replace(
        feed,
        config=replace(feed.config, url=response.moved_to or feed.url),
        validators=response.validators if replaced else feed.validators,
        failures=0,
        problem=None,
        last_success_at=now,
        primed=True,
        next_poll_at=now + _with_jitter(_interval(feed), jitter),
    )


def after_failure(
    feed: Feed, problem: Localizable, *, now: datetime, jitter: float, retry_after: str | None = None
) -> Feed:
    """Return a feed after a failed poll: the wait doubles with every failure in a row, up to a day.

    Args:
        retry_after: The response's header; the wait is never shorter.
    """
    failures = feed.failures + 1
    backoff = min(_interval(feed) * 2 ** min(failures - 1, 12), max(MAX_BACKOFF, _interval(feed)))
    wait = max(_with_jitter(backoff, jitter), _retry_after_wait(retry_after, now))
    return replace(feed, failures=failures, problem=problem, next_poll_at=now + wait)


def after_gone(feed: Feed) -> Feed:
    """Return a feed after status 410: switched off."""
    return replace(feed, state=FeedState.GONE, problem=localizable("why-gone"), failures=feed.failures + 1)


def without_network(feed: Feed, *, now: datetime, jitter: float) -> Feed:
    """Return a feed polled while the network was down: due again soon, without a failure."""
    return replace(feed, next_poll_at=now + _with_jitter(NO_NETWORK_WAIT, jitter))


def fresh_entries(entries: Sequence[FeedEntry], known: Mapping[str, KnownEntry]) -> list[FeedEntry]:
    """Return the new and changed entries in the feed's order; of entries with equal keys, the first."""
    unique: dict[str, FeedEntry] = {}
    for entry in entries:
        unique.setdefault(entry.key, entry)
    return [
        entry
        for key, entry in unique.items()
        if key not in known or known[key].content_hash != entry.content_hash
    ]


def entry_after_read(
    entry: FeedEntry, known: KnownEntry | None, *, now: datetime, incomplete: bool
) -> KnownEntry:
    """Return what to remember of an imported entry.

    Args:
        incomplete: Whether its page could not be fetched, or reading it raised an error; it is read again,
            up to `MAX_PAGE_TRIES` times.
    """
    tries = (known.tries if known else 0) + incomplete
    retry = incomplete and tries < MAX_PAGE_TRIES
    seen_at = known.seen_at if known else now
    return KnownEntry(entry.key, "" if retry else entry.content_hash, seen_at, tries)


def forgotten_keys(
    entries: Sequence[FeedEntry], known: Mapping[str, KnownEntry], *, now: datetime
) -> list[str]:
    """Return the keys of old entries that have left the feed."""
    current = {entry.key for entry in entries}
    return [key for key, entry in known.items() if key not in current and entry.seen_at < now - FORGET_AFTER]


def _interval(feed: Feed) -> timedelta:
    return feed.config.interval or DEFAULT_INTERVAL


def _with_jitter(wait: timedelta, jitter: float) -> timedelta:
    return wait * (1 + JITTER * (2 * jitter - 1))


def _retry_after_wait(header: str | None, now: datetime) -> timedelta:
    """Return the wait a Retry-After header asks for: seconds or a date.

    Source:
        RFC 9110, 10.2.3.
    """
    if not header:
        return timedelta(0)
    value = header.strip()
    if value.isdecimal():
        return min(timedelta(seconds=min(int(value[:9]), 10**9)), MAX_RETRY_AFTER)
    try:
        return min(max(parsedate_to_datetime(value) - now, timedelta(0)), MAX_RETRY_AFTER)
    except (ValueError, TypeError):
        return timedelta(0)
