"""Migrations: upgrade, downgrade, and tables equal to the schema."""

import asyncio
import json
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Column, Connection, Table, insert, inspect, text

from bot.alerts.alert import AlertDraft
from bot.chats.view import View, ViewKind
from bot.corpus.article import Article, ArticleId
from bot.corpus.urls import url_key
from bot.errors import RejectedInput, StoreError, localizable
from bot.ingest.reload.generation import GenerationId, ReloadReport
from bot.storage.alerts import SqlAlertStore
from bot.storage.articles.rows import article_values
from bot.storage.articles.store import SqlArticleStore
from bot.storage.chats.settings import SqlSettingsStore
from bot.storage.chats.views import SqlConversationStore
from bot.storage.database import Database, connect
from bot.storage.delivery.status import SqlDeliveryReport
from bot.storage.generations.reload_log import SqlReloadLog
from bot.storage.generations.store import SqlGenerationStore
from bot.storage.migrate import migrate
from bot.storage.migrations import NEWEST, SCRIPTS
from bot.storage.schema.articles import articles
from bot.storage.schema.base import metadata
from bot.storage.schema.types import Reason, UtcDateTime

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def differences(connection: Connection) -> list[object]:
    return compare_metadata(MigrationContext.configure(connection), metadata)


async def test_migrated_tables_equal_schema(empty: str) -> None:
    await migrate(empty)
    async with Database.open(empty) as database, database.read() as connection:
        assert await connection.run_sync(differences) == []


def test_newest_revision_is_known_without_alembic() -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_current_head() == NEWEST


async def test_migrating_twice_changes_nothing(empty: str) -> None:
    await migrate(empty)
    await migrate(empty)


async def test_downgrade_to_base_drops_all_tables(empty: str) -> None:
    await migrate(empty)
    await migrate(empty, to="base")
    engine = connect(empty)
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        assert (await connection.execute(text("select count(*) from alembic_version"))).scalar() == 0
    await engine.dispose()
    assert set(names) == {"alembic_version"}


async def test_articles_and_views_survive_upgrade_and_downgrade(empty: str) -> None:
    await migrate(empty, to="0001")
    article = Article(id=ArticleId("a"), title="Title", text="Text.", extra={"k": "v"})
    async with Database.open(empty) as database, database.write() as connection:
        row = article_values(article) | {"fingerprint": "f", "revision": 1, "change": 1}
        del row["statements"]  # added later
        await connection.execute(insert(articles), [row])
    view = View(ViewKind.CARD, article=article.id)
    async with Database.open(empty) as database:
        view_id = await SqlConversationStore(database).save_view(view, chat_id=1, now=AT)
    await migrate(empty)
    async with Database.open(empty) as database:
        alert = await SqlAlertStore(database).add(AlertDraft(1, None, 2, "harbour", AT))
        assert await SqlAlertStore(database).of_chat(1) == [alert]
    await migrate(empty, to="0001")
    await migrate(empty)
    async with Database.open(empty) as database:
        assert await SqlArticleStore(database).get([article.id]) == [article]
        assert await SqlConversationStore(database).load_view(view_id, chat_id=1, now=AT) == view
        assert await SqlAlertStore(database).of_chat(1) == []


async def test_downgrade_does_not_reuse_change_numbers(empty: str) -> None:
    await migrate(empty)
    async with Database.open(empty) as database:
        await SqlAlertStore(database).add(AlertDraft(1, None, 2, "harbour", AT))
    await migrate(empty, to="0001")
    await migrate(empty)
    async with Database.open(empty) as database:
        await SqlAlertStore(database).add(AlertDraft(1, None, 2, "harbour", AT))
        assert [change.number for change in await SqlAlertStore(database).changes(after=0, limit=9)] == [2]


async def test_database_of_newer_program_is_refused(empty: str) -> None:
    await migrate(empty)
    async with Database.open(empty) as database, database.write() as connection:
        await connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(StoreError, match="another version"):
        await migrate(empty)


async def test_concurrent_migrations_run_once(empty: str) -> None:
    await asyncio.gather(*(migrate(empty) for _ in range(3)))
    async with Database.open(empty) as database, database.read() as connection:
        assert (await connection.execute(text("select value from counters"))).all() == [(0,)] * 3


async def test_failed_migration_changes_nothing(empty: str) -> None:
    await migrate(empty, to="0001")
    async with Database.open(empty) as database, database.write() as connection:
        await connection.execute(text("create table outbox (id integer)"))
    with pytest.raises(StoreError):
        await migrate(empty)
    async with Database.open(empty) as database, database.read() as connection:
        tables = set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
        version = (await connection.execute(text("select version_num from alembic_version"))).scalar()
    assert (version, "alerts" in tables) == ("0001", False)


async def test_addresses_of_old_versions_are_computed(empty: str) -> None:
    row = (
        "insert into article_revisions (id, revision, fingerprint, title, text, ended_at, url) "
        "values (:id, :revision, 'f', 'Title', 'Text', '2026-11-20 12:00:00', :url)"
    )
    url = "https://www.echo.example/{}?b=1#c"
    versions: dict[tuple[str, int], str | None] = {
        (f"a{number}", 1): url.format(number) for number in range(2_500)
    }
    versions |= {("a0", 2): url.format("moved"), ("a0", 3): None, ("again", 1): url.format(0)}
    stored = [{"id": name, "revision": number, "url": old} for (name, number), old in versions.items()]
    await migrate(empty, to="0024")
    async with Database.open(empty) as database, database.write() as connection:
        await connection.execute(text(row), stored)
    await migrate(empty)
    async with Database.open(empty) as database, database.read() as connection:
        found = await connection.execute(text("select id, revision, address from article_revisions"))
        addresses = {(row.id, row.revision): row.address for row in found}
    assert addresses == {key: url_key(old) if old else None for key, old in versions.items()}
    assert addresses["a0", 2] == "echo.example/moved?b=1"


