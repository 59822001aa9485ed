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


async def test_press_that_nobody_claims_is_answered(
    monkeypatch: pytest.MonkeyPatch, answered: list[int]
) -> None:
    monkeypatch.setattr(module, "ANSWER_PRESS_AFTER_S", 0.0)
    late = LatePresses(cast(Inbox, Claims(1, 3)))
    for update in (press(1), press(2), Update(3)):
        late.watch(update)
    await asyncio.gather(*late._tasks)
    assert answered == [1]


async def test_closing_answers_no_more(answered: list[int]) -> None:
    late = LatePresses(cast(Inbox, Claims(1)))
    late.watch(press(1))
    await late.close()
    assert answered == []
