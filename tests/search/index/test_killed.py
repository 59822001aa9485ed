"""kill -9 at any point of saving or merging loses nothing saved, and the index opens again.

NEWSBOT_KILLS=2000 python -m pytest tests/search/index/test_killed.py
"""

import asyncio
import os
import random
import sys
from pathlib import Path

import pytest

from bot.search.local_index import LocalIndex
from tests.processes import start
from tests.profiles import PATIENCE_S, by_profile
from tests.search.change_log import assert_exact, change, replay
from tests.search.index.save_until_killed import CHANGES

KILLS = int(os.environ.get("NEWSBOT_KILLS", by_profile(dev=15, ci=45, long=2_000)))
FILE_CALLS = 1_800
"""About as many as the script makes when it isn't killed."""
LIFE_MS = 100
"""Processor time that the script takes at most when it isn't killed."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no fork, no SIGKILL"),
]


async def kill(folder: Path, moments: list[str]) -> list[Path]:
    """Return the folders of processes killed at these moments."""
    process = await start("tests.search.index.save_until_killed", str(folder), *moments)
    async with asyncio.timeout(PATIENCE_S + len(moments)):
        await process.communicate()
    assert process.returncode == 0
    return [folder / str(number) for number in range(len(moments))]


async def check(folder: Path) -> int:
    """Check that everything saved is there and that the index continues; return the last change it had."""
    saved = int(path.read_text(encoding="ascii")) if (path := folder / "saved").exists() else 0
    index = LocalIndex.open(folder / "index")
    applied = await index.applied()
    assert applied >= saved
    assert_exact(index.snapshot, replay([change(n) for n in range(1, applied + 1)]))
    await index.apply([change(n) for n in range(applied + 1, CHANGES + 1)])
    await index.close()
    reopened = LocalIndex.open(folder / "index")
    assert await reopened.applied() == CHANGES
    assert_exact(reopened.snapshot, replay([change(n) for n in range(1, CHANGES + 1)]))
    await reopened.close()
    return applied


async def test_kill_before_any_file_call_loses_nothing_saved(tmp_path: Path) -> None:
    draw = random.Random(4)
    moments = [str(draw.randrange(1, FILE_CALLS)) for _ in range(KILLS)]
    reached = [await check(folder) for folder in await kill(tmp_path, moments)]
    assert sum(0 < number < CHANGES for number in reached) > KILLS // 3


async def test_kill_at_any_time_loses_nothing_saved(tmp_path: Path) -> None:
    draw, count = random.Random(5), KILLS // 2
    moments = [f"{(number + draw.random()) / count * LIFE_MS:.1f}ms" for number in range(count)]
    reached = [await check(folder) for folder in await kill(tmp_path, moments)]
    assert any(0 < number < CHANGES for number in reached)


async def test_index_survives_repeated_kills(tmp_path: Path) -> None:
    reached = 0
    for calls in (40, 90, 60, 130):
        await kill(tmp_path, [str(calls)])
        index = LocalIndex.open(tmp_path / "0" / "index")
        applied = await index.applied()
        assert applied >= reached
        assert_exact(index.snapshot, replay([change(n) for n in range(1, applied + 1)]))
        await index.close()
        reached = applied
    assert reached > 0
