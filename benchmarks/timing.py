"""One piece of work, timed: how long it took, what it cost, and how long the event loop was held up by it."""

import asyncio
import json
import os
import platform
import resource
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Column, Table

FIELDS = ("what", "articles", "per_s", "cpu_per_s", "memory_mb", "max_loop_block_ms", "max_loop_cpu_ms")
Row = dict[str, Any]
_BEAT_S = 0.005
"""Seldom enough to cost nothing of what is measured."""


@dataclass(slots=True)
class Blocked:
    """How long the event loop was held up, at most.

    Args:
        clock_s: By the clock, up to `_BEAT_S` too much; on a busy machine with what others were given.
        cpu_s: Processor time that this process used in all its threads from one turn of ours to the next.
    """

    clock_s: float = 0.0
    cpu_s: float = 0.0


@asynccontextmanager
async def loop_watched() -> AsyncIterator[Blocked]:
    """Yield how long the event loop was held up so far, kept up to date inside."""
    blocked = Blocked()
    watching = asyncio.create_task(_watch(blocked))
    try:
        await asyncio.sleep(0)  # its first turn
        yield blocked
        await asyncio.sleep(2 * _BEAT_S)  # what holds the loop up right now is seen at its end
    finally:
        watching.cancel()


async def _watch(blocked: Blocked) -> None:
    while True:
        clock, cpu = time.perf_counter(), time.process_time()
        await asyncio.sleep(_BEAT_S)
        blocked.clock_s = max(blocked.clock_s, time.perf_counter() - clock)
        blocked.cpu_s = max(blocked.cpu_s, time.process_time() - cpu)


async def timed(what: str, work: Callable[[], Awaitable[int]]) -> Row:
    """Return the row of one piece of work, which returns how many articles it was about."""
    async with loop_watched() as blocked:
        wall, cpu = time.perf_counter(), time.process_time()
        count = await work()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    row = {
        "what": what,
        "articles": count,
        "seconds": round(wall, 2),
        "per_s": round(count / wall, 1),
        "cpu_per_s": round(count / cpu, 1),
        "memory_mb": _memory_mb(),
        "max_loop_block_ms": round(1000 * blocked.clock_s, 1),
        "max_loop_cpu_ms": round(1000 * blocked.cpu_s, 1),
    }
    print(row, flush=True)
    return row


def _memory_mb() -> int:
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def print_table(rows: Sequence[Row]) -> None:
    """Print rows side by side."""
    table = Table(*(Column(name, overflow="fold") for name in FIELDS))
    for row in rows:
        table.add_row(*(f"{row.get(name, '')}" for name in FIELDS))
    Console().print(table)


def write_json(file: Path, rows: Sequence[Row]) -> None:
    """Write rows, and what machine they were taken on."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    file.write_text(json.dumps({"machine": machine, "rows": list(rows)}, indent=1), encoding="utf-8")
