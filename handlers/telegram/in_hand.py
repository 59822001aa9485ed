"""The update that is being handled, and what an earlier attempt at it may have sent already.

A process can be killed after Telegram accepted an answer and before that is recorded. The next attempt then
looks for the answer: it edits the messages that can be it into what it would send. Telegram refuses to edit a
message that doesn't exist or is someone else's, so the first edit that succeeds has found the answer.
"""

import time
from collections.abc import Awaitable, Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from telegram.error import BadRequest

Json = dict[str, Any]
MAX_TRIES = 8
"""Messages that are tried: in groups and private chats alike, an answer follows its question closely."""
_EDITS = {
    "sendMessage": ("editMessageText", ("text", "entities", "link_preview_options")),
    "sendPhoto": ("editMessageCaption", ("caption", "caption_entities")),
    "sendDocument": ("editMessageCaption", ("caption", "caption_entities")),
}
"""How each kind of message is edited, with the parameters that both methods have."""


@dataclass(slots=True)
class UpdateInHand:
    """An update that is being handled.

    Args:
        interrupted: Whether an earlier attempt was cut off, so that its answers may have arrived.
        last_message_id: The last message in the chat that is known to be older than the next answer.
        other_message_ids: Later messages in the chat that are known to be something else.
        answer_id: The last message sent in answer; None before the first.
        forgotten: Whether its person had everything deleted; nothing about the chat may stay.
    """

    id: int
    chat_id: int
    interrupted: bool = False
    last_message_id: int = 0
    other_message_ids: frozenset[int] = frozenset()
    answer_id: int | None = None
    forgotten: bool = False

    def sent(self, chat_id: object, message: object) -> None:
        """Record an answer."""
        if chat_id == self.chat_id and isinstance(message, dict) and "message_id" in message:
            self.answer_id = self.last_message_id = message["message_id"]

    def candidates(self) -> Iterator[int]:
        """Yield the ids that the next answer of the earlier attempt can have."""
        first = self.last_message_id + 1
        others = self.other_message_ids
        ids = (i for i in range(first, first + MAX_TRIES + len(others)) if i not in others)
        for _, message_id in zip(range(MAX_TRIES), ids, strict=False):
            yield message_id


in_hand: ContextVar[UpdateInHand | None] = ContextVar("in_hand", default=None)
"""The update that the running task handles; None in background jobs."""


async def sent_before(
    update: UpdateInHand, endpoint: str, data: Json, edit: Callable[[str, Json], Awaitable[Any]]
) -> Json | None:
    """Return the message that an earlier attempt sent, with the content of this attempt; None without one.

    Args:
        endpoint: The method that would send the message, with its parameters `data`.
        edit: Calls a method of the Bot API.
    """
    if not update.interrupted or data.get("chat_id") != update.chat_id or endpoint not in _EDITS:
        return None
    method, names = _EDITS[endpoint]
    same = {name: data[name] for name in ("chat_id", "parse_mode", "reply_markup", *names) if name in data}
    for message_id in update.candidates():
        try:
            message = await edit(method, {**same, "message_id": message_id})
        except BadRequest as error:
            if "message is not modified" not in str(error).lower():
                continue
            message = _minimal_message(message_id, data)
        return message if isinstance(message, dict) else _minimal_message(message_id, data)
    update.interrupted = False  # neither this answer nor a later one was sent
    return None


def _minimal_message(message_id: int, data: Json) -> Json:
    kind = "private" if data["chat_id"] > 0 else "supergroup"
    return {"message_id": message_id, "date": int(time.time()), "chat": {"id": data["chat_id"], "type": kind}}
