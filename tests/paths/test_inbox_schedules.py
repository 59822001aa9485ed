"""Random schedules of processes that share an inbox: each update is handled once, each chat's in order.

NEWSBOT_SCHEDULES=10000 python -m pytest tests/paths/test_inbox_schedules.py
"""

import asyncio
import itertools
import os
import shutil
from collections import defaultdict
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from bot.chats.inbox import ClaimedUpdate, ReceivedUpdate
from bot.storage.database import Database
from bot.storage.inbox import SqlInbox
from bot.storage.migrate import migrate
from tests.profiles import by_profile

pytestmark = pytest.mark.slow
SCHEDULES = int(os.environ.get("NEWSBOT_SCHEDULES", by_profile(dev=20, ci=100, long=10_000)))
NOW = datetime(2026, 11, 29, tzinfo=UTC)
PROCESSES, CHATS = 3, 3
processes, chats = st.integers(0, PROCESSES - 1), st.integers(1, CHATS)


@dataclass
class Running:
    """A process: its connection, and what it has claimed."""

    resources: AsyncExitStack
    inbox: SqlInbox
    claimed: list[tuple[int, int]] = field(default_factory=list)


class Schedule(RuleBasedStateMachine):
    """One random schedule, checked at every step and at its end."""

    runner: asyncio.Runner
    folder: Path
    empty: Path
    count = itertools.count()

    def __init__(self) -> None:
        super().__init__()
        self.file = self.folder / f"{next(self.count)}.db"
        shutil.copy(self.empty, self.file)
        self.numbers = itertools.count(1)
        self.received: list[ReceivedUpdate] = []
        self.late: list[ReceivedUpdate] = []
        self.begun: set[int] = set()
        self.handled: dict[int, list[int]] = defaultdict(list)
        self.running = [self.do(self._start()) for _ in range(PROCESSES)]

    def do(self, event: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(event)

    async def _start(self) -> Running:
        stack = AsyncExitStack()
        database = await stack.enter_async_context(Database.open(f"sqlite+aiosqlite:///{self.file}"))
        return Running(stack, SqlInbox(database))

    def _new(self, chat: int) -> ReceivedUpdate:
        number = next(self.numbers)
        return ReceivedUpdate(number, chat, None, f'{{"update_id": {number}}}')

    def _store(self, process: int, arriving: list[ReceivedUpdate]) -> None:
        self.received += arriving
        self.do(self.running[process].inbox.store(arriving, now=NOW))

    @rule(process=processes, chat=chats, count=st.integers(1, 3))
    def receive(self, process: int, chat: int, count: int) -> None:
        self._store(process, [self._new(chat) for _ in range(count)])

    @rule(chat=chats)
    def delay(self, chat: int) -> None:
        self.late.append(self._new(chat))

    @rule(process=processes)
    def receive_late(self, process: int) -> None:
        if self.late:
            self._store(process, [self.late.pop()])

    @rule(process=processes, number=st.integers(0, 50))
    def receive_again(self, process: int, number: int) -> None:
        if self.received:
            again = self.received[number % len(self.received)]
            self.do(self.running[process].inbox.store([again], now=NOW))

    @rule(process=processes, limit=st.integers(1, 5))
    def claim(self, process: int, limit: int) -> None:
        running = self.running[process]
        for update in self.do(running.inbox.claim(limit=limit)):
            others = [chat for other in self.running if other is not running for _, chat in other.claimed]
            assert update.chat_id not in others, "two processes work on one chat"
            self._check_order(update)
            running.claimed.append((update.id, update.chat_id))

    def _check_order(self, update: ClaimedUpdate) -> None:
        """Check that a claimed update is its chat's next: one that may have begun, else the first."""
        handled = self.handled[update.chat_id]
        waiting = {other.id for other in self.received if other.chat_id == update.chat_id} - set(handled)
        assert update.id == min(waiting & self.begun or waiting)
        assert (update.attempts > 0) == (update.id in self.begun)
        self.begun.add(update.id)

    @rule(process=processes)
    def handle(self, process: int) -> None:
        running = self.running[process]
        if running.claimed:
            number, chat = running.claimed.pop(0)
            self.do(running.inbox.handled(number, answer_id=None, now=NOW))
            self.handled[chat].append(number)

    @rule(process=processes)
    def kill(self, process: int) -> None:
        running = self.running[process]
        if running.inbox._lease is not None:
            self.do(running.inbox._lease.release())  # as the system does
        self.do(running.resources.aclose())
        self.running[process] = self.do(self._start())

    @rule(process=processes)
    def leave(self, process: int) -> None:
        self.do(self.running[process].inbox.leave())
        self.running[process].claimed.clear()

    @rule(process=processes)
    def recover(self, process: int) -> None:
        self.do(self.running[process].inbox.recover())

    def teardown(self) -> None:
        try:
            for process in range(PROCESSES):
                self.kill(process)
            self.recover(0)
            self._store(0, self.late)
            while self.running[0].claimed or self.do(self._claim_more()):
                self.handle(0)
            handled = sorted(itertools.chain(*self.handled.values()))
            assert handled == sorted(update.id for update in self.received)
        finally:
            for running in self.running:
                self.do(running.inbox.leave())
                self.do(running.resources.aclose())
            self.file.unlink()

    async def _claim_more(self) -> bool:
        claimed = await self.running[0].inbox.claim(limit=5)
        for update in claimed:
            self._check_order(update)
        self.running[0].claimed += [(update.id, update.chat_id) for update in claimed]
        return bool(claimed)


@pytest.fixture
def schedules(tmp_path: Path) -> Iterator[type[Schedule]]:
    """The state machine; all its runs copy one empty database."""
    empty = tmp_path / "empty.db"
    with asyncio.Runner() as runner:
        runner.run(migrate(f"sqlite+aiosqlite:///{empty}"))
        yield type("Schedule", (Schedule,), {"runner": runner, "folder": tmp_path, "empty": empty})


def test_each_update_is_handled_once_and_each_chat_in_order(schedules: type[Schedule]) -> None:
    run_state_machine_as_test(
        schedules,
        settings=settings(
            max_examples=SCHEDULES,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
