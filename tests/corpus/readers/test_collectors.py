"""Feeds of services that collect links: the publisher is the outlet, the address its own."""

import base64
from html import escape

import pytest

from bot.corpus.raw import RawArticle
from bot.corpus.readers.collectors import target_of
from bot.corpus.readers.feed import read_feed
from bot.corpus.readers.feed_document import FeedDocument, entry_article

TARGET = "https://lockpost.example/gate?id=4"
QUOTED = "https%3A%2F%2Flockpost.example%2Fgate%3Fid%3D4"
PACKED = base64.urlsafe_b64encode(b"\x08\x13\x22\x22" + TARGET.encode() + b"\xd2\x01\x00").decode()
FEED_URL = "https://find.example/rss"


def read(*items: str, title: str = "find: locks", link: str = "https://find.example/") -> list[RawArticle]:
    """Return the articles of a feed of a service at find.example."""
    feed = (
        f'<rss version="2.0"><channel><title>{title}</title>'
        f"<link>{link}</link>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )
    document = read_feed(feed.encode(), source=FEED_URL)
    assert isinstance(document, FeedDocument), document
    raws = [entry_article(entry, document, feed_url=FEED_URL) for entry in document.entries]
    return [raw for raw in raws if isinstance(raw, RawArticle)]


@pytest.mark.parametrize(
    "link",
    [
        f"https://www.find.example/url?rct=j&sa=t&url={TARGET}&ct=ga",
        f"https://find.example/news/apiclick.aspx?ref=rss&url={QUOTED}&c=7",
        f"https://out.find.example/l.php?u={QUOTED}",
        f"https://find.example/goto?page={QUOTED}",
        f"https://r.find.example/_y/RU={QUOTED}/RK=2/RS=x",
        f"https://find.example/click/{TARGET}",
        f"https://find.example/rss/articles/{PACKED.rstrip('=')}",
    ],
)
def test_redirect_leads_to_the_address_it_contains(link: str) -> None:
    assert target_of(link) == TARGET


@pytest.mark.parametrize(
    "link",
    [
        "https://lockpost.example/print?url=https://lockpost.example/gate",
        "https://archive.example/web/20240101000000/https://lockpost.example/gate",
        "https://lockpost.example/gate?source=https://find.example/",
        "https://lockpost.example/gate?q=lock",
        "/relative",
    ],
)
def test_other_addresses_stay(link: str) -> None:
    assert target_of(link) == link


def test_outlet_behind_the_headline_is_the_publisher() -> None:
    link = escape(f"https://find.example/url?sa=t&url={TARGET}")
    (raw,) = read(f"<title>Lock gate jammed - Lock Post</title><link>{link}</link>")
    assert (raw.title, raw.publisher, raw.url) == ("Lock gate jammed", "Lock Post", TARGET)


def test_named_source_is_the_publisher_of_a_link_that_cannot_be_unwrapped() -> None:
    (raw,) = read(
        "<title>Lock gate jammed - Lock Post</title><link>https://find.example/read/CBMiX</link>"
        '<source url="https://lockpost.example">Lock Post</source>'
    )
    assert (raw.title, raw.publisher) == ("Lock gate jammed", "Lock Post")


def test_site_of_the_target_is_the_publisher_where_nothing_names_it() -> None:
    link = escape(f"https://find.example/url?sa=t&url={TARGET}")
    (raw,) = read(f"<title>Lock gate jammed</title><link>{link}</link>")
    assert (raw.title, raw.publisher) == ("Lock gate jammed", None)  # the analysis takes the host


def test_list_of_links_to_many_sites_publishes_none_of_them() -> None:
    raws = read(
        "<title>Gate jammed</title><link>https://lockpost.example/1</link>",
        "<title>Gate open</title><link>https://millnews.example/1</link>",
        "<title>About our list</title><link>https://find.example/about</link>",
    )
    assert [raw.publisher for raw in raws] == [None, None, "find: locks"]


def test_feed_on_another_host_than_its_site_keeps_its_name() -> None:
    raws = read(
        "<title>Gate - and water - jammed</title><link>https://www.lockpost.example/1</link>",
        title="The Keeper",
        link="https://lockpost.example/",
    )
    assert [(raw.title, raw.publisher) for raw in raws] == [("Gate - and water - jammed", "The Keeper")]
