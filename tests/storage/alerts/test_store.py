"""Saved alerts in a real SQLite file."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import Alert, AlertDraft, AlertId
from bot.alerts.ports import TooManyAlerts
from bot.corpus.article import Article, ArticleId
from bot.ingest.batch import Batch, Revision
from bot.storage.alerts.store import SqlAlertStore
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.database import Database

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def draft(text: str = "harbour", *, chat_id: int = 1, thread_id: int | None = None) -> AlertDraft:
    return AlertDraft(
        chat_id, thread_id, owner_id=7, text=text, created_at=AT, language="en", zone="Asia/Baku"
    )


async def test_an_alert_comes_back_as_it_was_saved(database: Database) -> None:
    store = SqlAlertStore(database)
    alert = await store.add(draft("مرفأ OR harbour"))
    assert await store.get(alert.id) == alert
    assert (alert.text, alert.zone, alert.created_at) == ("مرفأ OR harbour", "Asia/Baku", AT)
    assert await store.get(AlertId(alert.id + 1)) is None


async def test_the_same_text_in_the_same_topic_is_the_same_alert(database: Database) -> None:
    store = SqlAlertStore(database)
    first = await store.add(draft())
    assert await store.add(replace(draft(), owner_id=8)) == first
    others = [
        await store.add(draft(thread_id=3)),
        await store.add(draft(chat_id=2)),
        await store.add(draft("x")),
    ]
    assert len({first.id, *(other.id for other in others)}) == 4
    assert await store.of_chat(1) == [first, others[0], others[2]]
    assert len(await store.changes(after=0, limit=10)) == 4


async def test_an_alert_is_stored_anew_under_its_id(database: Database) -> None:
    store = SqlAlertStore(database)
    alert = replace(await store.add(draft()), paused=True, muted_until=AT + timedelta(days=1), text="port")
    await store.update(alert)
    assert await store.get(alert.id) == alert


async def test_the_log_holds_each_alerts_last_change_only(database: Database) -> None:
    store = SqlAlertStore(database)
    one, two = await store.add(draft("one")), await store.add(draft("two"))
    await store.update(one)
    await store.delete(two.id)
    changes = [(each.number, each.alert_id, each.alert) for each in await store.changes(after=0, limit=10)]
    assert changes == [(3, one.id, one), (4, two.id, None)]
    assert [each.number for each in await store.changes(after=3, limit=10)] == [4]
    assert [each.number for each in await store.changes(after=0, limit=1)] == [3]


async def test_a_change_to_nothing_takes_no_number(database: Database) -> None:
    store = SqlAlertStore(database)
    alert = await store.add(draft())
    await store.delete(alert.id)
    await store.delete(alert.id)
    await store.update(alert)
    assert [each.number for each in await store.changes(after=0, limit=10)] == [2]


async def test_the_id_of_a_deleted_alert_is_never_given_again(database: Database) -> None:
    store = SqlAlertStore(database)
    gone = await store.add(draft("one"))
    await store.delete(gone.id)
    assert (await store.add(draft("two"))).id > gone.id


async def test_articles_and_alerts_are_numbered_along(database: Database) -> None:
    store, commit = SqlAlertStore(database), SqlArticleCommit(database)
    await store.add(draft())
    revision = Revision(Article(id=ArticleId("a"), title="a", text="A."), "a")
    assert [each.number for each in await commit.commit(Batch(AT, (revision,), based_on=1))] == [2]
    await store.add(draft("two"))
    assert [each.number for each in await store.changes(after=0, limit=10)] == [1, 3]


async def test_nobody_gets_past_the_most_alerts_by_saving_many_at_once(database: Database) -> None:
    store = SqlAlertStore(database)
    saving = (store.add(draft(f"word{n}"), most=3) for n in range(8))
    kept = [each for each in await asyncio.gather(*saving, return_exceptions=True) if isinstance(each, Alert)]
    assert len(kept) == len(await store.of_chat(1)) == 3
    assert await store.add(draft(kept[0].text), most=3) == kept[0]
    assert await store.add(replace(draft("word9"), owner_id=8), most=3)


async def test_undo_does_not_bring_back_an_alert_too_many(database: Database) -> None:
    store = SqlAlertStore(database)
    gone = await store.add(draft("one"))
    await store.delete(gone.id)
    await store.add(draft("two"), most=1)
    with pytest.raises(TooManyAlerts):
        await store.restore(gone, most=1)
    await store.restore(gone, most=2)
    assert await store.get(gone.id) == gone
