"""Generations: invisible while staged, activated and undone in one step; concurrent commits win."""

import random
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

from bot.alerts.alert import AlertId
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ChangeKind
from bot.errors import VersionConflict, localizable
from bot.ingest.batch import Batch, Revision
from bot.ingest.reload.generation import (
    Generation,
    GenerationState,
    NothingToUndo,
    ReloadReport,
    ReloadRunning,
)
from bot.storage.admin.consistency import SqlConsistencyCheck
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.store import SqlArticleStore
from bot.storage.database import Database
from bot.storage.generations.store import SqlGenerationStore
from bot.storage.schema.articles import articles
from bot.stories.story import StoryId

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Corpus:
    """The stores of one database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.articles = SqlArticleStore(database)
        self.commits = SqlArticleCommit(database)
        self.generations = SqlGenerationStore(database)
        self.consistency = SqlConsistencyCheck(database)

    async def texts(self) -> dict[str, str]:
        async with self.database.read() as connection:
            rows = await connection.execute(select(articles.c.id, articles.c.text))
            return {row.id: row.text for row in rows}

    async def stories(self) -> dict[str, str]:
        async with self.database.read() as connection:
            rows = await connection.execute(select(articles.c.id, articles.c.story_id))
            return {row.id: row.story_id for row in rows}

    async def commit(self, *revisions: Revision, removed: str = "") -> None:
        known = await self.articles.fingerprints([revision.article.id for revision in revisions])
        based = [Revision(r.article, r.fingerprint, known.get(r.article.id), r.story_id) for r in revisions]
        await self.commits.commit(Batch(AT, tuple(based), tuple(map(ArticleId, removed))))

    async def stage(self, *revisions: Revision, removed: str = "") -> Generation:
        opened = await self.generations.begin("folder", 7, AT)
        await self.generations.stage(opened, revisions, [ArticleId(name) for name in removed])
        return opened

    async def switch(self, opened: Generation, *, based_on: int | None = None) -> list[tuple[str, str]]:
        number = await self.articles.last_change() if based_on is None else based_on
        lines = await self.generations.switch(opened, ReloadReport(), based_on=number, now=AT)
        return [(change.kind.value, change.article_id) for change in lines]


def revision(name: str, text: str = "One") -> Revision:
    article = Article(id=ArticleId(name), title=name, text=text, source=f"folder/{name}.txt")
    return Revision(article, f"{name}:{text}", story_id=StoryId(f"story-{name}"))


@pytest.fixture
async def corpus(database: Database) -> Corpus:
    corpus = Corpus(database)
    await corpus.commit(*map(revision, "abc"))
    return corpus


async def test_staged_articles_are_invisible_until_switch(corpus: Corpus) -> None:
    opened = await corpus.stage(revision("a", "Two"), revision("d"), removed="c")
    assert await corpus.texts() == {"a": "One", "b": "One", "c": "One"}
    assert await corpus.articles.last_change() == 3
    assert await corpus.switch(opened) == [("changed", "a"), ("added", "d"), ("removed", "c")]
    assert await corpus.texts() == {"a": "Two", "b": "One", "d": "One"}
    log = await corpus.articles.changes(after=2, limit=9)
    assert [(change.number, change.together) for change in log] == [(3, 0), (4, 6), (5, 6), (6, 6)]
    assert [change.number for change in await corpus.articles.changes(after=4, limit=1)] == [5]


async def test_undo_restores_articles_and_logs_changes(corpus: Corpus) -> None:
    await corpus.switch(await corpus.stage(revision("a", "Two"), revision("d"), removed="c"))
    undone = await corpus.generations.undo(None, AT)
    assert undone.state is GenerationState.UNDONE
    assert await corpus.texts() == {"a": "One", "b": "One", "c": "One"}
    log = await corpus.articles.changes(after=6, limit=9)
    assert [(change.kind, change.article_id) for change in log] == [
        (ChangeKind.CHANGED, "a"),
        (ChangeKind.REMOVED, "d"),
        (ChangeKind.ADDED, "c"),
    ]
    with pytest.raises(NothingToUndo):
        await corpus.generations.undo(None, AT)
    assert (await corpus.consistency.run()).problems == ()


async def test_articles_committed_during_reload_win(corpus: Corpus) -> None:
    opened = await corpus.stage(revision("a", "Two"), revision("d"), revision("e"), removed="c")
    await corpus.commit(revision("a", "Three"), revision("c", "Four"))
    twin = Revision(revision("f").article, "e:One", story_id=StoryId("story-f"))
    await corpus.commit(twin)
    assert await corpus.switch(opened, based_on=3) == [("added", "d")]
    assert await corpus.texts() == {"a": "Three", "b": "One", "c": "Four", "d": "One", "f": "One"}
    assert (await corpus.consistency.run()).problems == ()


async def test_undo_restores_articles_committed_after_the_switch(corpus: Corpus) -> None:
    await corpus.switch(await corpus.stage(revision("a", "Two"), removed="c"))
    await corpus.commit(revision("a", "Three"), revision("c", "Four"))
    assert await corpus.texts() == {"a": "Three", "b": "One", "c": "Four"}
    await corpus.generations.undo(None, AT)
    assert await corpus.texts() == {"a": "One", "b": "One", "c": "One"}
    assert (await corpus.consistency.run()).problems == ()


async def test_only_latest_generation_can_be_undone(corpus: Corpus) -> None:
    first = await corpus.stage(revision("a", "Two"))
    await corpus.switch(first)
    await corpus.switch(await corpus.stage(revision("b", "Two")))
    with pytest.raises(NothingToUndo):
        await corpus.generations.undo(first.id, AT)
    await corpus.generations.undo(None, AT)
    assert await corpus.texts() == {"a": "Two", "b": "One", "c": "One"}
    kept = await corpus.generations.get(first.id)
    assert kept is not None
    assert kept.state is GenerationState.SETTLED


async def test_aborted_generation_leaves_nothing_and_is_closed(corpus: Corpus) -> None:
    opened = await corpus.stage(revision("a", "Two"), removed="c")
    with pytest.raises(ReloadRunning):
        await corpus.generations.begin("folder", 8, AT)
    with pytest.raises(ReloadRunning):
        await corpus.generations.undo(None, AT)
    await corpus.generations.abort(opened, ReloadReport(reason=localizable("why-said", words="why")), AT)
    with pytest.raises(VersionConflict):
        await corpus.generations.stage(opened, [revision("x")], [])
    assert await corpus.texts() == {"a": "One", "b": "One", "c": "One"}
    assert (await corpus.consistency.run()).problems == ()
    assert await corpus.switch(await corpus.stage(revision("a", "Two"))) == [("changed", "a")]


async def test_generation_without_changes_takes_no_number(corpus: Corpus) -> None:
    opened = await corpus.stage()
    assert await corpus.switch(opened) == []
    assert await corpus.articles.last_change() == 3
    generation = await corpus.generations.get(opened.id)
    assert generation is not None
    assert generation.state is GenerationState.UNCHANGED


async def test_removed_articles_are_known_as_former(corpus: Corpus) -> None:
    await corpus.commit(removed="a")
    await corpus.switch(await corpus.stage(revision("d"), removed="b"))
    await corpus.generations.undo(None, AT)
    await corpus.switch(await corpus.stage(revision("e"), removed="c"))
    known = await corpus.commits.known([ArticleId(name) for name in "abcdexyz"], [])
    assert known.former == {"a", "c", "d"}


@pytest.mark.parametrize("seed", range(4))
async def test_random_commits_reloads_and_undos_match_a_model(database: Database, seed: int) -> None:
    corpus, draw = Corpus(database), random.Random(seed)
    now: dict[str, str] = {}
    before: dict[str, str] | None = None
    for step in range(25):
        changed = dict.fromkeys(draw.sample("abcdefgh", 3), f"Text {step}")
        gone = "".join(draw.sample(sorted(set(now) - set(changed)), min(2, len(set(now) - set(changed)))))
        revisions = [revision(name, text) for name, text in changed.items()]
        match draw.choice(["commit", "reload", "abort", "undo"]):
            case "commit":
                await corpus.commit(*revisions, removed=gone)
                now = {k: v for k, v in now.items() if k not in gone} | changed
                before = None  # undo after a commit is tested above
            case "reload":
                await corpus.switch(await corpus.stage(*revisions, removed=gone))
                before, now = now, {k: v for k, v in now.items() if k not in gone} | changed
            case "abort":
                opened = await corpus.stage(*revisions, removed=gone)
                await corpus.generations.abort(
                    opened, ReloadReport(reason=localizable("why-said", words="x")), AT
                )
            case "undo" if before is not None:
                await corpus.generations.undo(None, AT)
                now, before = before, None
        assert await corpus.texts() == now, step
        assert (await corpus.consistency.run()).problems == (), step


async def test_article_lookups_use_the_column_index(database: Database) -> None:
    """An index on the generation, which nearly all rows share, would read every row."""
    async with database.read() as connection:
        if connection.dialect.name != "sqlite":
            pytest.skip("PostgreSQL plans by the tables' contents")
        for column in ("id", "fingerprint", "source", "address", "story_id"):
            plan = await connection.execute(
                text(f"EXPLAIN QUERY PLAN SELECT * FROM articles WHERE {column} = 'x'")
            )
            assert f"ix_article_rows_{column}" in str(plan.all()[0])


async def test_a_switch_merges_stories_in_articles_and_messages(corpus: Corpus) -> None:
    kept, merged = StoryId("story-a"), StoryId("story-b")
    opened = await corpus.stage(revision("d"))
    await corpus.generations.switch(opened, ReloadReport(), (), {merged: kept}, based_on=3, now=AT)
    assert await corpus.stories() == {"a": kept, "b": kept, "c": "story-c", "d": "story-d"}
    assert (await corpus.consistency.run()).problems == ()
    await corpus.generations.undo(None, AT)
    assert await corpus.stories() == {"a": kept, "b": kept, "c": "story-c"}
    assert (await corpus.consistency.run()).problems == ()


async def test_a_switch_follows_merges_of_other_processes(corpus: Corpus) -> None:
    """One before the article was staged, one after; the reload itself knew of neither."""
    a, b, c = (StoryId(f"story-{name}") for name in "abc")
    await corpus.commits.commit(Batch(AT, (revision("x"),), redirects={b: a}))
    late = Revision(revision("d").article, "d:One", story_id=b)
    opened = await corpus.stage(late)
    await corpus.commits.commit(Batch(AT, (revision("y"),), redirects={a: c}))
    matches = [MatchBatch(ArticleId("d"), b, (AlertId(1),), AT)]
    await corpus.generations.switch(opened, ReloadReport(), matches, {b: a}, based_on=3, now=AT)
    assert {name: story for name, story in (await corpus.stories()).items() if name in "abcd"} == (
        dict.fromkeys("abcd", c)
    )
    assert (await corpus.consistency.run()).problems == ()


async def test_a_merge_outlives_the_article_that_another_process_changed(corpus: Corpus) -> None:
    kept, merged = StoryId("story-a"), StoryId("story-b")
    opened = await corpus.stage(revision("d"), revision("e"))
    await corpus.commit(revision("d", "Two"))
    await corpus.generations.switch(opened, ReloadReport(), (), {merged: kept}, based_on=3, now=AT)
    stories = await corpus.stories()
    assert (stories["a"], stories["b"]) == (kept, kept)
    assert (await corpus.consistency.run()).problems == ()


async def test_article_of_a_reload_that_changed_since_leaves_with_it(corpus: Corpus) -> None:
    await corpus.switch(await corpus.stage(revision("d"), revision("e")))
    await corpus.commit(revision("d", "Two"), removed="e")
    await corpus.commit(revision("e", "Two"))
    await corpus.generations.undo(None, AT)
    assert await corpus.texts() == {"a": "One", "b": "One", "c": "One"}
    assert (await corpus.consistency.run()).problems == ()
