"""Erasure leaves nothing of a person, not even in the file."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from bot.admin.reports import Report, ReportId, ReportReason
from bot.alerts.alert import AlertDraft
from bot.alerts.ports import ErasureReport
from bot.chats.prompt import Prompt, PromptKind
from bot.chats.settings import ChatSettings
from bot.chats.view import View, ViewKind
from bot.corpus.article import ArticleId
from bot.delivery.follow import FollowReport
from bot.developments.development import Development, DevelopmentKind, Fact, News
from bot.feeds.suggestions import Suggestion, SuggestionId
from bot.storage.admin.reports import SqlReportStore
from bot.storage.alerts import SqlAlertStore
from bot.storage.chats.erasure import SqlPersonStore
from bot.storage.chats.prompts import SqlPromptStore
from bot.storage.chats.settings import SqlSettingsStore
from bot.storage.chats.views import SqlConversationStore
from bot.storage.database import Database
from bot.storage.delivery.follows import SqlFollowStore
from bot.storage.delivery.outbox import SqlOutbox
from bot.storage.migrate import migrate
from bot.storage.suggestions import SqlSuggestionStore
from bot.stories.story import StoryId
from tests.storage.sql_alerts import SqlAlerts, claimed

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
PERSON, CHANNEL, OTHER = 987_654_321, -1_000_000_009_999, 5
SECRET = "qwxzzkferry"


async def use_everything(database: Database) -> None:
    """Store something about a person in every table."""
    stores, alerts = SqlAlerts(database), SqlAlertStore(database)
    mine = [
        await alerts.add(AlertDraft(chat, None, PERSON, SECRET, AT, zone="Asia/Baku"))
        for chat in (PERSON, CHANNEL)
    ]
    await alerts.add(AlertDraft(OTHER, None, OTHER, "harbour", AT))
    await alerts.share(mine[0].id)
    await stores.commit_article("a", [alert.id for alert in mine], at=AT)
    await stores.expand(AT)
    await SqlSettingsStore(database).put(ChatSettings(PERSON, muted=(SECRET,)))
    view = View(ViewKind.ANSWER, SECRET)
    await SqlConversationStore(database).save_view(view, chat_id=PERSON, now=AT)
    report = Report(ReportId(0), PERSON, StoryId("s"), ArticleId("a"), ReportReason.OUTLET, AT)
    await SqlReportStore(database).file(report, most=9, since=AT)
    suggestion = Suggestion(SuggestionId(0), PERSON, f"https://{SECRET}.example/", SECRET, AT)
    await SqlSuggestionStore(database).put(suggestion, per_person=9, most=9, since=AT)
    undo = Prompt(PromptKind.UNDO, SECRET)
    await SqlPromptStore(database).save(undo, chat_id=PERSON, message_id=1, now=AT)
    await follow_and_unfollow(database)


async def follow_and_unfollow(database: Database) -> None:
    """Follow a story, be sent a development, and no longer follow it."""
    alerts, follows = SqlAlertStore(database), SqlFollowStore(database)
    alert = await follows.follow(AlertDraft(PERSON, None, PERSON, SECRET, AT, follows=StoryId("s1")), ())
    check = await follows.next_check()
    assert check is not None
    fact = Fact(("f1",), Development(DevelopmentKind.FIGURES, ArticleId("a"), text=SECRET))
    (follow,) = await follows.followers(check, 9)
    report = FollowReport(follow, News((fact,), frozenset(fact.keys)))
    await follows.report(check, [report], now=AT, at=AT, last=True)
    outbox = SqlOutbox(database)
    while notifications := await claimed(outbox, AT):
        for notification in notifications:
            await outbox.sent(notification, telegram_id=1, at=AT)
    await alerts.delete(alert.id)


async def test_no_table_contains_erased_person(database: Database) -> None:
    await use_everything(database)
    assert await SqlPersonStore(database).erase(PERSON) == ErasureReport(alerts=2, messages=3, views=1)
    async with database.read() as connection:
        names = await connection.run_sync(lambda sync: sync.dialect.get_table_names(sync))
        for name in names:
            for row in await connection.execute(text(f"SELECT * FROM {name}")):
                assert not {str(PERSON), SECRET} & set(map(str, row)), f"{name}: {row}"
    assert [alert.text for alert in await SqlAlertStore(database).of_chat(OTHER)] == ["harbour"]


async def test_no_database_file_contains_erased_person(tmp_path: Path) -> None:
    address = f"sqlite+aiosqlite:///{tmp_path / 'news.db'}"
    await migrate(address)
    async with Database.open(address) as database:
        await use_everything(database)
        assert files_with_secret(tmp_path), "the secret is stored first"
        await SqlPersonStore(database).erase(PERSON)
        assert files_with_secret(tmp_path) == []


def files_with_secret(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if SECRET.encode() in file.read_bytes()]
