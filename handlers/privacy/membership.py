"""Changes of the bot's membership: blocked, unblocked, added, removed; and groups that become supergroups."""

import structlog
from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.errors import localizable
from handlers.context import BotContext

log = structlog.get_logger()
_OUT = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


async def resume_chat(update: Update, context: BotContext) -> None:
    """Resume a suspended chat at any sign of life: a message, a press, a change of the bot's rights."""
    chat = update.effective_chat
    if (
        chat is not None
        and update.guest_message is None  # says nothing about the bot's rights
        and _lets_bot_write(update, context.bot.id)
        and await context.services.chats.resume(chat.id)
    ):
        log.info("chat_resumed", chat=chat.id)


def _lets_bot_write(update: Update, bot_id: int) -> bool:
    change = update.my_chat_member
    if change is None:
        left = update.message.left_chat_member if update.message else None
        return left is None or left.id != bot_id
    member = change.new_chat_member
    return member.status not in _OUT and getattr(member, "can_send_messages", True) is not False


async def membership(update: Update, context: BotContext) -> None:
    """Suspend a chat that shuts the bot out; `resume_chat` has resumed one that lets it in again."""
    change = update.my_chat_member
    if change is None:
        return
    chats, chat_id = context.services.chats, change.chat.id
    status = change.new_chat_member.status
    if status in _OUT:
        why = "why-blocked" if change.chat.type == ChatType.PRIVATE else "why-kicked"
        await chats.suspend(chat_id, reason=localizable(why))
    log.info("membership", chat=chat_id, status=status)


async def migrated(update: Update, context: BotContext) -> None:
    """Replace a group's id when it becomes a supergroup; both chats get a message about it."""
    message = update.message
    if message is None:
        return
    old_id = message.migrate_from_chat_id or message.chat_id
    new_id = message.migrate_to_chat_id or message.chat_id
    await context.services.chats.migrate(old_id, new_id)
