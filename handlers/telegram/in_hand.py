"""The update that is being handled, and what an earlier attempt at it may have sent already.

A process can be killed after Telegram accepted an answer and before that is recorded. The next attempt then
looks for the answer: it edits the messages that can be it into what it would send. Telegram refuses to edit a
message that doesn't exist or is someone else's, so the first edit that succeeds has found the answer.
"""

import time
from collections.abc import Awaitable, Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import count, islice, takewhile
from typing import Any

from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.chats.inbox import shares_message_ids
from handlers.telegram.sent_ids import SentIds

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
        last_message_id: The last message that is known to be older than the next answer.
        other_message_ids: Messages that are known to be something else.
        tries: How many messages of which nothing is known may be tried.
        sent_ids: What this process sent to chats that share their numbering.
        claimed_at: When this process claimed it, in monotonic seconds; earlier attempts ended before.
        answer_id: The last message sent in answer; None before the first.
        forgotten: Whether its person had everything deleted; nothing about the chat may stay.
    """

    id: int
    chat_id: int
    interrupted: bool = False
    last_message_id: int = 0
    other_message_ids: frozenset[int] = frozenset()
    tries: int = MAX_TRIES
    sent_ids: SentIds = field(default_factory=SentIds)
    claimed_at: float = 0.0
    answer_id: int | None = None
    forgotten: bool = False

    def sent(self, chat_id: object, message: object, *, started_at: float | None = None) -> None:
        """Record an answer.

        Args:
            started_at: When the request began that sent it; None if an earlier attempt sent it.
        """
        if not isinstance(message, dict) or "message_id" not in message:
            return
        if chat_id == self.chat_id:
            self.answer_id = self.last_message_id = message["message_id"]
        if isinstance(chat_id, int) and shares_message_ids(chat_id):
            self.sent_ids.record(message["message_id"], started_at)

    def candidates(self) -> Iterator[int]:
        """Yield the ids that the next answer of the earlier attempt can have."""
        ids = (number for number in count(self.last_message_id + 1) if not self._is_other(number))
        return islice(takewhile(self._is_early, ids), self.tries)

    def _is_other(self, message_id: int) -> bool:
        if message_id in self.other_message_ids:
            return True
        return shares_message_ids(self.chat_id) and message_id in self.sent_ids

    def _is_early(self, message_id: int) -> bool:
        """Return whether a message can be older than what this process has sent since the claim."""
        if not shares_message_ids(self.chat_id):
            return True
        later = self.sent_ids.first_since(self.claimed_at)
        return later is None or message_id < later


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
    same = {name: data[name] for name in ("chat_id", "parse_mode", *names) if name in data}
    inline = isinstance(data.get("reply_markup"), InlineKeyboardMarkup | None)
    if inline and "reply_markup" in data:
        same["reply_markup"] = data["reply_markup"]
    for message_id in update.candidates():
        try:
            message = await edit(method, {**same, "message_id": message_id})
        except BadRequest as error:
            if not _exists(error, private=update.chat_id > 0, inline=inline):
                continue
            message = _minimal_message(message_id, data)
        return message if isinstance(message, dict) else _minimal_message(message_id, data)
    update.interrupted = False  # neither this answer nor a later one was sent
    return None


def _exists(error: BadRequest, *, private: bool, inline: bool) -> bool:
    """Return whether the refusal of an edit means that the message is the answer.

    Telegram edits no message that asks for a reply, as it edits no message of others. In a private chat,
    whose other messages are known, the message is the answer; in a group it may be anybody's.
    """
    words = str(error).lower()
    return "message is not modified" in words or (private and not inline and "can't be edited" in words)


def _minimal_message(message_id: int, data: Json) -> Json:
    kind = "private" if data["chat_id"] > 0 else "supergroup"
    return {"message_id": message_id, "date": int(time.time()), "chat": {"id": data["chat_id"], "type": kind}}
