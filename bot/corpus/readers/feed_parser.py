"""feedparser, set up for us. Import it late: it takes longer to import than most questions take."""

import io
from time import gmtime
from typing import Any

import feedparser
from feedparser import FeedParserDict, mixin
from feedparser.mixin import _FeedParserMixin

from bot.corpus.readers.feed_authors import MAX_CHARACTERS

_HEADERS = {"content-type": "application/xml; charset=utf-8"}
"""Stops feedparser from guessing the encoding."""
# We read dates as written; without this, feedparser tries ten forms on each.
feedparser.registerDateHandler(lambda _: gmtime(0))
_find_address = _FeedParserMixin._sync_author_detail
_join = mixin._urljoin
_look_up = FeedParserDict.get
_MAPPED = frozenset(FeedParserDict.keymap) | {
    "category",
    "enclosures",
    "license",
    "updated_parsed",
    "updated",
}
"""Keys that feedparser looks up under other names, too."""


def _find_address_in_short(parser: Any, key: str = "author") -> None:
    """Cut an author before feedparser looks for a mail address in it, which takes quadratic time."""
    context = parser._get_context()
    if author := context.get(key):
        context[key] = author[:MAX_CHARACTERS]
    _find_address(parser, key)


def _join_written(base: str, link: str) -> Any:
    """Return a link with its base; most elements have neither."""
    return _join(base, link) if base or link else ""


def _get(fields: Any, key: str, default: Any = None) -> Any:
    """Look most keys up as they are, which takes a fifth of the time."""
    return _look_up(fields, key, default) if key in _MAPPED else dict.get(fields, key, default)


_FeedParserMixin._sync_author_detail = _find_address_in_short
mixin._urljoin = _join_written
FeedParserDict.get = _get
# feedparser copies every text's few attributes, which are plain values.
FeedParserDict.__deepcopy__ = lambda fields, _: FeedParserDict(fields)


def parse(text: str) -> Any:
    """Return what feedparser makes of a feed.

    Malformed elements raise all kinds of errors in its handlers.
    """
    # A file object: feedparser would open a string as a file name or a URL.
    return feedparser.parse(
        io.BytesIO(text.encode(errors="replace")),
        response_headers=_HEADERS,
        resolve_relative_uris=False,
        sanitize_html=False,
    )
