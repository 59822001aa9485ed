"""Commits: atomic, numbered in commit order, with conflicts detected."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ChangeKind
from bot.errors import StoreError, VersionConflict
from bot.ingest.batch import Batch, Revision
from bot.ingest.dedupe import Candidate
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.store import SqlArticleStore
from bot.storage.database import Database
from bot.storage.schema.articles import article_revisions, articles
from tests.storage.conftest import Corpus

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def revision(name: str, text: str = "One.", *, replaces: str | None = None) -> Revision:
    article = Article(id=ArticleId(name), title=name, text=text, source=f"seeds/{name}.txt")
    return Revision(article, f"{name}:{text}", replaces=replaces)


def batch(*revisions: Revision, removed: tuple[str, ...] = ()) -> Batch:
    return Batch(AT, revisions, tuple(map(ArticleId, removed)))


async def test_commit_returns_changes_in_order(corpus: Corpus) -> None:
    await corpus.commit(batch(revision("a"), revision("b")))
    mixed = batch(revision("c"), revision("a", "Two.", replaces="a:One."), removed=("b", "nobody", "b"))
    log = [(change.number, change.kind, change.article_id) for change in await corpus.commit(mixed)]
    assert log == [
        (3, ChangeKind.ADDED, "c"),
        (4, ChangeKind.CHANGED, "a"),
        (5, ChangeKind.REMOVED, "b"),
    ]
    assert [change.number for change in await corpus.changes(after=0, limit=9)] == [1, 2, 3, 4, 5]


async def test_batch_without_effect_takes_no_number(corpus: Corpus) -> None:
    assert await corpus.commit(batch(removed=("nobody",))) == []
    assert await corpus.last_change() == 0


@pytest.mark.parametrize(
    "late",
    [
        revision("a", "Mine."),
        revision("a", "Mine.", replaces="a:Zero."),
        revision("gone", "Mine.", replaces="gone:One."),
    ],
    ids=["stored meanwhile", "older than stored", "removed meanwhile"],
)
async def test_outdated_revision_rejects_whole_batch(corpus: Corpus, late: Revision) -> None:
    await corpus.commit(batch(revision("a")))
    with pytest.raises(VersionConflict):
        await corpus.commit(batch(revision("b"), late))
    assert await corpus.last_change() == 1
    assert await corpus.get([ArticleId("b")]) == []


async def test_text_stored_under_another_id_is_refused(corpus: Corpus) -> None:
    first = revision("a")
    await corpus.commit(batch(first))
    twin = Revision(revision("b").article, first.fingerprint)
    with pytest.raises(VersionConflict):
        await corpus.commit(batch(twin))
    assert [change.kind for change in await corpus.commit(Batch(AT, (twin,), (ArticleId("a"),)))] == [
        ChangeKind.ADDED,
        ChangeKind.REMOVED,
    ]


async def test_batch_based_on_older_change_is_refused(corpus: Corpus) -> None:
    await corpus.commit(batch(revision("a")))
    with pytest.raises(VersionConflict):
        await corpus.commit(Batch(AT, (revision("b"),), based_on=0))
    assert [change.number for change in await corpus.commit(Batch(AT, (revision("b"),), based_on=1))] == [2]


async def test_stored_articles_are_known_by_id_and_text(corpus: Corpus) -> None:
    await corpus.commit(batch(revision("a"), revision("b")))
    known = await corpus.known([ArticleId("a"), ArticleId("x")], ["b:One.", "x:One."])
    assert (known.fingerprints, known.holders) == ({"a": "a:One."}, {"b:One.": "b"})


async def test_sources_lists_one_origin_only(corpus: Corpus) -> None:
    other = Article(id=ArticleId("o"), title="o", text="O.", source="seeds2/o.txt")
    like = Article(id=ArticleId("l"), title="l", text="L.", source="seed_/l.txt")
    await corpus.commit(batch(revision("a"), Revision(other, "o"), Revision(like, "l")))
    assert [pair async for part in corpus.sources("seeds") for pair in part] == [("a", "seeds/a.txt", "")]
    assert [pair async for part in corpus.sources("seed_") for pair in part] == [("l", "seed_/l.txt", "")]


async def test_touch_updates_source_only_for_the_stored_text(corpus: Corpus) -> None:
    first, other = revision("a"), revision("b")
    await corpus.commit(batch(first, other))
    moved = replace(first.article, source="seeds/moved.txt")
    await corpus.touch(
        [Candidate(moved, first.fingerprint, "1f"), Candidate(other.article, "another text", "2f")]
    )
    assert await corpus.content_hashes([ArticleId("a"), ArticleId("b"), ArticleId("x")]) == {
        "a": ("a", "seeds/moved.txt", "1f"),
        "b": ("b", "seeds/b.txt", ""),
    }
    assert await corpus.last_change() == 2


async def test_replaced_and_removed_texts_are_archived(database: Database) -> None:
    commit = SqlArticleCommit(database)
    await commit.commit(batch(revision("a", "One.")))
    await commit.commit(batch(revision("a", "Two.", replaces="a:One.")))
    await commit.commit(batch(removed=("a",)))
    await commit.commit(batch(revision("a", "Three.")))
    old = article_revisions.c
    async with database.read() as connection:
        kept = (await connection.execute(select(old.revision, old.text).order_by(old.revision))).all()
        now = (await connection.execute(select(articles.c.revision, articles.c.text))).all()
    assert (kept, now) == ([(1, "One."), (2, "Two.")], [(3, "Three.")])


async def test_concurrent_writers_number_changes_without_gaps(url: str, database: Database) -> None:
    """Half the writers share a connection pool, the others have their own, as a second process would."""
    async with Database.open(url) as second:
        commits = [SqlArticleCommit(database), SqlArticleCommit(second)]

        async def write(number: int) -> list[int]:
            mine = batch(*(revision(f"{number}-{n}") for n in range(3)))
            return [change.number for change in await commits[number % 2].commit(mine)]

        taken = await asyncio.gather(*(write(number) for number in range(20)))
    log = await SqlArticleStore(database).changes(after=0, limit=100)
    assert [change.number for change in log] == list(range(1, 61))
    assert sorted(taken) == [[first, first + 1, first + 2] for first in range(1, 61, 3)]


async def test_failed_commit_leaves_nothing(database: Database) -> None:
    unstorable = Revision(Article(id=ArticleId("b"), title="b", text="B.", extra={"x": object()}), "b")
    with pytest.raises((StoreError, TypeError)):
        await SqlArticleCommit(database).commit(batch(revision("a"), unstorable))
    store = SqlArticleStore(database)
    assert (await store.last_change(), await store.get([ArticleId("a")])) == (0, [])
    assert [change.number for change in await SqlArticleCommit(database).commit(batch(revision("a")))] == [1]
