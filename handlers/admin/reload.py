"""/reload: reads the corpus folder again and shows the progress in one message, with Undo and Details."""

import asyncio
from typing import Any

from telegram import MaybeInaccessibleMessage, Message, Update

from bot.corpus.ports import ChangeKind
from bot.errors import UserError
from bot.ingest.reload.generation import Generation, GenerationState, ReloadRunning
from bot.ingest.reload.progress import Progress
from bot.services import Services
from handlers.admin.rejects import send_rejects
from handlers.admin.reload_render import (
    MOST_TITLES,
    ReloadButton,
    ReloadVerb,
    details_screen,
    progress_html,
    progress_screen,
    report_screen,
)
from handlers.context import BotContext
from handlers.telegram.localize import localize_error
from handlers.telegram.permissions import operators_only
from handlers.telegram.press import Press, on_press
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, edit
from handlers.texts import Texts

EDIT_EVERY_S = 2.5
_QUIET = ("quiet", "quietly")


@operators_only
async def reload(update: Update, context: BotContext) -> None:
    """Start a reload in the background, so that the chat's other updates needn't wait."""
    message, user = update.message, update.effective_user
    if message is None or user is None:
        return
    words = {word.lower() for word in context.args or ()}
    options = {"admin_id": user.id, "anyway": "anyway" in words, "quiet": not words.isdisjoint(_QUIET)}
    work = _reload(message, context.services, context.texts, **options)
    context.application.create_task(work, update=update)


async def _reload(message: Message, services: Services, texts: Texts, **options: Any) -> None:
    """Reload and show the progress.

    Args:
        options: Arguments of `ReloadService.reload`.
    """
    begun = asyncio.Event()
    latest: list[Progress] = []

    def note(progress: Progress) -> None:
        latest[:] = [progress]
        begun.set()

    work = asyncio.create_task(services.reload.reload(**options, progress=note))
    started = asyncio.create_task(begun.wait())
    try:
        await asyncio.wait({work, started}, return_when=asyncio.FIRST_COMPLETED)
        if work.done() and isinstance(error := work.exception(), ReloadRunning):
            await answer_message(message, Screen(_running_html(error, services, texts)))
            return
        status = await answer_message(message, Screen(texts("reload-begun")))
        while not (await asyncio.wait({work}, timeout=EDIT_EVERY_S))[0]:
            await _show(status, progress_screen(latest[0], texts))
        generation = await work
    finally:
        work.cancel()
        started.cancel()
    rejects = await services.reload.rejects(generation)
    await _show(status, report_screen(generation, rejects, texts))
    if rejects:
        await send_rejects(status, rejects, texts)


def _running_html(error: ReloadRunning, services: Services, texts: Texts) -> str:
    """Return that another reload is running, and its progress if it runs in this process."""
    html, progress = localize_error(error, texts), services.reload.current
    return f"{html}\n{progress_html(progress, texts)}" if progress else html


@operators_only
@on_press(ReloadButton)
async def reload_pressed(press: Press[ReloadButton], context: BotContext) -> None:
    """Undo a reload, show its changes or its report, or decide about its alerts."""
    services, texts = context.services, context.texts
    await press.answer()
    generation = await services.reload.generation(press.button.generation_id)
    if generation is None:
        return
    match press.button.verb:
        case ReloadVerb.UNDO if generation.state is GenerationState.UNDONE:  # by this press, and then cut off
            await _show_report(press.message, generation, services, texts)
        case ReloadVerb.UNDO:
            context.application.create_task(_undo(press, generation, context), update=press.update)
        case ReloadVerb.DETAILS:
            changes = {
                kind: await services.reload.changes(generation, kind, MOST_TITLES) for kind in ChangeKind
            }
            await press.edit(details_screen(generation, changes, texts))
        case ReloadVerb.SEND_ALERTS:
            generation = await services.reload.send_alerts(generation.id, by=press.user_id)
            await _show_report(press.message, generation, services, texts)
        case ReloadVerb.QUIET:
            generation = await services.reload.keep_quiet(generation.id, by=press.user_id)
            if generation.state is not GenerationState.STAGING:
                await _show_report(press.message, generation, services, texts)
        case ReloadVerb.REPORT:
            await _show_report(press.message, generation, services, texts)


async def _undo(press: Press[ReloadButton], generation: Generation, context: BotContext) -> None:
    services, texts = context.services, context.texts
    try:
        undone = await services.reload.undo(generation.id, by=press.user_id)
    except UserError as error:
        await answer_message(press.message, Screen(localize_error(error, texts)))
        return
    await _show_report(press.message, undone, services, texts)


async def _show_report(
    message: MaybeInaccessibleMessage, generation: Generation, services: Services, texts: Texts
) -> None:
    rejects = await services.reload.rejects(generation)
    await _show(message, report_screen(generation, rejects, texts))


async def _show(message: MaybeInaccessibleMessage, screen: Screen) -> None:
    await edit(message.get_bot(), screen, chat_id=message.chat.id, message_id=message.message_id)
