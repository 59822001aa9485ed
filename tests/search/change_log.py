"""A reproducible change log, and checks of an index against rank_bm25 itself."""

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from rank_bm25 import BM25Plus

from bot.corpus.article import Article, ArticleId, Span
from bot.search.analyzer import analyze
from bot.search.bm25 import PostingsBM25
from bot.search.index.columns import Columns
from bot.search.index.segment import DAY_US, UNDATED
from bot.search.index.snapshot import Snapshot
from bot.search.ports import IndexChange
from bot.search.query.matcher import AnalyzedArticle
from bot.search.ranking.top_k import top_k
from tests.factories import make_article, spoken

NAMES = 12
"""Articles that are added, changed and removed."""
LANGUAGES = ("en", "tr", "ar", "und")
WORDS = (
    "flood",
    "River",
    "bridges",
    "the",
    "köprü",
    "İzmir",
    "السلام",
    "council's",
    "U.S.",
    "flood",
    "naïve",
)
COLUMNS = (
    *("lengths", "published", "source_ids", "sample_flags", "publishers", "analyzers"),
    *("statement_docs", "statement_speakers", "statement_sentences"),
)
SPEAKERS = ("Ann Roe", "Bo Lind", "Roe")
QUERIES = [
    analyze(text, "en")
    for text in ("flood", "river bridge flood flood", "İzmir köprü", "the", "nowhere u.s.")
]


def article(name: int, words: Sequence[str], language: str = "en", **fields) -> Article:
    """Return an article: the first three words are its title, every four more a sentence."""
    sentences = [" ".join(words[i : i + 4]) + "." for i in range(3, len(words), 4)]
    ends = np.cumsum([len(sentence) + 1 for sentence in sentences]).tolist()
    spans = tuple(Span(end - len(text) - 1, end - 1) for end, text in zip(ends, sentences, strict=True))
    fields = {
        "published_at": None,
        "title": " ".join(words[:3]),
        "language": language,
        "sentences": spans,
        "statements": tuple(spoken(i, SPEAKERS[(name + i) % 3]) for i in range(len(spans)) if (name + i) % 2),
    } | fields
    return make_article(f"article-{name}", " ".join(sentences), **fields)


def change(number: int) -> IndexChange:
    """Return the change with a number: one in four removes an article, the others add or replace one."""
    draw = random.Random(number)
    name = draw.randrange(NAMES)
    if draw.randrange(4) == 0:
        return IndexChange(number, ArticleId(f"article-{name}"), None)
    words = draw.choices(WORDS, k=draw.randrange(30))
    published_at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number)
    new = article(name, words, draw.choice(LANGUAGES), published_at=published_at)
    return IndexChange(number, new.id, new)


def replay(changes: Sequence[IndexChange]) -> dict[ArticleId, Article]:
    """Return the articles that exist after some changes."""
    articles: dict[ArticleId, Article] = {}
    for entry in changes:
        articles.pop(entry.article_id, None)
        if entry.article:
            articles[entry.article_id] = entry.article
    return articles


def assert_exact(snapshot: Snapshot, articles: Mapping[ArticleId, Article]) -> None:
    """Check that every number a snapshot yields equals upstream's for the same articles."""
    live = np.flatnonzero(np.concatenate([view.live_mask for view in snapshot.views] or [np.zeros(0)]))
    ids = [snapshot.article_id(doc) for doc in live.tolist()]
    assert sorted(ids) == sorted(articles)
    assert _statements(snapshot) == {
        (article_id, statement.key, statement.sentence)
        for article_id, known in articles.items()
        for statement in known.statements or ()
    }
    assert_columns(snapshot)
    model = PostingsBM25.over(snapshot)
    texts = [AnalyzedArticle(articles[ArticleId(article_id)]).terms for article_id in ids]
    if not any(texts):
        assert not any(model.get_scores(query).any() for query in QUERIES)
        return
    upstream = BM25Plus(texts)
    assert (model.corpus_size, model.doc_len) == (upstream.corpus_size, upstream.doc_len)
    assert model.avgdl == pytest.approx(upstream.avgdl)
    assert model.idf == pytest.approx(upstream.idf)
    for query in QUERIES:
        expected = upstream.get_scores(query)
        np.testing.assert_allclose(model.get_scores(query), expected, rtol=0, atol=1e-6)
        containing = [i for i, text in enumerate(texts) if set(text) & set(query)]
        best = sorted(containing, key=lambda i: (-round(expected[i], 9), i))[:5]
        hits = top_k(model, query, 5)
        assert [doc for doc, _ in hits] == live[best].tolist()
        np.testing.assert_allclose([score for _, score in hits], expected[best], rtol=0, atol=1e-6)


def assert_columns(snapshot: Snapshot) -> None:
    """Check that the columns that snapshots hand on equal those of the segments."""
    eve, days = snapshot.days
    published = snapshot.published
    dated = published != UNDATED
    assert days[dated].min(initial=1) > 0
    assert not days[~dated].any()
    assert (eve + days[dated]).tolist() == (published[dated] // DAY_US).tolist()
    for name in COLUMNS:
        known = snapshot.column(name)
        fresh = Columns().get(name, snapshot.segments, snapshot.sources)
        assert (known.dtype, known.tolist()) == (fresh.dtype, fresh.tolist()), name


def _statements(snapshot: Snapshot) -> set[tuple[str, str, int]]:
    """Return (article, speaker's key, sentence) of every statement of a live article."""
    known, speakers = snapshot.statements, snapshot.speakers
    live = snapshot.live_docs
    return {
        (snapshot.article_id(doc), speakers.keys[speaker], sentence)
        for doc, speaker, sentence in zip(
            known.docs.tolist(), known.speakers.tolist(), known.sentences.tolist(), strict=True
        )
        if live is None or live[doc]
    }
