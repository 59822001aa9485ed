"""Sources in a temporary file are found as those in memory are."""

import asyncio
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import ArticleId
from bot.errors import StoreError
from bot.ingest import first_sources
from bot.ingest.first_sources import FirstSources

ids = st.text("abc", max_size=2).map(ArticleId)


@pytest.fixture(autouse=True)
def small_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_sources, "MAX_IN_MEMORY", 3)


@given(st.lists(st.dictionaries(ids, st.sampled_from(["one.jsonl", "two.jsonl"]), max_size=4), max_size=8))
async def test_behaves_like_a_dict(steps: list[dict[ArticleId, str]]) -> None:
    sources, expected = FirstSources(), dict[ArticleId, str]()
    for step in steps:
        await sources.update(step)
        expected.update(step)
        assert len(sources._newest) <= 3
        assert await sources.of([*expected, ArticleId("d")]) == expected
        assert await sources.count() == len(expected)


async def test_updates_at_the_same_time_lose_nothing() -> None:
    sources = FirstSources()
    numbered = [ArticleId(f"a{number}") for number in range(50)]
    await asyncio.gather(*(sources.update({article_id: "file"}) for article_id in numbered))
    assert sorted(await sources.of(numbered)) == sorted(numbered)


async def test_file_is_used_in_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    sources, threads = FirstSources(), set[int]()
    await sources.update({ArticleId(name): "file" for name in "abcd"})
    assert sources._file is not None
    sources._file.set_trace_callback(lambda statement: threads.add(threading.get_ident()))
    await sources.update({ArticleId(name): "file" for name in "efgh"})
    await sources.of([ArticleId("a")])
    await sources.count()
    assert threads
    assert threading.get_ident() not in threads


async def test_error_of_the_file_is_translated() -> None:
    sources = FirstSources()
    await sources.update({ArticleId(name): "file" for name in "abcd"})
    assert sources._file is not None
    sources._file.close()
    with pytest.raises(StoreError, match="temporary file"):
        await sources.of([ArticleId("a")])


async def test_first_error_of_the_file_is_raised_again() -> None:
    sources = FirstSources()
    await sources.update({ArticleId(name): "file" for name in "abcd"})
    assert sources._file is not None
    sources._file.execute("PRAGMA max_page_count = 2")
    long = {ArticleId(name): name * 5_000 for name in "efgh"}
    for use in (sources.update(long), sources.update(long), sources.count(), sources.of([ArticleId("a")])):
        with pytest.raises(StoreError, match="temporary file of what was read: database or disk is full"):
            await use


WRITES_A_LOT = """
import asyncio, os
from bot.ingest.first_sources import FirstSources

sources = FirstSources()
asyncio.run(sources.update({str(number): "file" * 50 for number in range(20_001)}))
for name in os.listdir("/proc/self/fd"):
    if os.path.islink(path := f"/proc/self/fd/{name}"):
        print(os.readlink(path))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for open files")
def test_file_is_where_the_container_has_room(tmp_path: Path) -> None:
    environment = {**os.environ, "SQLITE_TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", WRITES_A_LOT]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert [line for line in run.stdout.splitlines() if line.startswith(f"{tmp_path}/")]
    assert list(tmp_path.iterdir()) == [], "a process that dies leaves nothing"
