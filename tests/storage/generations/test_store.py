"""Generations: unseen while staged, in force and taken back all at once; what came meanwhile stays."""

import random
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

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


class Shop:
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

    async def commit(self, *revisions: Revision, removed: str = "") -> None:
        known = await self.articles.fingerprints([each.article.id for each in revisions])
        based = [Revision(r.article, r.fingerprint, known.get(r.article.id), r.story_id) for r in revisions]
        await self.commits.commit(Batch(AT, tuple(based), tuple(map(ArticleId, removed))))

    async def stage(self, *revisions: Revision, removed: str = "") -> Generation:
        opened = await self.generations.begin("folder", 7, AT)
        await self.generations.stage(opened, revisions, [ArticleId(each) for each in removed])
        return opened

    async def switch(self, opened: Generation, *, based_on: int | None = None) -> list[tuple[str, str]]:
        number = await self.articles.last_change() if based_on is None else based_on
        lines = await self.generations.switch(opened, ReloadReport(), based_on=number, now=AT)
        return [(each.kind.value, each.article_id) for each in lines]


def revision(name: str, text: str = "One") -> Revision:
    article = Article(id=ArticleId(name), title=name, text=text, source=f"folder/{name}.txt")
    return Revision(article, f"{name}:{text}", story_id=StoryId(f"story-{name}"))


@pytest.fixture
async def shop(database: Database) -> Shop:
    made = Shop(database)
    await made.commit(*map(revision, "abc"))
    return made


async def test_what_is_staged_is_unseen_until_the_switch(shop: Shop) -> None:
    opened = await shop.stage(revision("a", "Two"), revision("d"), removed="c")
    assert await shop.texts() == {"a": "One", "b": "One", "c": "One"}
    assert await shop.articles.last_change() == 3
    assert await shop.switch(opened) == [("changed", "a"), ("added", "d"), ("removed", "c")]
    assert await shop.texts() == {"a": "Two", "b": "One", "d": "One"}
    log = await shop.articles.changes(after=2, limit=9)
    assert [(each.number, each.together) for each in log] == [(3, 0), (4, 6), (5, 6), (6, 6)]
    assert [each.number for each in await shop.articles.changes(after=4, limit=1)] == [5]


async def test_undo_brings_everything_back_and_the_log_says_so(shop: Shop) -> None:
    await shop.switch(await shop.stage(revision("a", "Two"), revision("d"), removed="c"))
    undone = await shop.generations.undo(None, AT)
    assert undone.state is GenerationState.UNDONE
    assert await shop.texts() == {"a": "One", "b": "One", "c": "One"}
    log = await shop.articles.changes(after=6, limit=9)
    assert [(each.kind, each.article_id) for each in log] == [
        (ChangeKind.CHANGED, "a"),
        (ChangeKind.REMOVED, "d"),
        (ChangeKind.ADDED, "c"),
    ]
    with pytest.raises(NothingToUndo):
        await shop.generations.undo(None, AT)
    assert (await shop.consistency.run()).problems == ()


async def test_what_somebody_committed_during_a_reload_is_newer_and_stays(shop: Shop) -> None:
    opened = await shop.stage(revision("a", "Two"), revision("d"), revision("e"), removed="c")
    await shop.commit(revision("a", "Three"), revision("c", "Four"))
    twin = Revision(revision("f").article, "e:One", story_id=StoryId("story-f"))
    await shop.commit(twin)
    assert await shop.switch(opened, based_on=3) == [("added", "d")]
    assert await shop.texts() == {"a": "Three", "b": "One", "c": "Four", "d": "One", "f": "One"}
    assert (await shop.consistency.run()).problems == ()


async def test_an_article_put_aside_and_then_committed_anew_comes_back_as_it_was(shop: Shop) -> None:
    await shop.switch(await shop.stage(revision("a", "Two"), removed="c"))
    await shop.commit(revision("a", "Three"), revision("c", "Four"))
    assert await shop.texts() == {"a": "Three", "b": "One", "c": "Four"}
    await shop.generations.undo(None, AT)
    assert await shop.texts() == {"a": "One", "b": "One", "c": "One"}
    assert (await shop.consistency.run()).problems == ()


