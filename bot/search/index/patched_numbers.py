"""Numbers in few bits each; those that need more are stored apart.

Source:
    Zukowski, Héman, Nes, Boncz 2006, Super-Scalar RAM-CPU Cache Compression: patched frame of reference.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.search.index.packed_bits import WIDTHS, Bytes, Longs, pack, packed_size, unpack, unpack_at

Numbers = npt.NDArray[np.integer]
Uint32s = npt.NDArray[np.uint32]

_CLASS_ENDS = np.array([1 << width for width in WIDTHS], np.int64)
_LARGE_BYTES = 8
"""Of a number stored apart, with its index."""


@dataclass(frozen=True, slots=True)
class PatchedNumbers:
    """Numbers from `least` to `least` + 2**32 - 1.

    Args:
        packed: The lowest `width` bits of every number less `least`, as `pack` returns them.
        places: Indices of the numbers that have more bits, ascending.
        excess: These numbers, less `least`.
        count: How many numbers there are.
    """

    packed: Bytes
    places: Uint32s
    excess: Uint32s
    count: int
    width: int
    least: int = 0

    @classmethod
    def of(cls, numbers: Numbers, *, least: int | None = None) -> "PatchedNumbers":
        """Return numbers in as few bytes as some width allows.

        Args:
            least: No number is lower; None for the lowest.
        """
        if least is None:
            least = int(numbers.min()) if len(numbers) else 0
        above = numbers.astype(np.int64) - least
        width = best_width(width_counts(above))
        places, excess = large_numbers(above, width)
        return cls(pack(low_bits(above, width), width), places, excess, len(above), width, least)

    def all(self) -> Longs:
        """Return all numbers, shape (count,)."""
        if self.width:
            numbers = unpack(self.packed, self.width)[: self.count].astype(np.int64)
        else:
            numbers = np.zeros(self.count, np.int64)
        numbers[self.places] = self.excess
        numbers += self.least
        return numbers

    def range(self, where: slice) -> Longs:
        """Return the numbers of a range with a start and a stop."""
        return self.at(np.arange(where.start, where.stop))

    def at(self, indices: Longs) -> Longs:
        """Return the numbers at some indices."""
        if self.width:
            numbers = unpack_at(self.packed, indices, self.width).astype(np.int64)
        else:
            numbers = np.zeros(len(indices), np.int64)
        patch(numbers, indices, self.places, self.excess)
        numbers += self.least
        return numbers


def patch(numbers: Numbers, indices: Numbers, places: Uint32s, originals: Uint32s) -> None:
    """Set those of some numbers that are stored apart.

    Args:
        indices: Of the numbers, in any order.
        places: Indices of those stored apart, ascending.
        originals: Those numbers.
    """
    if len(places):
        indices = indices.astype(places.dtype)  # with two types, all would be converted
        at = places.searchsorted(indices)
        listed = places.take(at, mode="clip") == indices
        numbers[listed] = originals[at[listed]]


def width_counts(numbers: Longs) -> Longs:
    """Return how many numbers, >= 0, need each of the widths of `packed_bits`, or more than all."""
    classes = np.searchsorted(_CLASS_ENDS, numbers, side="right")
    return np.bincount(classes, minlength=len(WIDTHS) + 1)


def best_width(counts: Longs) -> int:
    """Return the width with which numbers take the fewest bytes, given their `width_counts`."""
    total = int(counts.sum())
    larger = [int(counts[index + 1 :].sum()) for index in range(len(WIDTHS))]
    sizes = [
        packed_size(total, width) + _LARGE_BYTES * count for width, count in zip(WIDTHS, larger, strict=True)
    ]
    return WIDTHS[sizes.index(min(sizes))]


def low_bits(numbers: Longs, width: int) -> Longs:
    """Return the lowest bits of numbers, which fit into a width."""
    return numbers & ((1 << width) - 1)


def large_numbers(numbers: Longs, width: int) -> tuple[Uint32s, Uint32s]:
    """Return (indices, numbers) of those that don't fit into a width."""
    places = np.flatnonzero(numbers >> width)
    return places.astype(np.uint32), numbers[places].astype(np.uint32)
