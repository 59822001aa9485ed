"""Telegram's command menus, updated when a version changes them, not at every start."""

import hashlib

import structlog
from telegram import BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot import __version__
from bot.storage.named_values import SqlNamedValues
from handlers.context import NewsApplication
from handlers.menu import MENU, menu
from handlers.texts import LANGUAGES, Catalogue

log = structlog.get_logger()
MENUS_VALUE = "menus"
Menus = dict[tuple[str, str | None], tuple[BotCommand, ...]]
_SCOPES: dict[str, BotCommandScope] = {
    "private": BotCommandScopeAllPrivateChats(),
    "groups": BotCommandScopeAllGroupChats(),
}


async def set_menus(application: NewsApplication, named_values: SqlNamedValues | None) -> None:
    """Set the menu of every kind of chat and language; log a refusal and continue.

    Args:
        named_values: Remembers which menus were set last; None to set them in any case.
    """
    number = _number(application.bot.id)
    if named_values is not None and await named_values.get(MENUS_VALUE) == number:
        return
    menus: Menus = {(scope, language): menu(language) for scope in _SCOPES for language in (None, *LANGUAGES)}
    try:
        for (scope, language), commands in menus.items():
            await application.bot.set_my_commands(commands, scope=_SCOPES[scope], language_code=language)
    except TelegramError as error:
        log.warning("menus_not_set", error=type(error).__name__, next="at the next start")
        return
    if named_values is not None:
        await named_values.put(MENUS_VALUE, number)


def _number(bot_id: int) -> int:
    """A hash of the version, the bot and all texts; it loads no language, as most are never used."""
    written = [[catalogue[f"command-{name}"] for name in MENU] for catalogue in map(Catalogue, LANGUAGES)]
    return int(hashlib.sha256(repr((__version__, bot_id, MENU, written)).encode()).hexdigest()[:15], 16)
