"""Gives every test its own database, SQLite and PostgreSQL; fakes pass the same tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chats.ports import ConversationStore
from bot.storage.chats.views import SqlConversationStore
from bot.storage.database import Database
from tests.databases import KINDS, empty_database, migrated_database, opened_database
from tests.fakes.conversation import MemoryConversationStore
from tests.fakes.corpus import MemoryCorpus
from tests.storage.sql_alerts import SqlAlerts
from tests.storage.sql_corpus import SqlCorpus

Corpus = MemoryCorpus | SqlCorpus
BOTH = ["memory", *KINDS]


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """The database a test runs on."""
    return str(request.param)


@pytest.fixture
async def empty(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of an empty database."""
    async with empty_database(kind, tmp_path) as address:
        yield address


@pytest.fixture
async def url(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of a migrated database."""
    async with migrated_database(kind, tmp_path) as address:
        yield address


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with Database.open(url) as opened:
        yield opened


@pytest.fixture(params=BOTH)
async def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Corpus]:
    if request.param == "memory":
        yield MemoryCorpus()
        return
    async with opened_database(request.param, tmp_path) as database:
        yield SqlCorpus(database)


@pytest.fixture(params=BOTH)
async def conversation(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ConversationStore]:
    if request.param == "memory":
        yield MemoryConversationStore()
        return
    async with opened_database(request.param, tmp_path) as database:
        yield SqlConversationStore(database)


@pytest.fixture
def stores(database: Database) -> SqlAlerts:
    return SqlAlerts(database)
