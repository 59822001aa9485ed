"""kill -9 at random points of ingest, reload and undo: articles, index, stories and outbox agree."""

import asyncio
import os
import random
import signal
import sqlite3
from pathlib import Path

import pytest

from bot.app.cli.consistency import find_inconsistencies
from bot.app.wiring import open_app
from bot.ingest.reload.generation import GenerationState
from tests.paths.reload_until_killed import settings_in
from tests.processes import start
from tests.profiles import PATIENCE_S

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("TEST_KILLS", "3"))


async def killed(folder: Path, seed: int) -> None:
    """Start the process and kill it some time after it is ready."""
    process = await start("tests.paths.reload_until_killed", str(folder), str(seed * 100))
    assert await asyncio.wait_for(process.stdout.readline(), PATIENCE_S) == b"ready\n"
    await asyncio.sleep(random.Random(seed).uniform(0, 0.8))
    process.kill()
    await process.communicate()
    assert process.returncode == -signal.SIGKILL, "the process ended before it was killed"


async def test_kill_at_any_point_leaves_storage_consistent(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    for seed in range(KILLS):
        await killed(tmp_path, seed)
        articles, wrong = await find_inconsistencies(settings)
        assert wrong == [], f"after kill {seed}"
        assert articles > 0


async def test_reload_after_a_kill_completes(
    tmp_path: Path,
) -> None:
    await killed(tmp_path, 7)
    settings = settings_in(tmp_path)
    async with open_app(settings, read_corpus=False) as app:
        over = await app.services.reload.reload()
        assert over.state in (GenerationState.LIVE, GenerationState.UNCHANGED)
        assert over.report.reason is None
    assert (await find_inconsistencies(settings))[1] == []
    raw = sqlite3.connect(settings.data / "newsbot.db")
    left = raw.execute("SELECT count(*) FROM generations WHERE state = 'staging'").fetchall()
    raw.close()
    assert left == [(0,)]
