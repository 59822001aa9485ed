"""A bounded cache of what was looked up lately, in two generations."""

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any, Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
_MISSING: Any = object()


class Recent(Generic[Key, Value]):
    """Values by key; when it is full, only those stay that are looked up before it is full again.

    Any thread may look up; two may make a value at once. The values are in plain dicts, which the garbage
    collector skips while they have only texts and numbers: it would visit each of those of a subclass.

    Args:
        limit: Keys in a generation, >= 1; at most twice as many are kept.
        make: Returns the value of a key that is not here.
    """

    def __init__(self, limit: int, make: Callable[[Key], Value]) -> None:
        self._limit = limit
        self._make = make
        self._newer: dict[Key, Value] = {}
        self._older: dict[Key, Value] = {}

    def __len__(self) -> int:
        """Return how many values are kept."""
        return len(self._newer) + len(self._older)

    def __getitem__(self, key: Key) -> Value:
        """Return the value of a key, and keep it."""
        value = self._newer.get(key, _MISSING)
        return self._kept(key) if value is _MISSING else value

    def values_of(self, keys: Sequence[Key]) -> list[Value]:
        """Return the values of keys, and keep them."""
        values: list[Any] = list(map(self._newer.get, keys, repeat(_MISSING)))
        if _MISSING not in values:
            return values
        return [self[key] if value is _MISSING else value for key, value in zip(keys, values, strict=True)]

    def _kept(self, key: Key) -> Value:
        older = self._older
        value = older[key] if key in older else self._make(key)
        if len(self._newer) >= self._limit:
            self._older, self._newer = self._newer, {}
        self._newer[key] = value
        return value
