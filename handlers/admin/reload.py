"""/reload: the corpus folder read anew, told of in one message; its buttons Undo and Details."""

import asyncio
import re

from telegram import Message, Update

from bot.errors import UserError
from bot.ingest.reload.generation import Generation, GenerationId, ReloadRunning
from bot.ingest.reload.progress import Progress
from bot.services import Services
from handlers.admin.rejects import send_rejects
from handlers.admin.reload_render import details_screen, progress_html, report_screen
from handlers.context import BotContext
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import operators_only
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit
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
    begun = asyncio.Event()
    latest: list[Progress] = []

    def note(progress: Progress) -> None:
        latest[:] = [progress]
        begun.set()

    work = asyncio.create_task(services.reload.reload(admin_id, anyway=anyway, progress=note))
    started = asyncio.create_task(begun.wait())
    try:
        await asyncio.wait({work, started}, return_when=asyncio.FIRST_COMPLETED)
        if work.done() and isinstance(error := work.exception(), ReloadRunning):
            await answer_message(message, Screen(_under_way(error, services, texts)))
            return
        localize_error = await answer_message(message, Screen(texts("reload-begun")))
        while not (await asyncio.wait({work}, timeout=EDIT_EVERY_S))[0]:
            await _show(localize_error, Screen(progress_html(latest[0], texts)))
        over = await work
    finally:
        work.cancel()
        started.cancel()
    rejects = await services.reload.rejects(over)
    await _show(localize_error, report_screen(over, rejects, texts))
    if rejects:
        await send_rejects(localize_error, rejects, texts)


@operators_only
async def reload_pressed(update: Update, context: BotContext) -> None:
    """Undo a reload, or show what it changed."""
    query, texts, services = update.callback_query, context.texts, context.services
    if query is None or query.data is None or not isinstance(query.message, Message):
        return
    await query.answer()
    found = RELOAD_DATA.fullmatch(query.data)
    generation = await services.reload.generation(GenerationId(int(found[1]))) if found else None
    if found is None or generation is None:
        return
    if found[2] == "u":
        work = _undo(query.message, generation, services, texts, admin_id=query.from_user.id)
        context.application.create_task(work, update=update)
    elif found[2] == "d":
        await _show(query.message, await details_screen(generation, services, texts))
    else:
        await _show_report(query.message, generation, services, texts)


async def _undo(
    message: Message, generation: Generation, services: Services, texts: Texts, *, admin_id: int
) -> None:
    try:
        undone = await services.reload.undo(generation.id, by=admin_id)
    except UserError as error:
        await answer_message(message, Screen(localize_error(error, texts)))
        return
    await _show_report(message, undone, services, texts)


async def _show_report(message: Message, generation: Generation, services: Services, texts: Texts) -> None:
    rejects = await services.reload.rejects(generation)
    await _show(message, report_screen(generation, rejects, texts))


async def _show(message: Message, screen: Screen) -> None:
    await edit(message.get_bot(), screen, chat_id=message.chat_id, message_id=message.message_id)


def _under_way(error: ReloadRunning, services: Services, texts: Texts) -> str:
    now, said = services.reload.current, localize_error(error, texts)
    return f"{said}\n{progress_html(now, texts)}" if now else said
