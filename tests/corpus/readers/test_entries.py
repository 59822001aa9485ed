"""What is read from entries of feeds as programs really write them."""

import json
import time
from typing import Any

import pytest

from tests.corpus.readers.feed_entries import atom, json_feed, rss


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


def test_board_that_names_a_group_leaves_no_text() -> None:
    labels = "submitted by &lt;a&gt;/u/ida&lt;/a&gt; to &lt;a&gt;r/lamps&lt;/a&gt; &lt;a&gt;[link]&lt;/a&gt;"
    assert rss(f"<title>Lamp out</title><description>{labels}</description>").text == "Lamp out"
