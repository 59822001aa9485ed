"""Decides which claimed updates begin: one over which processes died runs alone, before all others.

If it is what ends the process, nothing else is in hand when that happens. If it isn't, nothing keeps it from
being answered in the process's first moments, even if the next restart follows soon.
"""

import time
from collections.abc import Callable

from bot.chats.inbox import ClaimedUpdate

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
        self._waiting: dict[int, ClaimedUpdate] = {}
        self._alone: int | None = None
        self._alone_until = 0.0

    def add(self, update: ClaimedUpdate) -> None:
        """Add an update that this process claimed."""
        self._waiting[update.id] = update

    def end(self, update_id: int) -> None:
        """Note that an update is handled."""
        if update_id == self._alone:
            self._alone = None

    def take(self) -> list[ClaimedUpdate]:
        """Return the updates that may begin now, and forget them: the worst suspect, or all without one."""
        if self._alone is not None and self._clock() < self._alone_until:
            return []
        suspect = max(self._suspects(), key=lambda update: (update.attempts, -update.id), default=None)
        if suspect is None:
            taken, self._waiting, self._alone = list(self._waiting.values()), {}, None
            return taken
        self._alone, self._alone_until = suspect.id, self._clock() + ALONE_FOR_S
        return [self._waiting.pop(suspect.id)]

    def _suspects(self) -> list[ClaimedUpdate]:
        return [update for update in self._waiting.values() if update.attempts >= SUSPECT_ATTEMPTS]
