"""Sent messages are edited when their stories change."""

from bot.alerts.alert import Mode
from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.errors import localizable
from bot.ingest.batch import Batch
from tests.storage.sql_alerts import AT, LATER, LEASE, SECOND, SqlAlerts, article_ids, claimed, save_alerts


async def test_several_updates_of_a_story_cause_one_edit(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.propagate(LATER)
    assert await claimed(stores.outbox, LATER) == [], "the article that was sent is not an update"
    for name in ("b", "c"):
        await stores.commit_article(name, [], story="s", at=LATER)
    await stores.propagate(LATER)
    (edit,) = await claimed(stores.outbox, LATER)
    assert (edit.edits, article_ids([edit])) == (50, [["a"]])
    await stores.outbox.sent(edit, telegram_id=50, at=LATER)
    assert await claimed(stores.outbox, LATER + LEASE) == []


async def test_update_during_an_edit_causes_another_edit(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.commit_article("b", [], story="s", at=LATER)
    await stores.propagate(LATER)
    (edit,) = await claimed(stores.outbox, LATER)
    await stores.commit_article("c", [], story="s", at=LATER)
    await stores.propagate(LATER)
    await stores.outbox.sent(edit, telegram_id=50, at=LATER)
    assert [notification.edits for notification in await claimed(stores.outbox, LATER)] == [50]


async def test_corrected_article_is_marked_and_removed_one_edited(stores: SqlAlerts) -> None:
    (alert,) = await save_alerts(stores, 1)
    await stores.commit_article("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.commit_article("a", [], story="s", at=LATER, changed=f"a at {AT}")
    await stores.propagate(LATER)
    (edit,) = await claimed(stores.outbox, LATER)
    assert [message.corrected for message in edit.messages] == [True]
    await stores.outbox.postpone(
        edit, due_at=LATER + SECOND, reason=localizable("why-said", words="flood"), maybe_sent=False
    )
    assert await claimed(stores.outbox, LATER) == []
    await stores.commits.commit(Batch(LATER, removed=(ArticleId("a"),)))
    await stores.propagate(LATER)
    assert [notification.edits for notification in await claimed(stores.outbox, LATER + SECOND)] == [50]


async def test_breaking_news_skips_digest_if_wanted(stores: SqlAlerts) -> None:
    alerts = await save_alerts(stores, 1, 2, mode=Mode.DAILY)
    await stores.settings.put(ChatSettings(1, breaking=True))
    await stores.commit_article("a", [alert.id for alert in alerts], at=AT)
    await stores.expand(AT)
    assert await claimed(stores.outbox, LATER) == []
    await stores.propagate(LATER, breaking=True)
    (notification,) = await claimed(stores.outbox, LATER)
    assert (notification.chat_id, notification.messages[0].digest) == (1, False)
