"""What Telegram shows about the bot before a chat begins: its description, in every language."""

import hashlib

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.storage.named_values import SqlNamedValues
from handlers.texts import LANGUAGES, texts_for

log = structlog.get_logger()
DESCRIPTIONS_VALUE = "descriptions"


async def set_descriptions(bot: Bot, named_values: SqlNamedValues | None) -> None:
    """Set both descriptions in every language, unless the operator has written one; log a refusal and go on.

    Args:
        named_values: Remembers which descriptions were set last; None to set them in any case.
    """
    texts = {language: _descriptions(language) for language in (None, *LANGUAGES)}
    number = _number(texts, bot.id)
    known = await named_values.get(DESCRIPTIONS_VALUE) if named_values is not None else None
    if known == number:
        return
    try:
        if known is None and (await bot.get_my_description()).description:
            return
        for language, (description, short) in texts.items():
            await bot.set_my_description(description, language)
            await bot.set_my_short_description(short, language)
    except TelegramError as error:
        log.warning("descriptions_not_set", error=type(error).__name__, next="at the next start")
        return
    if named_values is not None:
        await named_values.put(DESCRIPTIONS_VALUE, number)


def _descriptions(language: str | None) -> tuple[str, str]:
    texts = texts_for(language)
    return texts("bot-description"), texts("bot-description-short")


def _number(texts: dict[str | None, tuple[str, str]], bot_id: int) -> int:
    """A hash of the bot and all texts, below 2^63."""
    return int(hashlib.sha256(repr((bot_id, texts)).encode()).hexdigest()[:15], 16)
