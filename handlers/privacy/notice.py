"""/privacy: what the bot stores about the user."""

from telegram import Update

from handlers.context import BotContext
from handlers.telegram.screen import Screen
from handlers.telegram.send import answer_message


async def privacy(update: Update, context: BotContext) -> None:
    """Say what is stored, for how long, and how to delete it."""
    if update.effective_message:
        await answer_message(update.effective_message, Screen(context.texts("privacy")))
