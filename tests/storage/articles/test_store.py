"""Contract of the article store, for the database and its fake."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance, RemovedLine, Span, Statement
from bot.ingest.batch import Batch, Revision
from tests.factories import make_article
from tests.storage.conftest import Corpus

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
FULL = Article(
    id=ArticleId("full"),
    title="مرفأ الكلمات",
    text="First sentence. Second one.",
    language="ar",
    url="https://www.example.org/news/1?utm_source=x",
    author="A. Writer",
    dateline="ANKARA",
    published_at=datetime(2026, 10, 31, 15, 30, tzinfo=UTC),
    published=Certainty.INFERRED,
    provenance=Provenance(
        publisher=Hop("The Paper", Certainty.STATED),
        original=(Hop("Wire", Certainty.INFERRED, "Source: Wire.", Span(0, 4)),),
        cited=(Hop("Agency", Certainty.STATED, "told Agency", Span(5, 9)),),
    ),
    sentences=(Span(0, 15), Span(16, 27)),
    statements=(
        Statement(0, "Ann Roe", "ann roe", Span(0, 5), Span(6, 9)),
        Statement(1, "ministry", "the ministry", Span(16, 20)),
    ),
    removed=(RemovedLine("Share this", "motto"),),
    sample=True,
    source="seeds/full.txt",
    extra={"tags": ["a", 1, None], "half a pair": "\ud800"},
)


def article(name: str, *, days: int | None = None, **fields: Any) -> Article:
    at = None if days is None else AT - timedelta(days=days)
    url, source = f"https://example.org/{name}", f"seeds/{name}.txt"
    return make_article(name, url=url, source=source, published_at=at, **fields)


def batch(*articles: Article, replaces: str | None = None, mark: str = "1") -> Batch:
    return Batch(
        AT, tuple(Revision(article, f"{article.id}{mark}", replaces=replaces) for article in articles)
    )


async def test_article_round_trips(corpus: Corpus) -> None:
    await corpus.commit(batch(FULL))
    (stored,) = await corpus.get([FULL.id])
    assert stored == FULL
    assert stored.statements == FULL.statements


async def test_statements_that_nobody_looked_for_stay_unknown(corpus: Corpus) -> None:
    await corpus.commit(batch(article("a", statements=None), article("b", statements=())))
    assert [stored.statements for stored in await corpus.get([ArticleId("a"), ArticleId("b")])] == [None, ()]


async def test_get_keeps_order_and_skips_missing(corpus: Corpus) -> None:
    await corpus.commit(batch(article("a"), article("b"), article("c")))
    asked = [ArticleId(name) for name in ("c", "nobody", "a", "c")]
    assert [article.id for article in await corpus.get(asked)] == ["c", "a", "c"]
    assert await corpus.get([]) == []


async def test_get_handles_more_ids_than_one_statement(corpus: Corpus) -> None:
    many = [article(f"n{number}") for number in range(1_201)]
    await corpus.commit(batch(*many))
    ids = [article.id for article in many]
    assert await corpus.get(ids) == many
    assert len(await corpus.fingerprints(ids)) == 1_201


async def test_empty_store(corpus: Corpus) -> None:
    assert await corpus.last_change() == 0
    assert await corpus.changes(after=0, limit=10) == []


async def test_change_log_is_read_in_pages(corpus: Corpus) -> None:
    await corpus.commit(batch(*(article(name) for name in "abcde")))
    assert [(change.number, change.article_id) for change in await corpus.changes(after=2, limit=2)] == [
        (3, "c"),
        (4, "d"),
    ]
    assert await corpus.changes(after=5, limit=2) == []


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://example.org/a", "a"),
        ("http://www.example.org/a/?utm_source=feed#top", "a"),
        ("https://example.org/A", None),
        ("https://example.org/b", None),
    ],
)
async def test_article_is_found_by_url(corpus: Corpus, address: str, found: str | None) -> None:
    await corpus.commit(batch(article("a")))
    assert await corpus.by_url(address) == found
