"""/rejects: what could not be read at the last read of the corpus folder and the feeds, and why."""

from collections.abc import Sequence

from telegram import MaybeInaccessibleMessage, Update

from bot.errors import RejectedInput
from handlers.context import BotContext
from handlers.telegram.html import fit, visible
from handlers.telegram.localize import localize_reject
from handlers.telegram.permissions import operators_only
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message, topic_of
from handlers.texts import Texts

SHOWN = 10
FILE_NAME = "newsbot-rejects.txt"


@operators_only
async def rejects(update: Update, context: BotContext) -> None:
    """Show the first rejects, and all of them as a file if there are more."""
    message, texts = update.message, context.texts
    if message is None:
        return
    rejected = await context.services.reload.all_rejects()
    lines = [f"• {localize_reject(reject, texts)}" for reject in rejected[:SHOWN]]
    await answer_message(message, Screen(fit([texts("rejects", count=len(rejected)), *lines])))
    if len(rejected) > SHOWN:
        await send_rejects(message, rejected, texts)


async def send_rejects(
    message: MaybeInaccessibleMessage, rejected: Sequence[RejectedInput], texts: Texts
) -> None:
    """Send rejects as a file, one per line, into a message's chat."""
    lines = [f"{visible(localize_reject(reject, texts))}\n" for reject in rejected]
    await message.get_bot().send_document(
        message.chat.id,
        "".join(lines).encode(errors="replace"),
        filename=FILE_NAME,
        caption=texts("rejects-caption", count=len(rejected)),
        message_thread_id=topic_of(message),
    )
