"""The command menu, as /help and Telegram's clients show it."""

from functools import cache

from telegram import BotCommand

from handlers.texts import texts_for

MENU = (
    *("start", "help", "ask", "top", "latest", "trends", "timeline", "said", "corrections"),
    *("follow", "subscribe", "subscriptions", "unsubscribe", "unsubscribe_all"),
    *("settings", "lang", "prefer", "mute", "status", "export", "import"),
    *("suggest", "privacy", "forget_me", "about"),
)
"""In the order shown, without the commands for operators."""
OPERATOR_MENU = ("stats", "outbox", "feeds", "reload", "rejects", "reports", "suggestions")
"""Shown to operators only, in /help."""


@cache
def menu(language: str | None = None) -> tuple[BotCommand, ...]:
    """Return the menu in one language."""
    texts = texts_for(language)
    return tuple(BotCommand(name, texts(f"command-{name}")) for name in MENU)
