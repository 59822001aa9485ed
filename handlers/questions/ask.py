"""Questions: any text in private; /ask, a mention or a reply to the bot in groups; edits of all of these."""

import re

from telegram import Message, MessageEntity, Update

from bot.chats.ports import KEPT
from bot.chats.view import View, ViewKind
from bot.errors import UserError
from bot.search.ports import Order
from handlers.context import BotContext
from handlers.questions.greeting import greeting_html
from handlers.questions.screens import show
from handlers.telegram.html import clean
from handlers.telegram.localize import localize_error
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit, topic_of
from handlers.texts import Texts

_COMMAND = re.compile(r"/\w+(@\w+)?\s*")


async def ask(update: Update, context: BotContext) -> None:
    """Answer a question, or change the answer of a question that was edited."""
    message = update.effective_message
    if message is None:
        return
    texts = context.texts
    words = question_words(message, context.bot.username)
    if instead := _no_question(message, words, texts):
        await _reply(update, Screen(instead), context)
        return
    await reply_with(update, View(ViewKind.ANSWER, words), context)


async def latest(update: Update, context: BotContext) -> None:
    """Answer with the newest articles, of a topic when one is given."""
    message = update.effective_message
    words = question_words(message, context.bot.username) if message else ""
    await reply_with(update, View(ViewKind.ANSWER, words, Order.NEWEST), context)


async def reply_with(update: Update, view: View, context: BotContext) -> None:
    """Answer the update's message with a view; a question that can't be parsed is answered with why."""
    message, texts = update.effective_message, context.texts
    assert message is not None
    try:
        screen = await show(view, context.services, texts, chat_id=message.chat_id)
    except UserError as error:
        screen = Screen(localize_error(error, texts))
    await _reply(update, screen, context)


def question_words(message: Message, username: str) -> str:
    """Return the question in a message: without the command and the mention of the bot, cleaned."""
    text = message.text or message.caption or ""
    text = _COMMAND.sub("", text, count=1) if text.startswith("/") else text
    return clean(re.sub(rf"@{re.escape(username)}\b", " ", text, flags=re.IGNORECASE))


def is_for_bot(message: Message, bot_id: int, username: str) -> bool:
    """Return whether a group's message speaks to the bot: mentions it, or replies to it."""
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == bot_id:
        return not (answered.forum_topic_created or False)
    mentions = message.parse_entities([MessageEntity.MENTION]) | message.parse_caption_entities(
        [MessageEntity.MENTION]
    )
    return any(name.lower() == f"@{username}".lower() for name in mentions.values())


def _no_question(message: Message, words: str, texts: Texts) -> str | None:
    """What to answer a message that asks nothing, None when it does; `/ask hello` asks for the word."""
    if not (message.text or message.caption):
        return texts("only-words")
    if not words:
        return texts("ask-for-words", example=f"<code>{texts('start-example-1')}</code>")
    if not any(c.isalnum() for c in words):
        return texts("no-words")
    return None if (message.text or "").startswith("/") else greeting_html(words, texts)


async def _answer_again(message: Message, screen: Screen, context: BotContext) -> Message | None:
    """Change the answer of an edited question; one edited into a question is answered for the first time."""
    services, chat_id = context.services, message.chat_id
    answer_id = await services.chats.answer_to(chat_id=chat_id, question_id=message.message_id)
    if answer_id is not None:
        return await edit(
            context.bot, screen, chat_id=chat_id, message_id=answer_id, thread_id=topic_of(message)
        )
    return await answer_message(message, screen) if services.clock() - message.date < KEPT else None


async def _reply(update: Update, screen: Screen, context: BotContext) -> None:
    message = update.effective_message
    assert message is not None
    if update.edited_message:
        sent = await _answer_again(message, screen, context)
    else:
        sent = await answer_message(message, screen)
    if sent is not None:
        await context.services.chats.remember_answer(
            chat_id=message.chat_id,
            question_id=message.message_id,
            answer_id=sent.message_id,
        )
