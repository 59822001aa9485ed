"""/rejects: what could not be taken in at the last read, and why."""

from collections.abc import Sequence

from telegram import Message, Update

from bot.errors import RejectedInput
from handlers.context import BotContext
from handlers.telegram.html import fit, visible
from handlers.telegram.localize import localize_reject
from handlers.telegram.permissions import operators_only
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message
from handlers.texts import Texts

SHOWN = 10
FILE_NAME = "newsbot-rejects.txt"


@operators_only
async def rejects(update: Update, context: BotContext) -> None:
    """Show the first rejects, and all of them as a file."""
    message, texts = update.message, context.texts
    if message is None:
        return
    found = await context.services.reload.all_rejects()
    lines = [
        texts("rejects", count=len(found)),
        *(f"• {localize_reject(each, texts)}" for each in found[:SHOWN]),
    ]
    await answer_message(message, Screen(fit(lines)))
    if len(found) > SHOWN:
        await send_rejects(message, found, texts)


async def send_rejects(message: Message, found: Sequence[RejectedInput], texts: Texts) -> None:
    """Send rejects as a file, one a line, into a message's chat."""
    await message.get_bot().send_document(
        message.chat_id,
        "".join(f"{visible(localize_reject(each, texts))}\n" for each in found).encode(errors="replace"),
        filename=FILE_NAME,
        caption=texts("rejects-caption", count=len(found)),
        message_thread_id=message.message_thread_id if message.is_topic_message else None,
    )
