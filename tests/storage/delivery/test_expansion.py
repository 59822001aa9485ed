"""Expansion of matches into messages: which alerts get one, and how often a story is sent."""

import pytest

from bot.alerts.alert import Alert, AlertDraft
from bot.alerts.matching.match import MatchBatch
from bot.chats.settings import ChatSettings
from bot.corpus.article import Article, ArticleId
from bot.ingest.batch import Batch, Revision
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.database import Database
from bot.stories.story import StoryId
from tests.storage.sql_alerts import (
    AT,
    LATER,
    LEASE,
    SECOND,
    SENT,
    WAITING,
    SqlAlerts,
    article_ids,
    claimed,
    save_alerts,
    send_edits,
)


async def test_match_becomes_one_message_per_alert(stores: SqlAlerts) -> None:
    alerts = await save_alerts(stores, 1, 2, 3)
    await stores.commit_article("a", [alert.id for alert in alerts], at=AT)
    notifications = await claimed(await stores.expand(AT), LATER)
    messages = [message for notification in notifications for message in notification.messages]
    assert [
        (message.chat_id, message.alert_id, message.article_id, message.story_id) for message in messages
    ] == [(alert.chat_id, alert.id, "a", "story of a") for alert in alerts]
    assert {(message.created_at, message.due_at, message.state, message.title) for message in messages} == {
        (AT, AT, WAITING, "a")
    }
    assert [notification.alerts for notification in notifications] == [(alert,) for alert in alerts]


async def test_matches_are_expanded_in_chunks_without_duplicates(stores: SqlAlerts) -> None:
    alerts = await save_alerts(stores, *range(1, 8))
    await stores.commit_article("a", [alert.id for alert in alerts], at=AT)
    assert [await stores.outbox.expand(now=AT, limit=3) for _ in range(4)] == [3, 3, 1, 0]
    assert await stores.outbox.counts() == {WAITING: 7}


async def test_deleted_alerts_get_no_message(stores: SqlAlerts) -> None:
    before, after, kept = await save_alerts(stores, 1, 2, 3)
    await stores.alerts.delete(before.id)
    await stores.commit_article("a", [before.id, after.id, kept.id], at=AT)
    await stores.alerts.delete(after.id)
    notifications = await claimed(await stores.expand(AT), LATER)
    assert [message.alert_id for notification in notifications for message in notification.messages] == [
        kept.id
    ]


async def test_story_is_sent_to_a_chat_once(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], story="s", at=AT)
    outbox = await stores.expand(AT)
    (notification,) = await claimed(outbox, LATER)
    await outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.commit_article("b", [alert.id], story="s", at=LATER)
    await stores.expand(LATER)
    assert await outbox.counts() == {SENT: 1}


async def test_merged_story_is_not_sent_again(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], story="s", at=AT)
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


async def send_and_withdraw(stores: SqlAlerts) -> Alert:
    """Send a story of one article, withdraw the article, then match another article about the same event."""
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.commits.commit(Batch(LATER, removed=(ArticleId("a"),)))
    await stores.propagate(LATER)
    assert await send_edits(stores, LATER) == [50]
    await stores.commit_article("b", [alert.id], story="t", at=LATER)
    return alert


@pytest.mark.parametrize("in_flight", [False, True])
async def test_sent_article_returning_in_unsent_story_replaces_its_message(
    stores: SqlAlerts, *, in_flight: bool
) -> None:
    alert = await send_and_withdraw(stores)
    notifications = await claimed(await stores.expand(LATER), LATER) if in_flight else []
    await stores.commit_article("a", [alert.id], story="t", at=LATER + SECOND)
    await stores.expand(LATER + SECOND)
    for notification in notifications:
        await stores.outbox.sent(notification, telegram_id=51, at=LATER + SECOND)
    await stores.propagate(LATER + LEASE)
    assert await stores.outbox.counts() == {SENT: 1 + in_flight}
    assert 50 in await send_edits(stores, LATER + LEASE)


async def test_returning_article_edits_all_messages_about_its_story(stores: SqlAlerts) -> None:
    alert = await send_and_withdraw(stores)
    (notification,) = await claimed(await stores.expand(LATER), LATER)
    await stores.outbox.sent(notification, telegram_id=51, at=LATER)
    for step in ("returned", "withdrawn"):
        if step == "returned":
            await stores.commit_article("a", [alert.id], story="t", at=LATER + SECOND)
        else:
            await stores.commits.commit(Batch(LATER + SECOND, removed=(ArticleId("a"),)))
        await stores.expand(LATER + SECOND)
        await stores.propagate(LATER + SECOND)
        assert sorted(await send_edits(stores, LATER + LEASE), key=str) == [50, 51], step


async def test_two_alerts_of_a_chat_share_one_message(stores: SqlAlerts) -> None:
    one, two = (*await save_alerts(stores, 1), *await save_alerts(stores, 1, text="ferry"))
    await stores.commit_article("a", [one.id, two.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    assert ([message.alert_id for message in notification.messages], len(notification.stories)) == (
        [one.id, two.id],
        1,
    )
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    assert await stores.outbox.counts() == {SENT: 2}


async def test_second_alert_edits_the_sent_message(
    stores: SqlAlerts,
) -> None:
    one, two = (*await save_alerts(stores, 1), *await save_alerts(stores, 1, text="ferry"))
    await stores.commit_article("a", [one.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.commit_article("b", [two.id], story="s", at=LATER)
    (edit,) = await claimed(await stores.expand(LATER), LATER)
    assert (edit.edits, {message.alert_id for message in edit.messages}) == (50, {one.id, two.id})


async def test_alert_saved_later_gets_its_own_message(stores: SqlAlerts) -> None:
    (one,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [one.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    two = await stores.alerts.add(AlertDraft(1, None, 7, "ferry", LATER + SECOND))
    await stores.commit_article("b", [two.id], story="s", at=LATER + SECOND)
    (fresh,) = await claimed(await stores.expand(LATER + SECOND), LATER + LEASE)
    assert (fresh.edits, [message.alert_id for message in fresh.messages]) == (None, [two.id])


async def test_muted_publishers_and_unwanted_languages_get_no_message(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.settings.put(ChatSettings(1, muted=("Mill Gazette",), languages=("en",)))
    for name, publisher, language in (("a", "mill gazette", "en"), ("b", "X", "tr"), ("c", "X", "en")):
        article = Article(id=ArticleId(name), title=name, text=f"{name}.")
        match = MatchBatch(article.id, StoryId(name), (alert.id,), AT, name, publisher, language)
        await stores.commits.commit(
            Batch(AT, (Revision(article, name, story_id=StoryId(name)),), matches=(match,))
        )
    assert article_ids(await claimed(await stores.expand(AT), LATER)) == [["c"]]


async def test_article_is_not_stored_if_its_match_fails(database: Database, stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    article = Article(id=ArticleId("a"), title="a", text="A.")
    unstorable = MatchBatch(article.id, StoryId("s"), (alert.id,), AT.replace(tzinfo=None))
    commit = SqlArticleCommit(database)
    with pytest.raises(Exception, match="time zone"):
        await commit.commit(Batch(AT, (Revision(article, "a"),), matches=(unstorable,)))
    assert await commit.known([article.id], []) == await commit.known([], [])
