"""Blocked, unblocked, added, thrown out, upgraded: what becomes of a chat."""

import structlog
from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.errors import localizable
from handlers.context import BotContext

log = structlog.get_logger()
_OUT = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


async def membership(update: Update, context: BotContext) -> None:
    """Suspend a chat that shut the bot out; take it up again when it lets the bot in."""
    change = update.my_chat_member
    if change is None:
        return
    services, chat_id = context.services, change.chat.id
    status = change.new_chat_member.status
    if status in _OUT:
        why = localizable("why-blocked" if change.chat.type == ChatType.PRIVATE else "why-kicked")
        await services.chats.suspend(chat_id, reason=why)
    else:
        await services.chats.resume(chat_id)
    log.info("membership", chat=chat_id, status=status)


async def migrated(update: Update, context: BotContext) -> None:
    """Rewrite a group's id everywhere when it becomes a supergroup; both of its messages say so."""
    message = update.message
    if message is None:
        return
    old_id = message.migrate_from_chat_id or message.chat_id
    new_id = message.migrate_to_chat_id or message.chat_id
    await context.services.chats.migrate(old_id, new_id)
