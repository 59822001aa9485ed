"""Sends screens to chats and handles Telegram's refusals."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import structlog
from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    MaybeInaccessibleMessage,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.telegram.html import clip, masked, visible
from handlers.telegram.screen import Screen

log = structlog.get_logger()
Result = TypeVar("Result")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",  # a picture
)


async def answer_message(message: MaybeInaccessibleMessage, screen: Screen) -> Message:
    """Answer a message in its topic, and in groups as a reply to it; return the sent message."""
    return await send(
        message.get_bot(),
        screen,
        chat_id=message.chat.id,
        thread_id=topic_of(message),
        reply_to=None if message.chat.type == "private" else message.message_id,
    )


def topic_of(message: MaybeInaccessibleMessage | None) -> int | None:
    """Return the thread id of a message's forum topic, None in General and outside forums."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


async def send(
    bot: Bot, screen: Screen, *, chat_id: int, thread_id: int | None = None, reply_to: int | None = None
) -> Message:
    """Send a screen, as plain text if Telegram can't parse it; return the sent message."""
    options: dict[str, Any] = {
        "message_thread_id": thread_id,
        "reply_parameters": (
            ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        ),
        "reply_markup": _usable(screen.keyboard, bot),
    }

    async def attempt(text: str, parse_mode: str | None) -> Message:
        options["parse_mode"] = parse_mode
        if screen.picture is not None:
            return await bot.send_photo(chat_id, screen.picture, caption=text, **options)
        return await bot.send_message(chat_id, text, link_preview_options=_NO_PREVIEW, **options)

    return await _parsed_or_plain(screen, attempt)


async def answer_guest(message: Message, screen: Screen) -> None:
    """Answer a message in a chat that the bot is no member of, which works once and within seconds."""
    bot = message.get_bot()

    async def attempt(text: str, parse_mode: str | None) -> None:
        content = InputTextMessageContent(text, parse_mode=parse_mode, link_preview_options=_NO_PREVIEW)
        result = InlineQueryResultArticle("answer", bot.first_name, content, reply_markup=screen.keyboard)
        await bot.answer_guest_query(message.guest_query_id or "", result)

    try:
        await _parsed_or_plain(screen, attempt)
    except BadRequest as error:  # answered before this process was cut off, or too late
        if not _says(error, "query is too old", "query id is invalid", "query_id_invalid"):
            raise
        log.info("guest_not_answered", error=str(error))


async def edit(
    bot: Bot,
    screen: Screen,
    *,
    chat_id: int,
    message_id: int,
    thread_id: int | None = None,
    or_send: bool = True,
) -> Message | None:
    """Replace a sent message with a screen.

    Args:
        thread_id: The forum topic of the message.
        or_send: Whether to send a new message if the old one can't be edited.

    Returns:
        The new message if one was sent.
    """

    async def attempt(text: str, parse_mode: str | None) -> None:
        await bot.edit_message_text(
            text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=parse_mode,
            reply_markup=_usable(screen.keyboard, bot),
            link_preview_options=_NO_PREVIEW,
        )

    try:
        await _parsed_or_plain(screen, attempt)
    except BadRequest as error:
        if _says(error, *_NOT_EDITABLE):
            return await send(bot, screen, chat_id=chat_id, thread_id=thread_id) if or_send else None
        if not _says(error, "message is not modified"):
            raise
    return None


def _usable(keyboard: InlineKeyboardMarkup | None, bot: Bot) -> InlineKeyboardMarkup | None:
    """Return a keyboard without its share buttons if the bot has no inline mode, which they need."""
    rows = keyboard.inline_keyboard if keyboard else ()
    if not any(button.switch_inline_query_chosen_chat for row in rows for button in row):
        return keyboard
    if bot.supports_inline_queries:
        return keyboard
    kept = [[button for button in row if not button.switch_inline_query_chosen_chat] for row in rows]
    filled = [row for row in kept if row]
    return InlineKeyboardMarkup(filled) if filled else None


async def _parsed_or_plain(screen: Screen, attempt: Callable[[str, str | None], Awaitable[Result]]) -> Result:
    """Send or edit as HTML, or as plain text if Telegram can't parse it, so that nothing is lost."""
    try:
        return await attempt(screen.html, ParseMode.HTML)
    except BadRequest as error:
        if not _says(error, "can't parse entities"):
            raise
        log.error("message_not_parsed", error=str(error), html=masked(screen.html))
    return await attempt(_plain(screen), None)


def _says(error: BadRequest, *phrases: str) -> bool:
    return any(phrase in str(error).lower() for phrase in phrases)


def _plain(screen: Screen) -> str:
    return clip(visible(screen.html), 4_000 if screen.picture is None else 1_000)
