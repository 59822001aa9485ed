"""Terms that are written alike: by the character 4-grams they share, the rare ones counting more.

Source:
    McNamee, Mayfield 2004, Character N-Gram Tokenization for European Language Text Retrieval.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.search.index.segment import Bools, Floats, Ints, Longs, bounds, spread

SIZE = 4
LEAST_ALIKE = 0.5
"""Cosine from which two terms count as written alike."""
_REMEMBERED = 20_000
PIECE = 5_000
"""Words looked at at once: more would leave holes in the memory."""
Keys = npt.NDArray[np.uint64]
Alike = tuple[Ints, Floats]
_NONE: Alike = (np.zeros(0, np.int32), np.zeros(0))
_MIXERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64
)


def gram_pairs(words: Sequence[str], first: int = 0) -> Keys:
    """Return the 4-grams of words as (32 bits of the gram's hash, number of the word), each once, ascending.

    A word's beginning and end count as letters. Words with anything but letters have no grams.

    Args:
        first: Number of the first word.
    """
    framed = [f"_{word}_" if word.isalpha() else "" for word in words]
    letters = np.frombuffer("".join(framed).encode("utf-32-le"), "<u4").astype(np.uint64)
    sizes = np.fromiter(map(len, framed), np.int64, len(framed))
    counts = np.maximum(sizes - SIZE + 1, 0)
    begins = spread(bounds(sizes)[:-1], counts)
    hashes = np.zeros(len(begins), np.uint64)
    for step, mixer in enumerate(_MIXERS):
        hashes += letters[begins + step] * mixer
    owners = np.repeat(np.arange(first, first + len(words), dtype=np.uint64), counts)
    pairs = (hashes & np.uint64(0xFFFFFFFF << 32)) | owners
    pairs.sort()
    return pairs[_changes(pairs)]


def _changes(values: Keys) -> Bools:
    """Return where values differ from the one before."""
    found = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


@dataclass(frozen=True, slots=True)
class _Block:
    """The 4-grams of a stretch of the terms.

    Args:
        keys: Hashes of the grams, ascending; those of keys[i] are at offsets[i]:offsets[i + 1].
        terms: Numbers of the terms holding each gram.
        end: Number after its last term.
    """

    keys: npt.NDArray[np.uint32]
    offsets: Ints
    terms: Ints
    first: int
    end: int

    @classmethod
    def of(cls, terms: Sequence[str], first: int, end: int) -> "_Block":
        pairs = np.empty(sum(map(len, terms[first:end])), np.uint64)  # no word has more grams than letters
        size = 0
        for at in range(first, end, PIECE):
            piece = gram_pairs(terms[at : min(at + PIECE, end)], at)
            pairs[size : size + len(piece)] = piece
            size += len(piece)
        pairs = pairs[:size]
        pairs.sort()
        numbers = pairs.astype(np.uint32).astype(np.int32)
        pairs >>= np.uint64(32)
        firsts = np.flatnonzero(_changes(pairs))
        offsets = np.append(firsts, size).astype(np.int32)
        return cls(pairs[firsts].astype(np.uint32), offsets, numbers, first, end)

    def stretches(self, keys: npt.NDArray[np.uint32]) -> tuple[Longs, Longs]:
        """Return where each gram's terms begin, and how many there are."""
        if not len(self.keys):
            return np.zeros(len(keys), np.int64), np.zeros(len(keys), np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        sizes = (self.offsets[at + 1] - self.offsets[at]) * (self.keys[at] == keys)
        return self.offsets[at].astype(np.int64), sizes.astype(np.int64)


class NgramIndex:
    """The 4-grams of a list of terms that grows at its end.

    New terms make a small block of their own when first asked for; blocks grow together as a binary counter's
    digits do, so that there are few, and each term is looked at only so often.
    """

    def __init__(self, terms: list[str]) -> None:
        self._terms = terms
        self._blocks: tuple[_Block, ...] = ()
        self._known: dict[str, Alike] = {}
        self._growing = threading.Lock()

    def alike(self, term: str) -> Alike:
        """Return the numbers of the other terms written like one, and their cosines with it."""
        blocks = self._grown()
        known = self._known
        found = known.get(term)
        if found is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            found = known[term] = self._looked_up(term, blocks)
        return found

    def get_ready(self) -> None:
        """Take in all terms there are."""
        self._grown()

    def _grown(self) -> tuple[_Block, ...]:
        if self._blocks and self._blocks[-1].end == len(self._terms):
            return self._blocks
        with self._growing:
            end = len(self._terms)
            blocks = list(self._blocks)
            first = blocks[-1].end if blocks else 0
            while blocks and 2 * (end - first) > blocks[-1].end - blocks[-1].first:
                first = blocks.pop().first
            if first < end:
                self._blocks = (*blocks, _Block.of(self._terms, first, end))
                self._known = {}
            return self._blocks

    def _looked_up(self, term: str, blocks: Sequence[_Block]) -> Alike:
        keys = (gram_pairs([term]) >> np.uint64(32)).astype(np.uint32)
        if not len(keys) or not blocks:
            return _NONE
        worth = self._worth(keys, blocks)
        least = LEAST_ALIKE**2 * float(worth.sum())
        numbers: list[Ints] = []
        rare, slack = _rarest(worth, least)
        for block in blocks:
            begins, sizes = block.stretches(keys[rare])
            sums = np.bincount(
                block.terms[spread(begins, sizes)] - block.first, np.repeat(worth[rare], sizes)
            )
            numbers.append((np.flatnonzero(sums >= least - slack) + block.first).astype(np.int32))
        return self._close(
            term, np.concatenate(numbers), dict(zip(keys.tolist(), worth.tolist(), strict=True)), blocks
        )

    def _close(self, term: str, numbers: Ints, asked: dict[int, float], blocks: Sequence[_Block]) -> Alike:
        """Return those of the terms sharing much whose cosine is high enough, the term itself left out."""
        pairs = gram_pairs([self._terms[number] for number in numbers.tolist()])
        keys, owners = (pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32).astype(np.int64)
        worth = self._worth(keys, blocks)
        common = np.where(np.isin(keys, np.array([*asked], np.uint32)), worth, 0.0)
        shared, sizes = (np.bincount(owners, each, minlength=len(numbers)) for each in (common, worth))
        cosines = shared / np.sqrt(sizes * sum(asked.values()))
        kept = [i for i in np.flatnonzero(cosines >= LEAST_ALIKE).tolist() if self._terms[numbers[i]] != term]
        return numbers[kept], cosines[kept]

    def _worth(self, keys: npt.NDArray[np.uint32], blocks: Sequence[_Block]) -> Floats:
        """Return each gram's squared idf among the terms."""
        holding = sum((block.stretches(keys)[1] for block in blocks), np.zeros(len(keys), np.int64))
        idf = np.log((len(self._terms) + 1) / np.maximum(holding, 1))
        return np.asarray(idf**2, np.float64)


def _rarest(worth: Floats, least: float) -> tuple[Longs, float]:
    """Return grams of which a term that shares at least so much holds some, and what the others are worth."""
    order = np.argsort(worth)
    total = np.cumsum(worth[order])
    skipped = int(np.searchsorted(total, least))
    return order[skipped:], float(total[skipped - 1]) if skipped else 0.0
