"""The alert store."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.alert import Alert, AlertDraft, AlertId
from bot.alerts.ports import TooManyAlerts
from bot.corpus.article import Article, ArticleId
from bot.ingest.batch import Batch, Revision
from bot.storage.alerts import SqlAlertStore
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.database import Database

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def draft(text: str = "harbour", *, chat_id: int = 1, thread_id: int | None = None) -> AlertDraft:
    return AlertDraft(
        chat_id, thread_id, owner_id=7, text=text, created_at=AT, language="en", zone="Asia/Baku"
    )


async def test_alert_round_trips(database: Database) -> None:
    store = SqlAlertStore(database)
    alert = await store.add(draft("مرفأ OR harbour"))
    assert await store.get(alert.id) == alert
    assert (alert.text, alert.zone, alert.created_at) == ("مرفأ OR harbour", "Asia/Baku", AT)
    assert await store.get(AlertId(alert.id + 1)) is None


async def test_same_text_in_same_topic_returns_existing_alert(database: Database) -> None:
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


async def test_update_overwrites_alert_with_same_id(database: Database) -> None:
    store = SqlAlertStore(database)
    alert = replace(await store.add(draft()), paused=True, muted_until=AT + timedelta(days=1), text="port")
    await store.update(alert)
    assert await store.get(alert.id) == alert


async def test_change_log_keeps_latest_change_per_alert(database: Database) -> None:
    store = SqlAlertStore(database)
    one, two = await store.add(draft("one")), await store.add(draft("two"))
    await store.update(one)
    await store.delete(two.id)
    changes = [
        (change.number, change.alert_id, change.alert) for change in await store.changes(after=0, limit=10)
    ]
    assert changes == [(3, one.id, one), (4, two.id, None)]
    assert [change.number for change in await store.changes(after=3, limit=10)] == [4]
    assert [change.number for change in await store.changes(after=0, limit=1)] == [3]


async def test_changing_deleted_alert_takes_no_number(database: Database) -> None:
    store = SqlAlertStore(database)
    alert = await store.add(draft())
    await store.delete(alert.id)
    await store.delete(alert.id)
    await store.update(alert)
    assert [change.number for change in await store.changes(after=0, limit=10)] == [2]


async def test_id_of_deleted_alert_is_not_reused(database: Database) -> None:
    store = SqlAlertStore(database)
    gone = await store.add(draft("one"))
    await store.delete(gone.id)
    assert (await store.add(draft("two"))).id > gone.id


async def test_articles_and_alerts_share_change_numbers(database: Database) -> None:
    store, commit = SqlAlertStore(database), SqlArticleCommit(database)
    await store.add(draft())
    revision = Revision(Article(id=ArticleId("a"), title="a", text="A."), "a")
    assert [change.number for change in await commit.commit(Batch(AT, (revision,), based_on=1))] == [2]
    await store.add(draft("two"))
    assert [change.number for change in await store.changes(after=0, limit=10)] == [1, 3]


async def test_concurrent_saves_respect_alert_limit(database: Database) -> None:
    store = SqlAlertStore(database)
    saving = (store.add(draft(f"word{n}"), most=3) for n in range(8))
    kept = [
        alert for alert in await asyncio.gather(*saving, return_exceptions=True) if isinstance(alert, Alert)
    ]
    assert len(kept) == len(await store.of_chat(1)) == 3
    assert await store.add(draft(kept[0].text), most=3) == kept[0]
    assert await store.add(replace(draft("word9"), owner_id=8), most=3)


async def test_restore_respects_alert_limit(database: Database) -> None:
    store = SqlAlertStore(database)
    gone = await store.add(draft("one"))
    await store.delete(gone.id)
    await store.add(draft("two"), most=1)
    with pytest.raises(TooManyAlerts):
        await store.restore(gone, most=1)
    await store.restore(gone, most=2)
    assert await store.get(gone.id) == gone
