"""What is read from entries of feeds as programs really write them."""

import json
import time
from dataclasses import replace
from typing import Any

import pytest

from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed import read_feed
from bot.corpus.readers.feed_document import FeedDocument, FeedEntry, entry_article
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
    document = read_feed(data, source=FEED)
    assert isinstance(document, FeedDocument), document
    (entry,) = document.entries
    raw = entry_article(entry, document, feed_url=FEED)
    assert not isinstance(raw, RejectedInput), raw
    return raw


@pytest.mark.parametrize(
    ("description", "text"),
    [
        (
            "<![CDATA[&lt;div&gt;Otters &lt;em&gt;moved&lt;/em&gt; in.&lt;/div&gt;]]>",
            "Otters moved in.",
        ),
        ("&amp;lt;p&amp;gt;Otters moved in.&amp;lt;/p&amp;gt;", "Otters moved in."),
        ("<![CDATA[<p>&lt;p&gt;Otters moved in.&lt;/p&gt;</p>]]>", "Otters moved in."),
        ("Otters &amp;amp;amp; seals moved in.", "Otters & seals moved in."),
        ("<![CDATA[<p>The &lt;marquee&gt; tag is back.</p>]]>", "The <marquee> tag is back."),
        ("<![CDATA[<p>Write &lt;b&gt;bold&lt;/b&gt; words.</p>]]>", "Write <b>bold</b> words."),
    ],
)
def test_only_html_that_was_escaped_too_often_is_unescaped_again(description: str, text: str) -> None:
    assert rss(f"<title>Otters</title><description>{description}</description>").text == text


def test_plain_text_of_atom_keeps_what_looks_like_a_tag() -> None:
    raw = atom(
        '<title type="text">A &lt;canvas&gt; for all</title><summary>Draw on the &lt;canvas&gt;.</summary>'
    )
    assert (raw.title, raw.text) == ("A <canvas> for all", "Draw on the <canvas>.")


def test_html_in_a_plain_text_is_read_as_html() -> None:
    raw = atom(
        "<title>Otters</title><summary>&lt;p&gt;Otters &lt;b&gt;moved&lt;/b&gt; in.&lt;/p&gt;</summary>"
    )
    assert raw.text == "Otters moved in."


def test_plain_text_of_json_feed_keeps_its_lines_and_signs() -> None:
    lines = "Sauna on the pier: open & warm\n\nIce hall at a < b square: shut\n\nOld tram depot: for rent now"
    assert json_feed(title="Today", content_text=lines).text == lines


def test_text_with_the_most_words_is_read() -> None:
    link = "https://lighthouse.example/" + "x" * 400
    raw = rss(
        f'<title>Otters</title><description><![CDATA[<a href="{link}">Picture</a>]]></description>'
        "<content:encoded>Otters moved into the old lock house.</content:encoded>"
    )
    assert raw.text == "Otters moved into the old lock house."


@pytest.mark.parametrize("text", ["2:0", "🦦🦦", "—", "[...]", "+++"])
def test_headline_replaces_a_text_without_letters(text: str) -> None:
    raw = rss(f"<title>Otters beat seals</title><description>{text}</description>")
    assert raw.text == "Otters beat seals"


def test_bare_ampersands_are_read_as_written() -> None:
    raw = rss(
        "<title>S&P wants AT&T; R&D stays & pays</title><link>https://lighthouse.example/?a=1&lang=2&b=3</link>"
        "<description><![CDATA[<p>Fish & chips &amp; tea</p>]]></description>"
    )
    assert raw.title == "S&P wants AT&T; R&D stays & pays"
    assert raw.url == "https://lighthouse.example/?a=1&lang=2&b=3"
    assert raw.text == "Fish & chips & tea"


