"""Promises become messages: whom they reach, and how often a story is told."""

import pytest

from bot.alerts.alert import Alert, AlertDraft
from bot.alerts.matching.match import MatchBatch
from bot.chats.settings import ChatSettings
from bot.corpus.article import Article, ArticleId
from bot.ingest.batch import Batch, Revision
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.database import Database
from bot.stories.story import StoryId
from tests.storage.promised import AT, LATER, LEASE, SECOND, edited, saved
from tests.storage.sql_alerts import SENT, WAITING, SqlAlerts, claimed, told


async def test_a_promise_becomes_one_message_for_each_alert(house: SqlAlerts) -> None:
    alerts = await saved(house, 1, 2, 3)
    await house.promise("a", [each.id for each in alerts], at=AT)
    notifications = await claimed(await house.expand(AT), LATER)
    messages = [message for notification in notifications for message in notification.messages]
    assert [(each.chat_id, each.alert_id, each.article_id, each.story_id) for each in messages] == [
        (each.chat_id, each.id, "a", "story of a") for each in alerts
    ]
    assert {(each.created_at, each.due_at, each.state, each.title) for each in messages} == {
        (AT, AT, WAITING, "a")
    }
    assert [notification.alerts for notification in notifications] == [(each,) for each in alerts]


async def test_a_promise_is_kept_in_chunks_and_none_is_written_twice(house: SqlAlerts) -> None:
    alerts = await saved(house, *range(1, 8))
    await house.promise("a", [each.id for each in alerts], at=AT)
    assert [await house.outbox.expand(now=AT, limit=3) for _ in range(4)] == [3, 3, 1, 0]
    assert await house.outbox.counts() == {WAITING: 7}


async def test_alerts_deleted_before_or_after_the_commit_get_nothing(house: SqlAlerts) -> None:
    before, after, kept = await saved(house, 1, 2, 3)
    await house.alerts.delete(before.id)
    await house.promise("a", [before.id, after.id, kept.id], at=AT)
    await house.alerts.delete(after.id)
    notifications = await claimed(await house.expand(AT), LATER)
    assert [each.alert_id for notification in notifications for each in notification.messages] == [kept.id]


