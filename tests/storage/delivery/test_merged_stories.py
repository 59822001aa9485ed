"""Two stories with messages merge: each alert reports the event once, whatever became of both messages."""

import pytest

from bot.alerts.alert import AlertId
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import Article, ArticleId
from bot.delivery.outbox import NOTHING_LEFT, Notification
from bot.errors import localizable
from bot.ingest.batch import Batch, Revision
from bot.stories.story import StoryId
from tests.storage.sql_alerts import AT, LATER, LEASE, SECOND, SqlAlerts, claimed, save_alerts

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
