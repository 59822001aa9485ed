"""Builds articles from entries of feeds as programs really write them."""

import json
from typing import Any

from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed import read_feed
from bot.corpus.readers.feed_document import FeedDocument, entry_article
from bot.errors import RejectedInput

FEED = "https://cdn.lighthouse.example/feeds/all.xml"
SITE = "https://lighthouse.example/news/"


def rss(entry: str) -> RawArticle:
    """Return the article of an RSS entry."""
    document = f"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lighthouse Post</title>
        <link>{SITE}</link><item>{entry}</item></channel></rss>"""
    return only_article(document.encode())


def atom(entry: str) -> RawArticle:
    """Return the article of an Atom entry."""
    document = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry>{entry}</entry></feed>'
    return only_article(document.encode())


def json_feed(**item: Any) -> RawArticle:
    """Return the article of a JSON Feed's item."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Lighthouse Post", "items": [item]}
    return only_article(json.dumps(feed).encode())


def only_article(data: bytes) -> RawArticle:
    """Return the article of a feed's only entry."""
    document = read_feed(data, source=FEED)
    assert isinstance(document, FeedDocument), document
    (entry,) = document.entries
    raw = entry_article(entry, document, feed_url=FEED)
    assert not isinstance(raw, RejectedInput), raw
    return raw
