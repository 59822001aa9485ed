"""Where a snapshot's arrays are in memory, for compiled code that reads them."""

import ctypes
import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.search.index.segment import Bools, Ints, Segment
from bot.search.scoring import norm_factors

_ROW = struct.Struct("7Q5qd")
"""`segment` in kernel/top_k.c: seven addresses and six numbers."""


class AddressTable:
    """The addresses of a snapshot's arrays, which it keeps alive.

    Args:
        segments: With the number of each one's first article.
        lengths: Terms of each article, by doc.
        live_docs: Which articles are live, None for all.

    Raises:
        ValueError: An array can't be read by compiled code.
    """

    def __init__(
        self, segments: Sequence[tuple[Segment, int]], lengths: Ints, live_docs: Bools | None
    ) -> None:
        self._kept = [segment for segment, _ in segments], lengths
        self._live_docs = live_docs
        self._rows = ctypes.create_string_buffer(b"".join(_row(*segment) for segment in segments))
        self.segments, self.segments_size = ctypes.addressof(self._rows), len(segments)
        self.lengths, self.articles = address_of(lengths, np.int32), len(lengths)
        self._of_live_docs = self._of(live_docs)

    def of_mask(self, docs: Bools | None) -> int:
        """Return where a mask over all articles begins, 0 for none.

        Raises:
            ValueError: It can't be read by compiled code.
        """
        return self._of_live_docs if docs is self._live_docs else self._of(docs)

    def _of(self, docs: Bools | None) -> int:
        if docs is None:
            return 0
        if len(docs) != self.articles:
            raise ValueError(f"a mask of {len(docs)} for {self.articles} articles")
        return address_of(docs, np.bool_)


def _row(segment: Segment, doc_base: int) -> bytes:
    return _ROW.pack(
        address_of(segment.terms, np.int32),
        address_of(segment.posting_offsets, np.int64),
        address_of(segment.max_impacts, np.uint8),
        address_of(segment.docs, np.uint16),
        address_of(segment.impacts, np.uint8),
        address_of(segment.exact_postings, np.uint32),
        address_of(segment.exact_counts, np.uint32),
        min(len(segment.terms), len(segment.posting_offsets) - 1, len(segment.max_impacts)),
        min(len(segment.docs), len(segment.impacts)),
        min(len(segment.exact_postings), len(segment.exact_counts)),
        segment.least_exact,
        doc_base,
        norm_factors(segment.mean_length)[0],
    )


def address_of(values: npt.NDArray[Any], dtype: npt.DTypeLike) -> int:
    """Return where an array begins.

    Raises:
        ValueError: It has another type, or isn't in one piece, aligned, in this machine's byte order.
    """
    flags = values.flags
    if values.dtype != dtype or not (flags.c_contiguous and flags.aligned and values.dtype.isnative):
        raise ValueError(f"compiled code can't read this array of {values.dtype}")
    return values.ctypes.data
