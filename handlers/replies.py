"""Replies to the bot's prompts: the words of an alert, a time zone, quiet hours, a file to import."""

from collections.abc import Sequence
from contextlib import suppress

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop

from bot.alerts.alert import AlertId
from bot.chats.prompt import Prompt, PromptKind
from bot.chats.view import ViewId
from bot.corpus.article import ArticleId
from bot.errors import UserError, ViewExpired
from handlers.admin.feeds import feed_replied
from handlers.alerts.briefing import change_time
from handlers.alerts.entry import saved_screen
from handlers.alerts.subscribe import draft_screen, how_to_subscribe
from handlers.context import BotContext
from handlers.privacy.my_data import read_import
from handlers.questions.ask import question_words
from handlers.settings.commands import set_digest, set_quiet, set_zone
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import may_manage
from handlers.telegram.prompts import ask_zone, prompt_of
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message

_NEEDS_ZONE = (PromptKind.QUIET, PromptKind.DIGEST)


async def replied(update: Update, context: BotContext) -> None:
    """Handle a reply to one of the bot's questions; other messages go on to the next handler.

    Raises:
        ApplicationHandlerStop: The message was such a reply.
    """
    message, prompt = update.effective_message, await prompt_of(update, context)
    if message is None or prompt is None or prompt.kind is PromptKind.UNDO:
        return
    if prompt.kind is PromptKind.FEED:
        await feed_replied(update, context)
        raise ApplicationHandlerStop
    if await may_manage(update, context):
        screen = await _answer(prompt, message, context)
    else:
        screen = Screen(context.texts("alert-admins-only"))
    await answer_message(message, screen)
    was_understood = screen.keyboard is not None
    if prompt.kind in _NEEDS_ZONE and was_understood:
        await ask_zone(message, context)
    raise ApplicationHandlerStop


async def _answer(prompt: Prompt, message: Message, context: BotContext) -> Screen:
    words = question_words(message, context.bot.username)
    match prompt.kind:
        case PromptKind.ZONE:
            return await set_zone(message, context)
        case PromptKind.QUIET:
            return await set_quiet(words, message.chat_id, context)
        case PromptKind.DIGEST:
            return await set_digest(words, message.chat_id, context)
        case PromptKind.IMPORT:
            return await read_import(message, context)
        case _ if not words:
            return await how_to_subscribe(context)
        case PromptKind.REWORD:
            return await _reworded(AlertId(int(prompt.about)), words, message.chat_id, context)
        case _:
            shown = await _shown_before(prompt, message.chat_id, context)
            return await draft_screen(words, message, context, shown=shown)


async def _shown_before(prompt: Prompt, chat_id: int, context: BotContext) -> Sequence[ArticleId]:
    """Return the articles of the answer from which the alert that a prompt changes was made."""
    if not prompt.about:
        return ()
    with suppress(ViewExpired):
        return (await context.services.chats.load_view(ViewId(prompt.about), chat_id=chat_id)).shown
    return ()


async def _reworded(alert_id: AlertId, words: str, chat_id: int, context: BotContext) -> Screen:
    alerts = context.services.alerts
    try:
        before = await alerts.get(alert_id, chat_id=chat_id)
        if before.is_briefing:
            return await change_time(before, words, context, here=chat_id)
        alert = await alerts.change_query(before, words)
    except UserError as error:
        return Screen(localize_error(error, context.texts))
    return await saved_screen(alert, context, here=chat_id)
