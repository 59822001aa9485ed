"""Updates: in order within a chat, fair between chats."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from handlers.telegram import update_processor
from handlers.telegram.update_processor import MAX_WAITING, NEW_FOR_S, FairUpdateProcessor, kind_of
from tests.profiles import PATIENCE_S


@dataclass
class Bench:
    """A processor with one slot, whose updates run until `proceed` is set."""

    at: float = 0.0
    done: list[str] = field(default_factory=list)
    proceed: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.processor = FairUpdateProcessor(1, clock=lambda: self.at)

    async def receive(self, chat: int, name: str, *, inline: bool = False) -> None:
        """Receive an update."""

        async def work() -> None:
            await self.proceed.wait()
            self.done.append(name)

        source = SimpleNamespace(id=chat)
        update = SimpleNamespace(effective_chat=source)
        if inline:
            update = SimpleNamespace(effective_user=source, inline_query=name)
        self.tasks.append(asyncio.create_task(self.processor.process_update(update, work())))
        await asyncio.sleep(0)

    async def finish(self) -> list[str]:
        """Run everything and return the order."""
        self.proceed.set()
        await asyncio.gather(*self.tasks)
        return self.done


@asynccontextmanager
async def regular(bench: Bench, chat: int) -> AsyncIterator[None]:
    """Make a chat a regular: one that wrote long ago."""
    bench.proceed.set()
    await bench.receive(chat, "before")
    await bench.finish()
    bench.done.clear()
    bench.tasks.clear()
    bench.proceed.clear()
    bench.at += NEW_FOR_S
    yield


async def test_updates_of_a_chat_run_in_order() -> None:
    bench = Bench()
    for number in range(9):
        await bench.receive(1, str(number))
    assert await bench.finish() == [str(number) for number in range(9)]


async def test_flooding_chat_delays_only_itself() -> None:
    bench = Bench()
    for number in range(20):
        await bench.receive(1, f"flood {number}")
    await bench.receive(2, "other")
    assert (await bench.finish()).index("other") <= 1


async def test_crowd_of_new_chats_leaves_every_second_turn_to_regulars() -> None:
    bench = Bench()
    async with regular(bench, 1):
        for stranger in range(100, 600):
            await bench.receive(stranger, "stranger")
        for number in range(3):
            await bench.receive(1, f"regular {number}")
    order = await bench.finish()
    assert [order.index(f"regular {number}") for number in range(3)] <= [2, 4, 6]
    assert len(order) == 503


async def test_updates_beyond_the_limit_of_a_chat_are_dropped() -> None:
    bench, journal = Bench(), Journal()
    bench.processor.journal = journal
    for number in range(MAX_WAITING + 30):
        await bench.receive(1, str(number))
    assert journal.lines.count("end") == 30, "a dropped update is settled at once"
    await bench.receive(2, "other")
    order = await bench.finish()
    assert "other" in order
    assert len(order) == MAX_WAITING + 1
    assert journal.lines.count("end") == MAX_WAITING + 31


async def test_inline_queries_of_a_person_leave_room_for_their_private_chat() -> None:
    bench = Bench()
    for number in range(MAX_WAITING + 1):
        await bench.receive(1, str(number), inline=True)
    await bench.receive(1, "question")
    assert (await bench.finish()).index("question") <= 2


async def test_slow_update_frees_its_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update_processor, "PATIENCE_S", 0.01)
    bench, served = Bench(), asyncio.Event()
    await bench.receive(1, "held")

    async def other() -> None:
        served.set()

    update = SimpleNamespace(effective_chat=SimpleNamespace(id=2))
    await asyncio.wait_for(bench.processor.process_update(update, other()), timeout=PATIENCE_S)
    assert served.is_set()
    assert await bench.finish() == ["held"]
    assert bench.processor._free == 1


async def test_failed_update_frees_its_slot() -> None:
    bench = Bench()

    async def fails() -> None:
        raise ValueError("no")

    for _ in range(3):
        with pytest.raises(ValueError, match="no"):
            await bench.processor.process_update(SimpleNamespace(), fails())
    assert (bench.processor._free, bench.processor._waiting) == (1, {})


def update_with(**fields: str) -> SimpleNamespace:
    return SimpleNamespace(effective_message=SimpleNamespace(**{"text": None, "caption": None, **fields}))


@pytest.mark.parametrize(
    ("update", "kind"),
    [
        (SimpleNamespace(callback_query="pressed"), "press"),
        (SimpleNamespace(inline_query="asked"), "inline"),
        (update_with(text="/latest tram"), "command"),
        (update_with(text="tram"), "question"),
        (update_with(caption="tram"), "question"),
        (update_with(), "other"),
        (object(), "other"),
    ],
)
def test_kind_of_update(update: object, kind: str) -> None:
    assert kind_of(update) == kind


async def test_duration_of_an_update_is_reported() -> None:
    clock, reported = [10.0], []
    processor = FairUpdateProcessor(1, clock=lambda: clock[0], done=lambda *what: reported.append(what))

    async def work() -> None:
        clock[0] += 0.25

    await processor.process_update(update_with(text="tram"), work())
    assert reported == [("question", 0.25)]


class Journal:
    """A journal that notes what it is told."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    async def begin(self, update: object) -> None:
        self.lines.append("begin")

    async def end(self, update: object) -> None:
        self.lines.append("end")


@pytest.mark.parametrize("fails", [False, True])
async def test_update_is_noted_in_the_journal_also_if_it_fails(fails: bool) -> None:
    processor, journal = FairUpdateProcessor(1), Journal()
    processor.journal = journal

    async def work() -> None:
        journal.lines.append("work")
        if fails:
            raise ValueError("no")

    with pytest.raises(ValueError, match="no") if fails else nullcontext():
        await processor.process_update(update_with(text="tram"), work())
    assert journal.lines == ["begin", "work", "end"]


async def test_cancelled_update_is_not_noted_as_handled() -> None:
    processor, journal = FairUpdateProcessor(1), Journal()
    processor.journal = journal
    task = asyncio.create_task(processor.process_update(update_with(text="tram"), asyncio.sleep(60)))
    while not journal.lines:  # noqa: ASYNC110  (the processor has no event for it)
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert journal.lines == ["begin"]