async def test_a_story_is_told_to_a_chat_once(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    outbox = await house.expand(AT)
    (notification,) = await claimed(outbox, LATER)
    await outbox.sent(notification, telegram_id=50, at=LATER)
    await house.promise("b", [alert.id], story="s", at=LATER)
    await house.expand(LATER)
    assert await outbox.counts() == {SENT: 1}


async def test_a_story_that_went_into_another_is_not_told_again_under_its_new_name(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    outbox = await house.expand(AT)
    (notification,) = await claimed(outbox, LATER)
    await outbox.sent(notification, telegram_id=50, at=LATER)
    await house.commits.commit(
        Batch(
            LATER,
            (Revision(Article(id=ArticleId("b"), title="b", text="B."), "b", story_id=StoryId("t")),),
            redirects={StoryId("s"): StoryId("t")},
            matches=(MatchBatch(ArticleId("b"), StoryId("t"), (alert.id,), LATER),),
        )
    )
    await house.expand(LATER)
    assert await outbox.counts() == {SENT: 1}


async def told_and_withdrawn(house: SqlAlerts) -> Alert:
    """A story of one article, told and then withdrawn; its outlet's rival has the same news after that."""
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(notification, telegram_id=50, at=LATER)
    await house.commits.commit(Batch(LATER, removed=(ArticleId("a"),)))
    await house.propagate(LATER)
    assert await edited(house, LATER) == [50]
    await house.promise("b", [alert.id], story="t", at=LATER)
    return alert


@pytest.mark.parametrize("under_way", [False, True])
async def test_a_told_article_that_comes_back_into_a_story_yet_to_be_told_tells_it(
    house: SqlAlerts, *, under_way: bool
) -> None:
    alert = await told_and_withdrawn(house)
    notifications = await claimed(await house.expand(LATER), LATER) if under_way else []
    await house.promise("a", [alert.id], story="t", at=LATER + SECOND)
    await house.expand(LATER + SECOND)
    for notification in notifications:
        await house.outbox.sent(notification, telegram_id=51, at=LATER + SECOND)
    await house.propagate(LATER + LEASE)
    assert await house.outbox.counts() == {SENT: 1 + under_way}
    assert 50 in await edited(house, LATER + LEASE)


async def test_a_told_article_is_mended_wherever_its_story_was_told_meanwhile(house: SqlAlerts) -> None:
    alert = await told_and_withdrawn(house)
    (notification,) = await claimed(await house.expand(LATER), LATER)
    await house.outbox.sent(notification, telegram_id=51, at=LATER)
    for said in ("it is back", "it is gone again"):
        if said == "it is back":
            await house.promise("a", [alert.id], story="t", at=LATER + SECOND)
        else:
            await house.commits.commit(Batch(LATER + SECOND, removed=(ArticleId("a"),)))
        await house.expand(LATER + SECOND)
        await house.propagate(LATER + SECOND)
        assert sorted(await edited(house, LATER + LEASE), key=str) == [50, 51], said


async def test_two_alerts_of_a_chat_tell_a_story_in_one_message(house: SqlAlerts) -> None:
    one, two = (*await saved(house, 1), *await saved(house, 1, text="ferry"))
    await house.promise("a", [one.id, two.id], story="s", at=AT)
    (notification,) = await claimed(await house.expand(AT), LATER)
    assert ([each.alert_id for each in notification.messages], len(notification.stories)) == (
        [one.id, two.id],
        1,
    )
    await house.outbox.sent(notification, telegram_id=50, at=LATER)
    assert await house.outbox.counts() == {SENT: 2}


async def test_a_story_told_for_one_alert_is_edited_for_another_that_was_there_then(
    house: SqlAlerts,
) -> None:
    one, two = (*await saved(house, 1), *await saved(house, 1, text="ferry"))
    await house.promise("a", [one.id], story="s", at=AT)
    (notification,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(notification, telegram_id=50, at=LATER)
    await house.promise("b", [two.id], story="s", at=LATER)
    (edit,) = await claimed(await house.expand(LATER), LATER)
    assert (edit.edits, {each.alert_id for each in edit.messages}) == (50, {one.id, two.id})


async def test_a_story_told_before_an_alert_was_saved_is_told_anew_for_it(house: SqlAlerts) -> None:
    (one,) = await saved(house, 1)
    await house.promise("a", [one.id], story="s", at=AT)
    (notification,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(notification, telegram_id=50, at=LATER)
    two = await house.alerts.add(AlertDraft(1, None, 7, "ferry", LATER + SECOND))
    await house.promise("b", [two.id], story="s", at=LATER + SECOND)
    (fresh,) = await claimed(await house.expand(LATER + SECOND), LATER + LEASE)
    assert (fresh.edits, [each.alert_id for each in fresh.messages]) == (None, [two.id])


async def test_a_muted_publisher_and_an_unwanted_language_are_not_promised(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.settings.put(ChatSettings(1, muted=("Mill Gazette",), languages=("en",)))
    for name, publisher, language in (("a", "mill gazette", "en"), ("b", "X", "tr"), ("c", "X", "en")):
        article = Article(id=ArticleId(name), title=name, text=f"{name}.")
        match = MatchBatch(article.id, StoryId(name), (alert.id,), AT, name, publisher, language)
        await house.commits.commit(
            Batch(AT, (Revision(article, name, story_id=StoryId(name)),), matches=(match,))
        )
    assert told(await claimed(await house.expand(AT), LATER)) == [["c"]]


async def test_an_article_is_not_stored_without_its_promise(database: Database, house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    article = Article(id=ArticleId("a"), title="a", text="A.")
    unstorable = MatchBatch(article.id, StoryId("s"), (alert.id,), AT.replace(tzinfo=None))
    commit = SqlArticleCommit(database)
    with pytest.raises(Exception, match="time zone"):
        await commit.commit(Batch(AT, (Revision(article, "a"),), matches=(unstorable,)))
    assert await commit.known([article.id], []) == await commit.known([], [])
