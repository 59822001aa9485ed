"""Databases for tests: SQLite files, and PostgreSQL if `tests/with_postgres` started it."""

import atexit
import os
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.storage.database import Database, connect
from bot.storage.migrate import migrate

SERVER = os.environ.get("TEST_POSTGRES")
KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
"""For `parametrize` and fixtures' `params`."""
_made: dict[str, str] = {}
"""Migrated databases to copy, by kind."""


@asynccontextmanager
async def empty_database(kind: str, folder: Path) -> AsyncIterator[str]:
    """Keep an empty database and yield its URL."""
    if kind == "sqlite":
        yield sqlite_url(folder)
        return
    async with _on_server() as url:
        yield url


@asynccontextmanager
async def migrated_database(kind: str, folder: Path) -> AsyncIterator[str]:
    """Keep a migrated database and yield its URL."""
    if kind == "sqlite":
        await copy_migrated(sqlite_file(folder))
        yield sqlite_url(folder)
        return
    async with _on_server(await _template()) as url:
        yield url


@asynccontextmanager
async def opened_database(kind: str, folder: Path) -> AsyncIterator[Database]:
    """Keep an open, migrated database."""
    async with migrated_database(kind, folder) as url, Database.open(url) as database:
        yield database


def sqlite_url(folder: Path) -> str:
    """Return the URL of an SQLite file in a folder."""
    return f"sqlite+aiosqlite:///{sqlite_file(folder).as_posix()}"


def sqlite_file(folder: Path) -> Path:
    """Return the SQLite file of a folder."""
    return folder / "data" / "news.db"


async def live_articles(store: ArticleStore) -> list[Article]:
    """Return every live article, in the order of their latest changes."""
    ids: dict[ArticleId, None] = {}
    after = 0
    while changes := await store.changes(after=after, limit=500):
        for change in changes:
            ids.pop(change.article_id, None)
            ids[change.article_id] = None
        after = changes[-1].number
    return await store.get(list(ids))


async def copy_migrated(file: Path) -> None:
    """Copy a migrated SQLite database to a new file: faster than migrating."""
    if "sqlite" not in _made:
        folder = tempfile.mkdtemp(prefix="newsbot-template-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        await migrate(sqlite_url(Path(folder)))
        _made["sqlite"] = folder
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(sqlite_file(Path(_made["sqlite"])), file)


def _server() -> str:
    assert SERVER is not None, "a test without the marker `postgres` asked for PostgreSQL"
    return SERVER


@asynccontextmanager
async def _on_server(template: str = "template1") -> AsyncIterator[str]:
    name = f"test_{secrets.token_hex(6)}"
    await _do(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield f"{_server()}/{name}"
    finally:
        await _do(f"DROP DATABASE {name} WITH (FORCE)")


async def _template() -> str:
    """Return the name of a migrated database to copy."""
    if "postgres" not in _made:
        name = f"newsbot_template_{os.getpid()}"
        await _do(f"CREATE DATABASE {name}")
        await migrate(f"{_server()}/{name}")
        _made["postgres"] = name
    return _made["postgres"]


async def _do(statement: str) -> None:
    engine = connect(f"{_server()}/postgres")
    async with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
