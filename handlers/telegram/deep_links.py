"""`?start=` payloads that carry a question or lead to /help."""

import base64
import binascii
import re

from bot.corpus.plain_text import clean

_ENCODED = "q_"
_MAX_CHARACTERS = 64
HELP = "help"
"""Payload of a deep link to /help."""


def deep_link(question: str) -> str | None:
    """Return a `?start=` payload that carries a question, or None if the question is too long."""
    payload = _ENCODED + base64.urlsafe_b64encode(question.encode()).decode().rstrip("=")
    return payload if len(payload) <= _MAX_CHARACTERS else None


def read_deep_link(payload: str) -> str:
    """Return the question in a payload of `deep_link`, or in words joined by `_` or `-`."""
    if payload.startswith(_ENCODED):
        encoded = payload.removeprefix(_ENCODED)
        try:
            return clean(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode())
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return clean(re.sub("[_-]+", " ", payload))
