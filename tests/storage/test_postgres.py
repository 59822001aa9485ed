"""Releasing a lock when the connection to PostgreSQL is lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.storage import postgres


class LosingEngine:
    """An engine whose connection is lost while a lock is released."""

    def __init__(self, error: BaseException) -> None:
        self.invalidated = False
        self._error = error

    def execution_options(self, **_: object) -> "LosingEngine":
        return self

    @asynccontextmanager
    async def connect(self) -> AsyncIterator["LosingEngine"]:
        yield self

    async def execute(self, statement: object) -> None:
        if "unlock" in str(statement):
            raise self._error

    async def invalidate(self) -> None:
        self.invalidated = True


@pytest.mark.parametrize("error", [OSError("reset"), TimeoutError()])
async def test_work_of_a_turn_stays_done_when_the_connection_is_lost_at_its_end(error: OSError) -> None:
    engine: Any = LosingEngine(error)
    async with postgres.lock(engine, "assigning"):
        pass
    assert engine.invalidated


@pytest.mark.parametrize("error", [asyncio.CancelledError(), RuntimeError()])
async def test_other_errors_at_the_end_of_a_turn_are_raised(error: BaseException) -> None:
    engine: Any = LosingEngine(error)
    with pytest.raises(type(error)):
        async with postgres.lock(engine, "assigning"):
            pass
    assert engine.invalidated
