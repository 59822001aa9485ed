"""What the tags of Telegram's HTML mean: entities, with a link's URL, an emoji's id or a date."""

import re
from typing import Any

from bot.preview.telegram.api_error import ApiError, bad_request

Entity = dict[str, Any]

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
"""The entity type of every supported tag."""


def entity_of(tag: str, attributes: dict[str, str], text: str) -> Entity | None:
    """Return the entity of an element, without its place; None if Telegram ignores the tag.

    Raises:
        ApiError: Telegram would reject an attribute.
    """
    match tag:
        case "a":
            url = _link_url(attributes.get("href") or text)
            return {"type": TAGS[tag], "url": url} if url else None
        case "blockquote" if "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        case "tg-emoji":
            return {"type": TAGS[tag], "custom_emoji_id": _emoji_id(attributes.get("emoji-id", ""))}
        case "tg-time":
            time = _time(attributes)
            return {"type": TAGS[tag], **time} if time else None
    return {"type": TAGS[tag]}


def unparsable(words: str) -> ApiError:
    """Return Telegram's error for markup it can't parse."""
    return bad_request(f"can't parse entities: {words}")


def _emoji_id(value: str) -> str:
    if not re.fullmatch(r"-?[0-9]{1,19}", value) or int(value) == 0:
        raise unparsable("Invalid custom emoji identifier specified")
    return value


def _time(values: dict[str, str]) -> dict[str, Any]:
    unix, form = values.get("unix", ""), values.get("format", "")
    if not re.fullmatch(r"[0-9]{1,10}", unix) or not 0 < int(unix) < 2**31:
        return {}
    if not re.fullmatch(r"r|w?[dD]?[tT]?", form):
        raise unparsable("Invalid date format used")
    return {"unix_time": int(unix), "date_time_format": form}


def _link_url(url: str) -> str:
    """Return the URL Telegram stores for a link, or "" if it drops the link."""
    url = url.strip()
    if re.match(r"(?:https?|tg|ton|tonsite|ftp)://", url, re.IGNORECASE):
        return url
    return f"http://{url}" if re.fullmatch(r"[\w.-]+\.[a-zA-Z]{2,}(?:[/?#:].*)?", url) else ""
