"""Threads share two heaps of the C library's, where it has a word in that."""

import ctypes
import subprocess
import sys

import pytest

from bot.app.memory import HEAPS

PROGRAM = """
import ctypes, sys, threading
from bot.app.memory import use_few_heaps
if sys.argv[1] == "few":
    use_few_heaps()
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


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="the C library is not glibc")
def test_many_threads_share_two_heaps() -> None:
    heaps = {
        how: subprocess.run(
            [sys.executable, "-c", PROGRAM, how], capture_output=True, text=True, check=True, timeout=60
        ).stdout.count("<heap nr=")
        for how in ("few", "many")
    }
    assert heaps["few"] <= HEAPS < heaps["many"]