@pytest.mark.parametrize(
    "footer",
    [
        "Statistics: Posted by Ann Ode — Wed Nov 25, 2026 2:05 pm",
        "Thanks for reading Lock Letter! Subscribe for free to receive new posts and support my work.",
        "The post Otters first appeared on Lighthouse Post.",
        "Der Beitrag Otters erschien zuerst auf Lighthouse Post.",
        "L’article Otters est apparu en premier sur Lighthouse Post.",
        "La entrada Otters se publicó primero en Lighthouse Post.",
        "La entrada Otters aparece primero en Lighthouse Post.",
        "Otters yazısı ilk önce Lighthouse Post üzerinde ortaya çıktı.",
        "Сообщение Otters появились сначала на Lighthouse Post.",
        "Запись Otters впервые появилась на Lighthouse Post.",
        "ظهرت المقالة Otters أولاً على Lighthouse Post.",
        "التدوينة Otters ظهرت أولاً على Lighthouse Post.",
        "نوشته Otters اولین بار در Lighthouse Post. پدیدار شد.",
        "L’articolo Otters proviene da Lighthouse Post.",
    ],
)
def test_footers_of_blog_programs_are_no_text(footer: str) -> None:
    paragraphs = f"<p>Two otters moved into the lock house.</p><p>{footer}</p>"
    raw = rss(f"<title>Otters</title><description><![CDATA[{paragraphs}]]></description>")
    assert raw.text == "Two otters moved into the lock house."
    joined = rss(f"<title>Otters</title><description>Two otters moved in. {footer}</description>")
    assert joined.text == "Two otters moved in." or "articolo" in footer


@pytest.mark.parametrize(
    "labels",
    [
        '<a href="https://board.example/1">Comments</a>',
        'posted by <a href="/u/ann">ann</a> <a href="/1">[link]</a> <a href="/1">[7 comments]</a>',
        'Article URL: <a href="https://a.example/x">https://a.example/x</a><br># Comments: 12',
        '<a href="https://a.example/x">Weiterlesen …</a>',
        '<a href="https://a.example/x">اقرأ المزيد</a>',
    ],
)
def test_labels_of_links_are_no_text(labels: str) -> None:
    raw = rss(f"<title>Otters build a raft</title><description><![CDATA[{labels}]]></description>")
    assert raw.text == "Otters build a raft"
    below = rss(
        f"<title>Otters</title><description><![CDATA[<p>A raft was built.</p><p>{labels}</p>]]></description>"
    )
    assert below.text == "A raft was built."


def test_a_credit_is_no_label_though_it_is_a_link() -> None:
    linked = '<p>A raft was built.</p><p>Source: <a href="https://afp.example/">AFP</a></p>'
    raw = rss(f"<title>Otters</title><description><![CDATA[{linked}]]></description>")
    assert raw.text.endswith("Source: AFP")


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("<dc:creator>Ann Ode</dc:creator><dc:creator>Ben Po</dc:creator>", "Ann Ode, Ben Po"),
        ("<author>a@a.example (Ann Ode)</author><author>b@b.example (Ben Po)</author>", "Ann Ode, Ben Po"),
        ("<author>ann@post.example (Ann Ode), ben@post.example (Ben Po)</author>", "Ann Ode, Ben Po"),
        ("<author>Ann Ode &lt;ann@post.example&gt;</author>", "Ann Ode"),
        ("<dc:creator>Ann Ode</dc:creator><author>ann@post.example (Ann Ode)</author>", "Ann Ode"),
    ],
)  # fmt: skip
def test_all_authors_of_an_entry_are_named_without_addresses(authors: str, names: str) -> None:
    assert rss(f"<title>Otters</title>{authors}<description>Otters.</description>").author == names


@pytest.mark.parametrize("letters", ["a" * 50_000, "a.b" * 20_000 + "@", "a" * 50_000 + " x@"])
def test_endless_author_is_cut_before_addresses_are_looked_for(letters: str) -> None:
    started = time.process_time()
    entries = [
        rss(f"<title>Otters</title><author><![CDATA[{letters}]]></author><description>Otters.</description>"),
        rss(f"<title>Otters</title><dc:creator>{letters}</dc:creator><description>Otters.</description>"),
        atom(f"<title>Otters</title><author><name>{letters}</name></author><summary>Otters.</summary>"),
    ]
    assert all(entry.author and len(entry.author) <= 500 for entry in entries)
    assert time.process_time() - started < 1


