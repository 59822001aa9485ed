"""Prompts: messages that ask the user for a reply, and what the reply means."""

from telegram import ForceReply, MaybeInaccessibleMessage, Update
from telegram.constants import ParseMode

from bot.chats.prompt import Prompt, PromptKind
from handlers.context import BotContext
from handlers.telegram.send import topic_of


async def ask_for(message: MaybeInaccessibleMessage, html: str, prompt: Prompt, context: BotContext) -> None:
    """Ask in a message's chat and topic; a reply to the prompt is the answer."""
    sent = await context.bot.send_message(
        message.chat.id,
        html,
        parse_mode=ParseMode.HTML,
        message_thread_id=topic_of(message),
        reply_markup=ForceReply(),
    )
    await context.services.chats.save_prompt(prompt, chat_id=sent.chat_id, message_id=sent.message_id)


async def ask_zone(message: MaybeInaccessibleMessage, context: BotContext) -> None:
    """Ask for the chat's time zone if it is unknown, once it begins to matter."""
    if (await context.services.chats.settings_of(message.chat.id)).zone is None:
        await ask_for(message, context.texts("zone-ask"), Prompt(PromptKind.ZONE), context)


async def prompt_of(update: Update, context: BotContext) -> Prompt | None:
    """Return what the message that an update replies to asked for, or None."""
    message = update.effective_message
    question = message.reply_to_message if message else None
    if message is None or question is None:
        return None
    if question.from_user is None or question.from_user.id != context.bot.id:
        return None
    return await context.services.chats.prompt_of(chat_id=message.chat_id, message_id=question.message_id)
