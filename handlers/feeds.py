"""/feeds: the news feeds, for who runs the bot."""

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.feeds.feed import Feed
from bot.services import Services
from handlers.markup import plain
from handlers.screens import Screen
from handlers.sender import send
from handlers.texts import texts_for

log = structlog.get_logger()


async def tell_gone(feed: Feed, bot: Bot, services: Services) -> None:
    """Tell the admins that a feed was switched off because it is no more."""
    texts = texts_for(None)
    screen = Screen(texts("feed-gone-note", name=plain(feed.name), url=plain(feed.url)))
    for admin_id in sorted(services.admin_ids):
        try:
            await send(bot, screen, chat_id=admin_id)
        except TelegramError as error:
            log.warning("admin_not_told", admin=admin_id, error=type(error).__name__)
