"""From the inbox to the application: nothing ends it, and nothing is handed over twice."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
import structlog
from telegram import Bot, Update

from bot.app.runtime import inbox as module
from bot.app.runtime import late_presses
from bot.app.runtime.inbox import InboxReader
from bot.app.runtime.suspects import MAX_ATTEMPTS, SUSPECT_ATTEMPTS
from bot.chats.inbox import ClaimedUpdate
from bot.errors import StoreError
from bot.services import Services
from handlers.telegram.press import answer_press

NOW = datetime(2026, 11, 29, tzinfo=UTC)


class StoredUpdates:
    """An inbox whose claims are given: updates, or an error."""

    def __init__(self, *claims: Sequence[ClaimedUpdate] | Exception) -> None:
        self.claims = list(claims)
        self.handled_ids: list[int] = []
        self.begun_ids: list[int] = []
        self.presses: list[str] = []
        self.fails = False

    async def claim(self, *, limit: int) -> Sequence[ClaimedUpdate]:
        claim = self.claims.pop(0) if self.claims else ()
        if isinstance(claim, Exception):
            raise claim
        return claim

    async def waiting_presses(self) -> list[str]:
        return self.presses

    async def is_unclaimed(self, update_id: int) -> bool:
        return True

    async def begun(self, update_id: int) -> None:
        self.begun_ids.append(update_id)

    async def handled(
        self, update_id: int, *, answer_id: int | None, now: datetime, forget: bool = False
    ) -> None:
        if self.fails:
            raise StoreError("the database is locked")
        self.handled_ids.append(update_id)


def claimed(number: int, content: Any = None) -> ClaimedUpdate:
    return ClaimedUpdate(number, 7, json.dumps({"update_id": number} if content is None else content))


def reading(stored: StoredUpdates) -> tuple[InboxReader, "asyncio.Queue[object]"]:
    """Return a reader, and the queue from which the application takes updates."""
    queue: asyncio.Queue[object] = asyncio.Queue()
    services = SimpleNamespace(inbox=stored, metrics=None, clock=lambda: NOW)
    return InboxReader(cast(Services, services), Bot("1:a"), queue), queue


async def run_until_claimed(reader: InboxReader, stored: StoredUpdates) -> None:
    """Run a reader until it has made all claims."""
    stop = asyncio.Event()
    running = asyncio.create_task(reader.run(stop))
    while stored.claims and not running.done():  # noqa: ASYNC110  (the reader has no event for it)
        await asyncio.sleep(0.01)
    stop.set()
    await running


async def handed_over(stored: StoredUpdates) -> list[int]:
    """Run a reader until it has made all claims; return the updates that the application gets."""
    reader, queue = reading(stored)
    await run_until_claimed(reader, stored)
    return [cast(Update, queue.get_nowait()).update_id for _ in range(queue.qsize())]


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IDLE_S", 0.01)


async def test_failing_claims_do_not_end_the_inbox_and_are_logged_with_one_traceback() -> None:
    with structlog.testing.capture_logs() as lines:
        stored = StoredUpdates(OSError("disk"), OSError("disk"), [claimed(1)], OSError("disk"), [])
        assert await handed_over(stored) == [1]
    assert [bool(line["exc_info"]) for line in lines] == [True, False, True]


async def test_stored_update_that_cannot_be_read_is_marked_as_handled() -> None:
    stored = StoredUpdates([claimed(1), claimed(2, {"update_id": 2, "message": 5}), claimed(3)])
    assert await handed_over(stored) == [1, 3]
    assert stored.handled_ids == [2]


async def test_update_in_hand_that_is_claimed_again_is_not_handed_over_again() -> None:
    stored = StoredUpdates([claimed(1), claimed(2)], [claimed(1), claimed(2), claimed(3)])
    assert await handed_over(stored) == [1, 2, 3]


async def test_update_over_which_many_processes_died_is_given_up() -> None:
    stored = StoredUpdates([replace(claimed(1), attempts=MAX_ATTEMPTS), claimed(2)])
    assert await handed_over(stored) == [2]
    assert stored.handled_ids == [1]


async def test_only_an_interrupted_update_that_begins_again_is_counted() -> None:
    stored = StoredUpdates([claimed(1), replace(claimed(2), attempts=1), replace(claimed(3), attempts=1)], [])
    reader, queue = reading(stored)
    await run_until_claimed(reader, stored)
    for update in (queue.get_nowait(), queue.get_nowait()):
        await reader.begin(update)
    assert stored.begun_ids == [2]


async def test_suspect_is_handed_over_alone_and_the_others_after_it() -> None:
    suspect = replace(claimed(2), attempts=SUSPECT_ATTEMPTS)
    stored = StoredUpdates([claimed(1), suspect, claimed(3)], [])
    reader, queue = reading(stored)
    await run_until_claimed(reader, stored)
    alone = cast(Update, queue.get_nowait())
    assert (alone.update_id, queue.empty()) == (2, True)
    await reader.end(alone)
    stored.claims.append([])
    await run_until_claimed(reader, stored)
    assert [cast(Update, queue.get_nowait()).update_id for _ in range(2)] == [1, 3]


def press(number: int) -> dict[str, Any]:
    return {
        "update_id": number,
        "callback_query": {
            "id": str(number),
            "from": {"id": 7, "is_bot": False, "first_name": "Ada"},
            "chat_instance": "1",
            "data": "x",
        },
    }


async def test_presses_behind_suspects_are_answered_also_if_an_earlier_process_received_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answered: list[int] = []

    async def answer(update: Any) -> None:
        answered.append(update.update_id)

    monkeypatch.setattr(late_presses, answer_press.__name__, answer)
    monkeypatch.setattr(late_presses, "ANSWER_AFTER_S", 0.01)
    suspects = [replace(claimed(number), attempts=SUSPECT_ATTEMPTS) for number in (1, 2)]
    stored = StoredUpdates([*suspects, claimed(3, press(3))], *[()] * 20)
    stored.presses = [json.dumps(press(number)) for number in (3, 4)]
    assert await handed_over(stored) == [1], "the others wait for it"
    assert sorted(answered) == [3, 4]


async def test_handled_update_that_could_not_be_marked_is_marked_later() -> None:
    stored = StoredUpdates([claimed(1)], [])
    reader, queue = reading(stored)
    await run_until_claimed(reader, stored)
    update = queue.get_nowait()
    stored.fails = True
    with structlog.testing.capture_logs() as logs:
        await reader.end(update)
    assert [line["event"] for line in logs] == ["update_not_marked"]
    stored.fails = False
    stored.claims += [[claimed(2)], []]
    await run_until_claimed(reader, stored)
    assert (stored.handled_ids, cast(Update, queue.get_nowait()).update_id) == ([1], 2)


async def test_claims_that_fail_for_long_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = StoredUpdates(OSError("disk"))
    reader, _ = reading(stored)
    await run_until_claimed(reader, stored)
    assert reader.problem == ""
    monkeypatch.setattr(module, "FAILING_FOR_S", 0.0)
    assert "inbox can't be read" in reader.problem
    stored.claims.append([])
    await run_until_claimed(reader, stored)
    assert reader.problem == ""
