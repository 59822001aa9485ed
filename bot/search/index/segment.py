"""A segment: posting lists, forward index and facts of some articles, in arrays that never change."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cached_property
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from bot.search.scoring import length_norm

Docs = npt.NDArray[np.uint16]
Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.unsignedinteger]
Hashes = npt.NDArray[np.uint64]
Impacts = npt.NDArray[np.uint8]

UNDATED = np.iinfo(np.int64).min
"""`published` of an article without a date."""
DAY_US = 86_400_000_000
"""Microseconds in a day."""
IMPACT_STEPS = 255
"""Impacts are multiples of (K1 + 1) / IMPACT_STEPS."""
MAX_DOCS = 65_536
"""Articles of a segment: docs have 16 bits."""


@dataclass(frozen=True, slots=True)
class DocLengths:
    """Article lengths, and how far impacts may be off: segments compute them with their own mean length.

    Args:
        terms: (n,) terms of each article.
        mean: Mean length now.
        high: Largest ratio of the mean now to a segment's mean, >= 1.
        low: Smallest ratio, <= 1.
    """

    terms: Ints
    mean: float
    high: float = 1.0
    low: float = 1.0


@dataclass(frozen=True)
class Segment:
    """Arrays over n <= MAX_DOCS articles, m postings, t distinct terms, w term occurrences.

    A doc is the number of an article in its segment. Arrays of variable length per item are concatenated, and
    a second array holds their offsets: item i is at offsets[i]:offsets[i + 1].

    Args:
        terms: (t,) term numbers, ascending.
        posting_offsets: (t + 1,) offsets of each term's postings.
        docs: (m,) uint16, docs, ascending within a term.
        counts: (m,) occurrences, in the smallest unsigned type that holds them.
        impacts: (m,) uint8, weights at `mean_length`, rounded up; see `IMPACT_STEPS`.
        max_impacts: (t,) uint8, each term's highest impact.
        low_tokens: (w,) uint16, lower 16 bits of the term numbers in text order, title first; see `tokens`.
        high_tokens: (w,) the upper bits: one byte is enough for 16 million terms.
        token_offsets: (n + 1,) offsets of each article's tokens.
        sentence_starts: Sentence starts, counted from the article's first token; what precedes the first
            sentence is the title.
        sentence_offsets: (n + 1,) offsets of each article's sentence starts.
        statement_speakers: Numbers of who says some sentences, in the index's speaker table.
        statement_sentences: Which sentence of the article each of them says.
        statement_offsets: (n + 1,) offsets of each article's statements.
        published: (n,) microseconds since 1970, UNDATED for none.
        source_ids: (n,) numbers of the articles' sources in the index's source table.
        sample_flags: (n,) whether an article is a sample.
        id_bytes: Concatenated article ids.
        id_offsets: (n + 1,) offsets of each id.
        id_hashes: (n,) 64 bits of each id's hash.
    """

    terms: Ints
    posting_offsets: Longs
    docs: Docs
    counts: Counts
    impacts: Impacts
    max_impacts: Impacts
    low_tokens: npt.NDArray[np.uint16]
    high_tokens: Counts
    token_offsets: Longs
    sentence_starts: Counts
    sentence_offsets: Longs
    statement_speakers: Ints
    statement_sentences: Counts
    statement_offsets: Longs
    published: Longs
    source_ids: Ints
    sample_flags: Bools
    id_bytes: npt.NDArray[np.uint8]
    id_offsets: Longs
    id_hashes: Hashes
    mean_length: float

    def __len__(self) -> int:
        return len(self.published)

    def tokens(self, where: slice | Longs) -> Ints:
        """Return the term numbers at some indices of the concatenated texts."""
        return self.low_tokens[where] | self.high_tokens[where].astype(np.int32) << 16

    @cached_property
    def lengths(self) -> Ints:
        """Terms of each article."""
        return np.diff(self.token_offsets).astype(np.int32)

    def token_range(self, doc: int) -> tuple[int, int]:
        """Return (begin, end) of an article's tokens."""
        begin, end = self.token_offsets[doc : doc + 2].tolist()
        return begin, end

    @cached_property
    def _by_hash(self) -> tuple[Hashes, Longs]:
        order = np.argsort(self.id_hashes, kind="stable")
        return self.id_hashes[order], order

    @cached_property
    def _id_views(self) -> tuple[memoryview, memoryview]:
        return self.id_bytes.data, self.id_offsets.data

    def article_id(self, doc: int) -> str:
        """Return the id of an article."""
        id_bytes, offsets = self._id_views
        return str(id_bytes[offsets[doc] : offsets[doc + 1]], "utf-8")

    def find(self, ids: Sequence[str], hashes: Hashes) -> Iterator[tuple[int, int]]:
        """Yield (index in `ids`, doc) of all versions of some articles.

        Args:
            hashes: `hash_ids(ids)`.
        """
        known, order = self._by_hash
        begins, ends = np.searchsorted(known, hashes), np.searchsorted(known, hashes, side="right")
        for index in np.flatnonzero(ends > begins).tolist():
            for doc in order[begins[index] : ends[index]].tolist():
                if self.article_id(doc) == ids[index]:
                    yield index, doc

    @cached_property
    def _term_views(self) -> tuple[memoryview, memoryview, memoryview]:
        """`terms`, `posting_offsets`, `max_impacts`: a memoryview reads one value in half of NumPy's time."""
        return self.terms.data, self.posting_offsets.data, self.max_impacts.data

    def slot(self, term: int) -> int | None:
        """Return a term's index in `terms`, None when no article contains it."""
        terms, _, _ = self._term_views
        size = len(terms)
        if term < size and terms[term] == term:  # usual in the oldest segment: its terms were numbered first
            return term
        slot = bisect_left(terms, term, 0, min(term, size))
        return slot if slot < size and terms[slot] == term else None

    def postings(self, term: int) -> tuple[int, int, int] | None:
        """Return (begin, end, highest impact) of a term's postings, None when no article contains it."""
        _, offsets, max_impacts = self._term_views
        slot = self.slot(term)
        return None if slot is None else (offsets[slot], offsets[slot + 1], max_impacts[slot])


