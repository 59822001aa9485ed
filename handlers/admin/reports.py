"""Reports of wrong sources: a press of a reader's, /reports for who runs the bot, and the note to them."""

import re

import structlog
from telegram import Bot, Message, Update
from telegram.error import TelegramError

from bot.admin.reports import A_DAY, Filing, ReportId
from bot.chats.view import View, ViewKind
from bot.errors import UserError, ViewExpired
from bot.services import Services
from handlers.admin.reports_render import list_screen, story_screen
from handlers.context import BotContext
from handlers.questions.keyboard import REASONS, Verb, read_press
from handlers.questions.screens import show
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import operators_only
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit, send, topic_of
from handlers.texts import Texts, texts_for

log = structlog.get_logger()
FILE_DATA = re.compile(rf"[A-Za-z0-9]{{1,16}}\.{Verb.REPORT}[1-{len(REASONS)}]")
"""Of the buttons that say what is wrong; the one that opens them has no number."""
REPORTS_DATA = re.compile(r"R\.(\d{1,15})\.([lod])")


async def report_pressed(update: Update, context: BotContext) -> None:
    """File what a reader says is wrong, and show the story's card again."""
    query, services, texts = update.callback_query, context.services, context.texts
    press = read_press(query.data or "") if query else None
    if query is None or query.message is None or press is None:
        return
    chat_id = query.message.chat.id
    try:
        view = await services.chats.load_view(press.view_id, chat_id=chat_id)
    except ViewExpired as error:
        await query.answer(localize_error(error, texts), show_alert=True)
        return
    if view.kind is not ViewKind.REPORT or view.article is None or view.parent is None:
        await query.answer(texts("expired"), show_alert=True)
        return
    reason = REASONS[press.number - 1]
    filing = await services.reports.file(view.article, reason, person_id=query.from_user.id)
    await query.answer(_said(filing, texts), show_alert=True)
    await _back(view, update, context)


async def _back(view: View, update: Update, context: BotContext) -> None:
    """Show the card that a report was filed from."""
    services, texts = context.services, context.texts
    message = update.callback_query.message if update.callback_query else None
    if message is None or view.parent is None:
        return
    chat_id = message.chat.id
    try:
        card = await services.chats.load_view(view.parent, chat_id=chat_id)
        screen = await show(card, services, texts, chat_id=chat_id)
    except UserError as error:
        screen = Screen(localize_error(error, texts))
    await edit(
        context.bot, screen, chat_id=chat_id, message_id=message.message_id, thread_id=topic_of(message)
    )


def _said(filing: Filing, texts: Texts) -> str:
    said = {
        Filing.FILED: lambda: texts("report-filed"),
        Filing.CHANGED: lambda: texts("report-changed"),
        Filing.TOO_MANY: lambda: texts("report-too-many", most=A_DAY),
        Filing.GONE: lambda: texts("article-gone"),
    }
    return said[filing]()


@operators_only
async def reports(update: Update, context: BotContext) -> None:
    """List the stories whose sources readers say are wrong."""
    message, texts = update.message, context.texts
    if message is None:
        return
    await answer_message(message, await _list(1, context.services, texts))


@operators_only
async def reports_pressed(update: Update, context: BotContext) -> None:
    """Open a reported story, turn the list's page, or take a story off it."""
    query, texts, services = update.callback_query, context.texts, context.services
    found = REPORTS_DATA.fullmatch(query.data or "") if query else None
    if query is None or found is None or not isinstance(query.message, Message):
        return
    await query.answer()
    number, message = int(found[1]), query.message
    if found[2] == "d":
        await services.reports.done(ReportId(number), by=query.from_user.id)
        screen = await _list(1, services, texts)
    elif found[2] == "o":
        screen = await _story(ReportId(number), services, texts)
    else:
        screen = await _list(number, services, texts)
    await edit(context.bot, screen, chat_id=message.chat_id, message_id=message.message_id)


async def _list(page: int, services: Services, texts: Texts) -> Screen:
    reported = await services.reports.stories_reported()
    found = await services.questions.entries([each.last.article_id for each in reported])
    return list_screen(reported, {each.article.id: each for each in found}, page, texts)


async def _story(report_id: ReportId, services: Services, texts: Texts) -> Screen:
    reported = await services.reports.find(report_id)
    if reported is None:
        return await _list(1, services, texts)
    entries = await services.questions.entries([reported.last.article_id])
    return story_screen(reported, entries[0] if entries else None, texts)


async def tell_reports(bot: Bot, services: Services) -> None:
    """Tell the admins of new reports, at most once a day."""
    if not services.access.admin_ids:
        return
    count = await services.reports.unannounced()
    for admin_id in sorted(services.access.admin_ids) if count else ():
        texts = texts_for((await services.chats.settings_of(admin_id)).language)
        try:
            await send(bot, Screen(texts("reports-note", count=count)), chat_id=admin_id)
        except TelegramError as error:
            log.warning("admin_not_told", admin=admin_id, error=type(error).__name__)
