"""Where a merged segment's arrays are written."""

from typing import Protocol

import numpy as np

from bot.search.index.array_file import Array, Shapes


class Sink(Protocol):
    """Where a merged segment's arrays are written."""

    def put(self, name: str, index: int, values: Array) -> None:
        """Write values into an array, from `index` on."""
        ...

    def append(self, name: str, values: Array) -> None:
        """Write a whole array whose length wasn't known before."""
        ...


class MemorySink:
    """Arrays in memory."""

    def __init__(self, shapes: Shapes) -> None:
        self.arrays: dict[str, Array] = {
            name: np.empty(size, dtype) for name, (dtype, size) in shapes.items()
        }

    def put(self, name: str, index: int, values: Array) -> None:
        """Write values into an array, from `index` on."""
        self.arrays[name][index : index + len(values)] = values

    def append(self, name: str, values: Array) -> None:
        """Write a whole array whose length wasn't known before."""
        self.arrays[name] = values
