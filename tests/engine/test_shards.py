"""An index of articles in several shards answers as one in a single shard, however unevenly articles lie."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from bot.corpus.article import Article
from bot.engine import stories as engine_stories
from bot.engine.client import Cluster
from bot.engine.documents import NEWS
from bot.engine.generations import Generations
from bot.engine.index import EngineIndex
from bot.engine.queries import ARTICLES
from bot.engine.stories import EngineStories
from bot.ingest.batch import Batch, Revision
from bot.search.ports import Hit, IndexChange, Order, SearchRequest, SharedWords
from bot.search.query.parser import parse
from bot.stories.clusterer import StoryClusterer
from tests.engine.clusters import open_cluster
from tests.engine.random_news import NOW
from tests.engine.test_agreement import ALIKE
from tests.factories import make_article
from tests.fakes.corpus import MemoryCorpus
from tests.stories.test_clusterer import BUDGET, BUDGET_AGAIN, FERRY, FERRY_AGAIN, FERRY_BRIEFLY

pytestmark = pytest.mark.opensearch
SHARDS = 3
SIZES = (150, 40, 10)
"""Articles of each shard."""
Both = tuple[EngineIndex, EngineIndex]


@pytest.fixture
async def both() -> AsyncIterator[Both]:
    """An index of one shard and one of three: the shards' articles differ in number, length and words."""
    async with AsyncExitStack() as stack:
        one, three = [await stack.enter_async_context(open_cluster()) for _ in range(2)]
        changes = list(uneven_news(await ids_by_shard(three)))
        single, several = EngineIndex(one), EngineIndex(three, shards=SHARDS)
        for index in (single, several):
            await index.apply(changes)
        assert [await articles_of_shards(cluster) for cluster in (one, three)] == [[200], sorted(SIZES)]
        yield single, several


async def ids_by_shard(cluster: Cluster) -> list[list[str]]:
    """Return ids of articles that the cluster puts into each of three shards."""
    probe = EngineIndex(cluster, shards=SHARDS, target="probe")
    await probe.apply([IndexChange(n, (one := make_article(f"a{n}")).id, one) for n in range(1, 601)])
    body = {"size": 600, "query": ARTICLES, "explain": True, "_source": False}
    groups = defaultdict(list)
    for hit in (await cluster.search(["probe"], body))["hits"]["hits"]:
        groups[hit["_shard"]].append(hit["_id"])
    return sorted(groups.values())


def uneven_news(ids: Sequence[Sequence[str]]) -> Iterator[IndexChange]:
    """Yield articles: the fewer a shard has, the longer they are, and the fewer words they share."""
    random = Random(5)
    weights = [1 / rank for rank in range(1, len(ALIKE) + 1)]
    number = 0
    for shard, size in enumerate(SIZES):
        words = ALIKE[20 * shard :] + ALIKE[: 20 * shard]
        for name in ids[shard][:size]:
            text = " ".join(random.choices(words, weights, k=random.randrange(20, 150 * (shard + 1))))
            number += 1
            published = NOW - timedelta(hours=number)
            yield IndexChange(number, (one := article(name, text, published, f"P{number % 7}")).id, one)


def article(name: str, text: str, published: datetime, publisher: str) -> Article:
    return make_article(name, text, title="?", published_at=published, publisher=publisher)


async def articles_of_shards(cluster: Cluster) -> list[int]:
    """Return how many articles each shard has, ascending."""
    body = {"size": 600, "query": ARTICLES, "explain": True, "_source": False}
    counts: defaultdict[str, int] = defaultdict(int)
    for hit in (await cluster.search([NEWS], body))["hits"]["hits"]:
        counts[hit["_shard"]] += 1
    return sorted(counts.values())


def assert_same(found: Sequence[Hit], wanted: Sequence[Hit]) -> None:
    """Check that hits are the same articles in the same order with the same scores."""
    assert [hit.article_id for hit in found] == [hit.article_id for hit in wanted]
    assert [hit.score for hit in found] == pytest.approx([hit.score for hit in wanted])


async def test_answers_and_counts_are_those_of_one_shard(both: Both) -> None:
    single, several = both
    random = Random(10)
    for order in (Order.RELEVANCE, Order.NEWEST):
        for _ in range(40):
            words = [*random.sample(ALIKE, 3), f'"{" ".join(random.sample(ALIKE, 2))}"', "karv*", "dormma"]
            text = " ".join(random.sample(words, 3))
            request = SearchRequest(parse(text, now=NOW), NOW, order=order)
            wanted, found = await single.search(request), await several.search(request)
            assert_same(found.hits, wanted.hits)
            assert (found.total, found.matched, found.facets) == (wanted.total, wanted.matched, wanted.facets)
            assert (found.unknown, found.corrections) == (wanted.unknown, wanted.corrections), text
    assert await several.facts() == await single.facts()
    assert [name async for name in several.ids()] == [name async for name in single.ids()]


async def test_articles_alike_are_those_of_one_shard(both: Both) -> None:
    single, several = both
    ids = [name async for name in single.ids()]
    for name in ids[::20]:
        assert_same(await several.similar(name, limit=3), await single.similar(name, limit=3))
    request = SharedWords({"en": ALIKE[:4]}, NOW - timedelta(days=20), NOW, limit=30)
    assert await several.sharing(request) == await single.sharing(request)
    query = parse("karv dorm", now=NOW)
    passages = [await index.passages(ids, query) for index in both]
    for near, far in zip(*passages, strict=True):
        assert far.idf == pytest.approx(near.idf)


async def test_frequencies_are_those_of_one_index_while_another_replaces_it() -> None:
    articles = [make_article(f"a{n}", "The ferry sails.") for n in range(1, 21)]
    changes = [IndexChange(number, one.id, one) for number, one in enumerate(articles, 1)]
    request = SearchRequest(parse("ferry", now=NOW), NOW)
    async with open_cluster() as cluster:
        index, reader = EngineIndex(cluster), EngineIndex(cluster)
        await index.apply(changes)
        wanted = await index.search(request)
        await reader.search(SearchRequest(parse("zeppelin", now=NOW), NOW))  # learns the index and its shards
        generations = Generations(cluster, (NEWS,))
        new = await generations.prepare()
        await EngineIndex(cluster, target=new[NEWS], shards=SHARDS).apply(changes)
        await generations.switch(new, now=datetime.now(UTC))
        assert_same((await reader.search(request)).hits, wanted.hits)


async def test_stories_are_those_of_one_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_stories, "MAX_HELD", 0)
    texts = (FERRY, BUDGET, FERRY_AGAIN, BUDGET_AGAIN, FERRY_BRIEFLY)
    corpus, local = MemoryCorpus(), StoryClusterer()
    async with open_cluster() as cluster:
        news, stories = EngineIndex(cluster, shards=SHARDS), EngineStories(corpus, corpus, cluster)
        await news.applied()
        for hours, text in enumerate(texts):
            added = make_article(f"a{hours}", text, hours=hours)
            (assigned,) = await stories.assign([added])
            expected = local.assign(added)
            assert (assigned.story_id, assigned.nearest) == (expected.story_id, expected.nearest)
            assert assigned.similarity == pytest.approx(expected.similarity)
            revision = Revision(added, text, story_id=assigned.story_id)
            changes = await corpus.commit(Batch(NOW, (revision,)))
            stories.committed(changes)
            await news.apply([IndexChange(change.number, added.id, added) for change in changes])
        assert await stories.known() == local.stories()
