"""One message as a handler sends it."""

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: Telegram HTML within every limit, and its buttons.

    Args:
        picture: A PNG above the text; the text is its caption then, with a caption's limits.
    """

    html: str
    keyboard: InlineKeyboardMarkup | None = None
    picture: bytes | None = None
