"""Which story an article belongs to, held by the database and by its fake."""

from datetime import UTC, datetime, timedelta

from bot.corpus.article import Article, ArticleId
from bot.ingest.batch import Batch, Revision
from bot.stories.story import StoryId
from tests.storage.conftest import Corpus

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def told(name: str, story: str | None, *, days: int | None = None) -> Revision:
    published_at = None if days is None else AT - timedelta(days=days)
    article = Article(id=ArticleId(name), title=name, text=f"{name}.", published_at=published_at)
    return Revision(article, name, story_id=StoryId(story) if story else None)


async def test_articles_know_their_story(corpus: Corpus) -> None:
    await corpus.commit(Batch(AT, (told("a", "s"), told("b", "t"), told("alone", None))))
    asked = [ArticleId(name) for name in ("b", "a", "alone", "nobody")]
    assert await corpus.story_ids(asked) == {"b": "t", "a": "s"}


async def test_members_come_oldest_published_first_and_undated_last(corpus: Corpus) -> None:
    revisions = (told("new", "s", days=1), told("undated", "s"), told("old", "s", days=9), told("x", "t"))
    await corpus.commit(Batch(AT, revisions))
    assert await corpus.members([StoryId("s"), StoryId("none")]) == {"s": ("old", "new", "undated")}


async def test_a_removed_article_leaves_its_story(corpus: Corpus) -> None:
    await corpus.commit(Batch(AT, (told("a", "s"), told("b", "s"), told("c", "t"))))
    await corpus.commit(Batch(AT, removed=(ArticleId("a"), ArticleId("c"))))
    assert await corpus.members([StoryId("s"), StoryId("t")]) == {"s": ("b",)}
    assert await corpus.story_ids([ArticleId("a")]) == {}


async def test_a_merged_story_leads_to_the_one_it_went_into_however_often(corpus: Corpus) -> None:
    s, t, u = StoryId("s"), StoryId("t"), StoryId("u")
    await corpus.commit(Batch(AT, (told("a", "s", days=3), told("b", "t", days=2))))
    await corpus.commit(Batch(AT, (told("c", "t", days=1),), redirects={s: t}))
    await corpus.commit(Batch(AT, (told("d", "u", days=0),), redirects={t: u}))
    everyone = ("a", "b", "c", "d")
    assert await corpus.members([s, t, u]) == {s: everyone, t: everyone, u: everyone}
    assert set((await corpus.story_ids([ArticleId(each) for each in everyone])).values()) == {u}
