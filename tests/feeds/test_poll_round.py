"""A round of polls: due feeds side by side, hosts with many feeds, leases, and cancelled rounds."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.feeds.fair_share import fair_share
from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState
from bot.feeds.poll_round import LEASE, MAX_CLAIMED, MIN_LEASE, PollRound

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def feed(number: int, host: str | None = None) -> Feed:
    config = FeedConfig(f"https://{host or number}.example/{number}")
    return Feed(FeedId(number), config, FeedState.ON, NOW, NOW)


@dataclass
class Due:
    """The part of `PollStore` that a round uses; `tests/storage/test_feeds.py` tests the real one."""

    feeds: list[Feed]
    now: datetime = NOW
    asked: int = 0
    polled: list[FeedId] = field(default_factory=list)
    released: list[FeedId] = field(default_factory=list)
    committed: Callable[[], Awaitable[object]] = lambda: asyncio.sleep(0)

    async def claim(
        self, *, now: datetime, until: datetime, limit: int, held: Mapping[str, int], per_host: int
    ) -> list[Feed]:
        self.asked += 1
        due = {feed.id: feed for feed in self.feeds if feed.next_poll_at <= now}
        overdue = sorted(due.values(), key=lambda feed: (feed.next_poll_at, feed.id))
        share = fair_share(((feed.id, feed.url) for feed in overdue), held, per_host, limit)
        claimed = [due[feed_id] for feed_id in share]
        for feed in claimed:
            self._set(feed, until)
        await self.committed()
        return claimed

    async def release(self, claimed: Sequence[tuple[Feed, datetime]]) -> None:
        for feed, until in claimed:
            (stored,) = (stored for stored in self.feeds if stored.id == feed.id)
            if stored.next_poll_at == until:
                self._set(feed, feed.next_poll_at)
                self.released.append(feed.id)

    def record(self, feed: Feed) -> FeedId:
        """Store a poll, as `FeedPoller` does."""
        self.polled.append(feed.id)
        self._set(replace(feed, primed=True), self.now + DAY)
        return feed.id

    def _set(self, feed: Feed, next_poll_at: datetime) -> None:
        self.feeds = [
            replace(feed, next_poll_at=next_poll_at) if stored.id == feed.id else stored
            for stored in self.feeds
        ]


async def at_once(url: str) -> None:
    """A host that may always be asked."""


def round_of(
    store: Due,
    poll: Callable[[Feed], Awaitable[FeedId]],
    *,
    wait_until_due: Callable[[str], Awaitable[None]] = at_once,
    slots: int = 96,
) -> PollRound[FeedId]:
    return PollRound(store, lambda: store.now, poll, wait_until_due, asyncio.Semaphore(slots))  # type: ignore[arg-type]


async def test_every_due_feed_is_polled_once() -> None:
    numbers = range(MAX_CLAIMED + 5)
    store = Due([feed(n, host=f"host{n % 100}") for n in numbers])
    running = most = 0

    async def poll(polled: Feed) -> FeedId:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        return store.record(polled)

    polls = round_of(store, poll, slots=7)
    assert sorted([polled async for polled in polls.reports()]) == list(numbers)
    assert most == 7


async def test_feeds_that_wait_for_their_host_do_not_delay_others() -> None:
    free = asyncio.Event()
    waiting: list[str] = []

    async def wait_until_due(url: str) -> None:
        if "slow" in url:
            waiting.append(url)
            await free.wait()

    async def poll(polled: Feed) -> FeedId:
        return store.record(polled)

    slow = [feed(n, host="slow") for n in range(MAX_CLAIMED // 2)]
    store = Due([*slow, *(feed(n) for n in range(MAX_CLAIMED // 2, MAX_CLAIMED))])
    async for _ in round_of(store, poll, wait_until_due=wait_until_due, slots=2).reports():
        if len(store.polled) == MAX_CLAIMED // 2:
            assert min(store.polled) == MAX_CLAIMED // 2
            assert len(waiting) == 1, "one feed of a host at a time"
            free.set()
    assert len(store.polled) == MAX_CLAIMED


async def test_host_with_more_feeds_than_can_be_claimed_does_not_delay_others() -> None:
    never = asyncio.Event()

    async def wait_until_due(url: str) -> None:
        if "slow" in url:
            await never.wait()

    async def poll(polled: Feed) -> FeedId:
        return store.record(polled)

    store = Due([*(feed(n, host="slow") for n in range(2 * MAX_CLAIMED)), feed(2 * MAX_CLAIMED)])
    async with aclosing(round_of(store, poll, wait_until_due=wait_until_due).reports()) as reports:
        assert await anext(reports) == 2 * MAX_CLAIMED


async def test_polls_of_a_host_may_overlap() -> None:
    both = asyncio.Barrier(2)

    async def poll(polled: Feed) -> FeedId:
        await both.wait()
        return store.record(polled)

    store = Due([feed(1, host="one"), feed(2, host="one")])
    assert len([polled async for polled in round_of(store, poll).reports()]) == 2


async def test_poll_starts_only_with_enough_of_its_lease_left() -> None:
    left: list[timedelta] = []

    async def poll(polled: Feed) -> FeedId:
        (stored,) = (stored for stored in store.feeds if stored.id == polled.id)
        left.append(stored.next_poll_at - store.now)
        store.now += LEASE / 3
        return store.record(polled)

    store = Due([feed(n, host=f"host{n % 3}") for n in range(9)])
    assert sorted([polled async for polled in round_of(store, poll, slots=1).reports()]) == list(range(9))
    assert min(left) >= MIN_LEASE


async def test_feed_whose_lease_ends_is_not_polled_twice_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    async def poll(polled: Feed) -> FeedId:
        store.now += 2 * LEASE
        await asked_again.wait()
        return store.record(polled)

    async def committed() -> None:
        if store.asked == 3:
            asked_again.set()

    monkeypatch.setattr("bot.feeds.poll_round.TICK_S", 0)
    asked_again = asyncio.Event()
    store = Due([feed(1)], committed=committed)
    assert [polled async for polled in round_of(store, poll).reports()] == store.polled == [1]


async def test_database_is_not_asked_again_after_each_poll() -> None:
    async def poll(polled: Feed) -> FeedId:
        await asyncio.sleep(0)
        return store.record(polled)

    store = Due([feed(n) for n in range(50)])
    assert len([polled async for polled in round_of(store, poll).reports()]) == 50
    assert store.asked == 2


async def test_feeds_whose_polls_are_cancelled_are_given_back() -> None:
    async def poll(polled: Feed) -> FeedId:
        if polled.id == 2:
            await asyncio.Event().wait()
        return store.record(polled)

    store = Due([feed(1), feed(2), feed(3, host="2")])
    reports = round_of(store, poll, slots=2).reports()
    assert {await anext(reports), await anext(reports)} == {1, 3}
    await reports.aclose()
    assert store.released == [2]


async def test_feeds_of_a_claim_that_is_cancelled_are_given_back() -> None:
    claimed = asyncio.Event()

    async def committed() -> None:
        claimed.set()
        await asyncio.sleep(0)

    async def poll(polled: Feed) -> FeedId:
        return store.record(polled)

    store = Due([feed(1), feed(2, host="1")], committed=committed)
    polling = asyncio.ensure_future(anext(round_of(store, poll).reports()))
    await claimed.wait()
    polling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await polling
    assert (store.polled, store.released) == ([], [1, 2])


async def test_feed_whose_poll_is_not_recorded_is_not_due_at_once() -> None:
    async def poll(polled: Feed) -> FeedId:
        raise OSError("disk full")

    store = Due([feed(1), feed(2)])
    with pytest.raises(OSError, match="disk full"):
        async with aclosing(round_of(store, poll, slots=1).reports()) as reports:
            await anext(reports)
    assert 1 not in store.released
