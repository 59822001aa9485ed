"""A growable array of numbers."""

from collections.abc import Sequence
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
S = TypeVar("S", bound=np.generic)


class Column(Generic[S]):
    """An array that numbers are appended to."""

    def __init__(self, values: npt.NDArray[S]) -> None:
        self._buffer = values
        self._size = len(values)

    def __len__(self) -> int:
        return self._size

    @property
    def values(self) -> npt.NDArray[S]:
        """All values, as a view."""
        return self._buffer[: self._size]

    def extend(self, values: Sequence[int]) -> None:
        """Append numbers."""
        size = self._size + len(values)
        if size > len(self._buffer):
            grown = np.zeros(max(size, 2 * len(self._buffer), 64), self._buffer.dtype)
            grown[: self._size] = self.values
            self._buffer = grown
        self._buffer[self._size : size] = values
        self._size = size


def ranges(begins: Longs, sizes: Longs) -> Longs:
    """Return begins[0], begins[0] + 1, ... for sizes[0] numbers, then the same for the next range."""
    ends = np.cumsum(sizes)
    steps = np.arange(ends[-1] if len(ends) else 0)
    numbers: Longs = steps + np.repeat(begins - (ends - sizes), sizes)
    return numbers
