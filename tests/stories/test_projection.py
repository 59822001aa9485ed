"""The projection: merges follow the store, and are undone with what is not committed."""

from datetime import UTC, datetime

from bot.corpus.article import ArticleId
from bot.ingest.batch import Batch, Revision
from bot.search.ports import IndexChange
from bot.stories.projection import StoryProjection
from bot.stories.story import StoryId
from tests.factories import make_article
from tests.fakes.corpus import MemoryCorpus
from tests.stories.test_clusterer import BUDGET, FERRY, FERRY_AGAIN, FERRY_BRIEFLY

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
STORED = (("a", FERRY, "s1"), ("b", FERRY_AGAIN, "s1"), ("c", FERRY_AGAIN, "s2"), ("d", BUDGET, "s3"))


def revision(name: str, text: str, story: str) -> Revision:
    return Revision(make_article(name, text), name, story_id=StoryId(story))


async def follow(projection: StoryProjection, corpus: MemoryCorpus) -> None:
    changes = await corpus.changes(after=await projection.applied(), limit=100)
    articles = {
        article.id: article for article in await corpus.get([change.article_id for change in changes])
    }
    await projection.apply(
        [IndexChange(change.number, change.article_id, articles.get(change.article_id)) for change in changes]
    )


async def following(corpus: MemoryCorpus) -> StoryProjection:
    await corpus.commit(Batch(AT, tuple(revision(*stored) for stored in STORED)))
    projection = StoryProjection(corpus, corpus)
    await follow(projection, corpus)
    return projection


async def test_withdrawing_an_article_undoes_the_merge_it_brought_about() -> None:
    projection = await following(MemoryCorpus())
    before = await projection.known()
    (assigned,) = await projection.assign([make_article("e", FERRY_BRIEFLY)])
    assert assigned.merged == ("s2",)
    assert (await projection.known())[ArticleId("c")] == "s1"
    await projection.withdraw([ArticleId("e")])
    assert await projection.known() == before


async def test_a_committed_merge_stays_when_a_later_batch_is_withdrawn() -> None:
    corpus = MemoryCorpus()
    projection = await following(corpus)
    (assigned,) = await projection.assign([make_article("e", FERRY_BRIEFLY)])
    redirects = {StoryId("s2"): assigned.story_id}
    batch = Batch(AT, (revision("e", FERRY_BRIEFLY, assigned.story_id),), redirects=redirects)
    projection.committed(await corpus.commit(batch))
    await projection.assign([make_article("f", BUDGET)])
    await projection.withdraw([ArticleId("f"), ArticleId("e")])
    assert (await projection.known())[ArticleId("c")] == "s1"


async def test_merges_by_another_process_are_followed() -> None:
    corpus = MemoryCorpus()
    projection = await following(corpus)
    batch = Batch(AT, (revision("e", FERRY_BRIEFLY, "s1"),), redirects={StoryId("s2"): StoryId("s1")})
    await corpus.commit(batch)
    await follow(projection, corpus)
    assert set((await projection.known()).values()) == {"s1", "s3"}


async def test_stories_of_a_batch_are_those_after_its_last_article() -> None:
    projection = StoryProjection(MemoryCorpus(), MemoryCorpus())
    texts = {"a": FERRY, "b": BUDGET, "c": FERRY_AGAIN, "d": FERRY_BRIEFLY}
    assigned = await projection.assign([make_article(name, text) for name, text in texts.items()])
    known = await projection.known()
    assert [assignment.story_id for assignment in assigned] == [known[ArticleId(name)] for name in texts]


async def test_a_merge_is_followed_although_the_article_that_showed_it_has_left() -> None:
    corpus = MemoryCorpus()
    projection = await following(corpus)
    redirects = {StoryId("s2"): StoryId("s1")}
    await corpus.commit(Batch(AT, (revision("e", FERRY_BRIEFLY, "s1"),), redirects=redirects))
    await corpus.commit(Batch(AT, removed=(ArticleId("e"),)))
    await follow(projection, corpus)
    assert set((await projection.known()).values()) == {"s1", "s3"}


async def test_a_projection_that_reads_the_corpus_again_uses_no_redirected_id() -> None:
    corpus = MemoryCorpus()
    founded = StoryProjection(corpus, corpus)
    (founder,) = await founded.assign([make_article("a", FERRY)])
    revisions = (revision("a", FERRY, founder.story_id), revision("b", FERRY_AGAIN, "s1"))
    await corpus.commit(Batch(AT, revisions, redirects={founder.story_id: StoryId("s1")}))
    projection = StoryProjection(corpus, corpus)
    await follow(projection, corpus)
    (corrected,) = await projection.assign([make_article("a", BUDGET)])
    assert corrected.story_id not in {founder.story_id, "s1"}


async def test_a_withdrawn_merge_gives_way_to_one_of_another_process() -> None:
    corpus = MemoryCorpus()
    projection = await following(corpus)
    (assigned,) = await projection.assign([make_article("e", FERRY_BRIEFLY)])
    assert assigned.merged == ("s2",)
    await corpus.commit(Batch(AT, (revision("f", BUDGET, "s3"),), redirects={StoryId("s2"): StoryId("s3")}))
    await projection.withdraw([ArticleId("e")])
    assert (await projection.known())[ArticleId("c")] == "s3"


async def test_a_merge_that_the_store_already_has_differently_is_taken_from_the_store() -> None:
    corpus = MemoryCorpus()
    projection = await following(corpus)
    await projection.assign([make_article("e", FERRY_BRIEFLY)])
    await corpus.commit(Batch(AT, (revision("f", BUDGET, "s3"),), redirects={StoryId("s2"): StoryId("s3")}))
    await projection.keep_merges([ArticleId("e")])
    assert (await projection.known())[ArticleId("c")] == "s3"
