"""Stories are built once, and again when one of their articles came, went or changed."""

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
    """Counts the articles it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.read = 0

    async def get(self, ids: Sequence[ArticleId]) -> list[Article]:
        self.read += len(ids)
        return await super().get(ids)


async def commit(corpus: MemoryCorpus, *articles: Article) -> None:
    before = await corpus.fingerprints([each.id for each in articles])
    revisions = [
        Revision(each, fingerprint(each), replaces=before.get(each.id), story_id=FLOOD) for each in articles
    ]
    await corpus.commit(Batch(NOON, tuple(revisions)))


async def test_a_story_is_built_from_its_articles_once() -> None:
    corpus = CountingCorpus()
    await commit(
        corpus,
        make_article("a", publisher="Outlet a", text="The river rose over the mill."),
        make_article("b", publisher="Outlet b", text="Mud filled the shops."),
    )
    shelf, members = StoryCache(corpus), {FLOOD: (ArticleId("a"), ArticleId("b"))}
    first = (await shelf.stories(members))[FLOOD]
    assert (first.articles, first.outlets) == (("a", "b"), ("Outlet a", "Outlet b"))
    assert (await shelf.stories(members))[FLOOD] == first
    assert corpus.read == 2


async def test_a_changed_article_changes_its_story() -> None:
    corpus = MemoryCorpus()
    same = "The river rose over the old mill and stayed there."
    await commit(
        corpus,
        make_article("a", publisher="Outlet a", text=same),
        make_article("b", publisher="Outlet b", text="Shopkeepers swept mud from their doors all day."),
    )
    shelf, members = StoryCache(corpus), {FLOOD: (ArticleId("a"), ArticleId("b"))}
    assert len((await shelf.stories(members))[FLOOD].origins) == 2
    await commit(corpus, make_article("b", publisher="Outlet b", text=same))
    assert len((await shelf.stories(members))[FLOOD].origins) == 1


async def test_articles_that_are_gone_take_no_part() -> None:
    corpus = MemoryCorpus()
    await commit(corpus, make_article("a", publisher="Outlet a", text="The river rose over the mill."))
    shelf = StoryCache(corpus)
    found = await shelf.stories({FLOOD: (ArticleId("a"), ArticleId("x")), StoryId("y"): (ArticleId("x"),)})
    assert {story: each.articles for story, each in found.items()} == {FLOOD: ("a",)}


async def test_no_more_stories_are_kept_than_it_was_told() -> None:
    corpus = CountingCorpus()
    await commit(
        corpus,
        make_article("a", publisher="Outlet a", text="The river rose over the mill."),
        make_article("b", publisher="Outlet b", text="Mud filled the shops."),
    )
    shelf = StoryCache(corpus, max_stories=1)
    for story in (StoryId("s"), StoryId("t"), StoryId("s")):
        assert story in await shelf.stories({story: (ArticleId("a"), ArticleId("b"))})
    assert corpus.read == 6
