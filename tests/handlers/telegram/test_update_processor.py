"""Turns: order inside a chat, fairness between chats."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from handlers.telegram import update_processor as turns
from handlers.telegram.update_processor import MAX_WAITING, NEW_FOR_S, FairUpdateProcessor, kind_of
from tests.profiles import PATIENCE_S


@dataclass
class Bench:
    """A processor that works on one update at a time, each as long as it is not let go on."""

    at: float = 0.0
    done: list[str] = field(default_factory=list)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.turns = FairUpdateProcessor(1, clock=lambda: self.at)

    async def come(self, chat: int, name: str) -> None:
        """Let an update come in."""

        async def work() -> None:
            await self.go_on.wait()
            self.done.append(name)

        update = SimpleNamespace(effective_chat=SimpleNamespace(id=chat))
        self.tasks.append(asyncio.create_task(self.turns.process_update(update, work())))
        await asyncio.sleep(0)

    async def finish(self) -> list[str]:
        """Let everything be worked on; return the order."""
        self.go_on.set()
        await asyncio.gather(*self.tasks)
        return self.done


@asynccontextmanager
async def regular(bench: Bench, chat: int) -> AsyncIterator[None]:
    """Somebody who asked long ago."""
    bench.go_on.set()
    await bench.come(chat, "before")
    await bench.finish()
    bench.done.clear()
    bench.tasks.clear()
    bench.go_on.clear()
    bench.at += NEW_FOR_S
    yield


async def test_a_chats_updates_keep_their_order() -> None:
    bench = Bench()
    for number in range(9):
        await bench.come(1, str(number))
    assert await bench.finish() == [str(number) for number in range(9)]


async def test_a_chat_that_floods_waits_behind_itself() -> None:
    bench = Bench()
    for number in range(20):
        await bench.come(1, f"flood {number}")
    await bench.come(2, "other")
    assert (await bench.finish()).index("other") <= 1


async def test_a_crowd_of_newcomers_leaves_every_second_turn_to_who_was_there_before() -> None:
    bench = Bench()
    async with regular(bench, 1):
        for stranger in range(100, 600):
            await bench.come(stranger, "stranger")
        for number in range(3):
            await bench.come(1, f"regular {number}")
    order = await bench.finish()
    assert [order.index(f"regular {number}") for number in range(3)] <= [2, 4, 6]
    assert len(order) == 503


async def test_what_a_chat_sends_beyond_the_most_is_left_unread() -> None:
    bench = Bench()
    for number in range(MAX_WAITING + 30):
        await bench.come(1, str(number))
    await bench.come(2, "other")
    order = await bench.finish()
    assert "other" in order
    assert len(order) == MAX_WAITING + 1


async def test_who_waits_for_telegram_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE_S", 0.01)
    bench, served = Bench(), asyncio.Event()
    await bench.come(1, "held")

    async def other() -> None:
        served.set()

    update = SimpleNamespace(effective_chat=SimpleNamespace(id=2))
    await asyncio.wait_for(bench.turns.process_update(update, other()), timeout=PATIENCE_S)
    assert served.is_set()
    assert await bench.finish() == ["held"]
    assert bench.turns._free == 1


async def test_a_failure_gives_its_turn_back() -> None:
    bench = Bench()

    async def fails() -> None:
        raise ValueError("no")

    for _ in range(3):
        with pytest.raises(ValueError, match="no"):
            await bench.turns.process_update(SimpleNamespace(), fails())
    assert (bench.turns._free, bench.turns._waiting) == (1, {})


def said(**fields: str) -> SimpleNamespace:
    return SimpleNamespace(effective_message=SimpleNamespace(**{"text": None, "caption": None, **fields}))


@pytest.mark.parametrize(
    ("update", "kind"),
    [
        (SimpleNamespace(callback_query="pressed"), "press"),
        (SimpleNamespace(inline_query="asked"), "inline"),
        (said(text="/latest tram"), "command"),
        (said(text="tram"), "question"),
        (said(caption="tram"), "question"),
        (said(), "other"),
        (object(), "other"),
    ],
)
def test_updates_are_of_a_kind(update: object, kind: str) -> None:
    assert kind_of(update) == kind


async def test_what_an_update_took_is_told_from_its_arrival_to_its_end() -> None:
    clock, told = [10.0], []
    turns = FairUpdateProcessor(1, clock=lambda: clock[0], done=lambda *what: told.append(what))

    async def work() -> None:
        clock[0] += 0.25

    await turns.process_update(said(text="tram"), work())
    assert told == [("question", 0.25)]
