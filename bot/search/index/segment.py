"""A segment: posting lists, forward index and facts of some articles, in arrays that never change."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cached_property

import numpy as np
import numpy.typing as npt

from bot.search.index.array_file import ArrayReader
from bot.search.index.id_hashes import Hashes
from bot.search.index.impacts import (
    IMPACT_STEPS,
    Counts,
    Impacts,
    Indices,
    correct_counts,
    counts_behind,
)
from bot.search.index.packed_bits import unpack, unpack_at
from bot.search.index.patched_numbers import PatchedNumbers

Docs = npt.NDArray[np.uint16]
Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

UNDATED = np.iinfo(np.int64).min
"""`published` of an article without a date."""
DAY_US = 86_400_000_000
"""Microseconds in a day."""
MAX_DOCS = 65_536
"""Articles of a segment: docs have 16 bits."""


@dataclass(frozen=True)
class Segment:
    """Arrays over n <= MAX_DOCS articles, m postings, t distinct terms, w term occurrences.

    A doc is the number of an article in its segment. Arrays of variable length per item are concatenated, and
    a second array holds their offsets: item i is at offsets[i]:offsets[i + 1].

    Args:
        terms: (t,) term numbers, ascending.
        posting_offsets: (t + 1,) offsets of each term's postings.
        docs: (m,) uint16, docs, ascending within a term.
        impacts: (m,) uint8, weights at `mean_length`, rounded up; see `impacts.py`.
        max_impacts: (t,) uint8, each term's highest impact.
        low_tokens: (w,) uint16, lower 16 bits of the term numbers in text order, title first; see `tokens`.
        high_tokens: The upper bits, packed; two bits each are enough for 262,144 terms.
        token_offsets: (n + 1,) offsets of each article's tokens.
        start_steps: Terms from the article's first one or its previous sentence's to each sentence's, packed;
            see `sentence_starts`.
        sentence_offsets: (n + 1,) offsets of each article's sentence starts.
        statement_speakers: Numbers of who says some sentences, in the index's speaker table.
        statement_sentences: Which sentence of the article each of them says.
        statement_offsets: (n + 1,) offsets of each article's statements.
        published: (n,) microseconds since 1970, UNDATED for none.
        source_ids: (n,) numbers of the articles' sources in the index's source table.
        sample_flags: (n,) whether an article is a sample.
        id_bytes: Concatenated article ids.
        id_offsets: (n + 1,) offsets of each id.
        id_hashes: (n,) 32 bits of each id's hash.
        exact_postings: uint32, postings whose occurrences don't follow from their impacts, ascending.
        exact_counts: uint32, occurrences in these.
        far_starts: uint32, sentences whose step has more than `start_bits` bits, ascending.
        far_steps: uint32, the steps of these.
        mean_length: Mean terms of its articles when it was built.
        high_bits, start_bits: Widths of a packed number in `high_tokens` and `start_steps`; 0 for none.
        reader: Reads `low_tokens` and `high_tokens` from the file they are mapped from; None to use these.
    """

    terms: Ints
    posting_offsets: Longs
    docs: Docs
    impacts: Impacts
    max_impacts: Impacts
    low_tokens: npt.NDArray[np.uint16]
    high_tokens: npt.NDArray[np.uint8]
    token_offsets: Longs
    start_steps: npt.NDArray[np.uint8]
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
    exact_postings: Indices
    exact_counts: Indices
    far_starts: Indices
    far_steps: Indices
    mean_length: float
    high_bits: int
    start_bits: int
    reader: ArrayReader | None = None

    def __len__(self) -> int:
        return len(self.published)

    def tokens(self, where: slice | Longs) -> Ints:
        """Return the term numbers at some indices of the concatenated texts."""
        low_tokens: Ints = self.low_tokens[where].astype(np.int32)
        if not self.high_bits:
            return low_tokens
        indices = np.arange(where.start, where.stop) if isinstance(where, slice) else where
        return low_tokens | unpack_at(self.high_tokens, indices, self.high_bits).astype(np.int32) << 16

    def texts(self, docs: Longs) -> Ints:
        """Return the term numbers of some articles, one text after the other.

        They are read from the file: mapping them would make 16 pages resident for each article.
        """
        begins, ends = self.token_offsets[docs], self.token_offsets[docs + 1]
        if self.reader is None:
            return self.tokens(concat_ranges(begins, ends - begins))
        low_tokens: Ints = self.reader.read(FILE_NAMES["low_tokens"], begins, ends).astype(np.int32)
        bits = self.high_bits
        if not bits:
            return low_tokens
        first_bytes, end_bytes = begins * bits // 8, -(-ends * bits // 8)
        packed = self.reader.read(FILE_NAMES["high_tokens"], first_bytes, end_bytes)
        copied_to = offsets_of(end_bytes - first_bytes)[:-1]
        indices = concat_ranges(copied_to * 8 // bits + begins - first_bytes * 8 // bits, ends - begins)
        return low_tokens | unpack(packed, bits)[indices].astype(np.int32) << 16

    def sentence_starts(self, docs: Longs) -> tuple[Longs, Longs]:
        """Return (sentence starts of some articles, one after the other; sentences of each).

        Starts count from the article's first token; what precedes its first sentence is the title.
        """
        begins, ends = self.sentence_offsets[docs], self.sentence_offsets[docs + 1]
        sizes = ends - begins
        sums = offsets_of(self.steps.at(concat_ranges(begins, sizes)))
        return sums[1:] - sums[offsets_of(sizes)[:-1]].repeat(sizes), sizes

    @cached_property
    def steps(self) -> PatchedNumbers:
        """`start_steps` with those that are stored apart."""
        count = int(self.sentence_offsets[-1])
        return PatchedNumbers(self.start_steps, self.far_starts, self.far_steps, count, self.start_bits)

    @cached_property
    def _token_offsets(self) -> memoryview:
        return self.token_offsets.data

    def token_range(self, doc: int) -> tuple[int, int]:
        """Return where an article's tokens begin and end."""
        offsets = self._token_offsets
        return offsets[doc], offsets[doc + 1]

    @cached_property
    def lengths(self) -> Ints:
        """Terms of each article."""
        return np.diff(self.token_offsets).astype(np.int32)

    def counts(self, where: slice | Longs) -> Counts:
        """Return the occurrences in some postings, given as a range or by their indices."""
        counts = counts_behind(self.impacts[where], self.lengths[self.docs[where]], self.mean_length)
        if len(self.exact_postings):
            postings = np.arange(where.start, where.stop) if isinstance(where, slice) else where
            correct_counts(counts, postings, self)
        return counts

    @cached_property
    def least_exact(self) -> int:
        """Occurrences follow from all impacts below this one."""
        impacts = self.impacts.take(self.exact_postings, mode="clip").astype(np.int64)
        return int(impacts.min(initial=IMPACT_STEPS + 1))

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


FACTS = ("mean_length", "high_bits", "start_bits")
"""Names of a segment's single values."""
ARRAYS = tuple(field.name for field in fields(Segment) if field.name not in (*FACTS, "reader"))
"""Names of a segment's arrays."""
FILE_NAMES = dict(zip(ARRAYS, ARRAYS, strict=True)) | {
    "posting_offsets": "offsets",
    "impacts": "codes", "max_impacts": "peaks",
    "low_tokens": "lows", "high_tokens": "highs", "token_offsets": "starts",
    "sentence_offsets": "mark_starts",
    "source_ids": "sources", "sample_flags": "samples",
    "id_offsets": "id_starts", "id_hashes": "id_keys",
}  # fmt: skip
"""Names of the arrays in segment files; most are those of former formats."""


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
