"""Telegram HTML: the only place that escapes, measures and cuts.

Telegram counts UTF-16 code units after parsing and allows 100 entities per message.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from html import escape, unescape
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from handlers.texts import Texts
from handlers.texts.dates import day

MOST_UNITS, MOST_ENTITIES = 4096, 100
"""`MessageLimit` of python-telegram-bot, which the terminal need not import."""
_TAG = re.compile(r"<[^>]*>")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS = "\u200c\u200d"
_ELLIPSIS = "…"
_HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
_IRAN = ZoneInfo("Asia/Tehran")
"""Where days of the solar calendar begin, as the calendar is Iran's."""
_RECENT = timedelta(days=2)
LONGEST_ADDRESS = 2_000
"""Characters of an address in a link or a button."""


def units(text: str) -> int:
    """Return the length of plain text in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def visible(html: str) -> str:
    """Return the plain text of HTML written by the bot."""
    return unescape(_TAG.sub("", html))


def masked(html: str) -> str:
    """Return the bot's HTML for a log: markup and punctuation, with every letter of the text masked."""
    return re.sub(r"(<[^>]*>|&\w+;)|\w", lambda match: match[1] or "x", html)


def clean(text: str) -> str:
    """Return text on one line without control characters, bidi overrides and lone surrogates."""
    visible_ = (c if c in _JOINERS or unicodedata.category(c) not in _INVISIBLE else " " for c in text)
    return " ".join("".join(visible_).split())


def clip(text: str, most: int) -> str:
    """Return plain text of at most `most` UTF-16 units, cut between characters and marked with "…"."""
    if units(text) <= most:
        return text
    cut = text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", errors="ignore")
    return cut.rstrip() + _ELLIPSIS


def plain(text: str, *, most: int = 300) -> str:
    """Return foreign text cleaned, cut and escaped for HTML."""
    return escape(clip(clean(text), most), quote=False)


def verbatim(text: str) -> str:
    """Return an article's own words, escaped and otherwise unchanged."""
    return escape(text, quote=False)


def link(url: str | None, html: str) -> str:
    """Return `html` as a link, or in bold if there is no address that Telegram accepts."""
    address = web_address(url)
    return f'<a href="{escape(address)}">{html}</a>' if address else f"<b>{html}</b>"


def web_address(url: str | None) -> str | None:
    """Return an address that Telegram accepts in links and buttons: http(s), ASCII, a host with a dot.

    Returns:
        None if `url` is no such address or is longer than `LONGEST_ADDRESS`.
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


def headline(url: str | None, html: str) -> str:
    """Return `html` in bold, as a link if there is an address that Telegram accepts."""
    linked = link(url, html)
    return linked if linked.startswith("<b>") else f"<b>{linked}</b>"


def moment(at: datetime, texts: Texts) -> str:
    """Return a date and time that Telegram shows in the user's own time zone and format.

    Telegram's dates are Gregorian: by the solar calendar it only writes the time.
    """
    if texts.solar:
        return f"{_solar_day(at, texts)}، {_time(at, 't', texts.digits(f'{at.astimezone(_IRAN):%H:%M}'))}"
    return _time(at, "dt", f"{at:%Y-%m-%d %H:%M} UTC")


def age(at: datetime, texts: Texts, *, now: datetime) -> str:
    """Return a time as "3 hours ago", kept up to date by Telegram; the date if it is over two days old."""
    if texts.solar and abs(now - at) > _RECENT:
        return _solar_day(at, texts)
    if abs(now - at) > _RECENT:
        return _time(at, "D", f"{at:%Y-%m-%d}")
    return _time(at, "r", f"{at:%Y-%m-%d %H:%M} UTC")


def _solar_day(at: datetime, texts: Texts) -> str:
    return day(at.astimezone(_IRAN).date(), texts)


def _time(at: datetime, form: str, otherwise: str) -> str:
    """Return a time for clients to format, with what is shown by those that can't."""
    return f'<tg-time unix="{int(at.timestamp())}" format="{form}">{otherwise}</tg-time>'


def fit(blocks: Iterable[str], *, most: int = MOST_UNITS, entities: int = MOST_ENTITIES) -> str:
    """Return as many whole blocks as fit into one message, in order, separated by line breaks.

    Args:
        blocks: The bot's HTML, every block balanced; empty blocks are skipped.
        most: Limit of visible UTF-16 units.
        entities: Limit of opened tags.
    """
    fitting: list[str] = []
    for block in blocks:
        cost, tags = units(visible(block)) + 1, block.count("<") // 2
        if block and cost <= most and tags <= entities:
            fitting.append(block)
            most, entities = most - cost, entities - tags
    return "\n".join(fitting)
