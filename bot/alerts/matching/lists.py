"""Lists of numbers by key: a sorted array for those known at first, a small array per key for later ones."""

from array import array

import numpy as np

from bot.alerts.matching.column import Ints, Longs, ranges


class NumberLists:
    """Lists of numbers, each under a key, which is a small integer.

    Args:
        keys, numbers: The first entries: `numbers[i]` is listed under `keys[i]`.
    """

    def __init__(self, keys: Longs, numbers: Ints) -> None:
        sizes = np.bincount(keys) if len(keys) else np.zeros(0, np.int64)
        self._offsets: Longs = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        self._numbers: Ints = numbers[np.argsort(keys, kind="stable")].astype(np.int32)
        self._added: dict[int, array[int]] = {}

    def add(self, key: int, number: int) -> None:
        """List a number under a key."""
        self._added.setdefault(key, array("i")).append(number)

    def of(self, keys: Longs) -> Ints:
        """Return the numbers listed under any of the keys, which are distinct."""
        first = keys[keys < len(self._offsets) - 1]
        begins = self._offsets[first]
        listed = [self._numbers[ranges(begins, self._offsets[first + 1] - begins)]]
        if self._added:
            listed += [np.array(self._added[key], np.int32) for key in keys.tolist() if key in self._added]
        return np.concatenate(listed)
