"""/suggestions and the buttons that decide, for operators only; every command and press is checked."""

from functools import partial

import structlog
from telegram import Bot, Update
from telegram.error import TelegramError

from bot.feeds.suggestions import Suggestion, SuggestionId
from bot.services import Services
from handlers.admin.broadcast import send_to_admins
from handlers.context import BotContext
from handlers.suggestions.render import (
    SuggestionButton,
    SuggestionVerb,
    answer_screen,
    decided_screen,
    list_screen,
    note_screen,
)
from handlers.telegram.permissions import operators_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, send
from handlers.texts import texts_for

log = structlog.get_logger()


@operators_only
async def suggestions(update: Update, context: BotContext) -> None:
    """List the feeds that users suggest."""
    if update.message is not None:
        await answer_message(update.message, await _list(1, context))


@operators_only
@on_press(SuggestionButton)
async def suggestion_pressed(press: Press[SuggestionButton], context: BotContext) -> None:
    """Turn a page of the list, or decide a suggestion and tell the person who made it."""
    await press.answer()
    number = press.button.number
    if press.button.verb is SuggestionVerb.LIST:
        await press.edit(await _list(number, context))
        return
    suggestion = await _decide(SuggestionId(number), press, context)
    await press.edit(decided_screen(suggestion, context.texts))


async def _decide(
    suggestion_id: SuggestionId, press: Press[SuggestionButton], context: BotContext
) -> Suggestion | None:
    """Decide as a button says; return the suggestion as it is then, perhaps as another operator decided."""
    desk = context.services.suggestions
    if press.button.verb is SuggestionVerb.APPROVE:
        decided = await desk.approve(suggestion_id, by=press.user_id)
    else:
        decided = await desk.decline(suggestion_id, by=press.user_id)
    suggestion = await desk.get(suggestion_id)
    if decided and suggestion:
        await _tell(suggestion, context.bot, context.services)
    return suggestion


async def _tell(suggestion: Suggestion, bot: Bot, services: Services) -> None:
    """Tell the person who made a suggestion what became of it."""
    texts = texts_for((await services.chats.settings_of(suggestion.person_id)).interface_language)
    try:
        await send(bot, answer_screen(suggestion, texts), chat_id=suggestion.person_id)
    except TelegramError as error:  # they blocked the bot, say
        log.info("suggestion_not_answered", error=type(error).__name__)


async def _list(number: int, context: BotContext) -> Screen:
    return list_screen(await context.services.suggestions.open(), number, context.texts)


async def announce_suggestions(bot: Bot, services: Services) -> None:
    """Tell the operators about new suggestions, of each once: of those after a failure, the next time."""
    if not services.access.admin_ids:
        return
    while suggestion := await services.suggestions.unannounced():
        await send_to_admins(bot, services, partial(note_screen, suggestion))
