"""/reload: the corpus folder read anew, told of in one message; its buttons Undo and Details."""

import asyncio
import re

from telegram import Message, Update

from bot.admin.audit import AuditEntry
from bot.errors import UserError
from bot.ingest.reload.generation import Generation, GenerationId, GenerationState, ReloadRunning
from bot.ingest.reload.progress import Progress
from bot.services import Services
from handlers.admin.rejects import send_rejects
from handlers.admin.reload_render import details_screen, progress_html, report_screen
from handlers.context import BotContext
from handlers.telegram.permissions import operators_only
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit
from handlers.telegram.wording import told
from handlers.texts import Texts

EDIT_EVERY_S = 2.5
RELOAD_DATA = re.compile(r"G\.(\d{1,18})\.([udr])")


@operators_only
async def reload(update: Update, context: BotContext) -> None:
    """Begin a reload; it goes on beside the chat's other updates."""
    message, texts = update.message, context.texts
    if message is None:
        return
    anyway = "anyway" in (context.args or ())
    assert update.effective_user is not None
    work = _reload(message, context.services, texts, admin_id=update.effective_user.id, anyway=anyway)
    context.application.create_task(work, update=update)


async def _reload(message: Message, services: Services, texts: Texts, *, admin_id: int, anyway: bool) -> None:
    begun, at = asyncio.Event(), services.clock()
    latest: list[Progress] = []

    def note(progress: Progress) -> None:
        latest[:] = [progress]
        begun.set()

    work = asyncio.create_task(services.reloads.reload(admin_id, anyway=anyway, progress=note))
    started = asyncio.create_task(begun.wait())
    try:
        await asyncio.wait({work, started}, return_when=asyncio.FIRST_COMPLETED)
        if work.done() and isinstance(error := work.exception(), ReloadRunning):
            await answer_message(message, Screen(_under_way(error, services, texts)))
            return
        told = await answer_message(message, Screen(texts("reload-begun")))
        while not (await asyncio.wait({work}, timeout=EDIT_EVERY_S))[0]:
            await _show(told, Screen(progress_html(latest[0], texts)))
        over = await work
    finally:
        work.cancel()
        started.cancel()
    await services.audit.note(AuditEntry(at, admin_id, "reload", _summary(over)))
    rejects = await services.reloads.rejects(over)
    await _show(told, report_screen(over, rejects, texts))
    if rejects:
        await send_rejects(told, rejects, texts)


@operators_only
async def reload_pressed(update: Update, context: BotContext) -> None:
    """Undo a reload, or show what it changed."""
    query, texts, services = update.callback_query, context.texts, context.services
    if query is None or query.data is None or not isinstance(query.message, Message):
        return
    await query.answer()
    found = RELOAD_DATA.fullmatch(query.data)
    generation = await services.reloads.generations.get(GenerationId(int(found[1]))) if found else None
    if found is None or generation is None:
        return
    if found[2] == "u":
        work = _undo(query.message, generation, services, texts, admin_id=query.from_user.id)
        context.application.create_task(work, update=update)
    elif found[2] == "d":
        await _show(query.message, await details_screen(generation, services.reloads.book, texts))
    else:
        await _show_report(query.message, generation, services, texts)


async def _undo(
    message: Message, generation: Generation, services: Services, texts: Texts, *, admin_id: int
) -> None:
    at = services.clock()
    try:
        undone = await services.reloads.undo(generation.id)
    except UserError as error:
        await answer_message(message, Screen(told(error, texts)))
        return
    await services.audit.note(AuditEntry(at, admin_id, "reload undo", _summary(undone)))
    await _show_report(message, undone, services, texts)


async def _show_report(message: Message, generation: Generation, services: Services, texts: Texts) -> None:
    rejects = await services.reloads.rejects(generation)
    await _show(message, report_screen(generation, rejects, texts))


async def _show(message: Message, screen: Screen) -> None:
    await edit(message.get_bot(), screen, chat_id=message.chat_id, message_id=message.message_id)


def _under_way(error: ReloadRunning, services: Services, texts: Texts) -> str:
    now, said = services.reloads.now_at, told(error, texts)
    return f"{said}\n{progress_html(now, texts)}" if now else said


def _summary(over: Generation) -> str:
    report = over.report
    counts = f"+{report.added} -{report.removed} ~{report.changed}, {report.rejected} rejected"
    failed = f": {report.reason}" if over.state is GenerationState.FAILED else ""
    return f"generation {over.id} {over.state.value}{failed}; {counts}"
