"""Which address an entry of a feed gets."""

import json

import pytest

from bot.corpus.raw import RawArticle
from tests.corpus.readers.feed_entries import SITE, only_article, rss


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/2026/otters", "https://lighthouse.example/2026/otters"),
        ("otters.html", "https://lighthouse.example/news/otters.html"),
        ("//m.lighthouse.example/otters", "https://m.lighthouse.example/otters"),
        ("?p=12", "https://lighthouse.example/news/?p=12"),
    ],
)
def test_relative_links_belong_to_the_site(link: str, url: str) -> None:
    assert rss(f"<title>Otters</title><link>{link}</link><description>Otters.</description>").url == url


@pytest.mark.parametrize(
    ("link", "url"),
    [("www.lighthouse.example/a", "http://www.lighthouse.example/a"), ("www/a", f"{SITE}www/a")],
)
def test_link_without_a_scheme_is_an_address_if_it_looks_like_one(link: str, url: str) -> None:
    assert rss(f"<title>Lamp out</title><link>{link}</link>").url == url


@pytest.mark.parametrize(
    ("guid", "url"),
    [("https://lighthouse.example/otters-1", "https://lighthouse.example/otters-1"), ("7", None)],
)
def test_entry_without_a_link_is_at_its_guid_if_that_is_an_address(guid: str, url: str | None) -> None:
    assert (
        rss(f"<title>Otters</title><link/><guid>{guid}</guid><description>Otters.</description>").url == url
    )


def test_relative_links_belong_to_the_feeds_own_address_if_it_names_no_site() -> None:
    article = atom_with_self("<title>Lamp out</title><link href='/a'/><summary>It is dark.</summary>")
    assert article.url == "https://pier.example/a"


def atom_with_self(entry: str) -> RawArticle:
    own = "<link rel='self' href='https://pier.example/feed.atom'/>"
    document = f"<feed xmlns='http://www.w3.org/2005/Atom'>{own}<entry>{entry}</entry></feed>"
    return only_article(document.encode())


def test_json_feed_names_authors_and_addresses_in_other_places() -> None:
    item = {"id": "https://pier.example/a", "title": "Lamp out", "content_text": "It is dark."}
    feed = {"version": "https://jsonfeed.org/version/1.1", "authors": [{"name": "Ida Moor"}], "items": [item]}
    article = only_article(json.dumps(feed).encode())
    assert (article.url, article.author) == ("https://pier.example/a", "Ida Moor")
