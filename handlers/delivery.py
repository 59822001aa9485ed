"""Promised messages out to their chats; what Telegram answers becomes what the delivery path understands."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.error import ChatMigrated as Migrated

from bot.alerts.outbox import OutboxMessage
from bot.alerts.reasons import reasons
from bot.errors import ChatMigrated, ChatUnavailable, MessageRejected, TryLater, UserError
from bot.services import Services
from handlers.alert_keyboard import alert_keyboard
from handlers.alert_render import notice_html
from handlers.screens import Screen
from handlers.sender import send
from handlers.texts import texts_for

_CHAT_CLOSED = (
    "chat not found",
    "not enough rights",
    "have no rights to send",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_restricted",
    "group chat was deactivated",
    "peer_id_invalid",
)
_TOPIC_CLOSED = ("message thread not found", "topic_closed", "topic_deleted")
_NEVER_LEFT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})
"""Names of the HTTP client's errors that happen before a request is sent."""


class AlertSender:
    """`bot.alerts.ports.Sender` on Telegram.

    Args:
        bot: One that does not wait and try again by itself.
    """

    def __init__(self, bot: Bot, services: Services) -> None:
        self._bot = bot
        self._services = services

    async def send(self, message: OutboxMessage) -> int:
        """Send a message and return Telegram's id of it.

        Raises:
            DeliveryError: One of its leaves, by what Telegram answered.
        """
        screen = await self._screen(message)
        with translated():
            try:
                return await self._put(screen, message.chat_id, message.thread_id)
            except BadRequest as error:
                if message.thread_id is None or not _says(error, *_TOPIC_CLOSED):
                    raise
                return await self._put(screen, message.chat_id, None)

    async def _put(self, screen: Screen, chat_id: int, thread_id: int | None) -> int:
        return (await send(self._bot, screen, chat_id=chat_id, thread_id=thread_id)).message_id

    async def _screen(self, message: OutboxMessage) -> Screen:
        alert = await self._services.subscriptions.store.get(message.alert_id)
        if alert is None:
            raise MessageRejected("its alert was deleted")
        try:
            card = await self._services.questions.card(message.article_id, alert.text)
        except UserError as error:
            raise MessageRejected("its article is no longer there") from error
        texts = texts_for(None)
        why = reasons(alert.query, card.article)
        return Screen(notice_html(card, why, alert, texts), alert_keyboard(alert, texts))


@contextmanager
def translated() -> Iterator[None]:
    """Turn Telegram's refusals into ours.

    Raises:
        DeliveryError: Instead of any `TelegramError`.
    """
    try:
        yield
    except RetryAfter as error:
        raise TryLater(str(error), after_s=_seconds(error)) from error
    except Migrated as error:
        raise ChatMigrated(str(error), new_chat_id=error.new_chat_id) from error
    except Forbidden as error:
        raise ChatUnavailable(str(error)) from error
    except BadRequest as error:
        leaf = ChatUnavailable if _says(error, *_CHAT_CLOSED) else MessageRejected
        raise leaf(str(error)) from error
    except NetworkError as error:
        never_left = type(error.__cause__).__name__ in _NEVER_LEFT
        raise TryLater(str(error), after_s=0, maybe_sent=not never_left) from error
    except TelegramError as error:
        raise TryLater(str(error), after_s=0) from error


def _says(error: BadRequest, *phrases: str) -> bool:
    return any(phrase in str(error).lower() for phrase in phrases)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
