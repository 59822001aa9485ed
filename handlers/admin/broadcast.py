"""Messages to the bot's operators."""

from collections.abc import Callable

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.services import Services
from handlers.telegram.screen import Screen
from handlers.telegram.send import send
from handlers.texts import Texts, texts_for

log = structlog.get_logger()


async def send_to_admins(bot: Bot, services: Services, screen: Callable[[Texts], Screen]) -> None:
    """Send a message to every operator, in the language that each of them chose."""
    for admin_id in sorted(services.access.admin_ids):
        texts = texts_for((await services.chats.settings_of(admin_id)).language)
        try:
            await send(bot, screen(texts), chat_id=admin_id)
        except TelegramError as error:
            log.warning("admin_not_told", admin=admin_id, error=type(error).__name__)
