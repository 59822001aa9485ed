"""What the index in this process does besides the contract."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from bot.corpus.article import Article, ArticleId
from bot.search.index.mapped_memory import _EVERY, MAX_MAPPED, MappedMemory
from bot.search.kernel.kernel import Kernel
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


QUESTIONS = [
    *(
        "bab",
        "bab cec did",
        "bab -cec",
        '"bab cec"',
        '-"bab cec" did',
        "ba* ce*",
        "-ba*",
        "lang:en bab",
        "zzz",
    ),
    *('"bab cec" OR "did bab" OR fof*', "source:Post0 bab", "", "bab OR cec OR did OR fof OR gug -hih"),
]


async def test_compiled_answers_are_numpys(kernel: Kernel, tmp_path: Path) -> None:
    draw = np.random.default_rng(1)
    index = LocalIndex.open(tmp_path)
    words = ["bab", "cec", "did", "fof", "gug", "hih"]
    for first in (1, 201):
        articles = [_article(number, draw, words) for number in range(first, first + 200)]
        changes = [IndexChange(number, one.id, one) for number, one in enumerate(articles, first)]
        await index.apply(changes)
    await index.apply([IndexChange(number, ArticleId(str(number - 400)), None) for number in range(401, 431)])
    for question in QUESTIONS:
        request = SearchRequest(parse(question, now=NOW), NOW, limit=60)
        index._kernel = None
        expected = await index.search(request), await index.similar(ArticleId("300"), limit=5)
        index._kernel = kernel
        assert (await index.search(request), await index.similar(ArticleId("300"), limit=5)) == expected
    await index.close()


def _article(number: int, draw: np.random.Generator, words: list[str]) -> Article:
    text = ". ".join(" ".join(draw.choice(words, 5)) for _ in range(int(draw.integers(1, 9))))
    published_at = NOW - timedelta(days=number % 9)
    return make_article(
        str(number), text, publisher=f"Post{number % 7}", language="entr"[number % 2 * 2 :][:2],
        published_at=published_at,
    )  # fmt: skip


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
