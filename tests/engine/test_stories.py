"""Stories on the cluster: what is not in memory is recalled, and what can't be recalled is done later."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from itertools import count

import pytest

from bot.corpus.article import Article, ArticleId
from bot.engine import stories as engine_stories
from bot.engine.client import Cluster
from bot.engine.index import EngineIndex
from bot.engine.stories import EngineStories
from bot.engine.vocabulary import Vocabulary
from bot.errors import SearchUnavailable
from bot.ingest.batch import Batch, Revision
from bot.search.ports import IndexChange
from bot.stories.assignment import Assignment
from bot.stories.clusterer import StoryClusterer, new_story_id
from bot.stories.story import StoryId
from tests.engine.clusters import URL, open_cluster
from tests.engine.forwarder import Forwarder, open_forwarder
from tests.factories import make_article
from tests.fakes.corpus import MemoryCorpus
from tests.stories.test_clusterer import BUDGET, BUDGET_AGAIN, FERRY, FERRY_AGAIN, FERRY_BRIEFLY

pytestmark = pytest.mark.opensearch
AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
TEXTS = {"a": FERRY, "b": BUDGET, "c": FERRY_AGAIN, "d": BUDGET_AGAIN, "e": FERRY_BRIEFLY}
ARTICLES = [make_article(name, text, hours=hours) for hours, (name, text) in enumerate(TEXTS.items())]


@pytest.fixture
async def way() -> AsyncIterator[Forwarder]:
    """A way to the cluster."""
    async with open_forwarder(URL.split(",")[0]) as forwarder:
        yield forwarder


async def test_stories_are_those_of_one_machine_although_nothing_is_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine_stories, "MAX_HELD", 0)
    corpus, local = MemoryCorpus(), StoryClusterer()
    async with open_cluster() as cluster:
        news, stories = EngineIndex(cluster), EngineStories(corpus, corpus, cluster)
        await news.applied()
        for article in ARTICLES:
            assigned = await stories.assign([article])
            expected = local.assign(article)
            assert (assigned[0].story_id, assigned[0].nearest) == (expected.story_id, expected.nearest)
            assert assigned[0].similarity == pytest.approx(expected.similarity)
            changes = await corpus.commit(Batch(AT, (revision(article, assigned[0]),)))
            stories.committed(changes)
            await news.apply([IndexChange(change.number, article.id, article) for change in changes])
        assert await stories.known() == local.stories()
        assert len(set(local.stories().values())) == 2


async def test_assignment_is_incomplete_if_terms_of_recalled_articles_are_not_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    corpus, calls, doc_freqs = MemoryCorpus(), count(), Vocabulary.doc_freqs

    async def answers_once(vocabulary: Vocabulary, terms: Sequence[str]) -> dict[str, int]:
        if next(calls):
            raise SearchUnavailable("away")
        return dict(await doc_freqs(vocabulary, terms))

    async with open_cluster() as cluster:
        news, first = EngineIndex(cluster), ARTICLES[0]
        await news.applied()
        await corpus.commit(Batch(AT, (Revision(first, first.text, story_id=StoryId("s1")),)))
        await news.apply([IndexChange(1, first.id, first)])
        monkeypatch.setattr(Vocabulary, "doc_freqs", answers_once)
        (new,) = await EngineStories(corpus, corpus, cluster).assign([ARTICLES[2]])
        assert next(calls) == 2
        assert not new.complete


def revision(article: Article, assignment: Assignment) -> Revision:
    return Revision(article, article.text, story_id=assignment.story_id)


async def test_assignment_without_the_cluster_is_incomplete_and_keeps_known_stories(way: Forwarder) -> None:
    corpus = MemoryCorpus()
    async with open_cluster() as cluster:
        news = EngineIndex(cluster)
        await news.applied()
        first = ARTICLES[0]
        await corpus.commit(Batch(AT, (Revision(first, first.text, story_id=StoryId("s1")),)))
        await news.apply([IndexChange(1, first.id, first)])
        far = Cluster(way.url, prefix=cluster.index("")[:-1])
        stories = EngineStories(corpus, corpus, far)
        await way.cut()
        (new,) = await stories.assign([ARTICLES[2]])
        assert (new.complete, new.story_id) == (False, new_story_id(new.article_id))
        await stories.withdraw([new.article_id])
        (changed,) = await stories.assign([first])
        assert (changed.complete, changed.story_id) == (False, "s1")
        await stories.withdraw([first.id])
        await way.open()
        (new,) = await stories.assign([ARTICLES[2]])
        assert (new.complete, new.story_id, new.nearest) == (True, "s1", first.id)
        await far.close()


async def test_new_story_gets_no_id_that_the_store_has() -> None:
    corpus = MemoryCorpus()
    async with open_cluster() as cluster:
        await EngineIndex(cluster).applied()
        taken = new_story_id(ArticleId("b"))
        other = make_article("x", FERRY)
        await corpus.commit(Batch(AT, (Revision(other, "x", story_id=taken),)))
        (assigned,) = await EngineStories(corpus, corpus, cluster).assign([ARTICLES[1]])
        assert assigned.story_id == new_story_id(ArticleId("b"), 1)


async def test_article_of_another_process_is_counted_to_a_story_that_is_here() -> None:
    corpus = MemoryCorpus()
    async with open_cluster() as cluster:
        news, stories = EngineIndex(cluster), EngineStories(corpus, corpus, cluster)
        await news.applied()
        assert await stories.applied() == 0
        (first,) = await stories.assign(ARTICLES[:1])
        stories.committed(await corpus.commit(Batch(AT, (revision(ARTICLES[0], first),))))
        theirs = Revision(ARTICLES[2], "c", story_id=first.story_id)
        unrelated = Revision(ARTICLES[1], "b", story_id=StoryId("s9"))
        await corpus.commit(Batch(AT, (theirs, unrelated)))
        live = {article.id: article for article in ARTICLES}
        changes = [
            IndexChange(change.number, change.article_id, live[change.article_id])
            for change in await corpus.changes(after=0, limit=9)
        ]
        await stories.apply(changes)
        assert await stories.members([first.story_id]) == {first.story_id: ("a", "c")}
        assert await stories.members([StoryId("s9")]) == {"s9": ("b",)}
