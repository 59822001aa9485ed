"""Telegram HTML: the only place that escapes, measures and cuts.

Telegram counts UTF-16 code units after parsing, and at most 100 entities a message.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from html import escape, unescape

from telegram.constants import MessageLimit

MOST_UNITS = int(MessageLimit.MAX_TEXT_LENGTH)
MOST_ENTITIES = int(MessageLimit.MESSAGE_ENTITIES)
_TAG = re.compile(r"<[^>]*>")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi"})
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS = "\u200c\u200d"
_ELLIPSIS = "…"


def units(text: str) -> int:
    """Return the length of plain text in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def visible(html: str) -> str:
    """Return the plain text that our own HTML shows."""
    return unescape(_TAG.sub("", html))


def clean(text: str) -> str:
    """Return text on one line without control, bidi-override or unpaired characters."""
    kept = (c if c in _JOINERS or unicodedata.category(c) not in _INVISIBLE else " " for c in text)
    return " ".join("".join(kept).split())


def clip(text: str, most: int) -> str:
    """Return plain text of at most `most` UTF-16 units, cut between characters and marked with "…"."""
    if units(text) <= most:
        return text
    cut = text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", errors="ignore")
    return cut.rstrip() + _ELLIPSIS


def plain(text: str, *, most: int = 300) -> str:
    """Return foreign text made fit for HTML: cleaned, cut, escaped."""
    return escape(clip(clean(text), most), quote=False)


def verbatim(text: str, language: str = "und") -> str:
    """Return an article's own words, escaped and otherwise untouched, in marks that keep their direction."""
    return directed(escape(text, quote=False), language)


def directed(html: str, language: str) -> str:
    """Return right-to-left text isolated, so that a left-to-right line around it stays in order."""
    return f"\u2067{html}\u2069" if language in _RIGHT_TO_LEFT else html


def link(url: str | None, html: str) -> str:
    """Return `html` as a link; bold when there is no http(s) address."""
    if url and url.lower().startswith(("http://", "https://")) and len(url) <= 2_000:
        return f'<a href="{escape(url)}">{html}</a>'
    return f"<b>{html}</b>"


def moment(at: datetime) -> str:
    """Return a date and time that the reader's Telegram shows in their own zone and habit."""
    return f'<tg-time unix="{int(at.timestamp())}" format="dt">{at:%Y-%m-%d %H:%M} UTC</tg-time>'


def fit(blocks: Iterable[str], *, most: int = MOST_UNITS, entities: int = MOST_ENTITIES) -> str:
    """Return as many whole blocks as one message holds, in order, parted by line breaks.

    Args:
        blocks: HTML of ours, each balanced in itself; empty ones are left out.
        most: UTF-16 units that may show.
        entities: Tags that may be opened.
    """
    kept: list[str] = []
    for block in blocks:
        cost, tags = units(visible(block)) + 1, block.count("<") // 2
        if block and cost <= most and tags <= entities:
            kept.append(block)
            most, entities = most - cost, entities - tags
    return "\n".join(kept)
