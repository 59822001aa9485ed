"""Calls the compiled code that reads texts, texts.c."""

import ctypes
import threading

import numpy as np
import numpy.typing as npt

from bot.search.index.addresses import address_of
from bot.search.index.segment import Floats, Ints, Longs
from bot.search.kernel.functions import declare

LowTokens = npt.NDArray[np.uint16]


class TextKernel:
    """The functions of texts.c.

    Args:
        functions: The library.

    Raises:
        AttributeError: It is another library.
    """

    def __init__(self, functions: ctypes.CDLL) -> None:
        self._pairs = declare(functions.newsbot_pairs, "alaalaal")
        self._count_terms = declare(functions.newsbot_count_terms, "alaalaaa")
        self._products = declare(functions.newsbot_products, "aaalal")
        self._found = threading.local()

    def pairs(
        self, tokens: LowTokens, begins: Longs, ends: Longs, table: npt.NDArray[np.uint8]
    ) -> Longs | None:
        """Return the indices of the tokens that may begin a pair, within ranges of tokens.

        Args:
            table: (65_536,) a byte per token: four bits for the pairs that it begins, four for those it ends.

        Returns:
            None if NumPy must look them up: ranges overlap, which only damaged files have.
        """
        found = self._room(len(tokens) + 2)
        size = self._pairs(
            *(address_of(tokens, np.uint16), len(tokens)),
            *(address_of(begins, np.int64), address_of(ends, np.int64), len(begins)),
            *(address_of(table, np.uint8), found.ctypes.data, len(found)),
        )
        return found[:size].astype(np.int64) if size >= 0 else None

    def _room(self, size: int) -> Ints:
        """Return this thread's array of at least a size."""
        found: Ints | None = getattr(self._found, "array", None)
        if found is None or len(found) < size:
            found = self._found.array = np.empty(size, np.int32)
        return found

    def count_terms(self, tokens: Ints, begins: Longs, lengths: Longs) -> tuple[Longs, Longs, Longs] | None:
        """Return (texts, terms, occurrences) of the distinct terms of texts, by ascending term, then text.

        Args:
            begins: Where each text begins in `tokens`.

        Returns:
            None if NumPy must count them.
        """
        rows, terms, counts = (np.empty(len(tokens), np.int64) for _ in range(3))
        size = self._count_terms(
            *(address_of(tokens, np.int32), len(tokens)),
            *(address_of(begins, np.int64), address_of(lengths, np.int64), len(begins)),
            *(rows.ctypes.data, terms.ctypes.data, counts.ctypes.data),
        )
        return (rows[:size], terms[:size], counts[:size]) if size >= 0 else None

    def products(self, terms: Longs, rows: Longs, weights: Floats, texts: int) -> Floats | None:
        """Return the sums of products of texts' weights by shared terms, zeros on the diagonal.

        Args:
            terms: Ascending.
            rows: The text of each term.
            weights: Whole numbers; no sum of their products exceeds 2^53.

        Returns:
            None for rows that no text has.
        """
        products = np.zeros((texts, texts))
        size = self._products(
            *(address_of(terms, np.int64), address_of(rows, np.int64), address_of(weights, np.float64)),
            *(len(terms), products.ctypes.data, texts),
        )
        return products if size >= 0 else None
