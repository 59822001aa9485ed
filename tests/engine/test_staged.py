"""Staged articles on the cluster."""

from datetime import UTC, datetime

import pytest

from bot.corpus.article import ArticleId
from bot.engine.index import EngineIndex
from bot.search.ports import IndexChange, SearchRequest
from bot.search.query.parser import parse
from tests.engine.clusters import open_cluster
from tests.factories import make_article

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.opensearch
async def test_what_a_killed_process_staged_is_gone() -> None:
    async with open_cluster() as cluster:
        killed, index = EngineIndex(cluster), EngineIndex(cluster)
        await index.apply([IndexChange(1, ArticleId("here"), make_article("here", "A ferry sailed."))])
        await killed.stage([make_article("old", "A ferry sailed.")])
        await index.stage([make_article("new", "A ferry sailed.")])
        await index.stage([make_article("next", "A ferry sailed.")])
        (result,) = await index.search_staged([SearchRequest(parse("ferry", now=NOW), NOW)], [])
        assert sorted(hit.article_id for hit in result.hits) == ["here", "new", "next"]
