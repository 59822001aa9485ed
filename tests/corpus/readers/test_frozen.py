"""Snapshots of feeds and pages, and the articles that must be read from each."""

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
FEEDS = sorted(path for path in (DATA / "feeds").iterdir() if path.name != "expected.json")
PAGES = sorted((DATA / "pages").glob("*.html"))


def described(raw: RawArticle | RejectedInput) -> dict[str, Any]:
    """Return the fields of the article as `expected.json` has them."""
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
        raw = page_article(path.read_bytes(), source=path.name, url=f"https://site.example/{path.name}")
        return [described(raw)]
    url = "https://site.example/feed"
    document = read_feed(path.read_bytes(), source=url)
    assert isinstance(document, FeedDocument), document
    raws = (entry_article(entry, document, feed_url=url, seen_at=SEEN_AT) for entry in document.entries)
    return [described(raw) for raw in (*document.rejected, *raws)]


@pytest.mark.parametrize("path", [*FEEDS, *PAGES], ids=lambda path: path.name)
def test_a_snapshot_is_read_as_expected(path: Path) -> None:
    file = path.with_name("expected.json")
    if os.environ.get("UPDATE_EXPECTED"):
        expected = json.loads(file.read_text()) if file.exists() else {}
        file.write_text(json.dumps(expected | {path.name: read(path)}, ensure_ascii=False, indent=1) + "\n")
    assert read(path) == json.loads(file.read_text(encoding="utf-8"))[path.name]


def test_feed_links_of_a_page_are_found() -> None:
    page = (DATA / "pages" / "ledger.html").read_bytes()
    assert feed_links(page, "https://ledger.example/night-trams/") == (
        "https://ledger.example/world/feed/",
        "https://ledger.example/atom.xml",
    )


def test_a_page_cannot_claim_the_url_of_another_site() -> None:
    page = (DATA / "pages" / "ledger.html").read_bytes()
    raw = page_article(page, source="s", url="https://elsewhere.example/copy?utm_source=x")
    assert isinstance(raw, RawArticle)
    assert raw.url == "https://elsewhere.example/copy"
