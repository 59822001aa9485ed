"""Ends a process that is stuck in C code, where no Python code runs in any thread.

`faulthandler` writes the stacks, and a POSIX timer calls the C library's `_exit`: neither needs the
interpreter. `faulthandler` could exit, too, but only with code 1.
"""

import ctypes
import faulthandler
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

DUMP_AFTER_S = 1.0
"""How long the watchdog, which logs more, may be late."""
EXIT_AFTER_S = 1.25
_STANDARD_ERROR = 2
_CLOCK_MONOTONIC = 1
_SIGEV_THREAD = 2
"""Call a function in a thread when the timer expires, see sigevent(3type)."""


class _Event(ctypes.Structure):
    """`struct sigevent` of 64-bit Linux."""

    _fields_ = (
        ("value", ctypes.c_void_p),
        ("signal", ctypes.c_int),
        ("notify", ctypes.c_int),
        ("function", ctypes.c_void_p),
        ("attributes", ctypes.c_void_p),
        ("padding", ctypes.c_char * 32),
    )


class _Times(ctypes.Structure):
    """`struct itimerspec`: the interval, then the first expiration, in seconds and nanoseconds."""

    _fields_ = tuple((name, ctypes.c_long) for name in ("every_s", "every_ns", "first_s", "first_ns"))


class HardExit:
    """Exits the process with a code unless `postpone` is called in time."""

    def __init__(self, code: int, after_s: float) -> None:
        self._after_s = after_s
        self._libc = ctypes.CDLL(None)
        self._timer = _timer(self._libc, code)

    def postpone(self) -> None:
        """Start to wait again."""
        without_timer = self._timer is None
        faulthandler.dump_traceback_later(
            self._after_s + DUMP_AFTER_S, exit=without_timer, file=_STANDARD_ERROR
        )
        self._set(self._after_s + EXIT_AFTER_S)

    def cancel(self) -> None:
        """Never exit."""
        faulthandler.cancel_dump_traceback_later()
        self._set(0.0)

    def _set(self, after_s: float) -> None:
        """Set the timer; 0 stops it."""
        if self._timer is not None:
            whole, part = divmod(after_s, 1)
            times = _Times(0, 0, int(whole), int(part * 1e9))
            self._libc.timer_settime(self._timer, 0, ctypes.byref(times), None)


def _timer(libc: ctypes.CDLL, code: int) -> ctypes.c_void_p | None:
    """Return a timer that calls `_exit(code)`, not started; None where there are no such timers."""
    if not sys.platform.startswith("linux") or ctypes.sizeof(ctypes.c_void_p) != 8:
        return None
    if not hasattr(libc, "timer_create"):
        return None
    function = ctypes.cast(libc._exit, ctypes.c_void_p)
    event, timer = _Event(code, 0, _SIGEV_THREAD, function, None), ctypes.c_void_p()
    failed = libc.timer_create(_CLOCK_MONOTONIC, ctypes.byref(event), ctypes.byref(timer))
    return None if failed else timer


@contextmanager
def hard_exit(code: int, after_s: float, *, armed: bool) -> Iterator[HardExit | None]:
    """Yield what exits the process unless it is postponed in time; None unless `armed`."""
    if not armed or os.name == "nt":
        yield None
        return
    timer = HardExit(code, after_s)
    timer.postpone()
    try:
        yield timer
    finally:
        timer.cancel()
