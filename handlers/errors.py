"""The one error handler: logs an error once and answers the user without a traceback."""

import structlog
from telegram import Update
from telegram.error import TelegramError

from bot.errors import SearchUnavailable, UserError
from handlers.context import BotContext
from handlers.language import choose_texts
from handlers.telegram.html import visible
from handlers.telegram.localize import localize_error
from handlers.telegram.refusals import is_unavailable
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_guest, topic_of

log = structlog.get_logger()


async def failed(update: object, context: BotContext) -> None:
    """Handle an error that a handler raised."""
    error = context.error
    if not isinstance(update, Update):
        log.error("failed_outside_update", error=type(error).__name__, exc_info=error)
        return
    if is_unavailable(error):
        log.info("chat_unavailable", chat=_chat_id(update), error=str(error))
        return
    await choose_texts(update, context)
    if isinstance(error, UserError):
        await _apologize(update, context, visible(localize_error(error, context.texts)))
        return
    context.services.metrics.record_failure()
    if isinstance(error, SearchUnavailable):
        log.error("search_unavailable", update=update.update_id, reason=str(error))
        await _apologize(update, context, context.texts("search-unavailable"))
        return
    log.error("update_failed", update=update.update_id, error=type(error).__name__, exc_info=error)
    await _apologize(update, context, context.texts("failed"))


async def _apologize(update: Update, context: BotContext, text: str) -> None:
    chat_id = _chat_id(update)
    if chat_id is None:
        return
    try:
        if update.guest_message:
            await answer_guest(update.guest_message, Screen(text))
            return
        await context.bot.send_message(chat_id, text, message_thread_id=topic_of(update.effective_message))
    except TelegramError as error:
        log.warning("apology_not_sent", chat=chat_id, error=type(error).__name__)


def _chat_id(update: Update) -> int | None:
    return update.effective_chat.id if update.effective_chat else None
