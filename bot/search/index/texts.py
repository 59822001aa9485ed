"""Reads the texts of single articles from any segments, as term numbers.

They are read from the files: a mapping would make 16 pages resident for every article.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.search.index.packed_bits import unpack
from bot.search.index.segment import FILE_NAMES, Ints, Longs, Segment, concat_ranges, offsets_of

Place = tuple[Segment, int]
"""An article: its segment, and its number there."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts, one after the other.

    Args:
        tokens: (w,) term numbers.
        offsets: (n + 1,) offsets of each text.
    """

    tokens: Ints
    offsets: Longs


def read_texts(places: Sequence[Place]) -> Texts:
    """Return the texts of some articles.

    Raises:
        IndexFilesError: A file has been truncated.
    """
    begins, ends = _ranges(places)
    offsets = offsets_of(ends - begins)
    ranges = list(zip([segment for segment, _ in places], begins.tolist(), ends.tolist(), strict=True))
    lows = b"".join([_read(segment, "low_tokens", 2 * begin, 2 * end) for segment, begin, end in ranges])
    tokens: Ints = np.frombuffer(lows, np.uint16).astype(np.int32)
    for bits in {segment.high_bits for segment, _, _ in ranges} - {0}:
        chosen = np.array([segment.high_bits == bits for segment, _, _ in ranges])
        where = concat_ranges(offsets[:-1][chosen], np.diff(offsets)[chosen])
        packed = [row for row in ranges if row[0].high_bits == bits]
        tokens[where] |= _high_bits(packed, begins[chosen], ends[chosen], bits) << 16
    return Texts(tokens, offsets)


def _ranges(places: Sequence[Place]) -> tuple[Longs, Longs]:
    """Return where the tokens of some articles begin and end in their segments."""
    pairs = [segment.token_range(doc) for segment, doc in places]
    begins, ends = np.array(pairs, np.int64).reshape(-1, 2).T
    return begins, ends


def _high_bits(ranges: Sequence[tuple[Segment, int, int]], begins: Longs, ends: Longs, bits: int) -> Ints:
    """Return the upper bits of the tokens in some ranges, which are packed into the same width."""
    first_bytes, end_bytes = begins * bits // 8, -(-ends * bits // 8)
    pieces = zip(ranges, first_bytes.tolist(), end_bytes.tolist(), strict=True)
    packed = b"".join([_read(segment, "high_tokens", first, end) for (segment, _, _), first, end in pieces])
    copied_to = offsets_of(end_bytes - first_bytes)[:-1]
    indices = concat_ranges(copied_to * 8 // bits + begins - first_bytes * 8 // bits, ends - begins)
    return unpack(np.frombuffer(packed, np.uint8), bits)[indices].astype(np.int32)


def _read(segment: Segment, name: str, first_byte: int, end_byte: int) -> bytes:
    """Return a range of bytes of an array."""
    if segment.reader:
        return segment.reader.read_bytes(FILE_NAMES[name], first_byte, end_byte)
    return bytes(getattr(segment, name).view(np.uint8)[first_byte:end_byte])