async def test_detected_language_moves_to_spoken(empty: str) -> None:
    row = (
        "insert into chat_settings (chat_id, language, digest_at, digest_weekday, breaking, preferred, "
        "muted, languages) values (1, 'tr', 480, 0, false, '[]', '[]', '[]')"
    )
    await migrate(empty, to="0006")
    async with Database.open(empty) as database, database.write() as connection:
        await connection.execute(text(row))
    await migrate(empty)
    async with Database.open(empty) as database:
        detected = await SqlSettingsStore(database).of(1)
        assert (detected.language, detected.spoken, detected.interface_language) == (None, "tr", "tr")
    await migrate(empty, to="0006")
    async with Database.open(empty) as database, database.read() as connection:
        assert (await connection.execute(text("select language from chat_settings"))).scalar() == "tr"


async def test_every_downgrade_and_upgrade_keeps_rows_known_to_both(empty: str) -> None:
    await migrate(empty)
    async with Database.open(empty) as database, database.write() as connection:
        for table in metadata.sorted_tables:
            if table.name != "counters":
                await connection.execute(insert(table).values(anything_for(table)))
    scripts = ScriptDirectory(str(SCRIPTS))
    steps = [script.revision for script in scripts.walk_revisions()]
    assert len(steps) > 5
    for above, below in pairwise(steps):
        await migrate(empty, to=below)
        before = await counted(empty)
        assert any(before.values())
        await migrate(empty, to=above)
        after = await counted(empty)
        assert before.items() <= after.items(), f"{below} to {above}"
        await migrate(empty, to=below)
        assert await counted(empty) == before, f"{above} to {below}"
    await migrate(empty)


def anything_for(table: Table) -> dict[str, object]:
    """Return a row that fits a table; keys are the same in every table, so that rows refer to each other."""
    return {column.name: _anything(column) for column in table.columns}


def _anything(column: Column[Any]) -> object:
    if isinstance(column.type, UtcDateTime):
        return AT
    if isinstance(column.type, Reason):
        return localizable("why-turn")
    if isinstance(column.type, JSON):
        return {} if column.name == "report" else []
    return {bool: False, int: 1, str: "x"}[column.type.python_type]


async def counted(url: str) -> dict[str, int]:
    """Count the rows of tables and views, except counters and changes, which only grow."""
    async with Database.open(url) as database, database.read() as connection:
        names = await connection.run_sync(
            lambda sync: [*inspect(sync).get_table_names(), *inspect(sync).get_view_names()]
        )
        return {
            name: (await connection.execute(text(f"select count(*) from {name}"))).scalar_one()
            for name in sorted(names)
            if name not in ("counters", "changes")
        }


_OLD_REASONS = (
    "insert into rejects (origin, source, reason, at) values ('o', 'a.txt', 'holds no words', '2026-11-01')",
    "insert into chats (chat_id, held_reason, suspended_at, suspended_reason)"
    " values (1, null, '2026-11-01', 'bot was blocked')",
    "insert into generations (id, origin, started_at, state, swept, report) values"
    " (1, 'o', '2026-11-01', 'failed', true, '{\"rejected\": 2, \"reason\": \"the disk is full\"}'),"
    " (2, 'o', '2026-11-01', 'settled', true, '{\"added\": 3, \"reason\": \"\"}')",
)


async def test_english_reasons_are_kept_verbatim_up_and_down(empty: str) -> None:
    await migrate(empty, to="0010")
    async with Database.open(empty) as database, database.write() as connection:
        for row in _OLD_REASONS:
            await connection.execute(text(row))
    before = await reasons(empty)
    await migrate(empty)
    async with Database.open(empty) as database:
        (reject,) = await SqlReloadLog(database).rejects()
        chat = await SqlDeliveryReport(database).chat(1, now=AT)
        failed = await SqlGenerationStore(database).get(GenerationId(1))
        fine = await SqlGenerationStore(database).get(GenerationId(2))
    assert reject.reason == localizable("why-said", words="holds no words")
    assert chat.suspended == localizable("why-said", words="bot was blocked")
    assert failed
    assert failed.report == ReloadReport(rejected=2, reason=localizable("why-said", words="the disk is full"))
    assert fine
    assert fine.report == ReloadReport(added=3)
    await migrate(empty, to="0010")
    assert await reasons(empty) == before


async def test_localizable_reason_becomes_text_on_downgrade(
    empty: str,
) -> None:
    await migrate(empty)
    reject = RejectedInput(localizable("why-large", megabytes="4"), source="a.txt")
    async with Database.open(empty) as database:
        await SqlReloadLog(database).put_rejects("o", [reject], AT)
    await migrate(empty, to="0010")
    await migrate(empty)
    async with Database.open(empty) as database:
        (kept,) = await SqlReloadLog(database).rejects()
    assert kept.reason == localizable("why-said", words="why-large megabytes=4")


async def reasons(url: str) -> list[object]:
    """Return the stored reasons."""
    queries = (
        "select reason from rejects",
        "select held_reason, suspended_reason from chats",
        "select report from generations order by id",
    )
    async with Database.open(url) as database, database.read() as connection:
        found = [(await connection.execute(text(query))).all() for query in queries]
    return [_as_json(value) for rows in found for row in rows for value in row]


def _as_json(value: object) -> object:
    """Return a column's value; PostgreSQL returns JSON parsed."""
    return json.loads(value) if isinstance(value, str) and value.startswith("{") else value or ""
