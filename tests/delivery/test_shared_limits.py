"""Processes that answer for one bot keep the limits of persons and chats together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.chats.access import AccessControl, AccessOutcome
from bot.delivery.rate_limits import RateLimiter
from bot.delivery.shared_limits import Notice, SharedLimits
from bot.errors import StoreError

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
ADA, DESK = 7, -100


@dataclass
class Board:
    """What processes have published."""

    published: list[tuple[str, Notice]] = field(default_factory=list)
    now: datetime = NOW
    fails: bool = False


@dataclass
class MemoryNotices:
    """A process on a board."""

    board: Board
    name: str
    read: int = 0
    restarted: bool = True

    async def publish(self, published: Sequence[Notice], *, now: datetime) -> None:
        if self.board.fails:
            raise StoreError("away")
        self.board.published += [(self.name, notice) for notice in published]

    async def new(self, *, now: datetime) -> list[Notice]:
        new, self.read = self.board.published[self.read :], len(self.board.published)
        own, self.restarted = self.restarted, False
        return [notice for name, notice in new if (own or name != self.name) and notice.expires_at >= now]


@dataclass
class Process:
    """The limits of a process."""

    board: Board
    name: str

    def __post_init__(self) -> None:
        self.limiter = RateLimiter()
        self.access = AccessControl(
            person_per_minute=4,
            group_per_minute=6,
            bots_per_hour=2,
            clock=lambda: self.board.now.timestamp(),
        )
        notices = MemoryNotices(self.board, self.name)
        self.limits = SharedLimits(notices, self.limiter, self.access, lambda: self.board.now)

    def served(self, requests: int, *, user: int = ADA, chat: int = ADA) -> int:
        """Return how many of some requests are served."""
        decisions = [self.access.decide(user, chat).outcome for _ in range(requests)]
        return decisions.count(AccessOutcome.WELCOME)


@pytest.fixture
def board() -> Board:
    """An empty board."""
    return Board()


async def test_person_has_one_limit_over_all_processes(board: Board) -> None:
    first, second = Process(board, "a"), Process(board, "b")
    assert first.served(3) == 3
    await first.limits.check()
    await second.limits.check()
    assert second.served(3) == 1


async def test_group_has_one_limit_over_all_processes(board: Board) -> None:
    first, second = Process(board, "a"), Process(board, "b")
    assert sum(first.served(2, user=user, chat=DESK) for user in (1, 2)) == 4
    await first.limits.check()
    await second.limits.check()
    assert sum(second.served(1, user=user, chat=DESK) for user in range(3, 9)) == 2


async def test_what_others_served_is_counted_once_and_ends(board: Board) -> None:
    first, second = Process(board, "a"), Process(board, "b")
    assert first.served(4) == 4
    for _ in range(3):
        await first.limits.check()
        await second.limits.check()
    assert second.served(1) == 0
    board.now += timedelta(seconds=61)
    assert second.served(9) == 4


async def test_process_that_starts_learns_what_counts(board: Board) -> None:
    first = Process(board, "a")
    first.served(4)
    first.limiter.block(DESK, until=NOW.timestamp() + 30)
    await first.limits.check()
    second = Process(board, "b")
    await second.limits.check()
    assert second.served(1) == 0
    assert second.limiter.blocked_s(DESK, now=NOW.timestamp()) == 30


async def test_process_that_restarts_keeps_its_counts_and_holds(board: Board) -> None:
    first = Process(board, "a")
    first.served(4)
    first.limiter.block(DESK, until=NOW.timestamp() + 30)
    await first.limits.check()
    again = Process(board, "a")
    assert again.served(1) == 1, "a request before the first check counts once"
    await again.limits.check()
    await again.limits.check()
    assert again.served(1) == 0
    assert again.limiter.blocked_s(DESK, now=NOW.timestamp()) == 30
    board.now += timedelta(seconds=31)
    assert again.served(9) == 1


async def test_old_requests_count_as_old(board: Board) -> None:
    first = Process(board, "a")
    first.served(4)
    await first.limits.check()
    board.now += timedelta(seconds=45)
    second = Process(board, "b")
    await second.limits.check()
    assert second.served(9) == 3


async def test_old_answers_to_bots_count_as_old(board: Board) -> None:
    first = Process(board, "a")
    assert first.access.answers_bot(DESK)
    assert first.access.answers_bot(DESK)
    await first.limits.check()
    board.now += timedelta(minutes=59)
    second = Process(board, "b")
    await second.limits.check()
    assert not second.access.answers_bot(DESK)
    board.now += timedelta(minutes=2)
    assert second.access.answers_bot(DESK)


async def test_chat_that_telegram_blocks_is_left_alone_by_all_and_published_once(board: Board) -> None:
    first, second = Process(board, "a"), Process(board, "b")
    first.limiter.block(DESK, until=NOW.timestamp() + 30)
    for _ in range(2):
        await first.limits.check()
        await second.limits.check()
    assert second.limiter.blocked_s(DESK, now=NOW.timestamp()) == 30
    assert len(board.published) == 1, "what another process published is not published again"


async def test_bots_that_another_process_answered_count(board: Board) -> None:
    first, second = Process(board, "a"), Process(board, "b")
    assert first.access.answers_bot(DESK)
    assert first.access.answers_bot(DESK)
    await first.limits.check()
    await second.limits.check()
    assert not second.access.answers_bot(DESK)


async def test_what_could_not_be_published_is_published_later(board: Board) -> None:
    first, second = Process(board, "a"), Process(board, "b")
    first.served(4)
    board.fails = True
    with pytest.raises(StoreError):
        await first.limits.check()
    board.fails = False
    await first.limits.check()
    await second.limits.check()
    assert second.served(1) == 0
