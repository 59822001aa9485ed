"""The typed context every handler gets."""

from typing import Any, cast

from telegram.ext import Application, CallbackContext, ExtBot

from bot.services import Services
from handlers.texts import Texts, texts_for

_Data = dict[Any, Any]
SERVICES = "services"


class BotContext(CallbackContext[ExtBot[int], _Data, _Data, _Data]):
    """PTB's context with our services, and the language of whoever is answered.

    `texts` is English until `handlers.language.choose_texts`, the first handler of every update, has set it.
    """

    texts: Texts = texts_for(None)

    @property
    def services(self) -> Services:
        """The services of this application."""
        return cast(Services, self.bot_data[SERVICES])


NewsApplication = Application[ExtBot[int], BotContext, _Data, _Data, _Data, None]
