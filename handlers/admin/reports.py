"""/reports: users' reports of wrong sources, for operators."""

from telegram import Bot, Update

from bot.admin.reports import ReportId
from bot.services import Services
from handlers.admin.broadcast import send_to_admins
from handlers.admin.reports_render import ReportsButton, ReportsVerb, list_screen, story_screen
from handlers.context import BotContext
from handlers.telegram.permissions import operators_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts


@operators_only
async def reports(update: Update, context: BotContext) -> None:
    """List the stories whose sources users report as wrong."""
    if update.message is not None:
        await answer_message(update.message, await _list(1, context.services, context.texts))


@operators_only
@on_press(ReportsButton)
async def reports_pressed(press: Press[ReportsButton], context: BotContext) -> None:
    """Turn a page of the list, open a reported story, or mark it as done."""
    services, texts, number = context.services, context.texts, press.button.number
    await press.answer()
    match press.button.verb:
        case ReportsVerb.LIST:
            screen = await _list(number, services, texts)
        case ReportsVerb.OPEN:
            screen = await _story(ReportId(number), services, texts)
        case ReportsVerb.DONE:
            await services.reports.close(ReportId(number), by=press.user_id)
            screen = await _list(1, services, texts)
    await press.edit(screen)


async def _list(number: int, services: Services, texts: Texts) -> Screen:
    stories = await services.reports.stories_reported()
    entries = await services.questions.entries([story.last.article_id for story in stories])
    return list_screen(stories, {entry.article.id: entry for entry in entries}, number, texts)


async def _story(report_id: ReportId, services: Services, texts: Texts) -> Screen:
    story = await services.reports.find(report_id)
    if story is None:
        return await _list(1, services, texts)
    entries = await services.questions.entries([story.last.article_id])
    return story_screen(story, entries[0] if entries else None, texts)


async def announce_reports(bot: Bot, services: Services) -> None:
    """Tell the operators about new reports, at most once a day."""
    if not services.access.admin_ids:
        return
    if count := await services.reports.unannounced():
        await send_to_admins(bot, services, lambda texts: Screen(texts("reports-note", count=count)))
