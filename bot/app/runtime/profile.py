"""What Telegram shows about the bot before a chat begins: its description, in every language."""

import hashlib

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.storage.named_values import SqlNamedValues
from handlers.texts import LANGUAGES, Catalogue, texts_for

log = structlog.get_logger()
DESCRIPTIONS_VALUE = "descriptions"
SHOWN_VALUE = "description"
"""The description for every language that was set last."""
_KEYS = ("bot-description", "bot-description-short")


async def set_descriptions(bot: Bot, named_values: SqlNamedValues | None) -> None:
    """Set both descriptions in every language, unless the operator has written one; log a refusal and go on.

    Args:
        named_values: Remembers which descriptions were set last; None to set them in any case.
    """
    number = _number((bot.id, [_written(language) for language in LANGUAGES]))
    if named_values is not None and await named_values.get(DESCRIPTIONS_VALUE) == number:
        return
    texts = {language: _descriptions(language) for language in (None, *LANGUAGES)}
    try:
        if await _is_operators(bot, texts[None][0], named_values):
            return
        for language, (description, short) in texts.items():
            await bot.set_my_description(description, language)
            await bot.set_my_short_description(short, language)
    except TelegramError as error:
        log.warning("descriptions_not_set", error=type(error).__name__, next="at the next start")
        return
    if named_values is not None:
        await named_values.put(SHOWN_VALUE, _number(texts[None][0]))
        await named_values.put(DESCRIPTIONS_VALUE, number)


async def _is_operators(bot: Bot, ours: str, named_values: SqlNamedValues | None) -> bool:
    """Return whether the bot has a description that is neither ours nor the one we set last."""
    shown = (await bot.get_my_description()).description
    if shown in ("", ours):
        return False
    return named_values is None or await named_values.get(SHOWN_VALUE) != _number(shown)


def _descriptions(language: str | None) -> tuple[str, str]:
    texts = texts_for(language)
    description, short = map(texts, _KEYS)
    return description, short


def _written(language: str) -> tuple[str, ...]:
    """Return both as the catalogue has them; to load the texts of all languages takes 3 MB."""
    return tuple(map(Catalogue(language).__getitem__, _KEYS))


def _number(value: object) -> int:
    """A hash of what a value's `repr` shows, below 2^63."""
    return int(hashlib.sha256(repr(value).encode()).hexdigest()[:15], 16)
