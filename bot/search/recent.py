"""A bounded cache that is as quick as a dict: what was looked up lately, in two generations."""

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(dict[Key, Value]):
    """Values by key; when it is full, only those stay that are looked up before it is full again.

    Any thread may look up; two may make a value at once.

    Args:
        limit: Keys in a generation, >= 1; at most twice as many are kept.
        make: Returns the value of a key that is not here.
    """

    def __init__(self, limit: int, make: Callable[[Key], Value]) -> None:
        super().__init__()
        self._limit = limit
        self._make = make
        self._older: dict[Key, Value] = {}

    def __missing__(self, key: Key) -> Value:
        """Return the value of a key that was not looked up lately, and keep it."""
        older = self._older
        value = older[key] if key in older else self._make(key)
        if len(self) >= self._limit:
            self._older = self.copy()
            self.clear()
        self[key] = value
        return value
