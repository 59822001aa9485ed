"""The event loop, kept free for whoever asks while much is done beside it."""

import asyncio
import ctypes
import gc
import sys
from datetime import timedelta

TURN_S = 0.001
"""How long a thread computes before another gets its turn.

At Python's own .005 the event loop waits so long for each thread that reads, analyses or indexes: on a busy
machine up to 150 ms for two of them, 40 ms at this.
"""


def keep_loop_free() -> None:
    """Let threads take shorter turns, and leave what was made so far out of later garbage collections.

    A full collection looks at every object and stops all threads for it: a tenth of a second, again and again
    while articles come in, for modules, tables and the open house, which stay until the program ends.
    """
    sys.setswitchinterval(TURN_S)
    gc.collect()
    gc.freeze()
    gc.collect()  # or the next full one would wait for a quarter as much garbage as is kept here, 25 MB


HEAPS = 2
GIVE_BACK_EVERY = timedelta(minutes=1)
_M_ARENA_MAX = -8
"""glibc's number for `mallopt`, see mallopt(3)."""


def use_few_heaps() -> None:
    """Have all threads share two heaps; to be called before there are any.

    glibc makes eight heaps a core, and gives back little of what is freed in one: of 100 MB in them, 25 were
    free after three minutes of 150 people asking, and more each minute; with two heaps it was 6 MB of 80.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:  # other C libraries do without
        mallopt(_M_ARENA_MAX, HEAPS)


async def give_back() -> None:
    """Give the system what is free between what is in use: some milliseconds, beside the event loop."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        await asyncio.to_thread(trim, 0)
