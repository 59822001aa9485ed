"""What the cluster refuses: one document, a query, an index that is missing."""

import traceback
from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs

from bot.engine.client import Cluster, bulks
from bot.engine.documents import FIELDS, NEWS, SETTINGS, document_of
from bot.errors import SearchUnavailable
from tests.engine.clusters import open_cluster
from tests.factories import make_article

pytestmark = pytest.mark.opensearch
MAPPING = {"dynamic": "strict", "properties": {**FIELDS, "terms": {"type": "text", "analyzer": "tokens"}}}
FERRY = document_of(make_article("ferry", "A ferry sailed."))


@pytest.fixture
async def cluster() -> AsyncIterator[Cluster]:
    """A cluster with an empty index."""
    async with open_cluster() as opened:
        await opened.create(NEWS, MAPPING, {"analysis": SETTINGS["analysis"]})
        yield opened


async def test_refused_document_does_not_stop_the_others(cluster: Cluster) -> None:
    with capture_logs() as logs:
        await cluster.write(
            NEWS,
            [({"index": {"_id": "odd"}}, FERRY | {"at": "xylofonium"}), ({"index": {"_id": "a"}}, FERRY)],
        )
    assert [found["_id"] for found in await cluster.get(NEWS, ["odd", "a"])] == ["a"]
    assert [(line["event"], line["id"]) for line in logs] == [("document_not_indexed", "odd")]
    assert "xylofonium" not in str(logs)


async def test_document_with_a_name_of_any_length_is_indexed(cluster: Cluster) -> None:
    article = make_article("long", "A ferry sailed.", publisher="é" * 40_000)
    await cluster.write(NEWS, [({"index": {"_id": "long"}}, document_of(article))])
    assert [found["_id"] for found in await cluster.get(NEWS, ["long"])] == ["long"]


async def test_index_of_another_version_is_not_written_to(cluster: Cluster) -> None:
    with pytest.raises(SearchUnavailable, match="strict_dynamic_mapping_exception"):
        await cluster.write(NEWS, [({"index": {"_id": "a"}}, {"later": 1})])


async def test_missing_index_is_neither_read_nor_written(cluster: Cluster) -> None:
    for work in (
        cluster.get("none", ["a"]),
        cluster.write("none", [({"index": {"_id": "a"}}, FERRY)]),
        cluster.write("none", [({"delete": {"_id": "a", "version": 1, "version_type": "external"}}, None)]),
    ):
        with pytest.raises(SearchUnavailable, match="run newsbot engine rebuild"):
            await work
    await cluster.write(NEWS, [({"delete": {"_id": "a"}}, None)])


async def test_deleted_index_is_not_created_by_a_write_where_the_cluster_would(cluster: Cluster) -> None:
    async def allow(value: str | None) -> None:
        body = {"transient": {"action.auto_create_index": value}}
        await cluster._client.cluster.put_settings(body=body)

    await cluster.delete(NEWS)
    await allow("true")
    try:
        with pytest.raises(SearchUnavailable, match="run newsbot engine rebuild"):
            await cluster.write(NEWS, [({"index": {"_id": "a"}}, FERRY)])
    finally:
        await allow(None)
    assert await cluster.indices() == {}


async def test_bad_mapping_is_not_hidden_and_two_creations_are_one(cluster: Cluster) -> None:
    with pytest.raises(SearchUnavailable, match="mapper_parsing_exception"):
        await cluster.create("bad", {"properties": {"a": {"type": "no"}}}, {})
    await cluster.create(NEWS, MAPPING, {})


async def test_error_does_not_quote_the_query(cluster: Cluster) -> None:
    word = "xylofonium".upper()
    with pytest.raises(SearchUnavailable) as raised:
        await cluster.search([NEWS], {"query": {word: {}}})
    assert word not in "".join(traceback.format_exception(raised.value))


def test_requests_are_limited_by_the_size_of_their_documents() -> None:
    small, large = {"terms": "ferry"}, {"terms": "ferry " * 100_000}
    actions = [
        ({"index": {"_id": str(n)}}, document) for n, document in enumerate([large] * 3 + [small] * 999)
    ]
    requests = list(bulks([*actions, ({"delete": {"_id": "a"}}, None)]))
    assert [len(lines) for lines in requests] == [2, 2, 2 + 2 * 999 + 1]
    assert requests[-1][-1] == '{"delete": {"_id": "a"}}'
