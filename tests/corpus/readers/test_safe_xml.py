"""Untrusted XML: what is rejected, and what only looks dangerous."""

import time
from html.entities import name2codepoint

import pytest

from bot.corpus.readers.feed import read_feed
from bot.corpus.readers.feed_document import FeedDocument
from bot.corpus.readers.safe_xml import safe_xml
from bot.errors import RejectedInput

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
MANY = "".join(f'<!ENTITY e{n} "x">' for n in range(1_000))
FEED = '<rss version="2.0"><channel><title>{}</title><item><title>A</title></item></channel></rss>'


def is_rejected(data: bytes) -> bool:
    text = safe_xml(data, source="s")
    assert isinstance(read_feed(data, source="s"), RejectedInput) == isinstance(text, RejectedInput)
    return isinstance(text, RejectedInput)


ATTACKS = {
    "billion laughs": f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]>' + FEED.format("&l9;"),
    "quadratic blowup": f'<!DOCTYPE r [<!ENTITY a "{"x" * 5000}">]>' + FEED.format("&a;" * 5000),
    "file entity": '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + FEED.format("&f;"),
    "parameter entity": '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]>' + FEED.format("x"),
    "lower case": "<!doctype rss [<!entity a '&b;'><!entity b 'c'>]>" + FEED.format("&a;"),
    "with spaces": '<! DOCTYPE r [<! ENTITY a "b">]>' + FEED.format("&a;"),
    "growth": f'<!DOCTYPE r [<!ENTITY a "{"x" * 90}">]>' + FEED.format("&a;" * 20_000),
    "several doctypes": '<!DOCTYPE r [<!ENTITY a "b">]><!DOCTYPE r [<!ENTITY c "d">]>'
    + FEED.format("&a;&c;"),
    "many entities": f"<!DOCTYPE r [{MANY}]>" + FEED.format("&e1;" * 100_000),
    "after the root": FEED.format("x") + '<!DOCTYPE r [<!ENTITY a "b">]>',
    "unclosed comment": "<r/><!-- " + '<!ENTITY a "b">',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_doctypes_and_entities_are_rejected_in_any_encoding(attack: str, encoding: str) -> None:
    started = time.process_time()
    assert is_rejected(ATTACKS[attack].encode(encoding))
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ('<!DOCTYPE rss SYSTEM "http://127.0.0.1/rss.dtd">', "Locks"),
        ('<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN"\n "http://127.0.0.1/rss.dtd">', "Locks"),
        ('<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY mill "Orm">]>', "Locks&nbsp;of &mill;"),
        ("<!doctype rss [<!entity mill 'Orm'>]>", "Locks of &mill;"),
        ('<!-- <!ENTITY a "b"> --><!-- by <b>Mill 2</b> & <i> --><?style x?>', "Locks"),
        ("<br />\n<b>Notice</b>: unset in <b>/srv/f.php</b>\n<?xml version='1.0'?>", "Locks"),
        ("Warning: date() is old in /srv/f.php on line 3\n", "Locks"),
        ("\ufeff\n\n <?xml version='1.0'?>", "Locks"),
    ],
)
def test_feed_behind_something_harmless_is_read(before: str, title: str) -> None:
    document = read_feed((before + FEED.format(title)).encode(), source="s")
    assert isinstance(document, FeedDocument), document
    assert document.title in ("Locks", "Locks of Orm", "Locks\xa0of Orm")
    assert [entry.title for entry in document.entries] == ["A"]


def test_entity_that_a_replacement_spells_is_not_replaced() -> None:
    """Growth is counted as references are replaced: none may come up afterwards."""
    declared = f'<!DOCTYPE r [<!ENTITY a ""><!ENTITY b "{"x" * 100}">]>'
    text = safe_xml((declared + FEED.format("&&a;b;" * 50_000)).encode(), source="s")
    assert isinstance(text, str)
    assert "xx" not in text
    assert text.count("&amp;b;") == 50_000


def test_all_entities_of_html_may_be_declared() -> None:
    declared = "".join(f'<!ENTITY {name} "&#{code};">' for name, code in name2codepoint.items())
    started = time.process_time()
    text = safe_xml(
        (f"<!DOCTYPE r [{declared}]>" + FEED.format("Caf&eacute; " * 80_000)).encode(), source="s"
    )
    assert time.process_time() - started < 1
    assert isinstance(text, str)
    assert text.count("Caf&#233; ") == 80_000


def test_page_that_shows_a_feed_is_no_feed() -> None:
    page = "<!DOCTYPE html><html><body><p>Write</p><pre>" + FEED.format("x") + "</pre></body></html>"
    assert isinstance(read_feed(page.encode(), source="s"), RejectedInput)


def test_doctypes_inside_cdata_are_text() -> None:
    page = '<![CDATA[<!DOCTYPE html><p>How to write &lt;!ENTITY a "b"> in <!ENTITY a "b"></p>]]>'
    document = read_feed(FEED.format(page).encode(), source="s")
    assert isinstance(document, FeedDocument)
    assert "How to write" in document.title


def test_html_entities_are_read_without_a_doctype() -> None:
    document = read_feed(FEED.format("Caf&eacute;&nbsp;&amp; bar").encode(), source="s")
    assert isinstance(document, FeedDocument)
    assert document.title.split() == ["Café", "&", "bar"]


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00" * 100, b"just words", b"<html><body><p>a page</p></body></html>", b"{}", b"[]",
     b'{"version": 1}', b'{"version": "https://jsonfeed.org/version/1"}', b"<rss", b"<" * 10_000,
     b"<a>" * 50_000, b"\xff\xfe<"],
)  # fmt: skip
def test_data_that_is_not_a_feed_is_rejected(data: bytes) -> None:
    document = read_feed(data, source="s")
    assert isinstance(document, RejectedInput) or not document.entries


def test_data_is_never_opened_as_a_file_name() -> None:
    assert isinstance(read_feed(b"/etc/passwd", source="s"), RejectedInput)
