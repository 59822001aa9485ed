"""Index files: those of earlier versions open, unusable ones are replaced."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange
from tests.search.change_log import assert_exact, change, replay

SAVED_BY_0_1_0 = Path(__file__).parents[2] / "data" / "v0.1.0" / "index"
"""Changes 1 to 42 of the change log, the last of which deletes an article, in format 3."""


def log(end: int) -> list[IndexChange]:
    return [change(number) for number in range(1, end + 1)]


async def saved(folder: Path, changes: list[IndexChange], store_id: str = "") -> Path:
    index = LocalIndex.open(folder, store_id=store_id)
    await index.apply(changes)
    await index.close()
    return folder


async def applied(folder: Path, store_id: str = "") -> int:
    """Return the last change of the index that opens."""
    index = LocalIndex.open(folder, store_id=store_id)
    try:
        return await index.applied()
    finally:
        await index.close()


@pytest.mark.skipif(np.dtype(np.intp).itemsize != 8, reason="written on a 64-bit machine")
async def test_index_written_by_version_0_1_0_is_rebuilt(tmp_path: Path) -> None:
    folder = shutil.copytree(SAVED_BY_0_1_0, tmp_path / "index")
    assert await applied(folder) == 0  # its terms are other ones
    await saved(folder, log(80))
    reopened = LocalIndex.open(folder)
    assert_exact(reopened.snapshot, replay(log(80)))
    await reopened.close()


async def test_index_of_another_store_is_not_opened(tmp_path: Path) -> None:
    await saved(tmp_path, log(5), store_id="a")
    assert await applied(tmp_path, store_id="a") == 5
    assert await applied(tmp_path, store_id="b") == 0


@pytest.mark.parametrize("name", ["generation", "terms.txt", "surfaces.txt", "sources.txt"])
async def test_index_with_a_truncated_file_starts_empty(tmp_path: Path, name: str) -> None:
    file = await saved(tmp_path, log(30)) / name
    file.write_bytes(file.read_bytes()[:-1])
    assert await applied(tmp_path) == 0
    await saved(tmp_path, log(30))
    assert await applied(tmp_path) == 30


async def test_second_process_reads_but_does_not_write(tmp_path: Path) -> None:
    await saved(tmp_path, log(5))
    first, second = LocalIndex.open(tmp_path), LocalIndex.open(tmp_path)
    await second.apply([change(6)])
    await second.close()
    await first.close()
    assert await applied(tmp_path) == 5
