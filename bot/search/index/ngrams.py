"""Finds terms with similar spelling: by the character 4-grams they share, weighted by rarity.

Source:
    McNamee, Mayfield 2004, Character N-Gram Tokenization for European Language Text Retrieval.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from bot.search.index.segment import Bools, Floats, Ints, Longs, concat_ranges, offsets_of

SIZE = 4
MIN_SIMILARITY = 0.5
"""Cosine from which two terms count as similar."""
PIECE = 5_000
"""Words processed at once: larger temporary arrays would fragment the memory."""
_MAX_CACHED = 20_000
Pairs = npt.NDArray[np.uint64]
"""4-grams of words: the upper 32 bits are the gram's hash, the lower 32 the word's number."""
Grams = npt.NDArray[np.uint32]
"""Hashes of 4-grams."""
SimilarTerms = tuple[Ints, Floats]
"""Term numbers with their cosines, in (0, 1]."""
Norms = npt.NDArray[np.float16]
_NORM_ERROR, _NORM_STEP, _MAX_NORM = 2**-10, 2**-23, 60_000.0
"""Twice the errors of 16-bit floats, relative and near zero, and a number they can hold."""
_NONE: SimilarTerms = (np.zeros(0, np.int32), np.zeros(0))
_MIXERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64
)


def gram_pairs(words: Sequence[str], first: int = 0) -> Pairs:
    """Return the distinct 4-grams of words, ascending.

    A word's beginning and end count as letters. Words that are not all letters have no grams.

    Args:
        first: Number of the first word.
    """
    framed = [f"_{word}_" if word.isalpha() else "" for word in words]
    letters = np.frombuffer("".join(framed).encode("utf-32-le"), "<u4").astype(np.uint64)
    sizes = np.fromiter(map(len, framed), np.int64, len(framed))
    counts = np.maximum(sizes - SIZE + 1, 0)
    begins = concat_ranges(offsets_of(sizes)[:-1], counts)
    hashes = np.zeros(len(begins), np.uint64)
    for step, mixer in enumerate(_MIXERS):
        hashes += letters[begins + step] * mixer
    owners = np.repeat(np.arange(first, first + len(words), dtype=np.uint64), counts)
    pairs = (hashes & np.uint64(0xFFFFFFFF << 32)) | owners
    pairs.sort()
    return pairs[_changes(pairs)]


def _grams(pairs: Pairs) -> Grams:
    return (pairs >> np.uint64(32)).astype(np.uint32)


def _changes(values: Pairs) -> Bools:
    """Return where values differ from their predecessor."""
    changes = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


@dataclass(frozen=True, slots=True)
class _Block:
    """The 4-grams of a range of terms.

    Args:
        grams: Ascending; the terms with grams[i] are at offsets[i]:offsets[i + 1].
        terms: Numbers of the terms that contain each gram.
        first: Number of the first term.
        end: Number after the last term.
        norms: Total weight of each term's grams, rounded down, when the block was formed.
        drift: No gram in the block has less than this share of its weight then, 0 to 1.
    """

    grams: Grams
    offsets: Ints
    terms: Ints
    first: int
    end: int
    norms: Norms
    drift: float = 1.0

    @classmethod
    def of(cls, terms: Sequence[str], first: int, end: int) -> "_Block":
        pairs = np.empty(sum(map(len, terms[first:end])), np.uint64)  # a word has at most one gram per letter
        size = 0
        for begin in range(first, end, PIECE):
            piece = gram_pairs(terms[begin : min(begin + PIECE, end)], begin)
            pairs[size : size + len(piece)] = piece
            size += len(piece)
        pairs = pairs[:size]
        pairs.sort()
        numbers = pairs.astype(np.uint32).astype(np.int32)
        pairs >>= np.uint64(32)
        firsts = np.flatnonzero(_changes(pairs))
        offsets = np.append(firsts, size).astype(np.int32)
        return cls(pairs[firsts].astype(np.uint32), offsets, numbers, first, end, np.zeros(0, np.float16))

    def weighted(self, weights: Floats) -> "_Block":
        """Return the block with the norms that follow from its grams' weights."""
        of_postings = weights.repeat(np.diff(self.offsets))
        norms = np.bincount(self.terms - self.first, of_postings, minlength=self.end - self.first)
        low = np.clip(norms * (1 - _NORM_ERROR) - _NORM_STEP, 0, _MAX_NORM)
        return replace(self, norms=low.astype(np.float16))

    def drifted(self, grams: Grams, shares: Floats) -> "_Block":
        """Return the block now that some grams have a share of the weight they had when it was formed."""
        own = self.ranges(grams)[1] > 0
        return replace(self, drift=min(self.drift, float(shares[own].min(initial=1.0))))

    def ranges(self, grams: Grams) -> tuple[Longs, Longs]:
        """Return (begin, size) of each gram's range in `terms`."""
        if not len(self.grams):
            return np.zeros(len(grams), np.int64), np.zeros(len(grams), np.int64)
        at = np.minimum(np.searchsorted(self.grams, grams), len(self.grams) - 1)
        sizes = (self.offsets[at + 1] - self.offsets[at]) * (self.grams[at] == grams)
        return self.offsets[at].astype(np.int64), sizes.astype(np.int64)


