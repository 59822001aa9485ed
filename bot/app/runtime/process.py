"""Settings of the process: short thread turns, quiet garbage collection, few heaps."""

import asyncio
import ctypes
import gc
import re
import secrets
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

SWITCH_INTERVAL_S = 0.001
"""How long a thread runs before another may.

At Python's default of 0.005 s the event loop waits that long for each thread that reads, analyses or indexes:
up to 150 ms for two of them on a busy machine, 40 ms with this value.
"""
NAME_FILE = "process-name"
MALLOC_ARENAS = 2
TRIM_EVERY = timedelta(minutes=1)
_M_ARENA_MAX = -8
"""Number of the option in glibc's malloc.h, see mallopt(3)."""


def keep_loop_responsive() -> None:
    """Shorten the turns of threads, and exclude all objects that exist now from garbage collection.

    A full collection visits every object and stops all threads, for about 0.1 s, again and again while
    articles come in; most objects are modules, tables and the app, which live until the program ends.
    """
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    gc.unfreeze()  # of what was imported, 2 MB are garbage: every dataclass with slots is made twice
    gc.collect()
    gc.freeze()
    gc.collect()  # else the next full collection waits for garbage of a quarter of what is frozen, 25 MB


def process_name(data: Path) -> str:
    """Return a random name, kept in the data folder: each process has its own, and keeps it.

    Without a folder that can be written, it is another after each start.
    """
    file = data / NAME_FILE
    name = file.read_text(encoding="ascii", errors="replace").strip() if file.exists() else ""
    if not re.fullmatch(r"[0-9a-f]{16}", name):
        name = secrets.token_hex(8)
        with suppress(OSError):
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
            file.write_text(name, encoding="ascii")
    return name


def limit_malloc_arenas() -> None:
    """Let all threads share two malloc arenas; call this before any thread starts.

    glibc creates eight arenas per core, and returns little of what is freed in them: of 100 MB, 25 MB were
    free after three minutes of 150 people asking, and more every minute; with two arenas, 6 MB of 80 MB.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:  # only glibc has it
        mallopt(_M_ARENA_MAX, MALLOC_ARENAS)


async def trim_heap() -> None:
    """Return free memory to the system; takes some milliseconds, in a thread."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        await asyncio.to_thread(trim, 0)
