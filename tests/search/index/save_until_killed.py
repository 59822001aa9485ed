"""Processes to be killed: each takes in the same change log, merging and keeping its index as it goes.

    python -m tests.search.index.save_until_killed FOLDER MOMENTS

One process a moment, each in a folder of its own: FOLDER/0, FOLDER/1, ... A moment is a number of file calls
(open, write, flush, fsync, truncate, rename, unlink) before the last of which the process kills itself
with SIGKILL, or "12.5ms": the kernel ends it after so much processor time, whatever it does, so that a busy
machine changes nothing. The file `told` in each folder gets the number of the last change every time keeping
the index has returned.
"""

import asyncio
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from bot.search import local_index as index
from bot.search.index import live_docs as living
from bot.search.index import maintenance as upkeep
from bot.search.local_index import NewsIndex
from tests.search.changing import change

CHANGES = 90
BATCH = 6
CALLS = frozenset(("open", "write", "flush", "fsync", "truncate", "replace", "rename", "unlink", "ftruncate"))


def kill_before(call: int) -> None:
    """Have this process kill itself before its n-th file call, on whatever thread that is."""
    left = call

    def count(frame: Any, event: str, called: Any) -> None:
        nonlocal left
        if event == "c_call" and called.__name__ in CALLS and "/bot/search/" in frame.f_code.co_filename:
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    threading.setprofile(count)
    sys.setprofile(count)


async def live(folder: Path) -> None:
    """Take in the change log; note every time it is kept up to where."""
    kept = NewsIndex.open(folder / "index")
    begin = await kept.applied()
    for number in range(begin + 1, CHANGES + 1, BATCH):
        await kept.apply([change(n) for n in range(number, min(number + BATCH, CHANGES + 1))])
        if number % 4 == 1:
            await kept.save()
            note(folder / "told", await kept.applied())
    await kept.close()
    note(folder / "told", CHANGES)


def note(path: Path, number: int) -> None:
    """Have a number stand in a file, whole or not at all."""
    fresh = path.with_suffix(".new")
    fresh.write_text(str(number), encoding="ascii")
    fresh.replace(path)


def killed(folder: Path, moment: str) -> None:
    """Let one process live in a folder until its moment comes, or it is through."""
    folder.mkdir(exist_ok=True)
    child = os.fork()
    if child == 0:
        if moment.endswith("ms"):
            signal.setitimer(signal.ITIMER_PROF, float(moment.removesuffix("ms")) / 1_000)
        else:
            kill_before(int(moment))
        asyncio.run(live(folder))
        os._exit(0)
    os.waitpid(child, 0)


def main() -> None:
    """Run from the command line."""
    upkeep.ON_DISK = 4
    living.PIECE = 9
    index.UNKEPT_CHANGES = 10
    folder = Path(sys.argv[1])
    for number, moment in enumerate(sys.argv[2:]):
        killed(folder / str(number), moment)


if __name__ == "__main__":
    main()
