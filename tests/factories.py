"""Builders of what many tests need: say what matters to the test, the rest is filled in."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance, Span, Statement
from bot.corpus.raw import RawArticle
from bot.search.query.speaking import name_key
from bot.summaries.statements import with_statements

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
"""When articles were published, unless the test says otherwise."""


def make_article(
    name: str = "a",
    text: str | None = None,
    *,
    publisher: str | None = None,
    original: Iterable[str] = (),
    cited: Iterable[str] = (),
    hours: float = 0,
    **fields: Any,
) -> Article:
    """Return an English article, published `hours` after `NOON`; its outlets are given by name.

    Args:
        name: Becomes the id, and the title and text of an article that has none.
        text: Each full stop ends a sentence.
        fields: Further fields of `Article`; they win.
    """
    text = f"{name}." if text is None else text
    chain = Provenance(
        _stated(publisher) if publisher else None, tuple(map(_stated, original)), tuple(map(_stated, cited))
    )
    usual = {
        "title": name,
        "language": "en",
        "published_at": NOON + timedelta(hours=hours),
        "provenance": chain,
        "sentences": tuple(Span(*found.span()) for found in re.finditer(r"\S[^.]*\.?", text)),
    }
    return Article(**({"id": ArticleId(name), "text": text} | usual | fields))


def analyzed(text: str, *, now: datetime = NOON, **fields: Any) -> Article:
    """Return what the analysis makes of an article as it comes in."""
    return with_statements(build_article(RawArticle(**({"source": "a.txt", "text": text} | fields)), now=now))


def spoken(sentence: int, name: str, key: str = "") -> Statement:
    """Return a statement of an article; its speaker is a person unless a key says otherwise."""
    return Statement(sentence, name, key or name_key(name.split()), Span(0, 1))


def write_jsonl(path: Path, *records: Mapping[str, Any]) -> None:
    """Write a corpus file with one record per line."""
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")


def _stated(name: str) -> Hop:
    return Hop(name, Certainty.STATED)
