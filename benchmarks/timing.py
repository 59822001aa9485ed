"""Measures a task: how long it takes, how much processor time it uses, how long it delays the event loop."""

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
"""Long enough that watching costs nothing measurable."""


@dataclass(slots=True)
class LoopDelay:
    """The longest time for which the event loop ran nothing else.

    Args:
        clock_s: Wall-clock time, up to `_BEAT_S` too long; includes other processes' work on a busy machine.
        cpu_s: Processor time that all threads of this process used meanwhile.
    """

    clock_s: float = 0.0
    cpu_s: float = 0.0


@asynccontextmanager
async def watch_loop() -> AsyncIterator[LoopDelay]:
    """Yield the event loop's longest delay so far, updated inside the block."""
    delay = LoopDelay()
    watching = asyncio.create_task(_watch(delay))
    try:
        await asyncio.sleep(0)  # lets the watcher start
        yield delay
        await asyncio.sleep(2 * _BEAT_S)  # a delay is seen when it ends
    finally:
        watching.cancel()


async def _watch(delay: LoopDelay) -> None:
    while True:
        clock, cpu = time.perf_counter(), time.process_time()
        await asyncio.sleep(_BEAT_S)
        delay.clock_s = max(delay.clock_s, time.perf_counter() - clock)
        delay.cpu_s = max(delay.cpu_s, time.process_time() - cpu)


async def timed(what: str, work: Callable[[], Awaitable[int]]) -> Row:
    """Run a task and return its row.

    Args:
        work: Returns how many articles it processed.
    """
    async with watch_loop() as delay:
        wall, cpu = time.perf_counter(), time.process_time()
        count = await work()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    row = {
        "what": what,
        "articles": count,
        "seconds": round(wall, 2),
        "per_s": round(count / wall, 1),
        "cpu_per_s": round(count / cpu, 1),
        "memory_mb": memory_mb(),
        "max_loop_block_ms": round(1000 * delay.clock_s, 1),
        "max_loop_cpu_ms": round(1000 * delay.cpu_s, 1),
    }
    print(row, flush=True)
    return row


def memory_mb() -> int:
    """Return the resident memory of this process."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def print_table(rows: Sequence[Row], fields: Sequence[str] = FIELDS) -> None:
    """Print some fields of rows as a table."""
    table = Table(*(Column(name, overflow="fold") for name in fields))
    for row in rows:
        table.add_row(*(f"{row.get(name, '')}" for name in fields))
    Console().print(table)


def write_json(file: Path, rows: Sequence[Row]) -> None:
    """Write rows, and the machine they were measured on."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    file.write_text(json.dumps({"machine": machine, "rows": list(rows)}, indent=1), encoding="utf-8")
