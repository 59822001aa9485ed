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
from tests.storage.sql_alerts import SENT, WAITING, SqlAlerts, article_ids, claimed


async def test_a_promise_becomes_one_message_for_each_alert(stores: SqlAlerts) -> None:
    alerts = await saved(stores, 1, 2, 3)
    await stores.promise("a", [each.id for each in alerts], at=AT)
    notifications = await claimed(await stores.expand(AT), LATER)
    messages = [message for notification in notifications for message in notification.messages]
    assert [(each.chat_id, each.alert_id, each.article_id, each.story_id) for each in messages] == [
        (each.chat_id, each.id, "a", "story of a") for each in alerts
    ]
    assert {(each.created_at, each.due_at, each.state, each.title) for each in messages} == {
        (AT, AT, WAITING, "a")
    }
    assert [notification.alerts for notification in notifications] == [(each,) for each in alerts]


async def test_a_promise_is_kept_in_chunks_and_none_is_written_twice(stores: SqlAlerts) -> None:
    alerts = await saved(stores, *range(1, 8))
    await stores.promise("a", [each.id for each in alerts], at=AT)
    assert [await stores.outbox.expand(now=AT, limit=3) for _ in range(4)] == [3, 3, 1, 0]
    assert await stores.outbox.counts() == {WAITING: 7}


async def test_alerts_deleted_before_or_after_the_commit_get_nothing(stores: SqlAlerts) -> None:
    before, after, kept = await saved(stores, 1, 2, 3)
    await stores.alerts.delete(before.id)
    await stores.promise("a", [before.id, after.id, kept.id], at=AT)
    await stores.alerts.delete(after.id)
    notifications = await claimed(await stores.expand(AT), LATER)
    assert [each.alert_id for notification in notifications for each in notification.messages] == [kept.id]


async def test_a_story_is_told_to_a_chat_once(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1)
    await stores.promise("a", [alert.id], story="s", at=AT)
    outbox = await stores.expand(AT)
    (notification,) = await claimed(outbox, LATER)
    await outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.promise("b", [alert.id], story="s", at=LATER)
    await stores.expand(LATER)
    assert await outbox.counts() == {SENT: 1}


async def test_a_story_that_went_into_another_is_not_told_again_under_its_new_name(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1)
    await stores.promise("a", [alert.id], story="s", at=AT)
    outbox = await stores.expand(AT)
    (notification,) = await claimed(outbox, LATER)
    await outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.commits.commit(
        Batch(
            LATER,
            (Revision(Article(id=ArticleId("b"), title="b", text="B."), "b", story_id=StoryId("t")),),
            redirects={StoryId("s"): StoryId("t")},
            matches=(MatchBatch(ArticleId("b"), StoryId("t"), (alert.id,), LATER),),
        )
    )
    await stores.expand(LATER)
    assert await outbox.counts() == {SENT: 1}


async def told_and_withdrawn(stores: SqlAlerts) -> Alert:
    """A story of one article, told and then withdrawn; its outlet's rival has the same news after that."""
    (alert,) = await saved(stores, 1)
    await stores.promise("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.commits.commit(Batch(LATER, removed=(ArticleId("a"),)))
    await stores.propagate(LATER)
    assert await edited(stores, LATER) == [50]
    await stores.promise("b", [alert.id], story="t", at=LATER)
    return alert


@pytest.mark.parametrize("under_way", [False, True])
async def test_a_told_article_that_comes_back_into_a_story_yet_to_be_told_tells_it(
    stores: SqlAlerts, *, under_way: bool
) -> None:
    alert = await told_and_withdrawn(stores)
    notifications = await claimed(await stores.expand(LATER), LATER) if under_way else []
    await stores.promise("a", [alert.id], story="t", at=LATER + SECOND)
    await stores.expand(LATER + SECOND)
    for notification in notifications:
        await stores.outbox.sent(notification, telegram_id=51, at=LATER + SECOND)
    await stores.propagate(LATER + LEASE)
    assert await stores.outbox.counts() == {SENT: 1 + under_way}
    assert 50 in await edited(stores, LATER + LEASE)


async def test_a_told_article_is_mended_wherever_its_story_was_told_meanwhile(stores: SqlAlerts) -> None:
    alert = await told_and_withdrawn(stores)
    (notification,) = await claimed(await stores.expand(LATER), LATER)
    await stores.outbox.sent(notification, telegram_id=51, at=LATER)
    for said in ("it is back", "it is gone again"):
        if said == "it is back":
            await stores.promise("a", [alert.id], story="t", at=LATER + SECOND)
        else:
            await stores.commits.commit(Batch(LATER + SECOND, removed=(ArticleId("a"),)))
        await stores.expand(LATER + SECOND)
        await stores.propagate(LATER + SECOND)
        assert sorted(await edited(stores, LATER + LEASE), key=str) == [50, 51], said


async def test_two_alerts_of_a_chat_tell_a_story_in_one_message(stores: SqlAlerts) -> None:
    one, two = (*await saved(stores, 1), *await saved(stores, 1, text="ferry"))
    await stores.promise("a", [one.id, two.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    assert ([each.alert_id for each in notification.messages], len(notification.stories)) == (
        [one.id, two.id],
        1,
    )
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    assert await stores.outbox.counts() == {SENT: 2}


async def test_a_story_told_for_one_alert_is_edited_for_another_that_was_there_then(
    stores: SqlAlerts,
) -> None:
    one, two = (*await saved(stores, 1), *await saved(stores, 1, text="ferry"))
    await stores.promise("a", [one.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.promise("b", [two.id], story="s", at=LATER)
    (edit,) = await claimed(await stores.expand(LATER), LATER)
    assert (edit.edits, {each.alert_id for each in edit.messages}) == (50, {one.id, two.id})


async def test_a_story_told_before_an_alert_was_saved_is_told_anew_for_it(stores: SqlAlerts) -> None:
    (one,) = await saved(stores, 1)
    await stores.promise("a", [one.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    two = await stores.alerts.add(AlertDraft(1, None, 7, "ferry", LATER + SECOND))
    await stores.promise("b", [two.id], story="s", at=LATER + SECOND)
    (fresh,) = await claimed(await stores.expand(LATER + SECOND), LATER + LEASE)
    assert (fresh.edits, [each.alert_id for each in fresh.messages]) == (None, [two.id])


async def test_a_muted_publisher_and_an_unwanted_language_are_not_promised(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1)
    await stores.settings.put(ChatSettings(1, muted=("Mill Gazette",), languages=("en",)))
    for name, publisher, language in (("a", "mill gazette", "en"), ("b", "X", "tr"), ("c", "X", "en")):
        article = Article(id=ArticleId(name), title=name, text=f"{name}.")
        match = MatchBatch(article.id, StoryId(name), (alert.id,), AT, name, publisher, language)
        await stores.commits.commit(
            Batch(AT, (Revision(article, name, story_id=StoryId(name)),), matches=(match,))
        )
    assert article_ids(await claimed(await stores.expand(AT), LATER)) == [["c"]]


async def test_an_article_is_not_stored_without_its_promise(database: Database, stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1)
    article = Article(id=ArticleId("a"), title="a", text="A.")
    unstorable = MatchBatch(article.id, StoryId("s"), (alert.id,), AT.replace(tzinfo=None))
    commit = SqlArticleCommit(database)
    with pytest.raises(Exception, match="time zone"):
        await commit.commit(Batch(AT, (Revision(article, "a"),), matches=(unstorable,)))
    assert await commit.known([article.id], []) == await commit.known([], [])
