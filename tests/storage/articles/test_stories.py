"""Contract of the story store, for the database and its fake."""

from datetime import UTC, datetime, timedelta

from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.ingest.batch import Batch, Revision
from bot.stories.story import StoryId
from tests.factories import make_article
from tests.storage.conftest import Corpus

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def revision(name: str, story: str | None, *, days: int | None = None) -> Revision:
    published_at = None if days is None else AT - timedelta(days=days)
    return Revision(
        make_article(name, published_at=published_at), name, story_id=StoryId(story) if story else None
    )


async def test_story_ids_of_articles(corpus: Corpus) -> None:
    await corpus.commit(Batch(AT, (revision("a", "s"), revision("b", "t"), revision("alone", None))))
    asked = [ArticleId(name) for name in ("b", "a", "alone", "nobody")]
    assert await corpus.story_ids(asked) == {"b": "t", "a": "s"}


async def test_members_are_ordered_by_date_undated_last(corpus: Corpus) -> None:
    revisions = (
        revision("new", "s", days=1),
        revision("undated", "s"),
        revision("old", "s", days=9),
        revision("x", "t"),
    )
    await corpus.commit(Batch(AT, revisions))
    assert await corpus.members([StoryId("s"), StoryId("none")]) == {"s": ("old", "new", "undated")}


async def test_removed_article_leaves_its_story(corpus: Corpus) -> None:
    await corpus.commit(Batch(AT, (revision("a", "s"), revision("b", "s"), revision("c", "t"))))
    await corpus.commit(Batch(AT, removed=(ArticleId("a"), ArticleId("c"))))
    assert await corpus.members([StoryId("s"), StoryId("t")]) == {"s": ("b",)}
    assert await corpus.story_ids([ArticleId("a")]) == {}


async def test_repeatedly_merged_story_redirects_to_the_last(corpus: Corpus) -> None:
    s, t, u = StoryId("s"), StoryId("t"), StoryId("u")
    await corpus.commit(Batch(AT, (revision("a", "s", days=3), revision("b", "t", days=2))))
    await corpus.commit(Batch(AT, (revision("c", "t", days=1),), redirects={s: t}))
    await corpus.commit(Batch(AT, (revision("d", "u", days=0),), redirects={t: u}))
    everyone = ("a", "b", "c", "d")
    assert await corpus.members([s, t, u]) == {s: everyone, t: everyone, u: everyone}
    assert set((await corpus.story_ids([ArticleId(name) for name in everyone])).values()) == {u}


async def test_stories_merge_without_another_change(corpus: Corpus) -> None:
    s, t = StoryId("s"), StoryId("t")
    await corpus.commit(Batch(AT, (revision("a", "s"), revision("b", "t"))))
    assert await corpus.commit(Batch(AT, redirects={s: t})) == []
    assert await corpus.redirects() == {s: t}
    assert await corpus.members([t]) == {t: ("a", "b")}


async def test_redirects_of_merged_stories(corpus: Corpus) -> None:
    s, t = StoryId("s"), StoryId("t")
    await corpus.commit(Batch(AT, (revision("a", "s"), revision("b", "t"))))
    await corpus.commit(Batch(AT, (revision("d", "t"),), redirects={s: t}))
    assert await corpus.redirects() == {s: t}
    assert await corpus.count_redirects() == 1


async def test_a_story_merges_once(corpus: Corpus) -> None:
    s, t, u = StoryId("s"), StoryId("t"), StoryId("u")
    await corpus.commit(Batch(AT, (revision("a", "s"), revision("b", "t"), revision("c", "u"))))
    await corpus.commit(Batch(AT, (revision("d", "t"),), redirects={s: t}))
    await corpus.commit(Batch(AT, (revision("e", "u"),), redirects={s: u, t: s}))
    assert await corpus.redirects() == {s: t}
    assert await corpus.story_ids([ArticleId("a"), ArticleId("b")]) == {"a": t, "b": t}


async def test_an_article_of_a_merged_story_is_stored_in_the_one_it_merged_into(corpus: Corpus) -> None:
    s, t = StoryId("s"), StoryId("t")
    await corpus.commit(Batch(AT, (revision("a", "s"), revision("b", "t"))))
    await corpus.commit(Batch(AT, (revision("c", "t"),), redirects={s: t}))
    await corpus.commit(Batch(AT, (revision("d", "s"),)))
    assert await corpus.members([s, t]) == dict.fromkeys((s, t), ("a", "b", "c", "d"))


async def test_an_article_moves_without_a_new_revision(corpus: Corpus) -> None:
    s, t, a = StoryId("s"), StoryId("t"), ArticleId("a")
    await corpus.commit(Batch(AT, (revision("a", "s", days=3), revision("b", "s", days=2))))
    fingerprints = await corpus.fingerprints([a])
    changes = await corpus.commit(Batch(AT, (revision("c", "t", days=1),), moves={a: t}))
    assert [(change.kind, change.article_id) for change in changes] == [
        (ChangeKind.ADDED, "c"),
        (ChangeKind.MOVED, "a"),
    ]
    assert await corpus.changes(after=2, limit=9) == changes
    assert await corpus.members([s, t]) == {s: ("b",), t: ("a", "c")}
    assert await corpus.fingerprints([a]) == fingerprints
    assert await corpus.redirects() == {}


async def test_a_move_to_the_story_of_an_article_or_of_a_removed_one_changes_nothing(corpus: Corpus) -> None:
    s, a, b = StoryId("s"), ArticleId("a"), ArticleId("b")
    await corpus.commit(Batch(AT, (revision("a", "s"), revision("b", "s"))))
    await corpus.commit(Batch(AT, removed=(b,)))
    assert await corpus.commit(Batch(AT, moves={a: s, b: StoryId("t"), ArticleId("nobody"): s})) == []
    assert await corpus.members([s]) == {s: (a,)}


async def test_an_article_leaves_a_story_that_merges(corpus: Corpus) -> None:
    s, t, u = StoryId("s"), StoryId("t"), StoryId("u")
    await corpus.commit(Batch(AT, (revision("a", "s", days=3), revision("b", "s", days=2))))
    await corpus.commit(Batch(AT, (revision("c", "t", days=1),), moves={ArticleId("a"): u}, redirects={s: t}))
    assert await corpus.members([s, t, u]) == {s: ("b", "c"), t: ("b", "c"), u: ("a",)}