def test_all_authors_of_an_atom_entry_are_named() -> None:
    first = "<author><name>Ann Ode</name><email>a@post.example</email></author>"
    authors = f"{first}<author><name>Ben Po</name></author>"
    assert atom(f"<title>Otters</title>{authors}<summary>Otters.</summary>").author == "Ann Ode, Ben Po"


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({"authors": None, "author": None}, None),
        ({"authors": {"name": "Ann Ode"}}, "Ann Ode"),
        ({"authors": ["Ann Ode", {"name": "Ben Po"}, None, 7.5, {"url": "x"}]}, "Ann Ode, Ben Po, 7.5"),
        ({"author": "Ann Ode"}, "Ann Ode"),
        ({"author": [{"name": "Ann Ode"}], "language": ["en"], "url": {"href": "x"}, "id": None}, "Ann Ode"),
        ({"authors": ["Ann Ode", json.loads("[" * 900 + "]" * 900)]}, "Ann Ode"),
        ({"author": json.loads("[" * 900 + "]" * 900)}, None),
        ({"tags": "x", "attachments": 1, "date_published": ["2024"], "summary": {}, "image": None}, None),
    ],
)
def test_odd_fields_of_json_feed_cost_only_themselves(fields: dict[str, Any], author: str | None) -> None:
    raw = json_feed(title="Otters", content_text="Otters moved in.", **fields)
    assert (raw.text, raw.author) == ("Otters moved in.", author)


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


def test_board_that_names_a_group_leaves_no_text() -> None:
    labels = "submitted by &lt;a&gt;/u/ida&lt;/a&gt; to &lt;a&gt;r/lamps&lt;/a&gt; &lt;a&gt;[link]&lt;/a&gt;"
    assert rss(f"<title>Lamp out</title><description>{labels}</description>").text == "Lamp out"


MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'


@pytest.mark.parametrize(
    ("elements", "picture"),
    [
        (f'<media:thumbnail {MEDIA} url="https://img.example/1.jpg"/>', "https://img.example/1.jpg"),
        (f'<media:content {MEDIA} url="https://img.example/2" medium="image"/>', "https://img.example/2"),
        (
            '<enclosure url="https://img.example/3.png" type="image/png" length="9"/>',
            "https://img.example/3.png",
        ),
        ('<enclosure url="https://img.example/4.mp3" type="audio/mpeg" length="9"/>', None),
        ('<enclosure url="http://img.example/5.png" type="image/png" length="9"/>', None),
        (
            f'<media:thumbnail {MEDIA} url="//img.example/6.jpg"/>'
            '<enclosure url="https://img.example/6.png" type="image/png" length="9"/>',
            "https://img.example/6.png",
        ),
        ("", None),
    ],
)
def test_picture_of_an_entry_is_the_first_with_a_secure_address(elements: str, picture: str | None) -> None:
    article = rss(f"<title>Otters</title><description>Otters moved in.</description>{elements}")
    assert article.extra == ({"picture": picture} if picture else {})


def test_picture_of_a_json_item_is_read() -> None:
    item = {"id": "1", "content_text": "Otters moved in.", "image": "https://img.example/1.jpg"}
    assert json_feed(**item).extra == {"picture": "https://img.example/1.jpg"}
    assert json_feed(id="1", content_text="Otters moved in.", image=["x"], banner_image=7).extra == {}


def test_new_picture_does_not_change_an_entry() -> None:
    entry = FeedEntry(title="Otters", html="Otters moved in.", picture="https://img.example/1.jpg")
    assert entry.content_hash == replace(entry, picture="https://img.example/2.jpg").content_hash
