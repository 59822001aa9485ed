"""Reads XML files: a saved feed, or records with named elements."""

from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from bot.corpus.raw import RawArticle
from bot.corpus.readers.common import read_limited
from bot.corpus.readers.feed import is_feed, read_feed
from bot.corpus.readers.feed_document import feed_articles
from bot.corpus.readers.jsonl import TEXT_NAMES, record_article
from bot.corpus.readers.safe_xml import safe_xml
from bot.errors import RejectedInput, localizable

MAX_BYTES = 64_000_000


def read_xml(file: IO[bytes], source: str) -> Iterator[RawArticle | RejectedInput]:
    """Yield the articles of a feed, or of records: elements with children named like JSON fields."""
    data = read_limited(file, source, MAX_BYTES)
    if isinstance(data, RejectedInput):
        yield data
        return
    text = safe_xml(data, source=source)
    if isinstance(text, RejectedInput):
        yield text
    elif is_feed(text):
        document = read_feed(data, source=source)
        yield from [document] if isinstance(document, RejectedInput) else feed_articles(document, source)
    else:
        yield from _parse(text, source)


def _parse(text: str, source: str) -> Iterator[RawArticle | RejectedInput]:
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield RejectedInput(localizable("why-xml", words=str(error)), source=source, line=error.position[0])
        return
    yield from _records(root, source)


def _records(root: Element, source: str) -> Iterator[RawArticle | RejectedInput]:
    count = 0
    for element in root.iter():
        if any(map(_is_text, element)):
            count += 1
            fields = {_local_name(child): _text(child) for child in element}
            yield record_article(fields, source, count)
    if not count:
        names = ", ".join(sorted(TEXT_NAMES))
        yield RejectedInput(localizable("why-no-records", names=names), source=source)


def _is_text(element: Element) -> bool:
    """Return whether an element is an article's text; `<article>` may also be a whole record."""
    name = _local_name(element)
    is_record = name == "article" and any(_local_name(child) in TEXT_NAMES for child in element)
    return name in TEXT_NAMES and not is_record


def _local_name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _text(element: Element) -> str:
    """Return an element's text; child elements become paragraphs."""
    if not len(element):
        return (element.text or "").strip()
    parts = [element.text or "", *(f"{''.join(child.itertext())}\n{child.tail or ''}" for child in element)]
    return "\n".join(line.strip() for part in parts for line in part.split("\n") if line.strip())
