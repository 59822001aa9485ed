"""Presses every button of a bot that is killed behind every press.

The kill is the worst one: everything was stored and sent, but that the update is handled was not noted.
"""

import asyncio
import json
import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from bot.app.wiring import App
from bot.storage.schema.inbox import updates
from handlers.alerts.button_data import DeleteAllButton
from handlers.privacy.my_data import ForgetMeButton
from handlers.questions.button_data import ReportButton
from handlers.telegram.callback_data import CallbackData
from handlers.texts import texts_for
from tests.e2e.person import Json, Phone, buttons

LAST = ("cancel", "delete", "remove", "stop", "undo", "forget", "save", "done", "only")
"""In the labels of buttons that take others away, which are pressed after those."""
MOST_PRESSES = 60
_CLOCK = re.compile(r"\d\d:\d\d UTC")
"""A time that is counted from the press, as that of a mute."""
MAY_DIFFER: dict[type[CallbackData], set[str]] = {
    DeleteAllButton: {"messages", "answer"},  # count what was deleted: nothing the second time
    ForgetMeButton: {"messages", "answer"},
    ReportButton: {"answer"},  # says whether an earlier report had another reason
}
Action = tuple[type[CallbackData], str]


@dataclass
class Town:
    """A person who is an operator, and a bot that is killed behind every press.

    Args:
        wanted: The label of the only buttons to press, "" for all.
        pressed: How often what was pressed: the kind of a button, and its verb or else its number.
    """

    app: App
    phone: Phone
    corpus: Path
    feed: str
    pressed: Counter[Action] = field(default_factory=Counter)
    wanted: str = ""

    async def crawl(self, expected: dict[type[CallbackData], int]) -> None:
        """Press the buttons of the chat, those first that were pressed least, until enough were pressed."""
        for _ in range(MOST_PRESSES):
            if all(self.count(kind) >= count for kind, count in expected.items()):
                return
            await self._idle()
            if not (shown := self._buttons()):
                return
            message, button = min(shown, key=self._order)
            action = _action(button["callback_data"])
            self.pressed[action] += 1
            await self._press(message, button, again=self.pressed[action] == 1)

    def count(self, kind: type[CallbackData]) -> int:
        """Return how many buttons of a kind that do different things were pressed."""
        return sum(kind is pressed for pressed, _ in self.pressed)

    def _buttons(self) -> list[tuple[Json, Json]]:
        messages = [message for message in self.phone.chat.messages.values() if message["from"]["is_bot"]]
        shown = [(message, button) for message in messages for button in buttons(message)]
        pressable = [(message, button) for message, button in shown if "callback_data" in button]
        return [press for press in pressable if self.wanted in press[1]["text"]]

    def _order(self, press: tuple[Json, Json]) -> tuple[int, bool, int]:
        message, button = press
        times = self.pressed[_action(button["callback_data"])]
        return times, any(word in button["text"].lower() for word in LAST), -message["message_id"]

    async def _press(self, message: Json, button: Json, *, again: bool) -> None:
        state, kind = self.phone.state, _action(button["callback_data"])[0]
        query = state.new_query()
        press = {
            "id": query.id, "from": self.phone.person.json(), "chat_instance": "1",
            "message": deepcopy(message), "data": button["callback_data"],
        }  # fmt: skip
        state.updates.add("callback_query", press)
        number = state.updates.last
        await state.answered(query.id)
        if not again:
            return
        once = await self._outcome(query.id)
        await self._forget_that_it_is_handled(number, {"update_id": number, "callback_query": press})
        twice = await self._outcome(query.id)
        for name in once.keys() - MAY_DIFFER.get(kind, set()):
            assert twice[name] == once[name], (button["text"], button["callback_data"], name)

    async def _forget_that_it_is_handled(self, number: int, raw: Json) -> None:
        again = update(updates).where(updates.c.update_id == number)
        values = {
            "handled_at": None, "owner": None, "attempts": 1, "answer_id": None,
            "content": json.dumps(raw, separators=(",", ":")), "chat_id": self.phone.chat.id,
        }  # fmt: skip
        async with self.app.stores.inbox._database.write() as connection:
            await connection.execute(again.values(values))

    async def _outcome(self, query_id: str) -> dict[str, Any]:
        """Return what the person sees and what is stored, once nothing is under way."""
        before, now = None, await self._now(query_id)
        while before != now:
            await asyncio.sleep(0.1)
            await self._idle()  # before it is read: what ends meanwhile is seen the next time
            before, now = now, await self._now(query_id)
        return now

    async def _idle(self) -> None:
        while await self._is_busy():  # noqa: ASYNC110  (nothing to wait for)
            await asyncio.sleep(0.05)

    async def _is_busy(self) -> bool:
        database, waiting = self.app.stores.inbox._database, updates.c.handled_at.is_(None)
        async with database.read() as connection:
            is_waiting = (await connection.execute(select(updates.c.update_id).where(waiting))).first()
        shown = [str(message.get("text")) for message in self.phone.chat.messages.values()]
        under_way = (
            "Checking",
            texts_for("en")("reload-begun").partition("</b>")[0].removeprefix("<b>") + ":",
        )
        in_background = any("create_task_callback" in repr(task) for task in asyncio.all_tasks())
        return is_waiting is not None or in_background or any(text.startswith(under_way) for text in shown)

    async def _now(self, query_id: str) -> dict[str, Any]:
        services, chat = self.app.services, self.phone.chat
        answers = [
            call["params"].get("text")
            for call in self.phone.state.calls
            if call["method"] == "answercallbackquery" and call["params"]["callback_query_id"] == query_id
        ]
        return {
            "messages": [
                (
                    number,
                    _CLOCK.sub("", message.get("text", message.get("caption", ""))),
                    [b["text"] for b in buttons(message)],
                )
                for number, message in chat.messages.items()
            ],
            "answer": answers[-1] if answers else None,
            "alerts": [
                (alert.id, alert.text, alert.mode, alert.paused, alert.muted_until is None)
                for alert in await services.alerts.of_chat(chat.id)
            ],
            "settings": await services.chats.settings_of(chat.id),
            "feeds": [(feed.url, feed.state) for feed in await services.feeds.all()],
            "reports": [(r.person_id, r.reason) for r in await self.app.stores.reports.open(limit=99)],
            "judgements": [j.good for j in await self.app.stores.judgements.all()],
        }


def _action(data: str) -> Action:
    """Return what a button does: its kind and its verb, choice or reason."""
    kind = next(kind for kind in CallbackData.__subclasses__() if kind.matches(data))
    button = kind.unpack(data)
    names = ("verb", "choice", "reason", "verdict", "page", "code")
    return kind, next((str(getattr(button, name)) for name in names if hasattr(button, name)), "")
