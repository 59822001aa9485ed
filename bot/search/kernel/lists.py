"""Calls the compiled code that marks and counts the articles of some terms, lists.c."""

import ctypes

import numpy as np

from bot.search.index.addresses import AddressTable, address_of
from bot.search.index.postings import ComputedArrays
from bot.search.index.segment import Bools, Ints, Longs
from bot.search.kernel.functions import ADDRESS, LONG, declare
from bot.search.scoring import norm_factors


class _Computed(ctypes.Structure):
    """`computed` in lists.c."""

    _fields_ = (
        *((name, ADDRESS) for name in ("docs", "impacts", "exact_postings", "exact_counts")),
        *((name, LONG) for name in ("room", "size", "exact_size", "least_exact", "max_impact")),
    )


class ListKernel:
    """The functions of lists.c.

    Args:
        functions: The library.

    Raises:
        AttributeError: It is another library.
    """

    def __init__(self, functions: ctypes.CDLL) -> None:
        self._mark = declare(functions.newsbot_mark, "alalal", None)
        self._count = declare(functions.newsbot_count, "alalalda")
        self._compute_list = declare(functions.newsbot_compute_list, "aaldda", None)
        self._tally = declare(functions.newsbot_tally, "alaalaal")

    def mark(self, addresses: AddressTable, terms: Ints, marked: Bools) -> None:
        """Mark the articles that contain any of some terms, by doc."""
        self._mark(
            *(addresses.segments, addresses.segments_size, address_of(terms, np.int32), len(terms)),
            *(address_of(marked, np.bool_), min(len(marked), addresses.articles)),
        )

    def posting_list(
        self, addresses: AddressTable, terms: Ints, mean_length: float
    ) -> tuple[ComputedArrays, int]:
        """Return one posting list for many terms, and its highest impact.

        Every occurrence of any of the terms counts.

        Args:
            mean_length: What to compute impacts with.
        """
        per_term, base = norm_factors(mean_length)
        counts = np.zeros(addresses.articles, np.uint32)
        size = self._count(
            *(addresses.segments, addresses.segments_size, address_of(terms, np.int32), len(terms)),
            *(addresses.lengths, addresses.articles, base, counts.ctypes.data),
        )
        docs, impacts = np.empty(size, np.int64), np.empty(size, np.uint8)
        exact_postings, exact_counts = np.empty(size, np.uint32), np.empty(size, np.uint32)
        computed = _Computed(
            *(array.ctypes.data for array in (docs, impacts, exact_postings, exact_counts)), size
        )
        self._compute_list(
            *(counts.ctypes.data, addresses.lengths, addresses.articles, per_term, base),
            ctypes.addressof(computed),
        )
        read, exact = slice(computed.size), slice(computed.exact_size)
        arrays = ComputedArrays(
            *(
                docs[read],
                impacts[read],
                mean_length,
                exact_postings[exact].copy(),
                exact_counts[exact].copy(),
            ),
            computed.least_exact,
        )
        return arrays, computed.max_impact

    def tally(self, marked: Bools, columns: tuple[Ints, Ints], sizes: tuple[int, int]) -> tuple[Longs, Longs]:
        """Return how many marked articles have each number in two columns.

        Args:
            columns: (n,) numbers; only those below the size count.
        """
        first, second = (np.zeros(size, np.int64) for size in sizes)
        one, other = map(np.ascontiguousarray, columns)  # held here until the code has read them
        self._tally(
            *(address_of(marked, np.bool_), min(map(len, (marked, *columns)))),
            *(address_of(one, np.int32), first.ctypes.data, sizes[0]),
            *(address_of(other, np.int32), second.ctypes.data, sizes[1]),
        )
        return first, second
