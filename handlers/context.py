"""The typed context every handler gets."""

from typing import Any, cast

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.services import Services
from handlers.texts import Texts, texts_for

_Data = dict[Any, Any]
SERVICES = "services"


class BotContext(CallbackContext[ExtBot[int], _Data, _Data, _Data]):
    """PTB's context with our services."""

    @property
    def services(self) -> Services:
        """The services of this application."""
        return cast(Services, self.bot_data[SERVICES])


NewsApplication = Application[ExtBot[int], BotContext, _Data, _Data, _Data, None]


def texts_of(update: Update) -> Texts:
    """Return the interface's words in the language of whoever caused the update."""
    return texts_for(update.effective_user.language_code if update.effective_user else None)
