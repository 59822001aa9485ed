"""A segment: some articles' posting lists, forward index and facts, in arrays that never change."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cached_property
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from bot.search.scoring import K1, B

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.unsignedinteger]
Keys = npt.NDArray[np.uint64]

UNDATED = np.iinfo(np.int64).min
"""`published` of an article without a date."""
STEPS = 255
"""A posting's weight is kept rounded up to a multiple of (K1 + 1) / STEPS."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Article lengths, and how far codes, rounded at other mean lengths, may be off.

    Args:
        terms: (n,) terms of each article.
        mean: Mean length now.
        high: Largest ratio of the mean now to one that codes were made at, >= 1.
        low: Smallest, <= 1.
    """

    terms: Ints
    mean: float
    high: float = 1.0
    low: float = 1.0


@dataclass(frozen=True)
class Segment:
    """Arrays over n articles, m postings, t distinct terms, w term occurrences.

    Args:
        terms: (t,) term numbers, ascending; postings of terms[i] are at offsets[i]:offsets[i + 1].
        docs: (m,) places in the segment, ascending in each term.
        counts: (m,) occurrences, unsigned, as narrow as they fit.
        codes: (m,) uint8, rounded-up weights at `mean_length`, see STEPS.
        peaks: (t,) uint8, each term's highest code.
        positions: (w,) places in the article of each occurrence, posting by posting; those of terms[i] begin
            at spots[i].
        lows: (w,) uint16, term numbers in text order, title first, without the bits in `highs`, see `tokens`;
            article i's at starts[i]:starts[i + 1].
        highs: (w,) the upper bits: a third byte does for 16 million terms.
        marks: sentence starts counted from the article's start, the title being what comes before the first;
            article i's at mark_starts[i]:mark_starts[i + 1].
        published: (n,) microseconds since 1970, UNDATED for none.
        id_bytes: Ids laid end to end; article i's at id_starts[i]:id_starts[i + 1].
        id_keys: (n,) 64 bits of each id's hash.
    """

    terms: Ints
    offsets: Longs
    spots: Longs
    docs: Ints
    counts: Counts
    codes: npt.NDArray[np.uint8]
    peaks: npt.NDArray[np.uint8]
    positions: Counts
    lows: npt.NDArray[np.uint16]
    highs: Counts
    starts: Longs
    marks: Counts
    mark_starts: Longs
    published: Longs
    sources: Ints
    samples: Bools
    id_bytes: npt.NDArray[np.uint8]
    id_starts: Longs
    id_keys: Keys
    mean_length: float

    def __len__(self) -> int:
        return len(self.published)

    def tokens(self, where: slice | Longs) -> Ints:
        """Return the term numbers at some places of the texts laid end to end."""
        return self.lows[where] | self.highs[where].astype(np.int32) << 16

    @cached_property
    def lengths(self) -> Ints:
        """Terms of each article."""
        return np.diff(self.starts).astype(np.int32)

    @cached_property
    def _by_key(self) -> tuple[Keys, Longs]:
        order = np.argsort(self.id_keys, kind="stable")
        return self.id_keys[order], order

    @cached_property
    def _ids(self) -> tuple[memoryview, memoryview]:
        return self.id_bytes.data, self.id_starts.data

    def article_id(self, at: int) -> str:
        """Return the id of an article."""
        written, starts = self._ids
        return str(written[starts[at] : starts[at + 1]], "utf-8")

    def find(self, ids: Sequence[str], keys: Keys) -> Iterator[tuple[int, int]]:
        """Yield (number in `ids`, place) of all versions of some articles.

        Args:
            keys: `id_keys` of the ids.
        """
        known, order = self._by_key
        begins, ends = np.searchsorted(known, keys), np.searchsorted(known, keys, side="right")
        for number in np.flatnonzero(ends > begins).tolist():
            for at in order[begins[number] : ends[number]].tolist():
                if self.article_id(at) == ids[number]:
                    yield number, at

    @cached_property
    def _quick(self) -> tuple[memoryview, memoryview, memoryview]:
        """`terms`, `offsets` and `peaks` for looking single values up in half of NumPy's time."""
        return self.terms.data, self.offsets.data, self.peaks.data

    def slot(self, term: int) -> int | None:
        """Return a term's number in `terms`, None when no article holds it."""
        terms, _, _ = self._quick
        size = len(terms)
        if term < size and terms[term] == term:  # usual in the oldest segment: its terms were the first
            return term
        at = bisect_left(terms, term, 0, min(term, size))
        return at if at < size and terms[at] == term else None

    def stretch(self, term: int) -> tuple[int, int, int] | None:
        """Return (begin, end, peak) of a term's postings, None when no article holds it."""
        _, offsets, highest = self._quick
        at = self.slot(term)
        return None if at is None else (offsets[at], offsets[at + 1], highest[at])

    def occurrences(self, term: int, wanted: Bools) -> tuple[Ints, Longs]:
        """Return (article, place in it) of every occurrence of a term in wanted articles, both ascending.

        Args:
            wanted: (n,) which articles.
        """
        at = self.slot(term)
        if at is None:
            return np.zeros(0, np.int32), np.zeros(0, np.int64)
        begin, end = self.offsets[at : at + 2].tolist()
        sizes = self.counts[begin:end].astype(np.int64)
        begins = np.cumsum(sizes) - sizes + int(self.spots[at])
        which = np.flatnonzero(wanted[self.docs[begin:end]])
        sizes = sizes[which]
        docs = np.repeat(self.docs[begin:end][which], sizes)
        return docs, self.positions[spread(begins[which], sizes)].astype(np.int64)


