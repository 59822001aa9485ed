"""Asking a person for words: a message that opens a reply, and what the reply will mean."""

from telegram import ForceReply, Message, Update
from telegram.constants import ParseMode

from bot.chats.prompt import Prompt, PromptKind
from handlers.context import BotContext


async def ask_for(message: Message, html: str, prompt: Prompt, context: BotContext) -> None:
    """Ask in a message's chat and topic; whoever replies to the question answers it."""
    asked = await context.bot.send_message(
        message.chat_id,
        html,
        parse_mode=ParseMode.HTML,
        message_thread_id=message.message_thread_id if message.is_topic_message else None,
        reply_markup=ForceReply(),
    )
    await context.services.chats.save_prompt(prompt, chat_id=asked.chat_id, message_id=asked.message_id)


async def ask_zone(message: Message, context: BotContext) -> None:
    """Ask where the chat is, when times on its wall begin to matter and nobody has said."""
    if (await context.services.chats.settings_of(message.chat_id)).zone is None:
        await ask_for(message, context.texts("zone-ask"), Prompt(PromptKind.ZONE), context)


async def prompt_of(update: Update, context: BotContext) -> Prompt | None:
    """Return what the message that an update's message replies to had asked for."""
    message = update.effective_message
    asked = message.reply_to_message if message else None
    if message is None or asked is None or asked.from_user is None or asked.from_user.id != context.bot.id:
        return None
    return await context.services.chats.prompt_of(chat_id=message.chat_id, message_id=asked.message_id)
