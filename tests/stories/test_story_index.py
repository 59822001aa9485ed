"""The contract of every `StoryIndex`: it follows the store, and undoes what is not committed."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime

import pytest

from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.engine import stories as engine_stories
from bot.engine.client import Cluster
from bot.engine.index import EngineIndex
from bot.engine.stories import EngineStories
from bot.ingest.batch import Batch, Revision
from bot.search.ports import IndexChange
from bot.stories.assignment import moved_alone
from bot.stories.ports import StoryIndex
from bot.stories.projection import StoryProjection
from bot.stories.story import StoryId
from tests.engine.clusters import open_cluster
from tests.factories import make_article
from tests.fakes.corpus import MemoryCorpus
from tests.stories.test_clusterer import BUDGET, BUDGET_AGAIN, FERRY, FERRY_AGAIN, FERRY_BRIEFLY

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
MakeIndex = Callable[[MemoryCorpus], StoryIndex]
STORED = (("a", FERRY, "s1"), ("b", FERRY_AGAIN, "s1"), ("c", FERRY_AGAIN, "s2"), ("d", BUDGET, "s3"))


def revision(name: str, text: str, story: str) -> Revision:
    return Revision(make_article(name, text), name, story_id=StoryId(story))


class StoriesOnCluster(EngineStories):
    """A story index whose cluster follows the corpus with it."""

    def __init__(self, corpus: MemoryCorpus, cluster: Cluster) -> None:
        super().__init__(corpus, corpus, cluster)
        self.news = EngineIndex(cluster)

    async def applied(self) -> int:
        return min(await super().applied(), await self.news.applied())

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        await self.news.apply(changes)
        await super().apply(changes)


@pytest.fixture(params=["local", pytest.param("cluster", marks=pytest.mark.opensearch)])
async def make_index(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[MakeIndex]:
    if request.param == "local":
        yield lambda corpus: StoryProjection(corpus, corpus)
        return
    monkeypatch.setattr(engine_stories, "MAX_HELD", 0)
    async with open_cluster() as cluster:
        await EngineIndex(cluster).applied()  # creates the index
        yield lambda corpus: StoriesOnCluster(corpus, cluster)


async def follow(index: StoryIndex, corpus: MemoryCorpus) -> None:
    changes = await corpus.changes(after=await index.applied(), limit=100)
    articles = {
        article.id: article for article in await corpus.get([change.article_id for change in changes])
    }
    await index.apply(
        [
            IndexChange(
                change.number,
                change.article_id,
                articles.get(change.article_id),
                moved=change.kind is ChangeKind.MOVED,
            )
            for change in changes
        ]
    )


async def following(corpus: MemoryCorpus, make_index: MakeIndex) -> StoryIndex:
    await corpus.commit(Batch(AT, tuple(revision(*stored) for stored in STORED)))
    index = make_index(corpus)
    await follow(index, corpus)
    return index


async def test_withdrawing_an_article_undoes_the_merge_it_brought_about(make_index: MakeIndex) -> None:
    index = await following(MemoryCorpus(), make_index)
    before = await index.known()
    (assigned,) = await index.assign([make_article("e", FERRY_BRIEFLY)])
    assert assigned.redirects == (("s2", "s1"),)
    assert (await index.known())[ArticleId("c")] == "s1"
    await index.withdraw([ArticleId("e")])
    assert await index.known() == before


async def test_a_committed_merge_stays_when_a_later_batch_is_withdrawn(make_index: MakeIndex) -> None:
    corpus = MemoryCorpus()
    index = await following(corpus, make_index)
    (assigned,) = await index.assign([make_article("e", FERRY_BRIEFLY)])
    redirects = {StoryId("s2"): assigned.story_id}
    batch = Batch(AT, (revision("e", FERRY_BRIEFLY, assigned.story_id),), redirects=redirects)
    index.committed(await corpus.commit(batch))
    await index.assign([make_article("f", BUDGET)])
    await index.withdraw([ArticleId("f"), ArticleId("e")])
    assert (await index.known())[ArticleId("c")] == "s1"


async def test_merges_by_another_process_are_followed(make_index: MakeIndex) -> None:
    corpus = MemoryCorpus()
    index = await following(corpus, make_index)
    batch = Batch(AT, (revision("e", FERRY_BRIEFLY, "s1"),), redirects={StoryId("s2"): StoryId("s1")})
    await corpus.commit(batch)
    await follow(index, corpus)
    assert set((await index.known()).values()) == {"s1", "s3"}


async def test_stories_of_a_batch_are_those_after_its_last_article(make_index: MakeIndex) -> None:
    index = make_index(MemoryCorpus())
    texts = {"a": FERRY, "b": BUDGET, "c": FERRY_AGAIN, "d": FERRY_BRIEFLY}
    assigned = await index.assign([make_article(name, text) for name, text in texts.items()])
    known = await index.known()
    assert [assignment.story_id for assignment in assigned] == [known[ArticleId(name)] for name in texts]


async def test_a_merge_is_followed_although_its_article_has_left(
    make_index: MakeIndex,
) -> None:
    corpus = MemoryCorpus()
    index = await following(corpus, make_index)
    redirects = {StoryId("s2"): StoryId("s1")}
    await corpus.commit(Batch(AT, (revision("e", FERRY_BRIEFLY, "s1"),), redirects=redirects))
    await corpus.commit(Batch(AT, removed=(ArticleId("e"),)))
    await follow(index, corpus)
    assert set((await index.known()).values()) == {"s1", "s3"}


async def test_a_index_that_reads_the_corpus_again_uses_no_redirected_id(make_index: MakeIndex) -> None:
    corpus = MemoryCorpus()
    founded = make_index(corpus)
    (founder,) = await founded.assign([make_article("a", FERRY)])
    revisions = (revision("a", FERRY, founder.story_id), revision("b", FERRY_AGAIN, "s1"))
    await corpus.commit(Batch(AT, revisions, redirects={founder.story_id: StoryId("s1")}))
    index = make_index(corpus)
    await follow(index, corpus)
    (corrected,) = await index.assign([make_article("a", BUDGET)])
    assert corrected.story_id not in {founder.story_id, "s1"}


async def test_a_withdrawn_merge_gives_way_to_one_of_another_process(make_index: MakeIndex) -> None:
    corpus = MemoryCorpus()
    index = await following(corpus, make_index)
    (assigned,) = await index.assign([make_article("e", FERRY_BRIEFLY)])
    assert assigned.redirects == (("s2", "s1"),)
    await corpus.commit(Batch(AT, (revision("f", BUDGET, "s3"),), redirects={StoryId("s2"): StoryId("s3")}))
    await index.withdraw([ArticleId("e")])
    assert (await index.known())[ArticleId("c")] == "s3"


async def test_a_merge_that_the_store_has_differently_is_taken_from_it(
    make_index: MakeIndex,
) -> None:
    corpus = MemoryCorpus()
    index = await following(corpus, make_index)
    await index.assign([make_article("e", FERRY_BRIEFLY)])
    await corpus.commit(Batch(AT, (revision("f", BUDGET, "s3"),), redirects={StoryId("s2"): StoryId("s3")}))
    await index.keep_moves([ArticleId("e")])
    assert (await index.known())[ArticleId("c")] == "s3"


async def test_changes_are_applied_once(make_index: MakeIndex) -> None:
    corpus = MemoryCorpus()
    index = await following(corpus, make_index)
    before = await index.applied(), await index.known()
    changes = await corpus.changes(after=0, limit=100)
    await index.apply([IndexChange(change.number, change.article_id, None) for change in changes])
    assert (await index.applied(), await index.known()) == before


async def test_assigned_articles_are_known_and_their_commit_is_not_applied_again(
    make_index: MakeIndex,
) -> None:
    corpus = MemoryCorpus()
    index = await following(corpus, make_index)
    (assigned,) = await index.assign([make_article("f", BUDGET)])
    known = await index.known()
    assert known[ArticleId("f")] == assigned.story_id == "s3"
    changes = await corpus.commit(Batch(AT, (revision("f", BUDGET, "s3"),)))
    index.committed(changes)
    await index.apply([IndexChange(change.number, change.article_id, None) for change in changes])
    assert (await index.applied(), await index.known()) == (changes[-1].number, known)


async def test_a_removed_article_is_unknown_and_not_joined(make_index: MakeIndex) -> None:
    corpus = MemoryCorpus()
    index = await following(corpus, make_index)
    await corpus.commit(Batch(AT, removed=(ArticleId("d"),)))
    await follow(index, corpus)
    assert ArticleId("d") not in await index.known()
    (assigned,) = await index.assign([make_article("f", BUDGET)])
    assert (assigned.nearest, assigned.story_id not in {"s1", "s2", "s3"}) == (None, True)


async def test_withdrawing_a_changed_article_brings_its_stored_text_back(make_index: MakeIndex) -> None:
    corpus = MemoryCorpus()
    index = await following(corpus, make_index)
    before = await index.known()
    (assigned,) = await index.assign([make_article("d", FERRY)])
    assert assigned.story_id == "s1"
    await index.withdraw([ArticleId("d")])
    assert await index.known() == before
    assert [story.story_id for story in await index.assign([make_article("g", BUDGET)])] == ["s3"]


MIXED = (("a", FERRY, "s1"), ("b", FERRY_AGAIN, "s1"), ("c", BUDGET, "s1"))


async def mixed(corpus: MemoryCorpus, make_index: MakeIndex) -> StoryIndex:
    """Return an index that follows a story of which one article is about something else."""
    await corpus.commit(Batch(AT, tuple(revision(*stored) for stored in MIXED)))
    index = make_index(corpus)
    await follow(index, corpus)
    return index


async def test_withdrawing_an_article_undoes_the_moves_it_brought_about(make_index: MakeIndex) -> None:
    index = await mixed(MemoryCorpus(), make_index)
    before = await index.known()
    (assigned,) = await index.assign([make_article("d", BUDGET_AGAIN)])
    assert (await index.known())[ArticleId("c")] == assigned.story_id != "s1"
    await index.withdraw([ArticleId("d")])
    assert await index.known() == before


async def test_moves_by_another_process_are_followed(make_index: MakeIndex) -> None:
    corpus = MemoryCorpus()
    index = await mixed(corpus, make_index)
    moves = {ArticleId("c"): StoryId("s9")}
    await corpus.commit(Batch(AT, (revision("d", BUDGET_AGAIN, "s9"),), moves=moves))
    await follow(index, corpus)
    assert await index.known() == {"a": "s1", "b": "s1", "c": "s9", "d": "s9"}
    assert await index.members([StoryId("s1"), StoryId("s9")]) == {"s1": ("a", "b"), "s9": ("c", "d")}


async def test_a_committed_move_is_the_same_after_reading_the_corpus_again(make_index: MakeIndex) -> None:
    corpus = MemoryCorpus()
    index = await mixed(corpus, make_index)
    assigned = await index.assign([make_article("d", BUDGET_AGAIN)])
    batch = Batch(AT, (revision("d", BUDGET_AGAIN, assigned[0].story_id),), moves=moved_alone(assigned))
    changes = await corpus.commit(batch)
    assert [change.kind for change in changes] == [ChangeKind.ADDED, ChangeKind.MOVED]
    index.committed(changes)
    await follow(index, corpus)
    again = make_index(corpus)
    await follow(again, corpus)
    assert await again.known() == await index.known()
    assert await again.applied() == await index.applied()


async def test_staged_articles_move_no_stored_ones(make_index: MakeIndex) -> None:
    index = await mixed(MemoryCorpus(), make_index)
    before = await index.known()
    await index.assign([make_article("d", BUDGET_AGAIN)], staged=True)
    assert before.items() <= (await index.known()).items()


async def test_stored_articles_move_no_staged_ones(make_index: MakeIndex) -> None:
    index = make_index(MemoryCorpus())
    await index.assign([make_article(name, text) for name, text, _ in MIXED], staged=True)
    before = await index.known()
    await index.assign([make_article("d", BUDGET_AGAIN)])
    assert before.items() <= (await index.known()).items()