async def test_only_the_last_generation_can_be_taken_back(shop: Shop) -> None:
    first = await shop.stage(revision("a", "Two"))
    await shop.switch(first)
    await shop.switch(await shop.stage(revision("b", "Two")))
    with pytest.raises(NothingToUndo):
        await shop.generations.undo(first.id, AT)
    await shop.generations.undo(None, AT)
    assert await shop.texts() == {"a": "Two", "b": "One", "c": "One"}
    kept = await shop.generations.get(first.id)
    assert kept is not None
    assert kept.state is GenerationState.SETTLED


async def test_a_generation_given_up_leaves_nothing_and_takes_no_more(shop: Shop) -> None:
    opened = await shop.stage(revision("a", "Two"), removed="c")
    with pytest.raises(ReloadRunning):
        await shop.generations.begin("folder", 8, AT)
    with pytest.raises(ReloadRunning):
        await shop.generations.undo(None, AT)
    await shop.generations.abort(opened, ReloadReport(reason=localizable("why-said", words="why")), AT)
    with pytest.raises(VersionConflict):
        await shop.generations.stage(opened, [revision("x")], [])
    assert await shop.texts() == {"a": "One", "b": "One", "c": "One"}
    assert (await shop.consistency.run()).problems == ()
    assert await shop.switch(await shop.stage(revision("a", "Two"))) == [("changed", "a")]


async def test_a_generation_that_changes_nothing_takes_no_number(shop: Shop) -> None:
    opened = await shop.stage()
    assert await shop.switch(opened) == []
    assert await shop.articles.last_change() == 3
    said = await shop.generations.get(opened.id)
    assert said is not None
    assert said.state is GenerationState.UNCHANGED


async def test_an_article_that_was_here_before_is_known_as_former(shop: Shop) -> None:
    await shop.commit(removed="a")
    await shop.switch(await shop.stage(revision("d"), removed="b"))
    await shop.generations.undo(None, AT)
    await shop.switch(await shop.stage(revision("e"), removed="c"))
    known = await shop.commits.known([ArticleId(each) for each in "abcdexyz"], [])
    assert known.former == {"a", "c", "d"}


@pytest.mark.parametrize("seed", range(4))
async def test_any_order_of_commits_reloads_and_undos_is_what_a_plain_model_says(
    database: Database, seed: int
) -> None:
    shop, draw = Shop(database), random.Random(seed)
    now: dict[str, str] = {}
    before: dict[str, str] | None = None
    for step in range(25):
        changed = dict.fromkeys(draw.sample("abcdefgh", 3), f"Text {step}")
        gone = "".join(draw.sample(sorted(set(now) - set(changed)), min(2, len(set(now) - set(changed)))))
        revisions = [revision(name, text) for name, text in changed.items()]
        match draw.choice(["commit", "reload", "give up", "undo"]):
            case "commit":
                await shop.commit(*revisions, removed=gone)
                now = {k: v for k, v in now.items() if k not in gone} | changed
                before = None  # what an undo gives then is told apart above
            case "reload":
                await shop.switch(await shop.stage(*revisions, removed=gone))
                before, now = now, {k: v for k, v in now.items() if k not in gone} | changed
            case "give up":
                opened = await shop.stage(*revisions, removed=gone)
                await shop.generations.abort(
                    opened, ReloadReport(reason=localizable("why-said", words="x")), AT
                )
            case "undo" if before is not None:
                await shop.generations.undo(None, AT)
                now, before = before, None
        assert await shop.texts() == now, step
        assert (await shop.consistency.run()).problems == (), step


async def test_living_articles_are_looked_up_by_what_is_asked_for(database: Database) -> None:
    """Not through the generation, which nearly all share: that would look at every article."""
    async with database.read() as connection:
        if connection.dialect.name != "sqlite":
            pytest.skip("PostgreSQL plans by what tables hold")
        for column in ("id", "fingerprint", "source", "address", "story_id"):
            plan = await connection.execute(
                text(f"EXPLAIN QUERY PLAN SELECT * FROM articles WHERE {column} = 'x'")
            )
            assert f"ix_article_rows_{column}" in str(plan.all()[0])
