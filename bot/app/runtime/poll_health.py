"""How polling is doing: what Telegram refuses for a while, and when to give up."""

import time
from collections.abc import Callable

REFUSED_PATIENCE_S = 300.0
"""How long Telegram may refuse the token (401, 404): it has such minutes."""
CONFLICT_PATIENCE_S = 60.0
"""How long another program may poll with the same token (409): a restart overlaps for a while."""
CALM_S = 45.0
"""A conflict or a refusal is over after this long without another; the library polls again within 40 s."""


class PollHealth:
    """The state of polling.

    Args:
        clock: Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._refused_since = self._refused_at = float("-inf")
        self._conflict_since = self._conflict_at = float("-inf")
        self.problem = ""
        """What is wrong now, for health checks; "" after a poll that worked."""
        self.stopping = False

    def worked(self) -> None:
        """Record a poll that worked."""
        self.problem = ""
        self._refused_since = self._refused_at = float("-inf")

    def refused(self, answer: str) -> None:
        """Record that Telegram refused the token."""
        now = self._clock()
        self.problem = f"Telegram refuses the token ({answer})"
        if now - self._refused_at > CALM_S:
            self._refused_since = now
        self._refused_at = now

    def conflicted(self) -> None:
        """Record that another program polls."""
        now = self._clock()
        self.problem = "another program polls with this token (409 Conflict)"
        if now - self._conflict_at > CALM_S:
            self._conflict_since = now
        self._conflict_at = now

    def verdict(self) -> str:
        """Return why polling is impossible, "" while it isn't."""
        if self._conflict_at - self._conflict_since >= CONFLICT_PATIENCE_S:
            return "Another program polls with this token (409 Conflict). Stop it first."
        refused_s = self._refused_at - self._refused_since
        if refused_s >= REFUSED_PATIENCE_S:
            return (
                f"{self.problem or 'Telegram refuses the token'} for {refused_s / 60:.0f} minutes. "
                "Check NEWSBOT_TELEGRAM_TOKEN with @BotFather."
            )
        return ""
