"""The ranking model is rank_bm25's BM25Plus, and the running search scores with it."""

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from bot.search import local_index
from bot.search.bm25 import PostingsBM25
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, SearchRequest, SearchResult
from bot.search.query.matcher import AnalyzedArticle
from bot.search.query.parser import parse
from bot.search.ranking.config import RankingConfig
from bot.search.ranking.searcher import search
from tests.factories import make_article

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TERMS = ("flood", "river", "bridge", "council", "rain")
TEXTS = st.lists(st.lists(st.sampled_from(TERMS), max_size=8), max_size=12)
PLAIN = RankingConfig(smoothing=0, passages=0, title=0, freshness=0, expansion=0)
"""BM25 alone: nothing re-ranks the hits."""


ARTICLES = [
    make_article(str(0), title="", text="flood flood river"),
    make_article(str(1), title="", text="The river rose, and rose again. A flood closed the bridge."),
    make_article(str(2), title="", text=""),
    make_article(str(3), title="", text="The council met about rain and about the river; it met again."),
    make_article(str(4), title="", text="bridge"),
]


@given(
    TEXTS, st.lists(st.sampled_from([*TERMS, "unknown"]), max_size=4), st.floats(0.1, 4), st.floats(0, 0.9)
)
def test_scores_equal_upstreams(texts: list[list[str]], query: list[str], k1: float, b: float) -> None:
    if not any(texts):  # upstream divides by zero
        assert not PostingsBM25(texts, k1=k1, b=b).get_scores(query).any()
        return
    model, upstream = PostingsBM25(texts, k1=k1, b=b), BM25Plus(texts, k1=k1, b=b)
    np.testing.assert_allclose(model.get_scores(query), upstream.get_scores(query), rtol=0, atol=1e-6)
    some = range(0, len(texts), 2)
    assert model.get_batch_scores(query, some) == pytest.approx(upstream.get_batch_scores(query, [*some]))


def test_best_documents_are_upstreams() -> None:
    texts = [AnalyzedArticle(text).terms for text in ARTICLES]
    for query in (["flood"], ["river", "bridg"], ["council", "rain", "flood"]):
        expected = BM25Plus(texts).get_top_n(query, ARTICLES, n=2)
        assert PostingsBM25(texts).get_top_n(query, ARTICLES, n=2) == expected


async def indexed(config: RankingConfig = PLAIN) -> LocalIndex:
    index = LocalIndex(config)
    await index.apply([IndexChange(number, added.id, added) for number, added in enumerate(ARTICLES, 1)])
    return index


def request(text: str) -> SearchRequest:
    return SearchRequest(parse(text, now=NOW), NOW)


def scores(result: SearchResult) -> dict[int, float]:
    return {int(hit.article_id): hit.score for hit in result.hits}


def upstream_scores(query: list[str], **parameters: float) -> dict[int, float]:
    """Return upstream's scores of the articles that contain a term, without delta: all articles get that."""
    texts = [AnalyzedArticle(text).terms for text in ARTICLES]
    values = BM25Plus(texts, delta=0, **parameters).get_scores(query)
    return {number: values[number] for number, text in enumerate(texts) if set(text) & set(query)}


async def test_running_search_returns_upstreams_scores() -> None:
    index = await indexed()
    for text in ("flood", "river bridge", "council rain flood"):
        query = AnalyzedArticle(make_article(str(9), title="", text=text)).terms
        assert scores(await index.search(request(text))) == pytest.approx(upstream_scores(query))


@pytest.mark.parametrize("parameters", [{"k1": 0.4}, {"b": 0.1}, {"k1": 3.0, "b": 0.9}])
async def test_running_search_takes_its_parameters_from_the_model(parameters: dict[str, float]) -> None:
    snapshot = (await indexed()).snapshot
    usual = search(PostingsBM25.over(snapshot), request("flood river"), PLAIN)
    changed = search(PostingsBM25.over(snapshot, **parameters), request("flood river"), PLAIN)
    assert scores(changed) != pytest.approx(scores(usual))
    assert scores(changed) == pytest.approx(upstream_scores(["flood", "river"], **parameters))


async def test_running_search_ranks_with_a_rank_bm25_model(monkeypatch: pytest.MonkeyPatch) -> None:
    models: list[object] = []

    def spy(model: PostingsBM25, request: SearchRequest, config: RankingConfig) -> SearchResult:
        models.append(model)
        return search(model, request, config)

    monkeypatch.setattr(local_index, "search", spy)
    index = await indexed(RankingConfig())
    assert (await index.search(request("flood"))).hits
    assert [isinstance(model, BM25Plus) for model in models] == [True]


async def test_every_scoring_step_asks_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    index = await indexed(RankingConfig())
    before = (await index.search(request("flood river"))).hits
    weights = PostingsBM25.term_weights
    monkeypatch.setattr(PostingsBM25, "term_weights", lambda *args, **options: 0 * weights(*args, **options))
    after = (await index.search(request("flood river"))).hits
    assert all(hit.score > 0 for hit in before)
    assert [hit.score for hit in after] == [0] * len(before)
