"""Telegram HTML: the only place that escapes, measures and cuts.

Telegram counts UTF-16 code units after parsing, and at most 100 entities a message.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from html import escape, unescape
from urllib.parse import quote, urlsplit

from telegram.constants import MessageLimit

MOST_UNITS = int(MessageLimit.MAX_TEXT_LENGTH)
MOST_ENTITIES = int(MessageLimit.MESSAGE_ENTITIES)
_TAG = re.compile(r"<[^>]*>")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS = "\u200c\u200d"
_ELLIPSIS = "…"
_HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
LONGEST_ADDRESS = 2_000
"""Characters of an address that goes into a link or a button."""


def units(text: str) -> int:
    """Return the length of plain text in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def visible(html: str) -> str:
    """Return the plain text that our own HTML shows."""
    return unescape(_TAG.sub("", html))


def masked(html: str) -> str:
    """Return HTML of ours fit for a log: its markup and every sign, no word that somebody said."""
    return re.sub(r"(<[^>]*>|&\w+;)|\w", lambda found: found[1] or "x", html)


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


def verbatim(text: str) -> str:
    """Return an article's own words, escaped and otherwise untouched."""
    return escape(text, quote=False)


def link(url: str | None, html: str) -> str:
    """Return `html` as a link; bold when there is no address that Telegram takes."""
    address = web_address(url)
    return f'<a href="{escape(address)}">{html}</a>' if address else f"<b>{html}</b>"


def web_address(url: str | None) -> str | None:
    """Return an http(s) address as Telegram takes it in links and buttons: ASCII, with a public-looking host.

    Returns:
        None when there is none in `url`, or it is longer than `LONGEST_ADDRESS`.
    """
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not _HOST.fullmatch(host):
        return None
    tail = "".join(
        _ascii(mark, part) for mark, part in (("", parts.path), ("?", parts.query), ("#", parts.fragment))
    )
    address = f"{parts.scheme.lower()}://{host}{port}{tail}"
    return address if len(address) <= LONGEST_ADDRESS else None


def _ascii(mark: str, part: str) -> str:
    return mark + quote(part, safe="%/:?@!$&'()*+,;=~-._", errors="replace") if part else ""


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