ARRAYS = tuple(each.name for each in fields(Segment) if each.name != "mean_length")
"""Names of a segment's arrays."""


def spread(begins: Longs, sizes: Longs) -> Longs:
    """Return the numbers of stretches laid end to end: begins[0], begins[0] + 1, ... of each."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    numbers: Longs = np.arange(total) + np.repeat(begins - (ends - sizes), sizes)
    return numbers


def bounds(sizes: npt.NDArray[np.integer]) -> Longs:
    """Return where stretches laid end to end begin, and where the last one ends."""
    found = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=found[1:])
    return found


def microseconds(moment: datetime | None) -> int:
    """Return a moment as microseconds since 1970, UNDATED for None."""
    if moment is None:
        return int(UNDATED)
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def id_keys(ids: Sequence[str]) -> Keys:
    """Return 64 bits of each id's hash, shape (n,)."""
    digests = b"".join(blake2b(each.encode(), digest_size=8).digest() for each in ids)
    return np.frombuffer(digests, "<u8").astype(np.uint64)


def weight_codes(counts: Counts, lengths: npt.NDArray[np.integer], mean: float) -> npt.NDArray[np.uint8]:
    """Return saturated term frequencies rounded up to uint8 codes: never below the true weight."""
    norm = (K1 * (1 - B + B / mean * lengths)).astype(np.float32)
    weights = counts / (norm + counts)
    codes = np.ceil(weights * np.float32(STEPS) + np.float32(1e-3))
    return np.asarray(np.minimum(codes, STEPS), np.uint8)


def peaks(codes: npt.NDArray[np.uint8], offsets: Longs) -> npt.NDArray[np.uint8]:
    """Return the highest code of each posting list; none is empty."""
    return np.maximum.reduceat(codes, offsets[:-1]) if len(codes) else codes[:0]


def narrow(counts: npt.NDArray[np.integer], *, least: type[np.unsignedinteger] = np.uint8) -> Counts:
    """Return counts in the smallest unsigned type, not below `least`, that holds them."""
    most = int(counts.max()) if len(counts) else 0
    return np.asarray(counts, np.promote_types(np.min_scalar_type(most), least))
