"""Merges segments into one without their deleted articles, chunk by chunk so that queries can run between."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from bot.search.index.array_file import Array
from bot.search.index.impacts import exceptions, max_impacts, quantize_impacts
from bot.search.index.live_docs import LivePostings, LiveSegment, chunks
from bot.search.index.packed_bits import packed_size, width_of
from bot.search.index.segment import (
    MAX_DOCS,
    Ints,
    Longs,
    Segment,
    concat_ranges,
    offsets_of,
)
from bot.search.index.sinks import MemorySink, Sink
from bot.search.index.text_merger import TextMerger

GROWTH = 8
"""A segment is merged into its left neighbour unless the neighbour is this many times larger."""
MIN_LIVE_SHARE = 2 / 3
"""A segment with a smaller share of live articles is rewritten."""
_VALUES = {
    "token_offsets": (),
    "sentence_offsets": (),
    "id_offsets": ("id_bytes",),
    "statement_offsets": ("statement_speakers", "statement_sentences"),
}
"""Arrays with several values per article, by the array of their offsets."""
_NONE = np.zeros(0, np.uint32)
_COLUMNS = ("published", "source_ids", "sample_flags", "id_hashes")
"""Arrays with one value per article."""


def choose_merge(sizes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return (first, end) of the neighbouring segments to merge now; (0, 0) for none.

    Args:
        sizes: Live and all articles of each segment.
    """
    for number, (live, total) in enumerate(sizes):
        if live < total * MIN_LIVE_SHARE:
            return number, number + 1
    for end in range(len(sizes), 1, -1):
        first, merged = end - 1, sizes[end - 1][0]
        while first and _worthwhile(sizes[first - 1][0], merged):
            first -= 1
            merged += sizes[first][0]
        if first < end - 1:
            return first, end
    return 0, 0


def _worthwhile(left: int, merged: int) -> bool:
    """Return whether a left neighbour of some live articles joins those that are merged."""
    return left < GROWTH * merged and left + merged <= MAX_DOCS


def merge_in_memory(merger: "Merger", pause: Callable[[], None]) -> Segment:
    """Return the merged segment in memory.

    Args:
        pause: Called after every chunk.
    """
    sink = MemorySink(merger.shapes())
    merger.write(sink, pause)
    values: dict[str, Any] = {**sink.arrays, **merger.facts}
    return Segment(**values)


