"""A thread that watches the event loop.

It logs where a stuck loop hangs, then exits so that the supervisor restarts the process. Where the loop is
stuck in C code that holds the interpreter, the thread can't run, and `hard_exit` exits.
"""

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

from bot.app.runtime.hard_exit import HardExit, hard_exit
from bot.app.runtime.jobs import run_in_background

log = structlog.get_logger()
HEARTBEAT_S = 0.5
WARN_AFTER_S = 10.0
"""Time without a heartbeat after which the loop counts as stuck, which is logged with its location."""
EXIT_AFTER_S = 60.0
"""Time without a heartbeat after which the loop won't recover: the process exits."""
EXIT_STUCK = 70
"""Exit code of a process with a stuck loop."""


@asynccontextmanager
async def watch_event_loop(
    record_lag: Callable[[float], None],
    *,
    warn_after_s: float = WARN_AFTER_S,
    exit_after_s: float = EXIT_AFTER_S,
    exit_process: Callable[[int], object] = os._exit,
) -> AsyncIterator[None]:
    """Watch the running event loop while the block lasts.

    Args:
        record_lag: Called at every heartbeat with its delay, in seconds.
        exit_process: Called with the exit code, from the watching thread.
    """
    watchdog = Watchdog(threading.get_ident(), warn_after_s, exit_after_s, exit_process)
    thread = threading.Thread(target=watchdog.watch, name="watchdog", daemon=True)
    stop = asyncio.Event()
    with hard_exit(EXIT_STUCK, exit_after_s, armed=exit_process is os._exit) as last_resort:
        thread.start()
        try:
            async with run_in_background(stop, _heartbeat(watchdog, last_resort, record_lag, stop)):
                yield
        finally:
            watchdog.stop.set()


async def _heartbeat(
    watchdog: "Watchdog",
    last_resort: HardExit | None,
    record_lag: Callable[[float], None],
    stop: asyncio.Event,
) -> None:
    loop = asyncio.get_running_loop()
    while not stop.is_set():
        due = loop.time() + HEARTBEAT_S
        try:
            async with asyncio.timeout(HEARTBEAT_S):
                await stop.wait()
        except TimeoutError:
            record_lag(max(loop.time() - due, 0.0))
        watchdog.beat()
        if last_resort:
            last_resort.postpone()
        sd_notify("WATCHDOG=1")


class Watchdog:
    """Logs where a loop is stuck, and exits the process when it stays stuck.

    Args:
        thread: Identity of the loop's thread.
    """

    def __init__(
        self, thread: int, warn_after_s: float, exit_after_s: float, exit_process: Callable[[int], object]
    ) -> None:
        self._thread = thread
        self._warn_after_s = warn_after_s
        self._exit_after_s = exit_after_s
        self._exit_process = exit_process
        self._last_beat = time.monotonic()
        self.stop = threading.Event()

    def beat(self) -> None:
        """Record that the loop is running."""
        self._last_beat = time.monotonic()

    def watch(self) -> None:
        """Watch until `stop`; runs in its own thread."""
        warned_at_beat = 0.0
        while not self.stop.wait(min(1.0, self._warn_after_s / 4)):
            stuck_s = time.monotonic() - self._last_beat
            if stuck_s >= self._exit_after_s:
                self._log("loop_stuck_ending", stuck_s)
                self._exit_process(EXIT_STUCK)
                return
            if stuck_s >= self._warn_after_s and warned_at_beat != self._last_beat:
                warned_at_beat = self._last_beat
                self._log("loop_stuck", stuck_s)

    def _log(self, event: str, stuck_s: float) -> None:
        log.error(event, for_s=round(stuck_s, 1), at=self._location())

    def _location(self) -> list[str]:
        """Files, lines and functions of the loop's thread, innermost last; no values."""
        frame = sys._current_frames().get(self._thread)
        stack = traceback.extract_stack(frame)[-8:] if frame else []
        return [f"{call.filename}:{call.lineno} {call.name}" for call in stack]


def sd_notify(state: str) -> None:
    """Send a state such as `READY=1` to the supervisor that set NOTIFY_SOCKET, see sd_notify(3)."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.connect("\0" + address[1:] if address.startswith("@") else address)
        channel.send(state.encode())