class NgramIndex:
    """The 4-grams of a list of terms that grows at its end.

    New terms form a small block when they are first needed. Blocks merge like the digits of a binary counter,
    so that there are few blocks and each term is processed a logarithmic number of times.
    """

    def __init__(self, terms: list[str]) -> None:
        self._terms = terms
        self._blocks: tuple[_Block, ...] = ()
        self._cache: dict[str, SimilarTerms] = {}
        self._growing = threading.Lock()

    def similar(self, term: str) -> SimilarTerms:
        """Return the numbers of the other terms spelled like a term, and their cosines with it."""
        blocks = self._current_blocks()
        cache = self._cache
        similar = cache.get(term)
        if similar is None:
            if len(cache) >= _MAX_CACHED:
                cache.clear()
            similar = cache[term] = self._look_up(term, blocks)
        return similar

    def followed_by(self, terms: list[str]) -> "NgramIndex":
        """Return the index of a list that begins with all current terms; it shares what is known of them."""
        longer = NgramIndex(terms)
        longer._blocks = self._current_blocks()
        return longer

    def warm_up(self) -> None:
        """Index all current terms."""
        self._current_blocks()

    def _current_blocks(self) -> tuple[_Block, ...]:
        if self._blocks and self._blocks[-1].end == len(self._terms):
            return self._blocks
        with self._growing:
            end = len(self._terms)
            blocks = list(self._blocks)
            first = blocks[-1].end if blocks else 0
            while blocks and 2 * (end - first) > blocks[-1].end - blocks[-1].first:
                first = blocks.pop().first
            if first < end:
                self._blocks = _with(blocks, _Block.of(self._terms, first, end))
                self._cache = {}
            return self._blocks

    def _look_up(self, term: str, blocks: Sequence[_Block]) -> SimilarTerms:
        """Find candidates by the rare grams of a term, then compute their cosines."""
        grams = _grams(gram_pairs([term]))
        if not len(grams) or not blocks:
            return _NONE
        weights = _weights(grams, blocks)
        least = MIN_SIMILARITY**2 * float(weights.sum())
        rare, slack = _rarest(weights, least)
        candidates: list[Ints] = []
        for block in blocks:
            begins, sizes = block.ranges(grams[rare])
            terms = block.terms[concat_ranges(begins, sizes)] - block.first
            shared = np.bincount(terms, np.repeat(weights[rare], sizes)) + slack
            near = np.flatnonzero(shared >= least)
            norms = block.norms[near].astype(np.float32)  # the product is too large for half floats
            near = near[shared[near] ** 2 >= least * block.drift * norms]
            candidates.append((near + block.first).astype(np.int32))
        weight_of = dict(zip(grams.tolist(), weights.tolist(), strict=True))
        return self._similar_among(np.concatenate(candidates), term, weight_of, blocks)

    def _similar_among(
        self, candidates: Ints, term: str, weight_of: dict[int, float], blocks: Sequence[_Block]
    ) -> SimilarTerms:
        """Return the candidates whose cosine with a term is high enough, without the term itself.

        Args:
            weight_of: The term's grams with their weights.
        """
        pairs = gram_pairs([self._terms[number] for number in candidates.tolist()])
        grams, owners = _grams(pairs), pairs.astype(np.uint32).astype(np.int64)
        weights = _weights(grams, blocks)
        common = np.where(np.isin(grams, np.array([*weight_of], np.uint32)), weights, 0.0)
        shared = np.bincount(owners, common, minlength=len(candidates))
        total = np.bincount(owners, weights, minlength=len(candidates))
        cosines = shared / np.sqrt(total * sum(weight_of.values()))
        close = np.flatnonzero(cosines >= MIN_SIMILARITY).tolist()
        kept = [i for i in close if self._terms[candidates[i]] != term]
        return candidates[kept], cosines[kept]


def _with(blocks: Sequence[_Block], new: _Block) -> tuple[_Block, ...]:
    """Return blocks and a new one, which changes the weights of the grams in it and raises all others."""
    weights = _weights(new.grams, [*blocks, new])
    before = (_weights(new.grams, blocks[: i + 1]) for i in range(len(blocks)))
    drifted = (block.drifted(new.grams, weights / then) for block, then in zip(blocks, before, strict=True))
    return *drifted, new.weighted(weights)


def _weights(grams: Grams, blocks: Sequence[_Block]) -> Floats:
    """Return each gram's squared idf among the terms of some blocks, which are the first ones."""
    df = sum((block.ranges(grams)[1] for block in blocks), np.zeros(len(grams), np.int64))
    idf = np.log((blocks[-1].end + 1) / np.maximum(df, 1))
    return np.asarray(idf**2, np.float64)


def _rarest(weights: Floats, least: float) -> tuple[Longs, float]:
    """Return the rare grams that a term sharing weight `least` must have some of, and the others' weight."""
    order = np.argsort(weights)
    total = np.cumsum(weights[order])
    skipped = int(np.searchsorted(total, least))
    return order[skipped:], float(total[skipped - 1]) if skipped else 0.0
