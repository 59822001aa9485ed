"""What becomes of told messages when their stories change."""

from bot.alerts.alert import Mode
from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.errors import localizable
from bot.ingest.batch import Batch
from tests.storage.promised import AT, LATER, LEASE, SECOND, saved
from tests.storage.sql_alerts import SqlAlerts, article_ids, claimed


async def test_a_told_story_is_edited_once_for_all_that_happened_to_it(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1)
    await stores.promise("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.propagate(LATER)
    assert await claimed(stores.outbox, LATER) == [], "the article that was told is no news"
    for name in ("b", "c"):
        await stores.promise(name, [], story="s", at=LATER)
    await stores.propagate(LATER)
    (edit,) = await claimed(stores.outbox, LATER)
    assert (edit.edits, article_ids([edit])) == (50, [["a"]])
    await stores.outbox.sent(edit, telegram_id=50, at=LATER)
    assert await claimed(stores.outbox, LATER + LEASE) == []


async def test_a_story_that_changes_while_it_is_edited_is_edited_again(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1)
    await stores.promise("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.promise("b", [], story="s", at=LATER)
    await stores.propagate(LATER)
    (edit,) = await claimed(stores.outbox, LATER)
    await stores.promise("c", [], story="s", at=LATER)
    await stores.propagate(LATER)
    await stores.outbox.sent(edit, telegram_id=50, at=LATER)
    assert [each.edits for each in await claimed(stores.outbox, LATER)] == [50]


async def test_a_corrected_article_is_marked_and_a_removed_one_noticed(stores: SqlAlerts) -> None:
    (alert,) = await saved(stores, 1)
    await stores.promise("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await stores.expand(AT), LATER)
    await stores.outbox.sent(notification, telegram_id=50, at=LATER)
    await stores.promise("a", [], story="s", at=LATER, changed=f"a at {AT}")
    await stores.propagate(LATER)
    (edit,) = await claimed(stores.outbox, LATER)
    assert [each.corrected for each in edit.messages] == [True]
    await stores.outbox.postpone(
        edit, due_at=LATER + SECOND, reason=localizable("why-said", words="flood"), maybe_sent=False
    )
    assert await claimed(stores.outbox, LATER) == []
    await stores.commits.commit(Batch(LATER, removed=(ArticleId("a"),)))
    await stores.propagate(LATER)
    assert [each.edits for each in await claimed(stores.outbox, LATER + SECOND)] == [50]


async def test_breaking_news_waits_for_no_digest_where_that_is_wanted(stores: SqlAlerts) -> None:
    alerts = await saved(stores, 1, 2, mode=Mode.DAILY)
    await stores.settings.put(ChatSettings(1, breaking=True))
    await stores.promise("a", [each.id for each in alerts], at=AT)
    await stores.expand(AT)
    assert await claimed(stores.outbox, LATER) == []
    await stores.propagate(LATER, breaking=True)
    (notification,) = await claimed(stores.outbox, LATER)
    assert (notification.chat_id, notification.messages[0].digest) == (1, False)
