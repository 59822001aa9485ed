"""Decides which claimed updates begin: one over which processes died runs alone, before all others.

If it is what ends the process, nothing else is in hand when that happens. If it isn't, nothing keeps it from
being answered in the process's first moments, even if the next restart follows soon.
"""

import time
from collections.abc import Callable

SUSPECT_ATTEMPTS = 3
"""Attempts after which an update runs alone."""
MAX_ATTEMPTS = 10
"""Attempts after which an update is given up; each restart would end over it again."""
ALONE_FOR_S = 2.0
"""How long the others wait for an update that runs alone: it may wait for Telegram's flood control."""


class Turns:
    """Claimed updates that haven't begun, in the order of their claims.

    Args:
        clock: Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: dict[int, int] = {}  # attempts by update id
        self._alone: int | None = None
        self._alone_until = 0.0

    def add(self, update_id: int, attempts: int) -> None:
        """Add an update that this process claimed."""
        self._waiting[update_id] = attempts

    def end(self, update_id: int) -> None:
        """Note that an update is handled."""
        if update_id == self._alone:
            self._alone = None

    def take(self) -> list[int]:
        """Return the updates that may begin now, and forget them: the worst suspect, or all without one."""
        if self._alone is not None and self._clock() < self._alone_until:
            return []
        self._alone = max(self._suspects(), key=lambda number: (self._waiting[number], -number), default=None)
        taken = list(self._waiting) if self._alone is None else [self._alone]
        self._alone_until = self._clock() + ALONE_FOR_S
        for number in taken:
            del self._waiting[number]
        return taken

    def _suspects(self) -> list[int]:
        return [number for number, attempts in self._waiting.items() if attempts >= SUSPECT_ATTEMPTS]