class Merger:
    """Merges segments into one.

    Args:
        parts: In the order of their articles; at most MAX_DOCS articles are live.
    """

    def __init__(self, parts: Sequence[LiveSegment]) -> None:
        self.parts = parts
        self.lengths = np.concatenate([part.lengths for part in parts])
        self.mean_length = float(self.lengths.mean()) if self.lengths.any() else 1.0
        self.doc_bases = offsets_of(np.array([len(part.lengths) for part in parts], np.int64))
        self.terms, self.posting_counts = self._count()
        self.high_bits = width_of(int(self.terms.max(initial=0)) >> 16)
        self._texts = TextMerger(parts, self.high_bits)

    @property
    def facts(self) -> dict[str, Any]:
        """The merged segment's single values."""
        bits = {"high_bits": self.high_bits, "start_bits": self._texts.start_bits}
        return {"mean_length": self.mean_length, **bits}

    def shapes(self) -> dict[str, tuple[np.dtype[Any], int]]:
        """Return the type and length of the merged segment's arrays, as far as they are known."""
        words, sentences = int(self.lengths.sum()), self._total("sentence_offsets")
        terms, articles, postings = len(self.terms), len(self.lengths), int(self.posting_counts.sum())
        sizes = {
            "terms": terms, "max_impacts": terms,
            "posting_offsets": terms + 1,
            "docs": postings, "impacts": postings,
            "low_tokens": words, "high_tokens": packed_size(words, self.high_bits),
            "start_steps": packed_size(sentences, self._texts.start_bits),
            **dict.fromkeys(_VALUES, articles + 1),
            **{name: self._total(offsets) for offsets, names in _VALUES.items() for name in names},
            **dict.fromkeys(_COLUMNS, articles),
        }  # fmt: skip
        return {name: (self._dtype(name), size) for name, size in sizes.items()}

    def write(self, sink: Sink, pause: Callable[[], None]) -> None:
        """Write the merged segment.

        Args:
            pause: Called after every chunk.
        """
        for _ in self._write_articles(sink):
            pause()
        for _ in self._write_postings(sink):
            pause()

    def _dtype(self, name: str) -> np.dtype[Any]:
        return np.result_type(*(getattr(part.segment, name).dtype for part in self.parts))

    def _total(self, offsets_name: str) -> int:
        return sum(int(part.sizes(offsets_name).sum()) for part in self.parts)

    def _count(self) -> tuple[Ints, Longs]:
        """Return the terms of live articles, and how many postings each has."""
        ends = [int(part.segment.terms[-1]) + 1 for part in self.parts if len(part.segment.terms)]
        postings = np.zeros(max(ends, default=1), np.int64)
        for part in self.parts:
            segment = part.segment
            if part.live_docs is None:
                postings[segment.terms] += np.diff(segment.posting_offsets)
            else:
                _count_live(part, postings)
        terms = np.flatnonzero(postings)
        return terms.astype(np.int32), postings[terms]

    def _write_articles(self, sink: Sink) -> Iterator[None]:
        for name in _COLUMNS:
            sink.put(name, 0, np.concatenate([part.column(name) for part in self.parts]))
        for offsets_name, names in _VALUES.items():
            sizes = np.concatenate([part.sizes(offsets_name) for part in self.parts])
            sink.put(offsets_name, 0, offsets_of(sizes))
            for name in names:
                yield from self._write_values(sink, name, offsets_name)
        yield from self._texts.write_tokens(sink)
        yield from self._texts.write_starts(sink)

    def _write_values(self, sink: Sink, name: str, offsets_name: str) -> Iterator[None]:
        index = 0
        for part in self.parts:
            for chunk in part.values(name, offsets_name):
                sink.put(name, index, chunk)
                index += len(chunk)
                yield

    def _write_postings(self, sink: Sink) -> Iterator[None]:
        offsets = offsets_of(self.posting_counts)
        sink.put("terms", 0, self.terms)
        sink.put("posting_offsets", 0, offsets)
        exact_postings, exact_counts = [_NONE], [_NONE]
        for first, end in chunks(offsets):
            if first == end:
                continue
            low, high = int(self.terms[first]), int(self.terms[end - 1]) + 1
            docs, counts = _join([part.postings(low, high) for part in self.parts], self.doc_bases)
            lengths, begin = self.lengths[docs], int(offsets[first])
            impacts = quantize_impacts(counts, lengths, self.mean_length)
            exact = exceptions(counts, impacts, lengths, self.mean_length)
            exact_postings.append((exact + begin).astype(np.uint32))
            exact_counts.append(counts[exact].astype(np.uint32))
            sink.put("docs", begin, docs)
            sink.put("impacts", begin, impacts)
            sink.put("max_impacts", first, max_impacts(impacts, offsets[first : end + 1] - offsets[first]))
            yield
        sink.append("exact_postings", np.concatenate(exact_postings))
        sink.append("exact_counts", np.concatenate(exact_counts))


def _count_live(part: LiveSegment, postings: Longs) -> None:
    """Add the live postings of each term to an array."""
    terms = part.segment.terms
    for first, end in chunks(part.segment.posting_offsets):
        if first == end:
            continue
        live = part.postings(int(terms[first]), int(terms[end - 1]) + 1)
        postings[live.terms] += live.sizes


def _join(parts: Sequence[LivePostings], doc_bases: Longs) -> tuple[Ints, Array]:
    """Return (docs, counts) of all parts by term; a term's in the order of the parts."""
    order = np.argsort(np.concatenate([part.terms for part in parts]), kind="stable")
    sizes = np.concatenate([part.sizes for part in parts])
    docs = np.concatenate(
        [part.docs + np.int32(base) for part, base in zip(parts, doc_bases[:-1], strict=True)]
    )
    counts = np.concatenate([part.counts for part in parts])
    by_posting = concat_ranges(offsets_of(sizes)[:-1][order], sizes[order])
    return docs[by_posting], counts[by_posting]
