"""Telegram's refusals that are nobody's fault: no rights, a closed topic, a chat that is gone."""

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.errors import Localizable, localizable

CHAT_CLOSED = (
    "chat not found",
    "not enough rights",
    "have no rights to send",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_restricted",
    "group chat was deactivated",
    "peer_id_invalid",
)
"""Phrases in Telegram's errors about a chat that the bot can't write to."""
TOPIC_CLOSED = ("message thread not found", "topic_closed", "topic_deleted")
"""Phrases in Telegram's errors about a topic that nobody can write to."""
_REASONS = {
    "blocked by the user": "why-blocked",
    "user is deactivated": "why-deactivated",
    "bot was kicked": "why-kicked",
    "bot is not a member": "why-kicked",
    "group chat was deactivated": "why-no-chat",
    "chat not found": "why-no-chat",
    "peer_id_invalid": "why-no-chat",
    "can't initiate conversation": "why-not-begun",
    "not enough rights": "why-no-rights",
    "have no rights to send": "why-no-rights",
    "need administrator rights": "why-no-rights",
    "chat_write_forbidden": "why-no-rights",
    "chat_restricted": "why-no-rights",
}
"""Phrases in Telegram's errors, with the keys of the reasons shown to users."""


def says(error: TelegramError, *phrases: str) -> bool:
    """Return whether an error's text has one of some phrases."""
    return any(phrase in str(error).lower() for phrase in phrases)


def is_unavailable(error: object) -> bool:
    """Return whether an error says that the bot can't write to a chat or topic now."""
    if isinstance(error, BadRequest):
        return says(error, *CHAT_CLOSED, *TOPIC_CLOSED)
    return isinstance(error, Forbidden | RetryAfter)


def reason_of_refusal(error: TelegramError) -> Localizable:
    """Return Telegram's answer as a reason in the user's language if its words are known."""
    answer = str(error).lower()
    known = next((key for phrase, key in _REASONS.items() if phrase in answer), None)
    return localizable(known) if known else localizable("why-telegram", words=str(error))
