"""kill -9 at any point of keeping or merging: nothing kept is lost, and what is left opens.

NEWSBOT_KILLS=2000 python -m pytest tests/search/index/test_killed.py
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from bot.search.local_index import NewsIndex
from tests.search.changing import assert_exact, change, told
from tests.search.index.save_until_killed import CHANGES

ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("NEWSBOT_KILLS", "45"))
FILE_CALLS = 1_800
"""About what a whole life of the script makes."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork, no SIGKILL")


def kill(folder: Path, moments: list[str]) -> list[Path]:
    """Return the folders that processes killed at these moments left."""
    command = [sys.executable, "-m", "tests.search.index.save_until_killed", str(folder), *moments]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120 + 5 * len(moments))
    return [folder / str(number) for number in range(len(moments))]


async def check(folder: Path) -> int:
    """Everything kept is there and exact, and the index goes on from it; return up to which change."""
    promised = int(path.read_text(encoding="ascii")) if (path := folder / "told").exists() else 0
    index = NewsIndex.open(folder / "index")
    applied = await index.applied()
    assert applied >= promised
    assert_exact(index.snapshot, told([change(n) for n in range(1, applied + 1)]))
    await index.apply([change(n) for n in range(applied + 1, CHANGES + 1)])
    await index.close()
    again = NewsIndex.open(folder / "index")
    assert await again.applied() == CHANGES
    assert_exact(again.snapshot, told([change(n) for n in range(1, CHANGES + 1)]))
    await again.close()
    return applied


async def test_a_kill_before_any_file_call_loses_nothing_kept(tmp_path: Path) -> None:
    draw = random.Random(4)
    moments = [str(draw.randrange(1, FILE_CALLS)) for _ in range(KILLS)]
    reached = [await check(folder) for folder in kill(tmp_path, moments)]
    assert sum(0 < number < CHANGES for number in reached) > KILLS // 3


async def test_a_kill_at_any_moment_loses_nothing_kept(tmp_path: Path) -> None:
    draw = random.Random(5)
    moments = [f"{draw.uniform(1, 150):.1f}ms" for _ in range(KILLS // 2)]
    reached = [await check(folder) for folder in kill(tmp_path, moments)]
    assert any(0 < number < CHANGES for number in reached)


async def test_one_index_survives_kill_after_kill(tmp_path: Path) -> None:
    reached = 0
    for calls in (40, 90, 60, 130):
        kill(tmp_path, [str(calls)])
        index = NewsIndex.open(tmp_path / "0" / "index")
        applied = await index.applied()
        assert applied >= reached
        assert_exact(index.snapshot, told([change(n) for n in range(1, applied + 1)]))
        await index.close()
        reached = applied
    assert reached > 0
