"""The address of an article's picture, as its feed or record names it."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from bot.corpus.article import Article

PICTURE = "picture"
"""Key in `Article.extra` under which the picture of a feed's entry is stored."""
_NAMES = (PICTURE, "image", "image_url", "imageUrl", "urlToImage", "thumbnail", "top_image")
"""Fields of records that name a picture, the most usual first."""
LONGEST = 1_000
"""Characters of an address."""


def picture_of(article: Article) -> str | None:
    """Return the https address of an article's picture, None without one."""
    return first_picture(article.extra.get(name) for name in _NAMES)


def first_picture(found: Iterable[object]) -> str | None:
    """Return the first https address among values: addresses, objects with `url`, or lists of these."""
    for value in map(_unwrapped, found):
        if isinstance(value, str) and (address := _secure(value.strip())):
            return address
    return None


def _unwrapped(value: object) -> object:
    """Return what is in an object with `url` or first in a list, at most three deep."""
    for _ in range(3):
        if isinstance(value, dict):
            value = value.get("url")
        elif isinstance(value, list):
            value = value[0] if value else None
    return value


def _secure(address: str) -> str | None:
    """Return an address that starts with https and names a host, without a password."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    is_plain = address.isascii() and address.isprintable() and " " not in address
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
        return None
    return address if is_plain and len(address) <= LONGEST else None