ARRAYS = tuple(field.name for field in fields(Segment) if field.name != "mean_length")
"""Names of a segment's arrays."""
FILE_NAMES = dict(zip(ARRAYS, ARRAYS, strict=True)) | {
    "posting_offsets": "offsets",
    "impacts": "codes", "max_impacts": "peaks",
    "low_tokens": "lows", "high_tokens": "highs", "token_offsets": "starts",
    "sentence_starts": "marks", "sentence_offsets": "mark_starts",
    "source_ids": "sources", "sample_flags": "samples",
    "id_offsets": "id_starts", "id_hashes": "id_keys",
}  # fmt: skip
"""Names of the arrays in segment files, which keep those of format 3."""


def concat_ranges(begins: Longs, sizes: Longs) -> Longs:
    """Return concatenated ranges of whole numbers, given where each begins and how many it has."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    numbers: Longs = np.arange(total) + np.repeat(begins - (ends - sizes), sizes)
    return numbers


def offsets_of(sizes: npt.NDArray[np.integer]) -> Longs:
    """Return the offsets of concatenated items of some sizes, shape (len(sizes) + 1,)."""
    offsets = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=offsets[1:])
    return offsets


def microseconds(moment: datetime | None) -> int:
    """Return a moment as microseconds since 1970, UNDATED for None."""
    if moment is None:
        return int(UNDATED)
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def hash_ids(ids: Sequence[str]) -> Hashes:
    """Return 64 bits of each id's hash, shape (n,)."""
    digests = b"".join(blake2b(article_id.encode(), digest_size=8).digest() for article_id in ids)
    return np.frombuffer(digests, "<u8").astype(np.uint64)


def quantize_impacts(counts: Counts, lengths: npt.NDArray[np.integer], mean_length: float) -> Impacts:
    """Return weights rounded up to multiples of (K1 + 1) / IMPACT_STEPS: never below the exact weight."""
    norm = length_norm(lengths, mean_length).astype(
        np.float32
    )  # half the time of float64; 1e-3 covers the error
    weights = counts / (norm + counts)
    impacts = np.ceil(weights * np.float32(IMPACT_STEPS) + np.float32(1e-3))
    return np.asarray(np.minimum(impacts, IMPACT_STEPS), np.uint8)


def max_impacts(impacts: Impacts, offsets: Longs) -> Impacts:
    """Return the highest impact of each posting list; no list is empty."""
    return np.maximum.reduceat(impacts, offsets[:-1]) if len(impacts) else impacts[:0]


def as_smallest_uint(
    counts: npt.NDArray[np.integer], *, least: type[np.unsignedinteger] = np.uint8
) -> Counts:
    """Return counts in the smallest unsigned type, not below `least`, that holds them."""
    highest = int(counts.max()) if len(counts) else 0
    return np.asarray(counts, np.promote_types(np.min_scalar_type(highest), least))
