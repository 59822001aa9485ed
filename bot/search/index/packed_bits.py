"""Small numbers packed into as few bits as the largest of them needs: 1, 2, 4, 8 or 16, or none for zeros."""

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Uints = npt.NDArray[np.unsignedinteger]
Longs = npt.NDArray[np.int64]

WIDTHS = (0, 1, 2, 4, 8, 16)
"""Bits of a packed number."""
_SHIFTS = {width: np.arange(0, 8, width, dtype=np.uint8) for width in (1, 2, 4)}
_UNPACKED = {
    width: (np.arange(256, dtype=np.uint8)[:, None] >> shifts) & np.uint8((1 << width) - 1)
    for width, shifts in _SHIFTS.items()
}
"""The numbers in every byte, the one in its lowest bits first."""


def width_of(highest: int) -> int:
    """Return the bits that numbers up to a highest one are packed into.

    Args:
        highest: Below 65,536.
    """
    return next(width for width in WIDTHS if highest < 1 << width)


def packed_size(count: int, width: int) -> int:
    """Return the bytes of some packed numbers."""
    return -(-count * width // 8)


def pack(numbers: npt.NDArray[np.integer], width: int) -> Bytes:
    """Return packed numbers; the last byte is filled up with zeros."""
    if width == 0:
        return np.zeros(0, np.uint8)
    if width >= 8:
        return numbers.astype(f"u{width // 8}").view(np.uint8)
    padded = np.zeros(packed_size(len(numbers), width) * 8 // width, np.uint8)
    padded[: len(numbers)] = numbers
    shifted = padded.reshape(-1, 8 // width) << _SHIFTS[width]
    return np.asarray(np.bitwise_or.reduce(shifted, axis=1), np.uint8)


def unpack(packed: Bytes, width: int) -> Uints:
    """Return all numbers of some whole bytes."""
    if width >= 8:
        return packed.view(f"u{width // 8}")
    return _UNPACKED[width].take(packed, axis=0).ravel()


def unpack_at(packed: Bytes, indices: Longs, width: int) -> Uints:
    """Return the numbers at some indices."""
    if width >= 8:
        return unpack(packed, width)[indices]
    per_byte = 8 // width
    return _UNPACKED[width][packed[indices // per_byte], indices % per_byte]


class Packer:
    """Packs numbers that come in chunks of any size.

    Args:
        width: Bits of a number.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._rest = np.zeros(0, np.uint16)

    def add(self, numbers: npt.NDArray[np.integer]) -> Bytes:
        """Return the next whole bytes."""
        waiting = np.concatenate([self._rest, numbers.astype(np.uint16)])
        whole = len(waiting) // 8 * 8
        self._rest = waiting[whole:]
        return pack(waiting[:whole], self._width)

    def finish(self) -> Bytes:
        """Return the last bytes."""
        return pack(self._rest, self._width)
