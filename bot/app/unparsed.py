"""Updates that python-telegram-bot can't parse: counted, logged by their number, and passed over."""

from typing import Any

import structlog
from telegram import Bot, Update

from bot.measures import Measures
from handlers.routes import ALLOWED_UPDATES
from handlers.turns import chat_of, kind_of

log = structlog.get_logger()


def parsed(raw: Any, bot: Bot | None, measures: Measures) -> Update | None:
    """Return an update of Telegram's; None of one that can't be parsed, which the log names.

    Args:
        raw: What the JSON of an update holds.
        bot: Whom the update's shortcuts speak through.

    Raises:
        ValueError: It is no update: it has no number by which it could be passed over.
    """
    if not (isinstance(raw, dict) and isinstance(raw.get("update_id"), int)):
        raise ValueError("no update")
    try:
        return _checked(Update.de_json(raw, bot))
    except Exception as error:  # the library says nowhere what its parsing may raise
        kind = next((each for each in ALLOWED_UPDATES if each in raw), "other")
        log.error("update_unparsed", update=raw["update_id"], kind=kind, error=type(error).__name__)
        measures.unparsed()
        return None


def _checked(update: Update) -> Update:
    """Raise for what no handler could work on: python-telegram-bot checks no types, and misses no chat."""
    if (message := update.effective_message) and message.chat is None:
        raise TypeError("a message without a chat")
    chat_of(update), kind_of(update)
    return update
