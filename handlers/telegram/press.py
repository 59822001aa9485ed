"""A pressed button, as handlers see it."""

from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from functools import wraps
from typing import Generic, TypeVar

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, Update
from telegram.error import TelegramError

from handlers.context import BotContext
from handlers.telegram.callback_data import CallbackData
from handlers.telegram.screen import Screen
from handlers.telegram.send import edit, send, topic_of

Button = TypeVar("Button", bound=CallbackData)
_Handler = Callable[[Update, BotContext], Coroutine[None, None, None]]


@dataclass(frozen=True, slots=True)
class Press(Generic[Button]):
    """A pressed button.

    Args:
        message: The message above the button, as far as the bot may still see it.
        button: The decoded callback data of the button.
    """

    update: Update
    query: CallbackQuery
    message: MaybeInaccessibleMessage
    button: Button

    @property
    def chat_id(self) -> int:
        """The chat of the message."""
        return self.message.chat.id

    @property
    def message_id(self) -> int:
        """The id of the message."""
        return self.message.message_id

    @property
    def user_id(self) -> int:
        """Telegram id of the person who pressed."""
        return self.query.from_user.id

    @property
    def label(self) -> str:
        """The label of the button, as far as the bot may still see it."""
        markup = self.message.reply_markup if isinstance(self.message, Message) else None
        buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
        return next((button.text for button in buttons if button.callback_data == self.query.data), "")

    async def answer(self, toast: str | None = None) -> None:
        """Stop the button's spinner, optionally with a toast."""
        await self.query.answer(toast)

    async def alert(self, text: str) -> None:
        """Stop the button's spinner and show a text that the user has to dismiss."""
        await self.query.answer(text, show_alert=True)

    async def edit(self, screen: Screen) -> None:
        """Replace the message with a screen; send a new message if it can't be edited."""
        await edit(
            self.message.get_bot(),
            screen,
            chat_id=self.chat_id,
            message_id=self.message_id,
            thread_id=topic_of(self.message),
        )

    async def send(self, screen: Screen, *, reply: bool = False) -> Message:
        """Send a screen as a new message into the same topic; return it."""
        return await send(
            self.message.get_bot(),
            screen,
            chat_id=self.chat_id,
            thread_id=topic_of(self.message),
            reply_to=self.message_id if reply else None,
        )


async def answer_press(update: object) -> None:
    """Stop the spinner of a button that was pressed; its work has to wait for the chat's other updates."""
    if isinstance(update, Update) and update.callback_query:
        with suppress(TelegramError):
            await update.callback_query.answer()


def on_press(
    kind: type[Button],
) -> Callable[[Callable[[Press[Button], BotContext], Coroutine[None, None, None]]], _Handler]:
    """Return a decorator that hands a handler presses of one kind of button and ignores other updates."""

    def decorate(handler: Callable[[Press[Button], BotContext], Coroutine[None, None, None]]) -> _Handler:
        @wraps(handler)
        async def handle(update: Update, context: BotContext) -> None:
            query = update.callback_query
            button = kind.unpack(query.data) if query else None
            if query is None or button is None:
                return
            if query.message is None:  # under a message that somebody sent inline
                await query.answer(context.texts("expired"), show_alert=True)
                return
            await handler(Press(update, query, query.message, button), context)

        return handle

    return decorate
