"""Ports that die: the program killed before or after any step that leaves a trace outside of it."""

from typing import Any


class Killed(BaseException):
    """The program is no more; nothing of it may catch this."""


class Fuse:
    """Counts the moments at which a kill makes a difference, and kills at the one it was set to."""

    def __init__(self) -> None:
        self.left: int | None = None

    def burn(self) -> None:
        """Pass one such moment."""
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            raise Killed


class Mortal:
    """A port each call of which may be the last: killed before it did its work, or right after.

    Every method of a store is one transaction, so these are all the moments that differ.
    """

    def __init__(self, port: Any, fuse: Fuse) -> None:
        self._port = port
        self._fuse = fuse

    def __getattr__(self, name: str) -> Any:
        work = getattr(self._port, name)

        async def mortal(*what: Any, **how: Any) -> Any:
            self._fuse.burn()
            done = await work(*what, **how)
            self._fuse.burn()
            return done

        return mortal
