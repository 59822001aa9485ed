"""Sends notifications to chats and translates Telegram's errors for the dispatcher."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.error import ChatMigrated as Migrated

from bot.corpus.article import ArticleId
from bot.delivery.cache import TtlCache
from bot.delivery.composer import NotificationContent
from bot.delivery.follow import FollowNews
from bot.delivery.outbox import NOTHING_LEFT, Notification, OutboxMessage, Receipt
from bot.errors import ChatMigrated, ChatUnavailable, MessageRejected, TryLater, localizable
from bot.questions.model import AnswerEntry, Card
from bot.services import Services
from handlers.alerts.briefing import briefing_screen
from handlers.alerts.follow_render import follow_html
from handlers.alerts.keyboard import followed_keyboard, notice_keyboard
from handlers.alerts.render import digest_html, notice_html, withdrawn_html
from handlers.telegram.refusals import CHAT_CLOSED, TOPIC_CLOSED, reason_of_refusal, says
from handlers.telegram.screen import Screen
from handlers.telegram.send import edit, send
from handlers.texts import Texts, texts_for

_NEVER_SENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})
"""Names of the HTTP client's errors that occur before a request is sent."""


class AlertSender:
    """`bot.delivery.ports.Sender` on Telegram.

    Args:
        bot: A bot without a rate limiter, which would wait and retry by itself.
    """

    def __init__(self, bot: Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
        self._cards: TtlCache[ArticleId, Card] = TtlCache(
            self._card, clock=lambda: services.clock().timestamp()
        )

    async def send(self, notification: Notification) -> Receipt:
        """Send a notification, or edit the message it replaces; return what was accepted.

        Raises:
            DeliveryError: One of its leaves, by Telegram's answer.
        """
        owners = (alert.owner_id for alert in notification.alerts)
        if not self._services.access.is_invited(notification.chat_id, *owners):
            raise ChatUnavailable(localizable("why-not-invited"))
        if notification.is_briefing:
            return await self._send_briefing(notification)
        contents = await self._services.delivery.compose(notification)
        left_out: tuple[OutboxMessage, ...] = ()
        if notification.edits is None:  # withdrawn stories are not worth a new message
            groups = zip(notification.stories, contents, strict=True)
            left_out = tuple(msg for group, content in groups if content.is_empty for msg in group)
            contents = tuple(content for content in contents if not content.is_empty)
        screen = await self._screen(notification, contents)
        with translated():
            return Receipt(await self._deliver(screen, notification), left_out)

    async def _send_briefing(self, notification: Notification) -> Receipt:
        if not notification.alerts:
            raise MessageRejected(NOTHING_LEFT)
        texts = _texts(notification)
        screen = await briefing_screen(notification.alerts[0], self._services, texts)
        with translated():
            return Receipt(await self._deliver(screen, notification))

    async def _deliver(self, screen: Screen, notification: Notification) -> int:
        if notification.edits is not None:
            return await self._edit(screen, notification, notification.edits)
        try:
            return await self._send(screen, notification.chat_id, notification.thread_id)
        except BadRequest as error:
            if notification.thread_id is None or not says(error, *TOPIC_CLOSED):
                raise
            return await self._send(screen, notification.chat_id, None)

    async def _send(self, screen: Screen, chat_id: int, thread_id: int | None) -> int:
        return (await send(self._bot, screen, chat_id=chat_id, thread_id=thread_id)).message_id

    async def _edit(self, screen: Screen, notification: Notification, message_id: int) -> int:
        """Edit a message and return its id.

        If the user deleted it, it isn't sent again, because they know the story; unless they follow it, and
        it has developed.
        """
        followed = all(message.is_follow for message in notification.messages)
        sent = await edit(
            self._bot,
            screen,
            chat_id=notification.chat_id,
            message_id=message_id,
            thread_id=notification.thread_id,
            or_send=followed,
        )
        return sent.message_id if sent else message_id

    async def _screen(self, notification: Notification, contents: Sequence[NotificationContent]) -> Screen:
        texts = _texts(notification)
        if not contents or not notification.alerts:
            raise MessageRejected(NOTHING_LEFT)
        if len(contents) > 1:
            html = digest_html(contents, await self._entries(contents), texts)
            return Screen(html, notice_keyboard(notification.alerts, texts))
        (content,) = contents
        if content.news is not None:
            return await self._follow_screen(content, content.news, texts)
        if content.article is None:
            return Screen(withdrawn_html(content, texts))
        card = await self._cards.get(content.article.id)
        story = card.story.id if card.story else None
        follows = notification.messages[0].story_id
        keyboard = notice_keyboard(content.alerts, texts, story, follows=follows)
        return Screen(notice_html(card, content, texts), keyboard)

    async def _follow_screen(self, content: NotificationContent, news: FollowNews, texts: Texts) -> Screen:
        """Return a message about a followed story."""
        if not content.alerts:
            raise MessageRejected(NOTHING_LEFT)
        card = await self._cards.get(content.article.id) if content.article else None
        story = card.story.id if card and card.story else None
        keyboard = followed_keyboard(content.alerts[0], texts, story, ended=news.ended)
        return Screen(follow_html(content, texts), keyboard)

    async def _card(self, article_id: ArticleId) -> Card:
        return await self._services.questions.card(article_id, "")

    async def _entries(self, contents: Sequence[NotificationContent]) -> dict[ArticleId, AnswerEntry]:
        ids = [content.article.id for content in contents if content.article]
        return {entry.article.id: entry for entry in await self._services.questions.entries(ids)}


@contextmanager
def translated() -> Iterator[None]:
    """Translate Telegram's errors.

    Raises:
        DeliveryError: In place of any `TelegramError`.
    """
    try:
        yield
    except RetryAfter as error:
        raise TryLater(localizable("why-flood"), after_s=_seconds(error)) from error
    except Migrated as error:
        raise ChatMigrated(reason_of_refusal(error), new_chat_id=error.new_chat_id) from error
    except Forbidden as error:
        raise ChatUnavailable(reason_of_refusal(error)) from error
    except BadRequest as error:
        leaf = ChatUnavailable if says(error, *CHAT_CLOSED) else MessageRejected
        raise leaf(reason_of_refusal(error)) from error
    except NetworkError as error:
        never_sent = type(error.__cause__).__name__ in _NEVER_SENT
        reason = localizable("why-lost", words=str(error))
        raise TryLater(reason, after_s=0, maybe_sent=not never_sent) from error
    except TelegramError as error:
        raise TryLater(reason_of_refusal(error), after_s=0) from error


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _texts(notification: Notification) -> Texts:
    settings = notification.settings
    return texts_for(settings.interface_language, gregorian=settings.gregorian)
