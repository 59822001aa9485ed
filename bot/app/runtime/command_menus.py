"""The menus of commands that Telegram shows: set anew when a version changes them, not at every start."""

import hashlib

import structlog
from telegram import BotCommand, BotCommandScope, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot import __version__
from bot.storage.named_values import SqlNamedValues
from handlers.context import NewsApplication
from handlers.menu import menu
from handlers.texts import LANGUAGES

log = structlog.get_logger()
MARK = "menus"
Menus = dict[tuple[str, str | None], list[BotCommand]]
_SCOPES: dict[str, BotCommandScope] = {
    "private": BotCommandScopeAllPrivateChats(),
    "groups": BotCommandScopeAllGroupChats(),
}


async def set_menus(application: NewsApplication, marks: SqlNamedValues | None) -> None:
    """Set the menu of each kind of chat and language; a refusal is said and keeps nobody from being served.

    Args:
        marks: Remembers which ones were set last; None to set them whatever they are.
    """
    menus: Menus = {(scope, each): menu(each) for scope in _SCOPES for each in (None, *LANGUAGES)}
    number = _number(menus, application.bot.id)
    if marks is not None and await marks.get(MARK) == number:
        return
    try:
        for (scope, language), commands in menus.items():
            await application.bot.set_my_commands(commands, scope=_SCOPES[scope], language_code=language)
    except TelegramError as error:
        log.warning("menus_not_set", error=type(error).__name__, next="at the next start")
        return
    if marks is not None:
        await marks.put(MARK, number)


def _number(menus: Menus, bot_id: int) -> int:
    """A number that another version, another bot or other words would not have."""
    said = [
        (scope, language, *(each.to_json() for each in menu)) for (scope, language), menu in menus.items()
    ]
    return int(hashlib.sha256(repr((__version__, bot_id, said)).encode()).hexdigest()[:15], 16)
