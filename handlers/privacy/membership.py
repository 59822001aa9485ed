"""Changes of the bot's membership: blocked, unblocked, added, removed; and groups that become supergroups."""

import structlog
from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.errors import localizable
from handlers.context import BotContext

log = structlog.get_logger()
_OUT = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


async def membership(update: Update, context: BotContext) -> None:
    """Suspend a chat that shuts the bot out, and resume it when it lets the bot in again."""
    change = update.my_chat_member
    if change is None:
        return
    chats, chat_id = context.services.chats, change.chat.id
    status = change.new_chat_member.status
    if status in _OUT:
        why = "why-blocked" if change.chat.type == ChatType.PRIVATE else "why-kicked"
        await chats.suspend(chat_id, reason=localizable(why))
    else:
        await chats.resume(chat_id)
    log.info("membership", chat=chat_id, status=status)


async def migrated(update: Update, context: BotContext) -> None:
    """Replace a group's id when it becomes a supergroup; both chats get a message about it."""
    message = update.message
    if message is None:
        return
    old_id = message.migrate_from_chat_id or message.chat_id
    new_id = message.migrate_to_chat_id or message.chat_id
    await context.services.chats.migrate(old_id, new_id)
