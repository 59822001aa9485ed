"""The typed context that every handler gets."""

from typing import Any, cast

from telegram.ext import Application, CallbackContext, ExtBot

from bot.services import Services
from handlers.texts import Texts, texts_for

_Data = dict[Any, Any]
SERVICES = "services"


class BotContext(CallbackContext[ExtBot[int], _Data, _Data, _Data]):
    """PTB's context with the bot's services and the language of the answer.

    `texts` is English until `handlers.language.choose_texts`, the first handler of every update, sets it.
    """

    texts: Texts = texts_for(None)

    @property
    def services(self) -> Services:
        """The services of this application."""
        return cast(Services, self.bot_data[SERVICES])


NewsApplication = Application[ExtBot[int], BotContext, _Data, _Data, _Data, None]
