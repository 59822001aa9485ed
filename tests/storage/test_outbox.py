"""The outbox in a real SQLite file: promised with the article, sent once, lost never."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import Alert, AlertDraft, AlertId
from bot.alerts.outbox import MatchBatch, OutboxId, OutboxMessage, OutboxState
from bot.commit import Batch, Revision
from bot.corpus.article import Article, ArticleId
from bot.storage.alerts import SqlAlertStore
from bot.storage.chats import SqlChatBook
from bot.storage.commit import SqlArticleCommit
from bot.storage.database import Database
from bot.storage.outbox import SqlOutbox
from bot.stories.story import StoryId

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)
LEASE = timedelta(minutes=1)


async def saved(database: Database, *chats: int, text: str = "harbour") -> list[Alert]:
    store = SqlAlertStore(database)
    return [await store.add(AlertDraft(chat, None, 7, text, AT)) for chat in chats]


async def promise(
    database: Database, name: str, alert_ids: Sequence[int], *, story: str = "", minutes: int = 0
) -> None:
    article = Article(id=ArticleId(name), title=name, text=f"{name}.")
    story_id = StoryId(story or f"story of {name}")
    at = AT + timedelta(minutes=minutes)
    match = MatchBatch(article.id, story_id, tuple(map(AlertId, alert_ids)), at)
    await SqlArticleCommit(database).commit(
        Batch(at, (Revision(article, name, story_id=story_id),), matches=(match,))
    )


async def expanded(database: Database) -> SqlOutbox:
    outbox = SqlOutbox(database)
    while await outbox.expand(limit=100):
        pass
    return outbox


async def claimed(outbox: SqlOutbox, now: datetime = LATER) -> list[OutboxMessage]:
    return await outbox.claim(now=now, lease=LEASE, limit=100)


async def test_a_promise_becomes_one_message_for_each_alert(database: Database) -> None:
    alerts = await saved(database, 1, 2, 3)
    await promise(database, "a", [each.id for each in alerts])
    messages = await claimed(await expanded(database))
    assert [(each.chat_id, each.alert_id, each.article_id, each.story_id) for each in messages] == [
        (each.chat_id, each.id, "a", "story of a") for each in alerts
    ]
    assert {(each.created_at, each.due_at, each.state) for each in messages} == {
        (AT, AT, OutboxState.WAITING)
    }


async def test_a_promise_is_kept_in_chunks_and_none_is_written_twice(database: Database) -> None:
    alerts = await saved(database, *range(1, 8))
    await promise(database, "a", [each.id for each in alerts])
    outbox = SqlOutbox(database)
    assert [await outbox.expand(limit=3) for _ in range(4)] == [3, 3, 1, 0]
    assert await outbox.counts() == {OutboxState.WAITING: 7}


async def test_alerts_deleted_before_or_after_the_commit_get_nothing(database: Database) -> None:
    before, after, kept = await saved(database, 1, 2, 3)
    store = SqlAlertStore(database)
    await store.delete(before.id)
    await promise(database, "a", [before.id, after.id, kept.id])
    await store.delete(after.id)
    assert [each.alert_id for each in await claimed(await expanded(database))] == [kept.id]


async def test_a_story_is_promised_to_a_chat_once(database: Database) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "a", [alert.id], story="s")
    outbox = await expanded(database)
    (message,) = await claimed(outbox)
    await outbox.sent(message.id, telegram_id=50, at=LATER)
    await promise(database, "b", [alert.id], story="s")
    await expanded(database)
    assert await outbox.counts() == {OutboxState.SENT: 1}


async def test_a_story_that_went_into_another_is_not_sent_again_under_its_new_name(
    database: Database,
) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "a", [alert.id], story="s")
    outbox = await expanded(database)
    (message,) = await claimed(outbox)
    await outbox.sent(message.id, telegram_id=50, at=LATER)
    await SqlArticleCommit(database).commit(
        Batch(
            LATER,
            (Revision(Article(id=ArticleId("b"), title="b", text="B."), "b", story_id=StoryId("t")),),
            redirects={StoryId("s"): StoryId("t")},
            matches=(MatchBatch(ArticleId("b"), StoryId("t"), (alert.id,), LATER),),
        )
    )
    await expanded(database)
    assert await outbox.counts() == {OutboxState.SENT: 1}


async def test_a_leased_message_is_nobody_elses_until_the_lease_ends(database: Database) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "a", [alert.id])
    outbox = await expanded(database)
    (message,) = await claimed(outbox)
    assert await claimed(outbox) == []
    assert await claimed(outbox, LATER + LEASE - timedelta(seconds=1)) == []
    assert await claimed(outbox, LATER + LEASE) == [message]


async def test_two_claimers_never_get_the_same_message(url: str, database: Database) -> None:
    alerts = await saved(database, *range(1, 41))
    await promise(database, "a", [each.id for each in alerts])
    await expanded(database)
    async with Database.open(url) as other:
        claims = [SqlOutbox(each).claim(now=LATER, lease=LEASE, limit=7) for each in [database, other] * 4]
        got = [message.id for part in await asyncio.gather(*claims) for message in part]
    assert len(got) == len(set(got)) == 40


async def test_a_chat_gets_one_message_at_a_time_longest_due_first(database: Database) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "late", [alert.id], minutes=2)
    await promise(database, "early", [alert.id], minutes=1)
    outbox = await expanded(database)
    (first,) = await claimed(outbox)
    assert (first.article_id, await claimed(outbox)) == ("early", [])
    await outbox.sent(first.id, telegram_id=1, at=LATER)
    assert [each.article_id for each in await claimed(outbox)] == ["late"]


async def test_the_longest_due_come_first_among_chats(database: Database) -> None:
    one, two = await saved(database, 1, 2)
    await promise(database, "late", [one.id], minutes=2)
    await promise(database, "early", [two.id], minutes=1)
    outbox = await expanded(database)
    found = [await outbox.claim(now=LATER, lease=LEASE, limit=1) for _ in range(3)]
    assert [[each.article_id for each in part] for part in found] == [["early"], ["late"], []]


async def test_nothing_is_claimed_before_it_is_due(database: Database) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "a", [alert.id])
    outbox = await expanded(database)
    assert await claimed(outbox, AT - timedelta(seconds=1)) == []
    (message,) = await claimed(outbox, AT)
    put_off = replace(message, due_at=LATER, attempts=1, maybe_sent=True, reason="flood")
    await outbox.postpone(put_off)
    assert await claimed(outbox, LATER - timedelta(seconds=1)) == []
    assert await claimed(outbox, LATER) == [replace(put_off, state=OutboxState.POSTPONED)]


@pytest.mark.parametrize("final", ["sent", "given up"])
async def test_what_is_settled_stays_settled(database: Database, final: str) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "a", [alert.id])
    outbox = await expanded(database)
    (message,) = await claimed(outbox)
    if final == "sent":
        await outbox.sent(message.id, telegram_id=9, at=LATER)
        await outbox.give_up(message.id, reason="too late", at=LATER)
    else:
        await outbox.give_up(message.id, reason="gone", at=LATER)
        await outbox.sent(message.id, telegram_id=9, at=LATER)
    await outbox.postpone(message)
    assert await outbox.counts(1) == {OutboxState(final): 1}
    assert await claimed(outbox, LATER + timedelta(days=1)) == []


async def test_a_paused_alert_waits_and_goes_on(database: Database) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "a", [alert.id])
    outbox, store = await expanded(database), SqlAlertStore(database)
    await store.update(replace(alert, paused=True))
    assert await claimed(outbox) == []
    await store.update(alert)
    assert len(await claimed(outbox)) == 1


async def test_deleting_an_alert_takes_back_what_is_not_sent(database: Database) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "a", [alert.id], minutes=0)
    await promise(database, "b", [alert.id], minutes=1)
    outbox = await expanded(database)
    (message,) = await claimed(outbox)
    await outbox.sent(message.id, telegram_id=1, at=LATER)
    await SqlAlertStore(database).delete(alert.id)
    assert await outbox.counts() == {OutboxState.SENT: 1}


async def test_a_chat_held_back_delays_nobody_else(database: Database) -> None:
    one, two = await saved(database, 1, 2)
    await promise(database, "a", [one.id, two.id])
    outbox, book = await expanded(database), SqlChatBook(database)
    await book.hold(1, until=LATER + LEASE, reason="retry after")
    assert [each.chat_id for each in await claimed(outbox)] == [2]
    assert [each.chat_id for each in await claimed(outbox, LATER + LEASE)] == [1, 2]


async def test_holding_a_chat_ends_its_leases(database: Database) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "a", [alert.id])
    outbox = await expanded(database)
    await claimed(outbox)
    await SqlChatBook(database).hold(1, until=LATER, reason="retry after")
    assert len(await claimed(outbox, LATER)) == 1


async def test_a_suspended_chat_keeps_its_messages_for_later(database: Database) -> None:
    (alert,) = await saved(database, 1)
    await promise(database, "a", [alert.id])
    outbox, book = await expanded(database), SqlChatBook(database)
    await book.suspend(1, at=AT, reason="blocked")
    await promise(database, "b", [alert.id], minutes=1)
    await expanded(database)
    assert (await claimed(outbox), await outbox.counts(1)) == ([], {OutboxState.SUSPENDED: 2})
    await book.resume(1)
    assert [each.article_id for each in await claimed(outbox)] == ["a"]
    assert await outbox.counts(1) == {OutboxState.WAITING: 2}


async def test_a_group_that_became_a_supergroup_takes_all_along(database: Database) -> None:
    (alert,) = await saved(database, -5)
    await promise(database, "a", [alert.id])
    outbox, store = await expanded(database), SqlAlertStore(database)
    await claimed(outbox)
    last = (await store.changes(after=0, limit=10))[-1].number
    await SqlChatBook(database).migrate(-5, -1005)
    assert [each.chat_id for each in await claimed(outbox)] == [-1005]
    assert (await store.of_chat(-5), [each.id for each in await store.of_chat(-1005)]) == ([], [alert.id])
    assert [each.alert_id for each in await store.changes(after=last, limit=10)] == [alert.id]


async def test_what_is_asked_of_a_message_that_is_gone_does_nothing(database: Database) -> None:
    outbox = SqlOutbox(database)
    await outbox.sent(OutboxId(5), telegram_id=1, at=AT)
    await outbox.give_up(OutboxId(5), reason="", at=AT)
    await SqlChatBook(database).resume(5)
    assert await outbox.counts() == {}


async def test_an_article_is_not_stored_without_its_promise(database: Database) -> None:
    (alert,) = await saved(database, 1)
    article = Article(id=ArticleId("a"), title="a", text="A.")
    unstorable = MatchBatch(article.id, StoryId("s"), (alert.id,), AT.replace(tzinfo=None))
    with pytest.raises(Exception, match="time zone"):
        await SqlArticleCommit(database).commit(Batch(AT, (Revision(article, "a"),), matches=(unstorable,)))
    assert await SqlArticleCommit(database).known([article.id], []) == await SqlArticleCommit(database).known(
        [], []
    )
