"""Questions: any text in private chats; /ask, mentions and replies in groups; edits of all of these."""

import re
from contextlib import suppress
from dataclasses import replace

from telegram import Message, MessageEntity, Update
from telegram.constants import ChatType

from bot.chats.ports import KEEP_FOR
from bot.chats.view import View, ViewKind
from bot.errors import UserError, ViewExpired
from bot.questions.follow_up import asks_for_next_page
from bot.questions.pasted import is_traceable
from bot.questions.top_request import asks_for_updates, read_command, read_message
from bot.search.ports import Order
from handlers.context import BotContext
from handlers.questions.arrivals import arrivals_view
from handlers.questions.button_data import view_id_of
from handlers.questions.examples import example_words, examples_html
from handlers.questions.greeting import greeting_kind
from handlers.questions.screens import show
from handlers.questions.top import top_view
from handlers.telegram.html import clean
from handlers.telegram.localize import localize_error
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit, topic_of

_COMMAND = re.compile(r"/\w+(@\w+)?\s*")


async def ask(update: Update, context: BotContext) -> None:
    """Answer a question, or update the answer to an edited question."""
    message = update.effective_message
    if message is None or _is_wordless_in_group(message):
        return
    words = question_words(message, context.bot.username)
    replied = "" if words else replied_words(message, context.bot.id)
    hint = await _hint(message, words or replied, context)
    if hint is not None:
        await _reply(update, Screen(hint), context)
    elif is_traceable(replied):
        await reply_with(update, View(ViewKind.TRACE, replied), context)
    elif (shown := await _continued_list(update, message, words, context)) is not None:
        await _turn_page(update, shown, context)
    else:
        await reply_with(update, await _asked_view(update, message, words or replied, context), context)


async def latest(update: Update, context: BotContext) -> None:
    """Answer with the newest articles, on a topic if one is given."""
    message = update.effective_message
    words = question_words(message, context.bot.username) if message else ""
    await reply_with(update, View(ViewKind.ANSWER, words, Order.NEWEST), context)


async def top(update: Update, context: BotContext) -> None:
    """Answer with the top stories of a period, on a topic if one is given."""
    message = update.effective_message
    if message is None:
        return
    words = question_words(message, context.bot.username)
    zone = (await context.services.chats.settings_of(message.chat_id)).tz
    request = read_command(words, now=context.services.clock(), zone=zone)
    await reply_with(update, top_view(request), context)


async def said(update: Update, context: BotContext) -> None:
    """Answer with what somebody says, on a topic if one is given."""
    message = update.effective_message
    if message is None:
        return
    words = question_words(message, context.bot.username)
    if not words:
        example = await example_words(context)
        await answer_message(message, Screen(context.texts("history-how", command="/said", example=example)))
        return
    query = await context.services.speakers.query_of(words)
    await reply_with(update, View(ViewKind.SPEAKER, query), context)


async def corrections(update: Update, context: BotContext) -> None:
    """Answer with the latest corrections, on a topic if one is given."""
    message = update.effective_message
    words = question_words(message, context.bot.username) if message else ""
    await reply_with(update, View(ViewKind.CORRECTIONS, words), context)


async def _asked_view(update: Update, message: Message, words: str, context: BotContext) -> View:
    """Return the view that a message asks for: top stories, or the answer to a question."""
    replied_to = await _replied_view(message, context)
    if replied_to and asks_for_updates(words) and (arrivals := arrivals_view(replied_to)):
        return arrivals
    zone = (await context.services.chats.settings_of(message.chat_id)).tz
    if request := read_message(words, now=context.services.clock(), zone=zone):
        return top_view(request)
    previous = replied_to.conversation if replied_to else await _recent_question(update, message, context)
    return View(ViewKind.ANSWER, words, previous=previous)


async def _continued_list(update: Update, message: Message, words: str, context: BotContext) -> View | None:
    """Return the answer or the top stories of which a message asks for the next page; None if it doesn't."""
    if not asks_for_next_page(words):
        return None
    if replied_to := await _replied_view(message, context):
        return replied_to if replied_to.kind in (ViewKind.ANSWER, ViewKind.TOP) else None
    if message.chat.type != ChatType.PRIVATE:
        return None
    sent = message.date if update.edited_message else None
    return await context.services.chats.recent_list(message.chat_id, sent=sent)


