"""Ports that can be killed before or after any call that leaves a trace outside the process."""

from typing import Any


class Killed(BaseException):
    """The process was killed; no code of the program may catch this."""


class KillSwitch:
    """Counts the points where a kill makes a difference, and kills at the one it is set to."""

    def __init__(self) -> None:
        self.calls_left: int | None = None

    def count(self) -> None:
        """Pass one such point.

        Raises:
            Killed: It is the one.
        """
        if self.calls_left is None:
            return
        self.calls_left -= 1
        if self.calls_left < 0:
            raise Killed


class KillablePort:
    """A port whose calls can be killed before they start or right after they end.

    Each method of a store is one transaction, so a kill at any other moment makes no difference.
    """

    def __init__(self, port: Any, switch: KillSwitch) -> None:
        self._port = port
        self._switch = switch

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._port, name)

        async def call(*arguments: Any, **options: Any) -> Any:
            self._switch.count()
            result = await method(*arguments, **options)
            self._switch.count()
            return result

        return call
