"""A process has a name of its own; its freed memory is reused or returned, where the C library allows it."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from bot.app.runtime.process import MALLOC_ARENAS, NAME_FILE, process_name
from tests.profiles import PATIENCE_S

PROGRAM = """
import ctypes, sys, threading
from bot.app.runtime.process import limit_malloc_arenas
if sys.argv[1] == "few":
    limit_malloc_arenas()
together = threading.Barrier(8)
kept = []
def work():
    together.wait()
    kept.append([bytes(2_000) for _ in range(1_000)])
threads = [threading.Thread(target=work) for _ in range(8)]
for each in threads: each.start()
for each in threads: each.join()
c = ctypes.CDLL(None)
c.malloc_info(0, ctypes.c_void_p.in_dll(c, "stdout"))
c.fflush(None)
"""

FREED = """
import asyncio
from pathlib import Path
from bot.app.runtime.process import trim_heap
def held_mb():
    return int(Path("/proc/self/statm").read_text().split()[1]) >> 8
many = [bytes(3_000) for _ in range(20_000)]
many = many[::100]
before = held_mb()
asyncio.run(trim_heap())
print(before - held_mb())
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="the C library is not glibc")
def test_threads_share_two_heaps() -> None:
    heaps = {
        how: subprocess.run(
            [sys.executable, "-c", PROGRAM, how],
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE_S,
        ).stdout.count("<heap nr=")
        for how in ("few", "many")
    }
    assert heaps["few"] <= MALLOC_ARENAS < heaps["many"]


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="the C library is not glibc")
def test_free_memory_between_used_blocks_is_returned() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FREED], capture_output=True, text=True, check=True, timeout=PATIENCE_S
    )
    assert int(done.stdout) > 20


def test_name_of_a_process_belongs_to_its_data_folder(tmp_path: Path) -> None:
    first = process_name(tmp_path / "a")
    assert process_name(tmp_path / "b") != first
    (tmp_path / "a").rename(tmp_path / "moved")
    assert process_name(tmp_path / "moved") == first
    (tmp_path / "moved" / NAME_FILE).write_text("", encoding="ascii")
    assert len(process_name(tmp_path / "moved")) == len(first) == 16
