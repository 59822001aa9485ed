"""A round of polls: due feeds side by side, hosts with many feeds, and what happens when it is cancelled."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState
from bot.feeds.poll_round import LEASE, MAX_CLAIMED, PollRound

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def feed(number: int) -> Feed:
    return Feed(FeedId(number), FeedConfig(f"https://{number}.example/"), FeedState.ON, NOW, NOW)


@dataclass
class Due:
    """The part of `PollStore` that a round uses; `tests/storage/test_feeds.py` tests the real one."""

    feeds: list[Feed]
    asked: int = 0
    released: list[tuple[Feed, datetime]] = field(default_factory=list)

    async def claim(self, *, now: datetime, until: datetime, limit: int) -> list[Feed]:
        self.asked += 1
        claimed, self.feeds = self.feeds[:limit], self.feeds[limit:]
        return claimed

    async def release(self, claimed: Sequence[tuple[Feed, datetime]]) -> None:
        self.released += claimed


async def test_every_due_feed_is_polled_once() -> None:
    store = Due([feed(n) for n in range(2 * MAX_CLAIMED + 5)])
    running = most = 0

    async def poll(polled: Feed) -> FeedId:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        return polled.id

    polls = PollRound(store, lambda: NOW, poll)  # type: ignore[arg-type]
    assert sorted([polled async for polled in polls.reports()]) == list(range(2 * MAX_CLAIMED + 5))
    assert most <= MAX_CLAIMED


async def test_feeds_that_wait_do_not_delay_others() -> None:
    waiting = asyncio.Event()

    async def poll(polled: Feed) -> FeedId:
        if polled.id < MAX_CLAIMED // 4:
            await waiting.wait()
        return polled.id

    polls = PollRound(Due([feed(n) for n in range(MAX_CLAIMED)]), lambda: NOW, poll)  # type: ignore[arg-type]
    order = []
    async for polled in polls.reports():
        order.append(polled)
        if len(order) == MAX_CLAIMED - MAX_CLAIMED // 4:
            waiting.set()
    assert min(order[: MAX_CLAIMED - MAX_CLAIMED // 4]) == MAX_CLAIMED // 4


async def test_database_is_not_asked_again_after_each_poll() -> None:
    async def poll(polled: Feed) -> FeedId:
        await asyncio.sleep(0)
        return polled.id

    store = Due([feed(n) for n in range(50)])
    assert len([polled async for polled in PollRound(store, lambda: NOW, poll).reports()]) == 50  # type: ignore[arg-type]
    assert store.asked == 2


async def test_feeds_whose_polls_are_cancelled_are_given_back() -> None:
    store = Due([feed(1), feed(2)])

    async def poll(polled: Feed) -> FeedId:
        if polled.id == 2:
            await asyncio.Event().wait()
        return polled.id

    reports = PollRound(store, lambda: NOW, poll).reports()  # type: ignore[arg-type]
    assert await anext(reports) == 1
    await reports.aclose()
    assert [(given.id, until - NOW) for given, until in store.released] == [(2, LEASE)]
    assert timedelta(seconds=MAX_CLAIMED) < LEASE, "all feeds of one host, a second apart"
