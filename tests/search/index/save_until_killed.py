"""Processes that are killed while they apply one change log, merge, and save their index.

    python -m tests.search.index.save_until_killed FOLDER MOMENTS

One process per moment, each in a folder of its own: FOLDER/0, FOLDER/1, ... A moment is a number of file
calls (open, write, flush, fsync, truncate, rename, unlink), before the last of which the process kills itself
with SIGKILL; or "12.5ms": the kernel ends it after that much processor time, so that a busy machine makes no
difference. Whenever saving has returned, the file `saved` in the folder gets the number of the last change.
"""

import asyncio
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from bot.search import local_index
from bot.search.index import live_docs, maintenance
from bot.search.local_index import LocalIndex
from tests.search.change_log import change

CHANGES = 90
BATCH = 6
CALLS = frozenset(("open", "write", "flush", "fsync", "truncate", "replace", "rename", "unlink", "ftruncate"))


def kill_before(call: int) -> None:
    """Make this process kill itself before its n-th file call, on any thread."""
    left = call

    def count(frame: Any, event: str, called: Any) -> None:
        nonlocal left
        if event == "c_call" and called.__name__ in CALLS and "/bot/search/" in frame.f_code.co_filename:
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    threading.setprofile(count)
    sys.setprofile(count)


async def apply_and_save(folder: Path) -> None:
    """Apply the change log; write down up to which change the index is saved."""
    index = LocalIndex.open(folder / "index")
    begin = await index.applied()
    for number in range(begin + 1, CHANGES + 1, BATCH):
        await index.apply([change(n) for n in range(number, min(number + BATCH, CHANGES + 1))])
        if number % 4 == 1:
            await index.save()
            write_number(folder / "saved", await index.applied())
    await index.close()
    write_number(folder / "saved", CHANGES)


def write_number(path: Path, number: int) -> None:
    """Replace a file's content by a number, completely or not at all."""
    new = path.with_suffix(".new")
    new.write_text(str(number), encoding="ascii")
    new.replace(path)


def run_until_killed(folder: Path, moment: str) -> None:
    """Run a process in a folder until its moment comes, or it has finished."""
    folder.mkdir(exist_ok=True)
    child = os.fork()
    if child == 0:
        if moment.endswith("ms"):
            signal.setitimer(signal.ITIMER_PROF, float(moment.removesuffix("ms")) / 1_000)
        else:
            kill_before(int(moment))
        asyncio.run(apply_and_save(folder))
        os._exit(0)
    os.waitpid(child, 0)


def main() -> None:
    """Run from the command line."""
    maintenance.MIN_ON_DISK = 4
    live_docs.CHUNK_SIZE = 9
    local_index.MAX_UNSAVED_CHANGES = 10
    folder = Path(sys.argv[1])
    for number, moment in enumerate(sys.argv[2:]):
        run_until_killed(folder / str(number), moment)


if __name__ == "__main__":
    main()
