"""Screens out to chats; Telegram's refusals are understood here and nowhere else."""

import structlog
from telegram import Bot, LinkPreviewOptions, MaybeInaccessibleMessage, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.telegram.html import clip, masked, visible
from handlers.telegram.screen import Screen

log = structlog.get_logger()
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

_NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",  # a picture
)


async def answer_message(message: MaybeInaccessibleMessage, screen: Screen) -> Message:
    """Send a screen as the answer to a message, in its topic; in groups as a reply to it.

    Returns:
        The message sent.
    """
    return await send(
        message.get_bot(),
        screen,
        chat_id=message.chat.id,
        thread_id=topic_of(message),
        reply_to=None if message.chat.type == "private" else message.message_id,
    )


def topic_of(message: MaybeInaccessibleMessage | None) -> int | None:
    """Return the thread id of the forum topic a message stands in, None for General and elsewhere."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


async def send(
    bot: Bot, screen: Screen, *, chat_id: int, thread_id: int | None = None, reply_to: int | None = None
) -> Message:
    """Send a screen; one that Telegram can't parse goes out as plain text instead of being lost."""
    reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None

    async def attempt(text: str, parse_mode: str | None) -> Message:
        if screen.picture is not None:
            return await bot.send_photo(
                chat_id,
                screen.picture,
                caption=text,
                parse_mode=parse_mode,
                message_thread_id=thread_id,
                reply_parameters=reply,
                reply_markup=screen.keyboard,
            )
        return await bot.send_message(
            chat_id,
            text,
            parse_mode=parse_mode,
            message_thread_id=thread_id,
            reply_parameters=reply,
            reply_markup=screen.keyboard,
            link_preview_options=_NO_PREVIEW,
        )

    try:
        return await attempt(screen.html, ParseMode.HTML)
    except BadRequest as error:
        if not _unparsable(error):
            raise
        log.error("message_not_parsed", error=str(error), html=masked(screen.html))
        return await attempt(_plain(screen), None)


async def edit(
    bot: Bot,
    screen: Screen,
    *,
    chat_id: int,
    message_id: int,
    thread_id: int | None = None,
    anew: bool = True,
) -> Message | None:
    """Put a screen in place of a sent one.

    Args:
        thread_id: The forum topic it stands in.
        anew: Whether it is sent as a new message when the old one can't be edited.

    Returns:
        None when the old message stands with this screen; a new message when the old one can't be edited.
    """

    async def attempt(text: str, parse_mode: str | None) -> None:
        await bot.edit_message_text(
            text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=parse_mode,
            reply_markup=screen.keyboard,
            link_preview_options=_NO_PREVIEW,
        )

    try:
        await attempt(screen.html, ParseMode.HTML)
    except BadRequest as error:
        if _says(error, "message is not modified"):
            return None
        if _says(error, *_NOT_EDITABLE):
            return await send(bot, screen, chat_id=chat_id, thread_id=thread_id) if anew else None
        if not _unparsable(error):
            raise
        log.error("message_not_parsed", error=str(error), html=masked(screen.html))
        await attempt(_plain(screen), None)
    return None


def _says(error: BadRequest, *phrases: str) -> bool:
    return any(phrase in str(error).lower() for phrase in phrases)


def _unparsable(error: BadRequest) -> bool:
    return _says(error, "can't parse entities")


def _plain(screen: Screen) -> str:
    return clip(visible(screen.html), 4_000 if screen.picture is None else 1_000)
