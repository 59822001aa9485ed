"""Articles that move between stories while a reload is staged, when it switches, and when it is undone."""

import pytest

from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.ingest.batch import Batch
from bot.ingest.reload.generation import AlertDecision, ReloadReport
from bot.storage.database import Database
from bot.stories.story import StoryId
from tests.storage.generations.test_store import AT, Corpus, revision
from tests.storage.sql_alerts import LATER, SqlAlerts, claimed, save_alerts

MOVED = StoryId("moved")


@pytest.fixture
async def corpus(database: Database) -> Corpus:
    corpus = Corpus(database)
    await corpus.commit(*map(revision, "abc"))
    return corpus


async def test_a_staged_article_moves_with_the_switch_and_its_matches_with_it(corpus: Corpus) -> None:
    (alert,) = await save_alerts(SqlAlerts(corpus.database), 1)
    opened = await corpus.stage(revision("a", "Two"), revision("d"))
    matches = [MatchBatch(ArticleId("d"), StoryId("story-d"), (alert.id,), AT)]
    moves = {ArticleId("a"): MOVED, ArticleId("d"): MOVED}
    report, last = ReloadReport(alerts=AlertDecision.SEND), await corpus.articles.last_change()
    await corpus.generations.switch(opened, report, matches, moves=moves, based_on=last, now=AT)
    assert await corpus.stories() == {"a": MOVED, "b": "story-b", "c": "story-c", "d": MOVED}
    outbox = await SqlAlerts(corpus.database).expand(LATER)
    (notification,) = await claimed(outbox, LATER)
    assert [message.story_id for message in notification.messages] == [MOVED]
    await corpus.generations.undo(None, AT)
    assert (await corpus.stories())["a"] == "story-a"
    assert (await corpus.consistency.run()).problems == ()


async def test_an_article_that_moved_meanwhile_is_still_replaced(corpus: Corpus) -> None:
    opened = await corpus.stage(revision("a", "Two"))
    last = await corpus.articles.last_change()
    await corpus.commits.commit(Batch(AT, moves={ArticleId("a"): MOVED, ArticleId("b"): MOVED}))
    assert await corpus.switch(opened, based_on=last) == [("changed", "a")]
    assert (await corpus.texts())["a"] == "Two"
    assert await corpus.stories() == {"a": "story-a", "b": MOVED, "c": "story-c"}
    assert (await corpus.consistency.run()).problems == ()


async def test_an_article_that_a_reload_brought_moves_and_leaves_with_it(corpus: Corpus) -> None:
    await corpus.switch(await corpus.stage(revision("a", "Two"), revision("d")))
    await corpus.commits.commit(Batch(AT, moves={ArticleId("a"): MOVED, ArticleId("d"): MOVED}))
    assert (await corpus.stories())["a"] == MOVED
    await corpus.generations.undo(None, AT)
    assert await corpus.stories() == {"a": "story-a", "b": "story-b", "c": "story-c"}
    assert (await corpus.consistency.run()).problems == ()
