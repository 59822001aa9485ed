"""What becomes of told messages when their stories change."""

from bot.alerts.alert import Mode
from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.errors import localizable
from bot.ingest.batch import Batch
from tests.storage.promised import AT, LATER, LEASE, SECOND, saved
from tests.storage.sql_alerts import SqlAlerts, claimed, told


async def test_a_told_story_is_edited_once_for_all_that_happened_to_it(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(notification, telegram_id=50, at=LATER)
    await house.propagate(LATER)
    assert await claimed(house.outbox, LATER) == [], "the article that was told is no news"
    for name in ("b", "c"):
        await house.promise(name, [], story="s", at=LATER)
    await house.propagate(LATER)
    (edit,) = await claimed(house.outbox, LATER)
    assert (edit.edits, told([edit])) == (50, [["a"]])
    await house.outbox.sent(edit, telegram_id=50, at=LATER)
    assert await claimed(house.outbox, LATER + LEASE) == []


async def test_a_story_that_changes_while_it_is_edited_is_edited_again(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(notification, telegram_id=50, at=LATER)
    await house.promise("b", [], story="s", at=LATER)
    await house.propagate(LATER)
    (edit,) = await claimed(house.outbox, LATER)
    await house.promise("c", [], story="s", at=LATER)
    await house.propagate(LATER)
    await house.outbox.sent(edit, telegram_id=50, at=LATER)
    assert [each.edits for each in await claimed(house.outbox, LATER)] == [50]


async def test_a_corrected_article_is_marked_and_a_removed_one_noticed(house: SqlAlerts) -> None:
    (alert,) = await saved(house, 1)
    await house.promise("a", [alert.id], story="s", at=AT)
    (notification,) = await claimed(await house.expand(AT), LATER)
    await house.outbox.sent(notification, telegram_id=50, at=LATER)
    await house.promise("a", [], story="s", at=LATER, changed=f"a at {AT}")
    await house.propagate(LATER)
    (edit,) = await claimed(house.outbox, LATER)
    assert [each.corrected for each in edit.messages] == [True]
    await house.outbox.postpone(
        edit, due_at=LATER + SECOND, reason=localizable("why-said", words="flood"), maybe_sent=False
    )
    assert await claimed(house.outbox, LATER) == []
    await house.commits.commit(Batch(LATER, removed=(ArticleId("a"),)))
    await house.propagate(LATER)
    assert [each.edits for each in await claimed(house.outbox, LATER + SECOND)] == [50]


async def test_breaking_news_waits_for_no_digest_where_that_is_wanted(house: SqlAlerts) -> None:
    alerts = await saved(house, 1, 2, mode=Mode.DAILY)
    await house.settings.put(ChatSettings(1, breaking=True))
    await house.promise("a", [each.id for each in alerts], at=AT)
    await house.expand(AT)
    assert await claimed(house.outbox, LATER) == []
    await house.propagate(LATER, breaking=True)
    (notification,) = await claimed(house.outbox, LATER)
    assert (notification.chat_id, notification.messages[0].digest) == (1, False)
