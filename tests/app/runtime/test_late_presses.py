"""Presses that wait behind many updates of their chat are answered before their turn."""

import asyncio
from typing import Any, cast

import pytest
from telegram import CallbackQuery, Update, User

from bot.app.runtime import late_presses as module
from bot.app.runtime.late_presses import LatePresses
from bot.chats.inbox import Inbox
from handlers.telegram.press import answer_press


class Claims:
    """An inbox in which some updates are not claimed."""

    def __init__(self, *unclaimed: int) -> None:
        self.unclaimed = unclaimed

    async def is_unclaimed(self, update_id: int) -> bool:
        return update_id in self.unclaimed


def watching(claims: Claims, *ours: int) -> LatePresses:
    return LatePresses(cast(Inbox, claims), lambda number: number in ours)


def press(number: int) -> Update:
    query = CallbackQuery(str(number), User(7, "Ada", is_bot=False), "1", data="x")
    return Update(number, callback_query=query)


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    numbers: list[int] = []

    async def answer(update: Any) -> None:
        numbers.append(update.update_id)

    monkeypatch.setattr(module, answer_press.__name__, answer)
    return numbers


async def test_press_that_has_not_begun_is_answered_once_by_the_process_whose_turn_it_is(
    monkeypatch: pytest.MonkeyPatch, answered: list[int]
) -> None:
    monkeypatch.setattr(module, "ANSWER_AFTER_S", 0.0)
    late = watching(Claims(1, 3), 4)
    for update in (press(1), press(2), Update(3), press(4), press(4)):
        late.watch(update)
    await asyncio.gather(*late._tasks.values())
    assert answered == [1, 4]


async def test_press_that_begins_is_answered_by_its_handler(
    monkeypatch: pytest.MonkeyPatch, answered: list[int]
) -> None:
    monkeypatch.setattr(module, "ANSWER_AFTER_S", 0.0)
    late = watching(Claims(), 1, 2)
    for number in (1, 2):
        late.watch(press(number))
    late.begun(1)
    await asyncio.gather(*late._tasks.values(), return_exceptions=True)
    assert answered == [2]


async def test_press_begins_while_its_early_answer_is_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ANSWER_AFTER_S", 0.0)
    answering = asyncio.Event()

    async def answer(_: object) -> None:
        answering.set()
        await asyncio.sleep(60)

    monkeypatch.setattr(module, answer_press.__name__, answer)
    late = watching(Claims(), 1)
    late.watch(press(1))
    await answering.wait()
    late.begun(1)
    await asyncio.sleep(0)
    await late.close()
    assert not late._tasks


async def test_closing_answers_no_more(answered: list[int]) -> None:
    late = watching(Claims(1))
    late.watch(press(1))
    await late.close()
    assert answered == []
