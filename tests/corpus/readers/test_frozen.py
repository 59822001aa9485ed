"""Frozen feeds and pages, and what must be read from each."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.corpus.analysis.build import build_article
from bot.corpus.raw import RawArticle
from bot.corpus.readers.feed import read_feed
from bot.corpus.readers.feed_document import FeedDocument, entry_article, is_teaser
from bot.corpus.readers.html import feed_links, page_article
from bot.errors import RejectedInput

DATA = Path(__file__).parents[2] / "data"
SEEN_AT = datetime(2026, 11, 10, tzinfo=UTC)
FEEDS = sorted(each for each in (DATA / "feeds").iterdir() if each.name != "expected.json")
PAGES = sorted((DATA / "pages").glob("*.html"))


def told(raw: RawArticle | RejectedInput) -> dict[str, Any]:
    """What the program will say of an article."""
    if isinstance(raw, RejectedInput):
        return {"rejected": str(raw.reason)}
    article = build_article(raw, now=SEEN_AT)
    return {
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "author": article.author,
        "published": f"{article.published_at} {article.published}" if article.published_at else None,
        "language": article.language,
        "text": article.text,
        "teaser": is_teaser(raw),
    }


def read(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".html":
        return [
            told(page_article(path.read_bytes(), source=path.name, url=f"https://site.example/{path.name}"))
        ]
    document = read_feed(path.read_bytes(), source="https://site.example/feed")
    assert isinstance(document, FeedDocument), document
    entries = (
        entry_article(each, document, feed_url="https://site.example/feed", seen_at=SEEN_AT)
        for each in document.entries
    )
    return [told(each) for each in (*document.rejected, *entries)]


@pytest.mark.parametrize("path", [*FEEDS, *PAGES], ids=lambda path: path.name)
def test_a_frozen_document_is_read_as_expected(path: Path) -> None:
    file = path.with_name("expected.json")
    if os.environ.get("UPDATE_EXPECTED"):
        known = json.loads(file.read_text()) if file.exists() else {}
        file.write_text(json.dumps(known | {path.name: read(path)}, ensure_ascii=False, indent=1) + "\n")
    assert read(path) == json.loads(file.read_text(encoding="utf-8"))[path.name]


def test_a_page_names_its_feeds() -> None:
    page = (DATA / "pages" / "ledger.html").read_bytes()
    assert feed_links(page, "https://ledger.example/night-trams/") == (
        "https://ledger.example/world/feed/",
        "https://ledger.example/atom.xml",
    )


def test_a_page_does_not_speak_for_another_site() -> None:
    page = (DATA / "pages" / "ledger.html").read_bytes()
    raw = page_article(page, source="s", url="https://elsewhere.example/copy?utm_source=x")
    assert isinstance(raw, RawArticle)
    assert raw.url == "https://elsewhere.example/copy"
