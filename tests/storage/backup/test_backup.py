"""Backup and restore: complete, safe while the bot runs, reversible."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.alerts.alert import AlertDraft
from bot.chats.inbox import ReceivedUpdate
from bot.delivery.outbox import OutboxState
from bot.errors import StoreError
from bot.storage.alerts import SqlAlertStore
from bot.storage.articles.store import SqlArticleStore
from bot.storage.backup.backup import back_up, restore, suffix
from bot.storage.database import Database
from bot.storage.inbox import SqlInbox
from bot.storage.migrate import migrate
from tests.databases import live_articles
from tests.storage.sql_alerts import SqlAlerts, claimed

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def quiet(done: int, total: int | None) -> None:
    """Ignore progress."""


@pytest.fixture
def file(url: str, tmp_path: Path) -> Path:
    return tmp_path / "backups" / f"one{suffix(url)}"


async def fill(url: str) -> None:
    """Store two articles, an alert and a waiting message."""
    async with Database.open(url) as database:
        store = SqlAlerts(database)
        alert = await store.alerts.add(AlertDraft(1, None, 2, "harbour", AT))
        await store.commit_article("a", [alert.id], at=AT)
        await store.commit_article("b", [], at=AT)
        await store.expand(AT)


async def titles(url: str) -> list[str]:
    async with Database.open(url) as database:
        return [article.title for article in await live_articles(SqlArticleStore(database))]


async def empty_out(url: str) -> None:
    async with Database.open(url) as database, database.write() as connection:
        for table in ("changes", "alerts", "outbox"):
            await connection.execute(text(f"DELETE FROM {table}"))


async def set_version(url: str, version: str) -> str:
    """Set the schema version; return the previous one."""
    async with Database.open(url) as database, database.write() as connection:
        known = await connection.scalar(text("SELECT version_num FROM alembic_version"))
        await connection.execute(
            text("UPDATE alembic_version SET version_num = :version"), {"version": version}
        )
    return str(known)


async def test_restore_brings_back_backup_and_keeps_previous_database(url: str, file: Path) -> None:
    await fill(url)
    await back_up(url, file, progress=quiet)
    assert file.stat().st_mode & 0o077 == 0
    await empty_out(url)
    done = await restore(url, file)
    assert done.kept
    assert sorted(await titles(url)) == ["a", "b"]
    async with Database.open(url) as database:
        assert [alert.text for alert in await SqlAlertStore(database).of_chat(1)] == ["harbour"]
        assert len(await SqlArticleStore(database).changes(after=0, limit=10)) == 2


async def test_restored_database_can_be_backed_up_and_restored(url: str, file: Path) -> None:
    await fill(url)
    await back_up(url, file, progress=quiet)
    await restore(url, file)
    again = file.with_name(f"two{suffix(url)}")
    await back_up(url, again, progress=quiet)
    await restore(url, again)
    assert sorted(await titles(url)) == ["a", "b"]


async def test_backup_during_writes_is_a_snapshot(url: str, file: Path) -> None:
    async with Database.open(url) as database:
        store, begun, stop = SqlAlerts(database), asyncio.Event(), asyncio.Event()

        async def write() -> int:
            written = 0
            while not stop.is_set():
                await store.commit_article(f"n{written}", [], at=AT)
                written += 1
                begun.set()
            return written

        writing = asyncio.create_task(write())
        await begun.wait()
        await back_up(url, file, progress=quiet)
        stop.set()
        written = await writing
    await restore(url, file)
    found = await titles(url)
    assert found == [f"n{n}" for n in range(len(found))]
    assert 0 < len(found) <= written
    async with Database.open(url) as database:
        assert await SqlArticleStore(database).last_change() == len(found)


async def test_restore_is_refused_while_bot_runs(url: str, file: Path) -> None:
    await fill(url)
    await back_up(url, file, progress=quiet)
    async with Database.open(url) as database:
        before = await SqlArticleStore(database).last_change()
        with pytest.raises(StoreError, match="stop it first"):
            await restore(url, file)
        assert await SqlArticleStore(database).last_change() == before
    assert sorted(await titles(url)) == ["a", "b"]


async def test_invalid_backup_changes_nothing(url: str, file: Path) -> None:
    await fill(url)
    with pytest.raises(StoreError, match="doesn't exist"):
        await restore(url, file)
    file.parent.mkdir()
    file.write_text("This is no backup. " * 100)
    with pytest.raises(StoreError, match=r"isn't a newsbot backup|pg_restore failed"):
        await restore(url, file)
    assert sorted(await titles(url)) == ["a", "b"]


async def test_backup_never_overwrites_a_file(url: str, file: Path) -> None:
    await back_up(url, file, progress=quiet)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="already"):
        await back_up(url, file, progress=quiet)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


async def test_backup_of_older_program_is_migrated(url: str, file: Path) -> None:
    await fill(url)
    await migrate(url, to="0002")
    await back_up(url, file, progress=quiet)
    await restore(url, file)
    async with Database.open(url) as database:
        assert await SqlAlertStore(database).share((await SqlAlertStore(database).of_chat(1))[0].id)


async def test_backup_of_newer_program_is_refused(url: str, file: Path) -> None:
    await fill(url)
    known = await set_version(url, "9999")
    await back_up(url, file, progress=quiet)
    await set_version(url, known)
    with pytest.raises(StoreError, match="another version"):
        await restore(url, file)
    assert sorted(await titles(url)) == ["a", "b"]


async def test_restored_database_has_new_store_id(url: str, file: Path) -> None:
    async with Database.open(url) as database:
        before = await SqlAlertStore(database).store_id()
    await back_up(url, file, progress=quiet)
    await restore(url, file)
    async with Database.open(url) as database:
        assert await SqlAlertStore(database).store_id() != before


async def test_unsent_messages_of_backup_are_marked_maybe_sent(url: str, file: Path) -> None:
    await fill(url)
    await back_up(url, file, progress=quiet)
    assert (await restore(url, file)).waiting == 1
    async with Database.open(url) as database:
        (notification,) = await claimed(SqlAlerts(database).outbox, AT)
        assert [message.maybe_sent for message in notification.messages] == [True]


async def test_unsent_messages_of_backup_can_be_given_up(url: str, file: Path) -> None:
    await fill(url)
    await back_up(url, file, progress=quiet)
    assert (await restore(url, file, drop_waiting=True)).waiting == 1
    async with Database.open(url) as database:
        outbox = SqlAlerts(database).outbox
        assert await outbox.counts() == {OutboxState.GIVEN_UP: 1}
        assert await claimed(outbox, AT) == []


async def test_questions_that_waited_at_the_backup_are_not_answered_after_the_restore(
    url: str, file: Path
) -> None:
    await fill(url)
    async with Database.open(url) as database:
        await SqlInbox(database).store([ReceivedUpdate(1, 7, 1, "{}")], now=AT)
    await back_up(url, file, progress=quiet)
    await restore(url, file)
    async with Database.open(url) as database:
        assert await SqlInbox(database).claim(limit=9) == []
