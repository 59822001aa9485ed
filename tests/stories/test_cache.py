"""Stories are built once, and again when their articles change."""

from collections.abc import Sequence

from bot.corpus.analysis.build import fingerprint
from bot.corpus.article import Article, ArticleId
from bot.ingest.batch import Batch, Revision
from bot.stories.cache import StoryCache
from bot.stories.story import StoryId
from tests.factories import NOON, make_article
from tests.fakes.corpus import MemoryCorpus

FLOOD = StoryId("flood")


class CountingCorpus(MemoryCorpus):
    """Counts the articles it returns."""

    def __init__(self) -> None:
        super().__init__()
        self.read = 0

    async def get(self, ids: Sequence[ArticleId]) -> list[Article]:
        self.read += len(ids)
        return await super().get(ids)


async def commit(corpus: MemoryCorpus, *articles: Article) -> None:
    before = await corpus.fingerprints([article.id for article in articles])
    revisions = [
        Revision(article, fingerprint(article), replaces=before.get(article.id), story_id=FLOOD)
        for article in articles
    ]
    await corpus.commit(Batch(NOON, tuple(revisions)))


async def test_a_story_is_built_from_its_articles_once() -> None:
    corpus = CountingCorpus()
    await commit(
        corpus,
        make_article("a", publisher="Outlet a", text="The river rose over the mill."),
        make_article("b", publisher="Outlet b", text="Mud filled the shops."),
    )
    cache, members = StoryCache(corpus), {FLOOD: (ArticleId("a"), ArticleId("b"))}
    first = (await cache.stories(members))[FLOOD]
    assert (first.articles, first.outlets) == (("a", "b"), ("Outlet a", "Outlet b"))
    assert (await cache.stories(members))[FLOOD] == first
    assert corpus.read == 2


async def test_a_changed_article_changes_its_story() -> None:
    corpus = MemoryCorpus()
    same = "The river rose over the old mill and stayed there."
    await commit(
        corpus,
        make_article("a", publisher="Outlet a", text=same),
        make_article("b", publisher="Outlet b", text="Shopkeepers swept mud from their doors all day."),
    )
    cache, members = StoryCache(corpus), {FLOOD: (ArticleId("a"), ArticleId("b"))}
    assert len((await cache.stories(members))[FLOOD].origins) == 2
    await commit(corpus, make_article("b", publisher="Outlet b", text=same))
    assert len((await cache.stories(members))[FLOOD].origins) == 1


async def test_removed_articles_are_left_out() -> None:
    corpus = MemoryCorpus()
    await commit(corpus, make_article("a", publisher="Outlet a", text="The river rose over the mill."))
    cache = StoryCache(corpus)
    stories = await cache.stories({FLOOD: (ArticleId("a"), ArticleId("x")), StoryId("y"): (ArticleId("x"),)})
    assert {story_id: story.articles for story_id, story in stories.items()} == {FLOOD: ("a",)}


async def test_a_full_cache_evicts_the_oldest_story() -> None:
    corpus = CountingCorpus()
    await commit(
        corpus,
        make_article("a", publisher="Outlet a", text="The river rose over the mill."),
        make_article("b", publisher="Outlet b", text="Mud filled the shops."),
    )
    cache = StoryCache(corpus, max_stories=1)
    for story_id in (StoryId("s"), StoryId("t"), StoryId("s")):
        assert story_id in await cache.stories({story_id: (ArticleId("a"), ArticleId("b"))})
    assert corpus.read == 6
