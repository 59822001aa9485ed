"""Calls the compiled search for the best articles, `newsbot_top_k` in top_k.c."""

import ctypes
import struct
import threading
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.search.index.addresses import AddressTable, address_of
from bot.search.index.postings import DocNumbers, PostingList
from bot.search.index.segment import Bools
from bot.search.index.snapshot import DocLengths
from bot.search.kernel.lists import ListKernel
from bot.search.kernel.texts import TextKernel
from bot.search.scoring import Floats, norm_factors

KernelList = tuple[float, int, int, int, int, int, int, int, int, int, float]
"""`list` in top_k.c: weight, term, addresses of docs, impacts and exact occurrences, numbers."""

_OF_TERM = (0, 0, 0, 0, 0, 0, 0, 0, 0.0)


class Formula(NamedTuple):
    """What BM25 computes with: see `scoring.length_norm` and `scoring.saturation`."""

    norm_per_term: float
    norm_base: float
    saturated: float


class Kernel:
    """The compiled search in one library.

    Args:
        library: A shared library built from this folder's sources.

    Raises:
        OSError: The library can't be loaded.
        AttributeError: It is another library.
    """

    def __init__(self, library: Path) -> None:
        if struct.calcsize("P") != 8:
            raise OSError("needs 64 bits")
        functions = ctypes.CDLL(str(library))
        self._call = functions.newsbot_top_k
        self._call.argtypes, self._call.restype = [ctypes.c_char_p], ctypes.c_int64
        self.lists = ListKernel(functions)
        self.texts = TextKernel(functions)
        self._results = threading.local()

    def top_k(
        self,
        addresses: AddressTable,
        lists: Sequence[KernelList],
        formula: Formula,
        lengths: DocLengths,
        *,
        limit: int,
        eligible: Bools | None,
    ) -> tuple[DocNumbers, Floats] | None:
        """Return (docs, exact scores) as `find_top_k` does; None if it must compute them itself."""
        limit = min(limit, addresses.articles)
        docs, scores, of_docs, of_scores = self._buffers(limit)
        question = _layout(len(lists)).pack(
            *(addresses.segments, addresses.lengths, addresses.of_mask(eligible)),
            *(addresses.segments_size, addresses.articles, len(lists), limit),
            *formula,
            *(lengths.low, lengths.high, of_docs, of_scores),
            *chain.from_iterable(lists),
        )
        size = self._call(question)
        return (docs[:size].copy(), scores[:size].copy()) if size >= 0 else None

    def _buffers(self, limit: int) -> "_Results":
        """Return this thread's arrays for at least `limit` results."""
        results: _Results | None = getattr(self._results, "buffers", None)
        if results is None or len(results.docs) < limit:
            docs, scores = np.zeros(limit, np.int64), np.zeros(limit)
            results = _Results(docs, scores, docs.ctypes.data, scores.ctypes.data)
            self._results.buffers = results
        return results


class _Results(NamedTuple):
    docs: DocNumbers
    scores: Floats
    of_docs: int
    of_scores: int


@cache
def _layout(lists: int) -> struct.Struct:
    """Return the layout of `question` in top_k.c; every field has 8 bytes."""
    return struct.Struct("3Q4q5d2Q" + "dq4Q4qd" * lists)


def list_of_term(weight: float, term: int) -> KernelList:
    """Return the weighted list of a term number."""
    return weight, term, *_OF_TERM


def list_of(weight: float, postings: PostingList) -> KernelList:
    """Return a weighted list; its arrays must outlive the call.

    Raises:
        ValueError: Compiled code can't read its arrays.
    """
    if postings.term is not None:
        return list_of_term(weight, postings.term)
    if not postings.size:
        return weight, -1, *_OF_TERM
    ((arrays, begin, end, doc_base),) = postings.parts
    if begin or doc_base or not len(arrays.docs) == len(arrays.impacts) == end:
        raise ValueError("a computed list must be whole")
    return (
        *(weight, -1, address_of(arrays.docs, np.int64), address_of(arrays.impacts, np.uint8)),
        *(address_of(arrays.exact_postings, np.uint32), address_of(arrays.exact_counts, np.uint32)),
        *(end, len(arrays.exact_postings), arrays.least_exact, postings.max_impact),
        norm_factors(arrays.mean_length)[0],
    )
