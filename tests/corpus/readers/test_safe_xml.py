"""XML of strangers: what is refused, and what only looks dangerous."""

import time

import pytest

from bot.corpus.readers.feed import read_feed
from bot.corpus.readers.feed_document import FeedDocument
from bot.corpus.readers.safe_xml import safe_xml
from bot.errors import RejectedInput

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
FEED = '<rss version="2.0"><channel><title>{}</title><item><title>A</title></item></channel></rss>'


def refused(document: str | bytes) -> bool:
    data = document if isinstance(document, bytes) else document.encode()
    text = safe_xml(data, source="s")
    assert isinstance(read_feed(data, source="s"), RejectedInput) == isinstance(text, RejectedInput)
    return isinstance(text, RejectedInput)


BOMBS = {
    "billion laughs": f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{LAUGHS}]>' + FEED.format("&l9;"),
    "quadratic": f'<!DOCTYPE r [<!ENTITY a "{"x" * 5000}">]>' + FEED.format("&a;" * 5000),
    "a file": '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + FEED.format("&f;"),
    "an address": '<!DOCTYPE rss SYSTEM "http://127.0.0.1/rss.dtd">' + FEED.format("x"),
    "parameter entities": '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]>' + FEED.format("x"),
    "small letters": "<!doctype rss [<!entity a 'b'>]>" + FEED.format("&a;"),
    "with a space": '<! DOCTYPE r [<! ENTITY a "b">]>' + FEED.format("&a;"),
    "in a comment before the root": '<!--\n<!ENTITY a "bbbb">\n--><!-- <!DOCTYPE r> -->' + FEED.format("&a;"),
    "after the root": FEED.format("x") + '<!DOCTYPE r [<!ENTITY a "b">]>',
    "behind a comment that never ends": "<r/><!-- " + '<!ENTITY a "b">',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("name", BOMBS)
def test_doctypes_and_entities_are_refused_in_any_encoding(name: str, encoding: str) -> None:
    started = time.process_time()
    assert refused(BOMBS[name].encode(encoding))
    assert time.process_time() - started < 1


def test_such_words_inside_cdata_are_text() -> None:
    page = '<![CDATA[<!DOCTYPE html><p>How to write &lt;!ENTITY a "b"> in <!ENTITY a "b"></p>]]>'
    document = read_feed(FEED.format(page).encode(), source="s")
    assert isinstance(document, FeedDocument)
    assert "How to write" in document.title


def test_entities_of_html_are_read_without_a_doctype() -> None:
    document = read_feed(FEED.format("Caf&eacute;&nbsp;&amp; bar").encode(), source="s")
    assert isinstance(document, FeedDocument)
    assert document.title.split() == ["Café", "&", "bar"]


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00" * 100, b"just words", b"<html><body><p>a page</p></body></html>", b"{}", b"[]",
     b'{"version": 1}', b'{"version": "https://jsonfeed.org/version/1"}', b"<rss", b"<" * 10_000,
     b"<a>" * 50_000, b"\xff\xfe<"],
)  # fmt: skip
def test_what_is_no_feed_is_said_to_be_none(data: bytes) -> None:
    found = read_feed(data, source="s")
    assert isinstance(found, RejectedInput) or not found.entries


def test_a_document_is_never_taken_for_the_name_of_a_file() -> None:
    assert isinstance(read_feed(b"/etc/passwd", source="s"), RejectedInput)
