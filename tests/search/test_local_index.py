"""What the index in this process does besides the contract."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.corpus.article import ArticleId
from bot.search.index.mapped_memory import _EVERY, MAX_MAPPED, MappedMemory
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, SearchRequest, SharedWords
from bot.search.query.parser import parse
from tests.factories import make_article

NOW = datetime(2026, 11, 23, tzinfo=UTC)
REQUEST = SearchRequest(parse("river", now=NOW), NOW)
SHARED = SharedWords({"en": ("river",)}, NOW, NOW)
READS: dict[str, Callable[[LocalIndex], Awaitable[object]]] = {
    "search": lambda index: index.search(REQUEST),
    "similar": lambda index: index.similar(ArticleId("a"), limit=1),
    "nearest": lambda index: index.nearest("river", limit=1),
    "mentions": lambda index: index.mentions(REQUEST, UTC),
    "sharing": lambda index: index.sharing(SHARED),
    "passages": lambda index: index.passages([ArticleId("a")], None),
}


@pytest.mark.parametrize("name", READS)
async def test_every_kind_of_question_gives_memory_back(name: str, tmp_path: Path) -> None:
    looked_up = []

    def resident() -> int:
        looked_up.append(name)
        return MAX_MAPPED + 1

    index = LocalIndex.open(tmp_path)
    index._mapped_memory = MappedMemory(resident)
    await index.apply([IndexChange(1, ArticleId("a"), make_article("a", "A river rose."))])
    await index.save()
    for _ in range(_EVERY):
        await READS[name](index)
    assert len(looked_up) == 2  # before and after pages were given back
    await index.close()
