"""Who may do what. Telegram only hides commands, so every use of one is checked here."""

from collections.abc import Callable, Coroutine
from functools import wraps

from telegram import ChatMemberAdministrator, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden

from handlers.context import BotContext
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message

_Handler = Callable[[Update, BotContext], Coroutine[None, None, None]]
CHANNEL = r"@\w{5,32}|-100\d{6,13}"
"""A public channel's name, or any channel's id."""
_Check = Callable[[Update, BotContext], Coroutine[None, None, bool]]
_MANAGE = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def may_manage(update: Update, context: BotContext) -> bool:
    """Return whether a user may change the alerts of the chat: anybody in private, admins in groups."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or chat.type == ChatType.PRIVATE:
        return chat is not None
    message = update.message
    if message is not None and message.sender_chat == chat:
        return True  # an anonymous admin, who writes in the group's name
    return user is not None and await is_admin(user.id, chat.id, context)


async def is_admin(user_id: int, chat_id: int, context: BotContext) -> bool:
    """Return whether a user is an admin of a group or channel."""
    return (await context.bot.get_chat_member(chat_id, user_id)).status in _MANAGE


async def looks_after(user_id: int, chat_id: int, context: BotContext, *, here: int) -> bool:
    """Return whether a user may change, from the chat `here`, an alert that reports to a chat.

    If the bot was removed from that chat and can't ask, the user may: they can only stop their own alerts.
    """
    if chat_id == here:
        return True
    try:
        return await is_admin(user_id, chat_id, context)
    except (BadRequest, Forbidden):
        return True


async def channel_of(name: str, user_id: int, context: BotContext) -> int | None:
    """Return the id of a channel whose admins are both the user and the bot, or None."""
    try:
        chat = await context.bot.get_chat(name if name.startswith("@") else int(name))
        own = await context.bot.get_chat_member(chat.id, context.bot.id)
        posts = isinstance(own, ChatMemberAdministrator) and own.can_post_messages is not False
        if chat.type != ChatType.CHANNEL or not posts:
            return None
        return chat.id if await is_admin(user_id, chat.id, context) else None
    except (BadRequest, Forbidden):
        return None


def operators_only(handler: _Handler) -> _Handler:
    """Return a handler for the bot's operators; others only learn that they may not use it."""
    return _only(_operates, "operators-only", handler)


def managers_only(handler: _Handler) -> _Handler:
    """Return a handler for users who may change the chat's alerts; others learn who may."""
    return _only(may_manage, "alert-admins-only", handler)


async def _operates(update: Update, context: BotContext) -> bool:
    user = update.effective_user
    return user is not None and user.id in context.services.access.admin_ids


def _only(allows: _Check, refusal: str, handler: _Handler) -> _Handler:
    @wraps(handler)
    async def checked(update: Update, context: BotContext) -> None:
        if await allows(update, context):
            await handler(update, context)
        elif update.callback_query:
            await update.callback_query.answer(context.texts(refusal), show_alert=True)
        elif update.message:
            await answer_message(update.message, Screen(context.texts(refusal)))

    return checked
