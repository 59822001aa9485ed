"""Articles that move to another story: chats hear of both stories, of none twice."""

from sqlalchemy import select

from bot.alerts.alert import AlertId
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.delivery.story_updates import StoryUpdate
from bot.ingest.batch import Batch
from bot.storage.admin.consistency import SqlConsistencyCheck
from bot.storage.schema.delivery import outbox, story_news
from bot.stories.story import StoryId
from tests.storage.sql_alerts import AT, LATER, SqlAlerts, claimed, save_alerts

LEFT, JOINED = StoryId("left"), StoryId("joined")
MOVING = ArticleId("moving")


async def two_articles(stores: SqlAlerts) -> AlertId:
    """Store a story of two articles that an alert matches; return the alert, whose message is waiting."""
    (alert,) = await save_alerts(stores, 1)
    for name in (MOVING, "staying"):
        await stores.commit_article(name, [alert.id], story=LEFT, at=AT)
        await stores.expand(AT)
    return alert.id


async def send(stores: SqlAlerts) -> int:
    """Send all that waits; return the number of stories sent."""
    sent = 0
    await stores.expand(LATER)
    while notifications := await claimed(stores.outbox, LATER):
        for notification in notifications:
            sent += len(notification.stories) if notification.edits is None else 0
            await stores.outbox.sent(notification, telegram_id=notification.edits or 70 + sent, at=LATER)
    return sent


def rematches(alert: AlertId) -> tuple[MatchBatch, ...]:
    return (
        MatchBatch(MOVING, JOINED, (alert,), LATER),
        MatchBatch(ArticleId("staying"), LEFT, (alert,), LATER),
    )


async def test_both_parts_of_a_story_that_was_not_sent_are_sent(stores: SqlAlerts) -> None:
    alert = await two_articles(stores)
    await stores.commits.commit(Batch(LATER, moves={MOVING: JOINED}, rematches=rematches(alert)))
    assert await send(stores) == 2


async def test_neither_part_of_a_story_that_was_sent_is_sent_again(stores: SqlAlerts) -> None:
    alert = await two_articles(stores)
    assert await send(stores) == 1
    await stores.commits.commit(Batch(LATER, moves={MOVING: JOINED}, rematches=rematches(alert)))
    assert await send(stores) == 0
    await stores.commit_article("later", [alert], story=JOINED, at=LATER)
    assert await send(stores) == 0


async def test_a_new_article_of_the_other_part_is_sent_once(stores: SqlAlerts) -> None:
    alert = await two_articles(stores)
    await send(stores)
    await stores.commits.commit(Batch(LATER, moves={ArticleId("staying"): JOINED}))
    for name in ("third", "fourth"):
        await stores.commit_article(name, [alert], story=JOINED, at=LATER)
    assert await send(stores) == 1


async def test_an_alert_that_was_sent_both_stories_keeps_both_messages(stores: SqlAlerts) -> None:
    alert = await two_articles(stores)
    await stores.commit_article("other", [alert], story=JOINED, at=AT)
    assert await send(stores) == 2
    await stores.commits.commit(Batch(LATER, moves={MOVING: JOINED}, rematches=rematches(alert)))
    assert await send(stores) == 0
    async with stores.database.read() as connection:
        rows = (await connection.execute(select(outbox.c.story_id, outbox.c.state))).all()
    assert sorted(rows) == [("joined", "sent"), ("left", "sent")]


async def test_messages_about_both_stories_are_edited_and_nothing_is_corrected(stores: SqlAlerts) -> None:
    alert = await two_articles(stores)
    await stores.commit_article("other", [alert], story=JOINED, at=AT)
    await send(stores)
    await stores.commits.commit(Batch(LATER, moves={MOVING: JOINED}))
    async with stores.database.read() as connection:
        news = (await connection.execute(select(story_news).where(story_news.c.kind == "moved"))).all()
    assert {row.story_id for row in news} == {LEFT, JOINED}
    for row in news:
        update = StoryUpdate(row.id, StoryId(row.story_id), MOVING, ChangeKind.MOVED, LATER)
        assert await stores.story_updates.propagate(update, edit_at=LATER, breaking=False, limit=10)
    async with stores.database.read() as connection:
        rows = (await connection.execute(select(outbox.c.edit_at, outbox.c.corrected))).all()
    assert [(row.edit_at, row.corrected) for row in rows] == [(LATER, False)] * 2


async def test_the_database_stays_consistent(stores: SqlAlerts) -> None:
    await two_articles(stores)
    await stores.commits.commit(Batch(LATER, moves={MOVING: JOINED}))
    report = await SqlConsistencyCheck(stores.database).run()
    assert report.problems == ()
    assert report.stories == {MOVING: JOINED, "staying": LEFT}
    assert report.last_change == 3
