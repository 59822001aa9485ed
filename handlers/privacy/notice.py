"""/privacy: what the bot stores about the user."""

from telegram import Update

from handlers.context import BotContext
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message


async def privacy(update: Update, context: BotContext) -> None:
    """Say what is stored, for how long, and how to delete it."""
    texts = context.texts
    if update.effective_message:
        kept = f"\n\n{texts('privacy-judgements')}" if context.services.judgements.enabled else ""
        await answer_message(update.effective_message, Screen(f"{texts('privacy')}{kept}"))
