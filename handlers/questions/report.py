"""Users' reports that a story names a wrong source."""

from dataclasses import replace

from bot.admin.reports import MAX_PER_DAY, Filing
from bot.chats.view import View, ViewId, ViewKind
from bot.errors import UserError, ViewExpired, localizable
from handlers.context import BotContext
from handlers.questions.button_data import ReportButton
from handlers.questions.report_keyboard import REPORT_REASONS
from handlers.questions.screens import show
from handlers.telegram.localize import localize_error
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen
from handlers.texts import Texts


@on_press(ReportButton)
async def report_pressed(press: Press[ReportButton], context: BotContext) -> None:
    """Ask what is wrong with a story's sources, or file the reason that was pressed."""
    chats, view_id = context.services.chats, press.button.view_id
    try:
        view = await chats.load_view(view_id, chat_id=press.chat_id)
        if press.button.reason is None:
            await _ask_reason(press, view, context)
        else:
            await _file(press, view, press.button.reason, context)
    except ViewExpired:
        await press.alert(context.texts("expired"))


async def _ask_reason(press: Press[ReportButton], view: View, context: BotContext) -> None:
    if view.kind not in (ViewKind.OUTLETS, ViewKind.CONTEXT):
        raise ViewExpired(localizable("expired"))
    await press.answer()
    question = replace(view, kind=ViewKind.REPORT, parent=press.button.view_id)
    await press.edit(await show(question, context.services, context.texts, chat_id=press.chat_id))


async def _file(press: Press[ReportButton], view: View, number: int, context: BotContext) -> None:
    if view.kind is not ViewKind.REPORT or view.article is None or view.parent is None:
        raise ViewExpired(localizable("expired"))
    reason = tuple(REPORT_REASONS)[number - 1]
    filing = await context.services.reports.file(view.article, reason, person_id=press.user_id)
    await press.alert(_filing_text(filing, context.texts))
    await press.edit(await _card(view.parent, press.chat_id, context))


def _filing_text(filing: Filing, texts: Texts) -> str:
    match filing:
        case Filing.FILED:
            return texts("report-filed")
        case Filing.CHANGED:
            return texts("report-changed")
        case Filing.TOO_MANY:
            return texts("report-too-many", most=MAX_PER_DAY)
        case Filing.NO_STORY:
            return texts("article-gone")


async def _card(view_id: ViewId, chat_id: int, context: BotContext) -> Screen:
    """Return the card that a report was filed from, or why it can't be shown."""
    try:
        card = await context.services.chats.load_view(view_id, chat_id=chat_id)
        return await show(card, context.services, context.texts, chat_id=chat_id)
    except UserError as error:
        return Screen(localize_error(error, context.texts))
