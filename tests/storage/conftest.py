"""A database of its own for every test, in a real SQLite file; the fakes stand the same tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.conversation.ports import ConversationStore
from bot.storage.conversation import SqlConversationStore
from bot.storage.database import Database
from bot.storage.migrate import migrate
from tests.fakes.conversation import MemoryConversationStore
from tests.fakes.corpus import MemoryCorpus
from tests.storage.sql_corpus import SqlCorpus

Corpus = MemoryCorpus | SqlCorpus
BOTH = ["memory", "database"]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{(tmp_path / 'data' / 'news.db').as_posix()}"


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    await migrate(url)
    async with Database.open(url) as opened:
        yield opened


@pytest.fixture(params=BOTH)
def corpus(request: pytest.FixtureRequest) -> Corpus:
    if request.param == "memory":
        return MemoryCorpus()
    return SqlCorpus(request.getfixturevalue("database"))


@pytest.fixture(params=BOTH)
def conversation(request: pytest.FixtureRequest) -> ConversationStore:
    if request.param == "memory":
        return MemoryConversationStore()
    return SqlConversationStore(request.getfixturevalue("database"))
