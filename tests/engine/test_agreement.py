"""What else the cluster finds and counts is what the local index does."""

from collections.abc import AsyncIterator
from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.corpus.article import Article
from bot.engine.index import EngineIndex
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, SearchRequest, SharedWords
from bot.search.query.parser import parse
from tests.engine.clusters import open_cluster
from tests.engine.random_news import NOW, WORDS, ZONES, random_article, random_queries, random_words
from tests.factories import make_article

pytestmark = pytest.mark.opensearch
ARTICLES = 300
ALIKE = [
    f"{root}{end}"
    for end in ("", "a", "ov", "ado", "ino", "opol", "imir", "akan")
    for root in ("karv", "dorm", "velm", "tarn", "molk", "gran", "brod", "sard", "lind", "horv")
]
"""Words that share letters, for a language that takes no ending off."""
Both = tuple[LocalIndex, EngineIndex]


@pytest.fixture
async def both() -> AsyncIterator[Both]:
    """A local index and one on the cluster with the same random articles."""
    random = Random(7)
    articles = [random_article(random, f"a{n}") for n in range(ARTICLES)]
    changes = [IndexChange(number, article.id, article) for number, article in enumerate(articles, 1)]
    local = LocalIndex()
    await local.apply(changes)
    async with open_cluster() as cluster:
        engine = EngineIndex(cluster)
        await engine.apply(changes)
        yield local, engine
    await local.close()


async def test_best_articles_are_the_same(both: Both) -> None:
    local, engine = both
    random = Random(8)
    same = 0
    for _ in range(100):
        request = SearchRequest(parse(" ".join(random_words(random)), now=NOW), NOW)
        wanted, found = await local.search(request), await engine.search(request)
        assert (found.unknown, found.corrections) == (wanted.unknown, wanted.corrections), request.query.text
        same += [hit.article_id for hit in found.hits[:10]] == [hit.article_id for hit in wanted.hits[:10]]
    assert same >= 95


async def test_best_articles_are_the_same_when_words_are_spelled_alike(both: Both) -> None:
    local, engine = both
    random = Random(10)
    articles = [_of_alike_words(random, f"b{n}") for n in range(ARTICLES)]
    changes = [IndexChange(ARTICLES + n, article.id, article) for n, article in enumerate(articles, 1)]
    for index in both:
        await index.apply(changes)
    same = 0
    for _ in range(60):
        request = SearchRequest(parse(" ".join(random.sample(ALIKE, 3)), now=NOW), NOW)
        wanted, found = await local.search(request), await engine.search(request)
        same += [hit.article_id for hit in found.hits[:10]] == [hit.article_id for hit in wanted.hits[:10]]
    assert same >= 57


def _of_alike_words(random: Random, name: str) -> Article:
    """Return an article of words that share letters, some of them in many articles, others in few."""
    weights = [1 / rank for rank in range(1, len(ALIKE) + 1)]
    text = " ".join(random.choices(ALIKE, weights, k=random.randrange(20, 300)))
    return make_article(name, text, title="?", language="en")


@pytest.mark.parametrize("query", ['"harbour storm"', "harbour*", '"storm ferry" har*', "stor* ferry"])
async def test_phrases_and_prefixes_weigh_what_they_do_on_one_machine(both: Both, query: str) -> None:
    local, engine = both
    request = SearchRequest(parse(query, now=NOW), NOW)
    wanted, found = await local.search(request), await engine.search(request)
    assert [hit.score for hit in found.hits] == pytest.approx([hit.score for hit in wanted.hits])


@pytest.mark.parametrize("zone", [*map(ZoneInfo, ZONES)])
async def test_mentions_by_day_and_publisher_are_the_same(both: Both, zone: ZoneInfo) -> None:
    local, engine = both
    some = random_queries(Random(9))
    for _ in range(30):
        request = SearchRequest(next(some), NOW, since=NOW - timedelta(days=20))
        wanted, found = await local.mentions(request, zone), await engine.mentions(request, zone)
        assert (found.days, found.undated) == (wanted.days, wanted.undated), request.query.text
        assert dict(found.publishers) == dict(wanted.publishers), request.query.text


async def test_similar_articles_are_the_same(both: Both) -> None:
    local, engine = both
    for number in range(0, ARTICLES, 10):
        ids = [article_id async for article_id in local.ids()]
        wanted = await local.similar(ids[number], limit=3)
        found = await engine.similar(ids[number], limit=3)
        assert [hit.score for hit in found] == pytest.approx([hit.score for hit in wanted])
        assert {hit.article_id for hit in found[:1]} <= {hit.article_id for hit in wanted}


async def test_articles_that_share_words_are_the_same(both: Both) -> None:
    local, engine = both
    words = {language: some.split()[:4] for language, some in WORDS.items()}
    request = SharedWords(words, NOW - timedelta(days=20), NOW, limit=200)
    wanted, found = await local.sharing(request), await engine.sharing(request)
    assert len(wanted) > 20
    assert sorted(found) == sorted(wanted)


async def test_passages_are_the_same(both: Both) -> None:
    local, engine = both
    ids = [article_id async for article_id in local.ids()][:50]
    query = parse("ferry storm köprü", now=NOW)
    wanted, found = await local.passages(ids, query), await engine.passages(ids, query)
    assert [(p.article_id, p.words, p.starts.tolist()) for p in found] == [
        (p.article_id, p.words, p.starts.tolist()) for p in wanted
    ]
    for near, far in zip(wanted, found, strict=True):
        assert far.scores == pytest.approx(near.scores)
        assert far.idf == pytest.approx(near.idf)
        assert (far.in_sentence == near.in_sentence).all()