async def _turn_page(update: Update, shown: View, context: BotContext) -> None:
    """Reply with the page after the one shown, or say that it was the last."""
    if shown.is_last_page:
        await _reply(update, Screen(context.texts("last-page")), context)
    else:
        await reply_with(update, replace(shown, page=shown.page + 1), context)


async def reply_with(update: Update, view: View, context: BotContext) -> None:
    """Reply with a view, or with what is wrong with its question."""
    message, texts = update.effective_message, context.texts
    assert message is not None
    try:
        screen = await show(view, context.services, texts, chat_id=message.chat_id)
    except UserError as error:
        screen = Screen(localize_error(error, texts))
    await _reply(update, screen, context)


async def _replied_view(message: Message, context: BotContext) -> View | None:
    """Return the view of the answer that a message replies to, None if it replies to none."""
    view_id = view_id_of(message.reply_to_message.reply_markup) if message.reply_to_message else None
    if view_id:
        with suppress(ViewExpired):
            return await context.services.chats.load_view(view_id, chat_id=message.chat_id)
    return None


async def _recent_question(update: Update, message: Message, context: BotContext) -> str:
    """Return the question that a message may continue without replying to its answer.

    In groups only a reply continues a conversation, since several people talk. An edited message continues
    what came before it was sent.
    """
    if message.chat.type != ChatType.PRIVATE:
        return ""
    sent = message.date if update.edited_message else None
    return await context.services.chats.recent_question(message.chat_id, sent=sent)


def question_words(message: Message, username: str) -> str:
    """Return a message's text without its command and without the mention of the bot, cleaned."""
    text = message.text or message.caption or ""
    text = _COMMAND.sub("", text, count=1) if text.startswith("/") else text
    return clean(re.sub(rf"@{re.escape(username)}\b", " ", text, flags=re.IGNORECASE))


def replied_words(message: Message, bot_id: int) -> str:
    """Return the quoted part of the message replied to, or all of it; "" for all of the bot's own."""
    if message.quote:
        return clean(message.quote.text)
    replied_to = message.reply_to_message
    if replied_to is None or (replied_to.from_user and replied_to.from_user.id == bot_id):
        return ""
    return clean(replied_to.text or replied_to.caption or "")


def is_for_bot(message: Message, bot_id: int, username: str) -> bool:
    """Return whether a message in a group mentions the bot or replies to it."""
    replied_to = message.reply_to_message
    if replied_to and replied_to.from_user and replied_to.from_user.id == bot_id:
        return not replied_to.forum_topic_created  # every message in a topic replies to the topic's start
    kinds: list[str | None] = [MessageEntity.MENTION]
    mentions = message.parse_entities(kinds) | message.parse_caption_entities(kinds)
    return any(name.lower() == f"@{username}".lower() for name in mentions.values())


def _is_wordless_in_group(message: Message) -> bool:
    """Return whether a message is a voice message, a picture or the like among people who talk."""
    return message.chat.type != ChatType.PRIVATE and not (message.text or message.caption)


async def _hint(message: Message, words: str, context: BotContext) -> str | None:
    """Return how to ask, for a message that asks nothing; `/ask hello` does ask for the word."""
    texts = context.texts
    if not (message.text or message.caption):
        return texts("only-words", example=(await examples_html(context))[0])
    if not words:
        return texts("ask-for-words", example=(await examples_html(context))[0])
    if not any(character.isalnum() for character in words):
        return texts("no-words")
    kind = None if (message.text or "").startswith("/") else greeting_kind(words)
    return texts(f"greeting-{kind}", example=(await examples_html(context))[0]) if kind else None


async def _reply(update: Update, screen: Screen, context: BotContext) -> None:
    message = update.effective_message
    assert message is not None
    if update.edited_message:
        sent = await _update_answer(message, screen, context)
    else:
        sent = await answer_message(message, screen)
    if sent is not None:
        await context.services.chats.remember_answer(
            chat_id=message.chat_id, question_id=message.message_id, answer_id=sent.message_id
        )


async def _update_answer(message: Message, screen: Screen, context: BotContext) -> Message | None:
    """Update the answer to an edited question; answer a message that only became a question by its edit.

    Returns:
        The new message, if one was sent.
    """
    services, chat_id = context.services, message.chat_id
    answer_id = await services.chats.answer_to(chat_id=chat_id, question_id=message.message_id)
    if answer_id is None:
        is_recent = services.clock() - message.date < KEEP_FOR
        return await answer_message(message, screen) if is_recent else None
    return await edit(context.bot, screen, chat_id=chat_id, message_id=answer_id, thread_id=topic_of(message))
