"""Articles stored without their matches: they wait, and are reported once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.alerts.alert import AlertDraft, AlertId
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import Article, ArticleId
from bot.ingest.batch import Batch, LateMatches, Revision
from bot.storage.schema.delivery import outbox
from bot.stories.story import StoryId
from tests.storage.sql_alerts import AT, LATER, SqlAlerts, article_ids, claimed, save_alerts

FERRY, TRAM = ArticleId("ferry"), ArticleId("tram")
STORY, OTHER = StoryId("story"), StoryId("other")


def revision(article_id: ArticleId, story: StoryId = STORY) -> Revision:
    article = Article(id=article_id, title=article_id, text=f"{article_id}.", published_at=AT)
    return Revision(article, article_id, story_id=story)


def late(alert: AlertId, *ids: ArticleId, story: StoryId = STORY) -> Batch:
    matches = tuple(MatchBatch(article_id, story, (alert,), LATER) for article_id in ids)
    return Batch(LATER, late=LateMatches(ids, matches))


async def reported(stores: SqlAlerts) -> list[list[str]]:
    await stores.expand(LATER)
    return article_ids(await claimed(stores.outbox, LATER))


async def messages(stores: SqlAlerts) -> set[tuple[int, str]]:
    """Return chat and story of every message."""
    await stores.expand(LATER)
    async with stores.database.read() as connection:
        rows = await connection.execute(select(outbox.c.chat_id, outbox.c.story_id))
        return {(row.chat_id, row.story_id) for row in rows}


async def test_article_without_matches_waits_and_is_reported_once(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    later = AT + timedelta(seconds=1)
    await stores.commits.commit(Batch(later, (revision(TRAM, OTHER),), unmatched=(TRAM,)))
    await stores.commits.commit(Batch(AT, (revision(FERRY),), unmatched=(FERRY,)))
    assert await stores.commits.unmatched(9) == [FERRY, TRAM]
    assert await stores.commits.unmatched(1) == [FERRY]
    assert await reported(stores) == []
    await stores.commits.commit(late(alert.id, FERRY))
    assert await stores.commits.unmatched(9) == [TRAM]
    assert await reported(stores) == [["ferry"]]
    await stores.commits.commit(late(alert.id, FERRY))  # by another process
    assert await reported(stores) == []


async def test_alert_newer_than_the_article_does_not_report_it(stores: SqlAlerts) -> None:
    await stores.commits.commit(Batch(AT, (revision(FERRY),), unmatched=(FERRY,)))
    newer = await stores.alerts.add(AlertDraft(1, None, 7, "ferry", AT + timedelta(seconds=1)))
    await stores.commits.commit(late(newer.id, FERRY))
    assert (await reported(stores), await stores.commits.unmatched(9)) == ([], [])


async def test_removed_article_is_not_reported(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commits.commit(Batch(AT, (revision(FERRY),), unmatched=(FERRY,)))
    await stores.commits.commit(Batch(AT, removed=(FERRY,)))
    await stores.commits.commit(late(alert.id, FERRY))
    assert (await reported(stores), await stores.commits.unmatched(9)) == ([], [])


async def test_article_is_reported_in_the_story_that_it_is_in_now(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commits.commit(Batch(AT, (revision(FERRY), revision(TRAM)), unmatched=(FERRY, TRAM)))
    await stores.commits.commit(Batch(AT, moves={TRAM: OTHER}))
    await stores.commits.commit(late(alert.id, FERRY, TRAM))
    assert await messages(stores) == {(1, STORY), (1, OTHER)}


async def test_parted_article_is_reported_only_to_alerts_that_did_not_send_its_story(
    stores: SqlAlerts,
) -> None:
    first, second = await save_alerts(stores, 1, 2)
    await stores.commit_article(FERRY, [first.id], story=STORY, at=AT)
    await stores.commit_article(TRAM, [first.id], story=STORY, at=AT)
    await stores.expand(AT)
    await stores.commits.commit(Batch(AT, moves={TRAM: OTHER}, regrouped={TRAM: OTHER, FERRY: STORY}))
    assert sorted(await stores.commits.unmatched(9)) == [FERRY, TRAM]
    both = tuple(
        MatchBatch(article_id, story, (first.id, second.id), LATER)
        for article_id, story in ((TRAM, OTHER), (FERRY, STORY))
    )
    await stores.commits.commit(Batch(LATER, late=LateMatches((TRAM, FERRY), both)))
    assert await messages(stores) == {(1, STORY), (1, OTHER)}


async def test_article_that_waits_for_all_alerts_still_does_when_its_story_parts(stores: SqlAlerts) -> None:
    first, second = await save_alerts(stores, 1, 2)
    await stores.commit_article(FERRY, [first.id], story=STORY, at=AT)
    await stores.expand(AT)
    await stores.commits.commit(Batch(AT, (revision(TRAM),), unmatched=(TRAM,)))
    await stores.commits.commit(Batch(LATER, moves={TRAM: OTHER}, regrouped={TRAM: OTHER}))
    await stores.commits.commit(late(second.id, TRAM, story=OTHER))
    assert await messages(stores) == {(1, STORY), (2, OTHER)}


async def test_alert_with_an_unsent_message_reports_a_parted_article_however_silent_it_is(
    stores: SqlAlerts,
) -> None:
    (alert,) = await save_alerts(stores, 1)
    for article_id in (FERRY, TRAM):
        await stores.commit_article(article_id, [alert.id], story=STORY, at=AT)
    await stores.expand(AT)
    paused = alert.silenced(AT + timedelta(seconds=1), paused=True)
    await stores.alerts.update(paused)
    await stores.commits.commit(Batch(LATER, moves={TRAM: OTHER}, regrouped={TRAM: OTHER, FERRY: STORY}))
    await stores.commits.commit(late(alert.id, TRAM, story=OTHER))
    assert await reported(stores) == []
    await stores.alerts.update(paused.silenced(LATER))
    assert await messages(stores) == {(1, STORY), (1, OTHER)}


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([], True),
        ([(-2 * HOUR, {"paused": True}), (-HOUR, {})], True),
        ([(-HOUR, {"paused": True}), (HOUR, {})], False),
        ([(-HOUR, {"muted_until": AT + HOUR})], False),
        ([(-HOUR, {"muted_until": AT - timedelta(minutes=1)})], True),
        ([(-HOUR, {"muted_until": AT + HOUR}), (-timedelta(minutes=1), {})], True),
        ([(HOUR, {"muted_until": AT + 2 * HOUR})], True),
    ],
    ids=["never", "before", "meanwhile", "muted", "muted before", "unmuted before", "muted later"],
)
async def test_alert_reports_late_what_it_would_have_reported_in_time(
    stores: SqlAlerts, changes: list[tuple[timedelta, dict[str, Any]]], told: bool
) -> None:
    alert = await stores.alerts.add(AlertDraft(1, None, 1, "ferry", AT - 3 * HOUR))
    await stores.commits.commit(Batch(AT, (revision(FERRY),), unmatched=(FERRY,)))
    for after, silence in changes:
        alert = alert.silenced(AT + after, **silence)
        await stores.alerts.update(alert)
    await stores.commits.commit(late(alert.id, FERRY))
    await stores.expand(AT + 3 * HOUR)
    sent = article_ids(await claimed(stores.outbox, AT + 3 * HOUR))
    assert sent == ([["ferry"]] if told else [])


async def test_alert_paused_after_the_article_came_reports_it_once_it_is_resumed(stores: SqlAlerts) -> None:
    alert = await stores.alerts.add(AlertDraft(1, None, 1, "ferry", AT - HOUR))
    await stores.commits.commit(Batch(AT, (revision(FERRY),), unmatched=(FERRY,)))
    paused = alert.silenced(AT + timedelta(seconds=1), paused=True)
    await stores.alerts.update(paused)
    await stores.commits.commit(late(alert.id, FERRY))
    assert await reported(stores) == []
    await stores.alerts.update(paused.silenced(LATER))
    assert await reported(stores) == [["ferry"]]


async def test_alert_that_was_paused_before_times_were_stored_stays_silent(stores: SqlAlerts) -> None:
    alert = await stores.alerts.add(AlertDraft(1, None, 1, "ferry", AT - HOUR))
    await stores.commits.commit(Batch(AT, (revision(FERRY),), unmatched=(FERRY,)))
    await stores.alerts.update(replace(alert, paused=True))
    await stores.commits.commit(late(alert.id, FERRY))
    await stores.alerts.update(alert)
    assert await reported(stores) == []


async def test_imported_alert_that_is_resumed_does_not_report_what_came_before(stores: SqlAlerts) -> None:
    alert = await stores.alerts.add(AlertDraft(1, None, 1, "ferry", AT - HOUR, paused=True))
    await stores.commits.commit(Batch(AT, (revision(FERRY),), unmatched=(FERRY,)))
    await stores.alerts.update(alert.silenced(AT + timedelta(seconds=1)))
    await stores.commits.commit(late(alert.id, FERRY))
    assert await reported(stores) == []
