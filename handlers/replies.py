"""Replies to questions of ours: the words of an alert, a zone, quiet hours."""

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop

from bot.alerts.alert import AlertId
from bot.chats.prompt import Prompt, PromptKind
from bot.errors import UserError
from handlers.admin.feeds import feed_replied
from handlers.alerts.entry import entry_html
from handlers.alerts.keyboard import alert_keyboard
from handlers.alerts.subscribe import draft_screen
from handlers.context import BotContext
from handlers.privacy.my_data import read_import
from handlers.questions.ask import question_words
from handlers.settings.commands import set_digest, set_quiet, set_zone
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import may_manage
from handlers.telegram.prompts import ask_zone, prompt_of
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts

_BY_THE_WALL = (PromptKind.QUIET, PromptKind.DIGEST)


async def replied(update: Update, context: BotContext) -> None:
    """Take a reply to a question of ours; any other message goes on to the next handler.

    Raises:
        ApplicationHandlerStop: It was one.
    """
    message, prompt = update.effective_message, await prompt_of(update, context)
    if message is None or prompt is None or prompt.kind is PromptKind.UNDO:
        return
    texts = context.texts
    if prompt.kind is PromptKind.FEED:
        await feed_replied(update, context)
        raise ApplicationHandlerStop
    if await may_manage(update, context):
        screen = await _answer(prompt, message, context, texts)
    else:
        screen = Screen(texts("alert-admins-only"))
    await answer_message(message, screen)
    if prompt.kind in _BY_THE_WALL and screen.keyboard is not None:  # it was understood
        await ask_zone(message, context)
    raise ApplicationHandlerStop


async def _answer(prompt: Prompt, message: Message, context: BotContext, texts: Texts) -> Screen:
    words = question_words(message, context.bot.username)
    match prompt.kind:
        case PromptKind.ZONE:
            return await set_zone(message, context, texts)
        case PromptKind.QUIET:
            return await set_quiet(words, message.chat_id, context, texts)
        case PromptKind.DIGEST:
            return await set_digest(words, message.chat_id, context, texts)
        case PromptKind.IMPORT:
            return await read_import(message, context, texts)
        case PromptKind.REWORD:
            return await _reworded(int(prompt.about), words, message.chat_id, context, texts)
        case _:
            if not words:
                return Screen(texts("subscribe-how"))
            return await draft_screen(words, message, context, texts)


async def _reworded(number: int, words: str, chat_id: int, context: BotContext, texts: Texts) -> Screen:
    desk = context.services.alerts
    if not words:
        return Screen(texts("subscribe-how"))
    try:
        alert = await desk.change_query(await desk.get(AlertId(number), chat_id=chat_id), words)
    except UserError as error:
        return Screen(localize_error(error, texts))
    html = f"{texts('alert-saved')}\n{await entry_html(alert, context, texts, here=chat_id)}"
    return Screen(html, alert_keyboard(alert, texts))
