"""A change log anyone can retell, and an index held against rank_bm25 itself."""

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from rank_bm25 import BM25Plus

from bot.corpus.article import Article, ArticleId, Span
from bot.search.analyzer import analyze
from bot.search.bm25 import PostingsBM25
from bot.search.index.snapshot import Snapshot
from bot.search.ports import IndexChange
from bot.search.query.matcher import Subject

NAMES = 12
"""Articles that come, change and go."""
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
QUESTIONS = [
    analyze(text, "en")
    for text in ("flood", "river bridge flood flood", "İzmir köprü", "the", "nowhere u.s.")
]


def article(name: int, words: Sequence[str], language: str = "en", **fields) -> Article:
    """Return an article: the first three words are its title, every four more a sentence."""
    pieces = [" ".join(words[i : i + 4]) + "." for i in range(3, len(words), 4)]
    ends = np.cumsum([len(piece) + 1 for piece in pieces]).tolist()
    spans = tuple(Span(end - len(piece) - 1, end - 1) for end, piece in zip(ends, pieces, strict=True))
    return Article(
        ArticleId(f"article-{name}"),
        title=" ".join(words[:3]),
        text=" ".join(pieces),
        language=language,
        sentences=spans,
        **fields,
    )


def change(number: int) -> IndexChange:
    """Return the change of a number: of four, one removes an article and three put one there."""
    draw = random.Random(number)
    name = draw.randrange(NAMES)
    if draw.randrange(4) == 0:
        return IndexChange(number, ArticleId(f"article-{name}"), None)
    words = draw.choices(WORDS, k=draw.randrange(30))
    published_at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number)
    new = article(name, words, draw.choice(LANGUAGES), published_at=published_at)
    return IndexChange(number, new.id, new)


def told(changes: Sequence[IndexChange]) -> dict[ArticleId, Article]:
    """Return the articles there are after some changes."""
    live: dict[ArticleId, Article] = {}
    for each in changes:
        live.pop(each.article_id, None)
        if each.article:
            live[each.article_id] = each.article
    return live


def assert_exact(snapshot: Snapshot, articles: Mapping[ArticleId, Article]) -> None:
    """Hold every number a snapshot gives against upstream's for the same articles."""
    living = np.flatnonzero(np.concatenate([view.living for view in snapshot.views] or [np.zeros(0)]))
    ids = [snapshot.article_id(place) for place in living.tolist()]
    assert sorted(ids) == sorted(articles)
    model = PostingsBM25.over(snapshot)
    texts = [Subject(articles[ArticleId(each)]).terms for each in ids]
    if not any(texts):
        assert not any(model.get_scores(question).any() for question in QUESTIONS)
        return
    oracle = BM25Plus(texts)
    assert (model.corpus_size, model.doc_len) == (oracle.corpus_size, oracle.doc_len)
    assert model.avgdl == pytest.approx(oracle.avgdl)
    assert model.idf == pytest.approx(oracle.idf)
    for question in QUESTIONS:
        expected = oracle.get_scores(question)
        np.testing.assert_allclose(model.get_scores(question), expected, rtol=0, atol=1e-6)
        holding = [i for i, text in enumerate(texts) if set(text) & set(question)]
        best = sorted(holding, key=lambda i: (-round(expected[i], 9), i))[:5]
        found = model.top(question, 5)
        assert [place for place, _ in found] == living[best].tolist()
        np.testing.assert_allclose([score for _, score in found], expected[best], rtol=0, atol=1e-6)
