"""Two stories with messages merge: each alert reports the event once, whatever became of both messages."""

import pytest
from sqlalchemy import delete, select

from bot.alerts.alert import AlertDraft, AlertId
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import Article, ArticleId
from bot.delivery.outbox import NOTHING_LEFT, Notification
from bot.errors import localizable
from bot.ingest.batch import Batch, Revision
from bot.storage.schema.delivery import match_batches, outbox, story_news
from bot.stories.story import StoryId
from tests.storage.sql_alerts import AT, LATER, LEASE, SECOND, SqlAlerts, claimed, save_alerts, send_edits

MERGED, KEPT = "merged", "kept"
AFTER = LATER + LEASE + SECOND
"""When leases taken at `LATER` have ended."""


async def report(stores: SqlAlerts, story: str, alert: AlertId, state: str) -> list[Notification]:
    """Match the first article of a story and bring its message into a state; return what is in flight."""
    if state == "none":
        await stores.commit_article(f"{story} 1", [], story=story, at=AT)
        return []
    await stores.commit_article(f"{story} 1", [alert], story=story, at=AT)
    await stores.expand(AT)
    if state == "waiting":
        return []
    (notification,) = [n for n in await claimed(stores.outbox, LATER) if n.messages[0].story_id == story]
    if state == "sent":
        await stores.outbox.sent(notification, telegram_id=len(story), at=LATER)
    elif state != "in flight":
        reason = NOTHING_LEFT if state == "withdrawn" else localizable("why-said", words="x")
        await stores.outbox.give_up(notification, reason=reason, at=LATER)
    return [notification] if state == "in flight" else []


async def merge(stores: SqlAlerts, alert: AlertId) -> None:
    article = Article(id=ArticleId("last"), title="last", text="Last.", published_at=LATER)
    await stores.commits.commit(
        Batch(
            LATER,
            (Revision(article, "last", story_id=StoryId(KEPT)),),
            redirects={StoryId(MERGED): StoryId(KEPT)},
            matches=(MatchBatch(article.id, StoryId(KEPT), (alert,), LATER),),
        )
    )


async def deliveries(stores: SqlAlerts, in_flight: list[Notification]) -> int:
    """Finish what is in flight, then send everything; return the number of messages sent in all."""
    for notification in in_flight:
        await stores.outbox.sent(notification, telegram_id=90, at=LATER)
    await stores.expand(AFTER)
    sent = len(in_flight)
    while notifications := await claimed(stores.outbox, AFTER):
        for number, notification in enumerate(notifications):
            sent += len(notification.stories) if notification.edits is None else 0
            await stores.outbox.sent(notification, telegram_id=notification.edits or 70 + number, at=AFTER)
    return sent


STATES = ("none", "waiting", "in flight", "sent", "withdrawn", "refused")
LAST = {"in flight": 1, "waiting": 2}
UNDECIDED = [
    (merged, kept) for merged in STATES for kept in STATES if not {merged, kept} <= {"in flight", "sent"}
]


@pytest.mark.parametrize(("merged", "kept"), UNDECIDED)
async def test_stories_that_merge_are_reported_once(stores: SqlAlerts, merged: str, kept: str) -> None:
    (alert,) = await save_alerts(stores, 1)
    # A notification takes all that waits, and its chat gets none while it is in flight.
    states = sorted([(merged, MERGED), (kept, KEPT)], key=lambda pair: LAST.get(pair[0], 0))
    flights = [await report(stores, story, alert.id, state) for state, story in states]
    before = sum(state == "sent" for state in (merged, kept))
    await merge(stores, alert.id)
    sent = before + await deliveries(stores, [notification for flight in flights for notification in flight])
    silent = {merged, kept} <= {"none", "withdrawn", "refused"} and "refused" in {merged, kept}
    assert sent == (0 if silent else 1)


@pytest.mark.parametrize("kept", ["sent", "in flight"])
async def test_messages_that_were_both_sent_stay_and_are_not_repeated(stores: SqlAlerts, kept: str) -> None:
    (alert,) = await save_alerts(stores, 1)
    await report(stores, MERGED, alert.id, "sent")
    in_flight = await report(stores, KEPT, alert.id, kept)
    await merge(stores, alert.id)
    assert await deliveries(stores, in_flight) == len(in_flight)


async def test_messages_that_were_both_sent_are_edited_when_their_story_changes(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await report(stores, MERGED, alert.id, "sent")
    await report(stores, KEPT, alert.id, "sent")
    await merge(stores, alert.id)
    await deliveries(stores, [])
    await stores.propagate(AFTER)
    assert sorted(edit or 0 for edit in await send_edits(stores, AFTER)) == [len(KEPT), len(MERGED)]
    await stores.commit_article("later", [], story=KEPT, at=AFTER + SECOND)
    await stores.propagate(AFTER + SECOND)
    edits = await send_edits(stores, AFTER + SECOND)
    assert sorted(edit or 0 for edit in edits) == [len(KEPT), len(MERGED)]


async def test_a_message_of_a_merged_story_is_edited_although_no_other_is_left(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await report(stores, MERGED, alert.id, "sent")
    await report(stores, KEPT, alert.id, "sent")
    await merge(stores, alert.id)
    async with stores.database.write() as connection:
        await connection.execute(delete(outbox).where(outbox.c.story_id == KEPT))
        await connection.execute(delete(match_batches))
        await connection.execute(delete(story_news))
    await stores.commit_article("later", [], story=KEPT, at=AFTER)
    await stores.propagate(AFTER)
    assert await send_edits(stores, AFTER) == [len(MERGED)]


@pytest.mark.parametrize("sent", [MERGED, KEPT])
async def test_an_alert_joins_the_message_that_another_sent_to_the_chat(stores: SqlAlerts, sent: str) -> None:
    (first,), (second,) = await save_alerts(stores, 1), await save_alerts(stores, 1, text="quay")
    waiting = KEPT if sent == MERGED else MERGED
    await report(stores, sent, first.id, "sent")
    await report(stores, waiting, second.id, "waiting")
    await merge(stores, first.id)
    assert await deliveries(stores, []) == 0
    async with stores.database.read() as connection:
        rows = (await connection.execute(select(outbox.c.alert_id, outbox.c.telegram_id))).all()
    assert {tuple(row) for row in rows} == {(first.id, len(sent)), (second.id, len(sent))}


async def test_an_alert_saved_after_a_message_was_sent_does_not_join_it(stores: SqlAlerts) -> None:
    (first,) = await save_alerts(stores, 1)
    await report(stores, MERGED, first.id, "sent")
    second = await stores.alerts.add(AlertDraft(1, None, 7, "quay", LATER + SECOND))
    await stores.commit_article("fresh", [second.id], story=KEPT, at=LATER + 2 * SECOND)
    await stores.expand(LATER + 2 * SECOND)
    await merge(stores, second.id)
    assert await deliveries(stores, []) == 1


async def test_a_message_in_another_chat_is_not_joined(stores: SqlAlerts) -> None:
    first, second = await save_alerts(stores, 1, 2)
    await report(stores, MERGED, first.id, "sent")
    await report(stores, KEPT, second.id, "waiting")
    await merge(stores, second.id)
    assert await deliveries(stores, []) == 1
