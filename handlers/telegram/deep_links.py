"""`?start=` payloads that carry a question, open an article or its story, or lead to /help."""

import base64
import binascii
import re

from bot.corpus.article import ArticleId
from bot.corpus.plain_text import clean

_ENCODED, _ARTICLE, _STORY = "q_", "a_", "o_"
_PAYLOAD = re.compile("[A-Za-z0-9_-]{1,64}")
_MAX_CHARACTERS = 64
HELP = "help"
"""Payload of a deep link to /help."""


def deep_link(question: str) -> str | None:
    """Return a `?start=` payload that carries a question, or None if the question is too long."""
    payload = _ENCODED + base64.urlsafe_b64encode(question.encode()).decode().rstrip("=")
    return payload if len(payload) <= _MAX_CHARACTERS else None


def article_link(article_id: ArticleId) -> str | None:
    """Return a `?start=` payload that opens an article, or None if its id doesn't fit into one."""
    return _fitting(_ARTICLE + article_id)


def story_link(article_id: ArticleId) -> str | None:
    """Return a `?start=` payload that opens an article's story, or None if its id doesn't fit into one."""
    return _fitting(_STORY + article_id)


def read_article_link(payload: str) -> ArticleId | None:
    """Return the article in a payload of `article_link`, None in any other; it need not exist."""
    return ArticleId(payload.removeprefix(_ARTICLE)) if payload.startswith(_ARTICLE) else None


def read_story_link(payload: str) -> ArticleId | None:
    """Return the article in a payload of `story_link`, None in any other; it need not exist."""
    return ArticleId(payload.removeprefix(_STORY)) if payload.startswith(_STORY) else None


def _fitting(payload: str) -> str | None:
    return payload if _PAYLOAD.fullmatch(payload) else None


def bot_address(username: str, payload: str | None = None) -> str:
    """Return the address of the private chat with the bot; opening it sends the payload."""
    return f"https://t.me/{username}" + (f"?start={payload}" if payload else "")


def read_deep_link(payload: str) -> str:
    """Return the question in a payload of `deep_link`, or in words joined by `_` or `-`."""
    if payload.startswith(_ENCODED):
        encoded = payload.removeprefix(_ENCODED)
        try:
            return clean(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode())
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return clean(re.sub("[_-]+", " ", payload))
