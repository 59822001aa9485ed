"""A thread that watches the event loop: one that is stuck is said so, then ended and started anew."""

import asyncio
import os
import socket
import sys
import threading
import time
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import structlog

from bot.app.runtime.jobs import beside

log = structlog.get_logger()
BEAT_S = 0.5
SAY_AFTER_S = 10.0
"""A loop that did nothing for so long is said to be stuck, with where it is."""
END_AFTER_S = 60.0
"""A loop that did nothing for so long does not come back: the process ends, for its supervisor to start."""
STUCK = 70
"""Exit code of a process that ended for that."""


@asynccontextmanager
async def watched(
    lag: Callable[[float], None],
    *,
    say_after_s: float = SAY_AFTER_S,
    end_after_s: float = END_AFTER_S,
    end: Callable[[int], object] = os._exit,
) -> AsyncIterator[None]:
    """Watch the loop that runs the block.

    Args:
        lag: Told at every beat how late the loop was, in seconds.
        end: Called with the exit code from the watching thread.
    """
    watchdog = Watchdog(threading.get_ident(), say_after_s, end_after_s, end)
    thread = threading.Thread(target=watchdog.watch, name="watchdog", daemon=True)
    thread.start()
    stop = asyncio.Event()
    try:
        async with beside(stop, _beat(watchdog, lag, stop)):
            yield
    finally:
        watchdog.stop.set()


async def _beat(watchdog: "Watchdog", lag: Callable[[float], None], stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    while not stop.is_set():
        due = loop.time() + BEAT_S
        try:
            async with asyncio.timeout(BEAT_S):
                await stop.wait()
        except TimeoutError:
            lag(max(loop.time() - due, 0.0))
        watchdog.beat()
        notify("WATCHDOG=1")


class Watchdog:
    """Says where a loop is stuck, and ends the process when it stays so.

    Args:
        thread: Identity of the thread the loop runs in.
    """

    def __init__(
        self, thread: int, say_after_s: float, end_after_s: float, end: Callable[[int], object]
    ) -> None:
        self._thread = thread
        self._say_after_s = say_after_s
        self._end_after_s = end_after_s
        self._end = end
        self._beat_at = time.monotonic()
        self.stop = threading.Event()

    def beat(self) -> None:
        """Note that the loop goes round."""
        self._beat_at = time.monotonic()

    def watch(self) -> None:
        """Look until `stop`; runs in a thread of its own."""
        said_at = 0.0
        while not self.stop.wait(min(1.0, self._say_after_s / 4)):
            still_s = time.monotonic() - self._beat_at
            if still_s >= self._end_after_s:
                self._say("loop_stuck_ending", still_s)
                self._end(STUCK)
                return
            if still_s >= self._say_after_s and said_at != self._beat_at:
                said_at = self._beat_at
                self._say("loop_stuck", still_s)

    def _say(self, event: str, still_s: float) -> None:
        log.error(event, for_s=round(still_s, 1), at=self._where())

    def _where(self) -> list[str]:
        """Where the loop's thread is, innermost last: files, lines and functions, no values."""
        frame = sys._current_frames().get(self._thread)
        stack = traceback.extract_stack(frame)[-8:] if frame else []
        return [f"{each.filename}:{each.lineno} {each.name}" for each in stack]


def notify(state: str) -> None:
    """Send a state such as `READY=1` to the supervisor that set NOTIFY_SOCKET."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.connect("\0" + address[1:] if address.startswith("@") else address)
        channel.send(state.encode())
