"""The button that opens an article at the quoted sentence."""

from urllib.parse import quote

from telegram import InlineKeyboardButton

from handlers.telegram.html import LONGEST_ADDRESS, web_address
from handlers.texts import Texts

_LONG_SENTENCE_WORDS = 10


def source_url(url: str, sentence: str) -> str:
    """Return an address that makes the browser jump to a sentence.

    A long sentence is identified by its first and last words, as the specification allows; "" by none.

    Source:
        WICG, URL Fragment Text Directives, section 3.1 (syntax `#:~:text=start,end`).
    """
    words = sentence.split()
    if not words:
        return url
    is_long = len(words) > _LONG_SENTENCE_WORDS
    ends = [" ".join(words[:5]), " ".join(words[-5:])] if is_long else [" ".join(words)]
    encoded = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    return f"{url.split('#')[0]}#:~:text={encoded}"


def source_row(url: str | None, sentence: str, texts: Texts) -> list[InlineKeyboardButton]:
    """Return the button that opens an article at a sentence; no button without an address on the web."""
    page = web_address(url)
    if page is None:
        return []
    target = source_url(page, sentence)
    return [
        InlineKeyboardButton(texts("button-source"), url=target if len(target) <= LONGEST_ADDRESS else page)
    ]
