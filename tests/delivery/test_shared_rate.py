"""Processes that send for one bot stay within its limit together."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.delivery.rate_limits import Limits, RateLimiter
from bot.delivery.shared_rate import ANNOUNCE_EVERY, CHECK_EVERY, GONE_AFTER, JOIN_AFTER, SharedRate

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Board:
    """When each process was last there."""

    def __init__(self) -> None:
        self.now = NOW
        self.seen: dict[str, datetime] = {}
        self.ahead: dict[str, timedelta] = {}
        """How far the clock of each process is ahead."""


class FakePresence:
    """A process on a board."""

    def __init__(self, board: Board, name: str) -> None:
        self.board = board
        self.name = name

    async def now(self, *, local: datetime) -> datetime:
        return self.board.now

    async def announce(self, *, now: datetime) -> None:
        self.board.seen[self.name] = now

    async def others(self, *, since: datetime, until: datetime) -> int:
        return sum(since <= at <= until for name, at in self.board.seen.items() if name != self.name)

    async def leave(self) -> None:
        self.board.seen.pop(self.name, None)


def process(board: Board, name: str) -> tuple[SharedRate, RateLimiter]:
    limiter = RateLimiter()
    ahead = board.ahead.get(name, timedelta(0))
    return SharedRate(FakePresence(board, name), limiter, lambda: board.now + ahead), limiter


def burst(limiter: RateLimiter, board: Board) -> int:
    """Send as much as a limiter allows at this moment, each message to another chat."""
    now, sent = board.now.timestamp(), 0
    while not limiter.wait_s(sent, now=now):
        with limiter.under_way(lambda: now):
            sent += 1
    return sent


async def test_process_alone_has_the_whole_limit_at_once() -> None:
    board = Board()
    rate, limiter = process(board, "a")
    await rate.join()
    assert burst(limiter, board) == Limits().everyone.count


async def test_process_that_joins_waits_until_the_others_have_made_room() -> None:
    board = Board()
    first, first_limiter = process(board, "a")
    await first.join()
    assert burst(first_limiter, board) == 30
    second, second_limiter = process(board, "b")
    await second.join()
    assert burst(second_limiter, board) == 0
    board.now += CHECK_EVERY
    await first.check()
    board.now = NOW + JOIN_AFTER
    assert burst(first_limiter, board) + burst(second_limiter, board) == 30


async def test_processes_share_however_wrong_their_clocks_are() -> None:
    board = Board()
    board.ahead = {"a": timedelta(hours=3), "b": -timedelta(minutes=5)}
    rates = {name: process(board, name) for name in ("a", "b")}
    for rate, _ in rates.values():
        await rate.join()
    for rate, limiter in rates.values():
        await rate.check()
        assert limiter.processes == 2


async def test_process_that_leaves_or_dies_leaves_its_part_to_the_others() -> None:
    board = Board()
    rates = {name: process(board, name) for name in ("a", "b", "c")}
    for rate, _ in rates.values():
        await rate.join()
    first, limiter = rates["a"]
    await first.check()
    assert limiter.processes == 3
    leaving = asyncio.create_task(rates["b"][0].leave())
    await asyncio.sleep(0.5)
    await first.check()
    assert limiter.processes == 3, "its last messages still count"
    await leaving
    await first.check()
    assert limiter.processes == 2
    board.now += GONE_AFTER + timedelta(seconds=1)
    await first.check()
    assert (limiter.processes, burst(limiter, board)) == (1, 30)


async def test_process_announces_itself_often_enough_to_be_seen() -> None:
    board = Board()
    rate, _ = process(board, "a")
    await rate.join()
    for passed in (ANNOUNCE_EVERY, -timedelta(hours=1)):  # as when the clock is put back
        board.now += passed
        await rate.check()
        assert board.seen == {"a": board.now}
    assert ANNOUNCE_EVERY * 3 < GONE_AFTER
