"""Checks of followed stories after a reload: which stories, and which of their articles are quiet or held."""

import pytest

from bot.alerts.alert import AlertDraft
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.delivery.follow import FollowCheck
from bot.ingest.reload.generation import AlertDecision, ReloadReport
from bot.storage.database import Database
from bot.storage.delivery.follows import SqlFollowStore
from bot.stories.story import StoryId
from tests.storage.generations.test_store import AT, Corpus, revision
from tests.storage.sql_alerts import SqlAlerts, save_alerts

QUIET, ASK = ReloadReport(alerts=AlertDecision.QUIET), ReloadReport(alerts=AlertDecision.ASK)


@pytest.fixture
async def corpus(database: Database) -> Corpus:
    corpus = Corpus(database)
    await corpus.commit(*map(revision, "abc"))
    return corpus


async def follow(corpus: Corpus, *story_ids: str) -> None:
    for story_id in story_ids:
        draft = AlertDraft(1, None, 1, "", AT, follows=StoryId(story_id))
        await SqlFollowStore(corpus.database).follow(draft, ())
    await checked(corpus)


async def checked(corpus: Corpus) -> list[FollowCheck]:
    """Do the checks that wait; return them by story."""
    store, found = SqlFollowStore(corpus.database), []
    while check := await store.next_check():
        await store.report(check, (), now=AT, at=AT, last=True)
        found.append(check)
    return sorted(found, key=lambda check: check.story_id)


async def test_each_check_after_a_quiet_reload_names_the_articles_of_its_story(corpus: Corpus) -> None:
    await follow(corpus, "story-a", "story-b", "story-c")
    opened = await corpus.stage(revision("a", "Two"), revision("d"), removed="b")
    last = await corpus.articles.last_change()
    await corpus.generations.switch(opened, QUIET, based_on=last, now=AT)
    checks = await checked(corpus)
    assert [(check.story_id, check.quiet) for check in checks] == [("story-a", {"a"}), ("story-b", {"b"})]


async def test_a_quiet_reload_that_merges_a_followed_story_into_another_is_quiet(corpus: Corpus) -> None:
    await follow(corpus, "story-b")
    opened, last = await corpus.stage(revision("a", "Two")), await corpus.articles.last_change()
    redirects = {StoryId("story-b"): StoryId("story-a")}
    await corpus.generations.switch(opened, QUIET, redirects=redirects, based_on=last, now=AT)
    (check,) = await checked(corpus)
    assert (check.story_id, check.quiet) == ("story-a", {"a"})


async def test_a_decision_to_keep_quiet_names_articles_that_are_gone_since(corpus: Corpus) -> None:
    (alert,) = await save_alerts(SqlAlerts(corpus.database), 1)
    await follow(corpus, "story-a", "story-b")
    opened = await corpus.stage(revision("a", "Two"), revision("d"), removed="b")
    last = await corpus.articles.last_change()
    matches = [MatchBatch(ArticleId("d"), StoryId("story-d"), (alert.id,), AT)]
    await corpus.generations.switch(opened, ASK, matches, based_on=last, now=AT)
    assert await checked(corpus) == []
    await corpus.commit(revision("a", "Three"))
    (check,) = await checked(corpus)
    assert (check.story_id, check.held) == ("story-a", {"a"})
    await corpus.switch(await corpus.stage(revision("c", "Two")))
    await corpus.generations.decide(opened.id, AlertDecision.QUIET, AT)
    checks = await checked(corpus)
    assert [(check.story_id, check.quiet) for check in checks] == [("story-a", {"a"}), ("story-b", {"b"})]
