"""Segments laid end to end as one, the dead left out; piece by piece, so that queries get their turn."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import numpy as np

from bot.search.index.array_file import Array, Shapes
from bot.search.index.live_docs import LiveDocs, LiveSegment, pieces
from bot.search.index.segment import Bools, Ints, Longs, Segment, bounds, peaks, spread, weight_codes

GROWTH = 8
"""A segment is merged into the one before it unless that is so many times larger."""
LEAST_ALIVE = 2 / 3
"""A segment with fewer of its articles alive is written anew."""
_FLAT = {"starts": ("lows", "highs"), "mark_starts": ("marks",), "id_starts": ("id_bytes",)}
"""Where articles' stretches begin, and the arrays laid end to end so."""
_FACTS = ("published", "sources", "samples", "id_keys")


class Sink(Protocol):
    """Where a merged segment's arrays go."""

    def put(self, name: str, at: int, values: Array) -> None:
        """Write values into an array from place `at` on."""
        ...


class Memory:
    """Arrays in memory, filled piece by piece."""

    def __init__(self, shapes: Shapes) -> None:
        self.arrays: dict[str, Array] = {
            name: np.empty(size, dtype) for name, (dtype, size) in shapes.items()
        }

    def put(self, name: str, at: int, values: Array) -> None:
        """Write values into an array from place `at` on."""
        self.arrays[name][at : at + len(values)] = values


def worth_merging(sizes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return which neighbouring segments (from, to before) should become one now; (0, 0) for none.

    Args:
        sizes: Living and all articles of each segment.
    """
    for number, (living, every) in enumerate(sizes):
        if living < every * LEAST_ALIVE:
            return number, number + 1
    count, total = 1, sizes[-1][0] if sizes else 0
    while count < len(sizes) and sizes[-count - 1][0] < GROWTH * total:
        total += sizes[-count - 1][0]
        count += 1
    return (len(sizes) - count, len(sizes)) if count > 1 else (0, 0)


def merged(segments: Sequence[Segment], alive: Sequence[Bools | None]) -> Segment:
    """Return one segment in memory of the live articles of several, order kept."""
    plan = Merger([LiveSegment(segment, keep) for segment, keep in zip(segments, alive, strict=True)])
    memory = Memory(plan.shapes())
    for _ in plan.write(memory):
        pass
    return Segment(**memory.arrays, mean_length=plan.mean_length)


class Merger:
    """Makes one segment of several, order kept.

    Args:
        parts: Segments in the order of their articles.
    """

    def __init__(self, parts: Sequence[LiveSegment]) -> None:
        self.parts = parts
        self.lengths = np.concatenate([part.lengths for part in parts])
        self.mean_length = float(self.lengths.mean()) if self.lengths.any() else 1.0
        self.bases = bounds(np.array([len(part.lengths) for part in parts], np.int64))
        self.terms, self.sizes, self.spread = self._counted()

    def shapes(self) -> dict[str, tuple[np.dtype[Any], int]]:
        """Return the type and the length of every array of the merged segment."""
        words = int(self.lengths.sum())
        articles, postings = len(self.lengths), int(self.sizes.sum())
        sizes = {
            "terms": len(self.terms), "peaks": len(self.terms),
            "offsets": len(self.terms) + 1, "spots": len(self.terms) + 1,
            "docs": postings, "counts": postings, "codes": postings, "positions": words,
            **dict.fromkeys(_FLAT, articles + 1),
            **{values: self._total(starts) for starts, flat in _FLAT.items() for values in flat},
            **dict.fromkeys(_FACTS, articles),
        }  # fmt: skip
        return {name: (self._type(name), size) for name, size in sizes.items()}

    def write(self, sink: Sink) -> Iterator[None]:
        """Write the merged segment; yields after every piece."""
        for name in _FACTS:
            sink.put(name, 0, np.concatenate([part.column(name) for part in self.parts]))
        for starts, flat in _FLAT.items():
            sizes = np.concatenate([part.stretches(starts) for part in self.parts])
            sink.put(starts, 0, bounds(sizes))
            for values in flat:
                yield from self._write_flat(sink, values, starts)
        sink.put("terms", 0, self.terms)
        sink.put("offsets", 0, bounds(self.sizes))
        sink.put("spots", 0, bounds(self.spread))
        yield from self._write_lists(sink)

    def _type(self, name: str) -> np.dtype[Any]:
        return np.result_type(*(getattr(part.segment, name).dtype for part in self.parts))

    def _total(self, starts: str) -> int:
        return sum(int(part.stretches(starts).sum()) for part in self.parts)

    def _counted(self) -> tuple[Ints, Longs, Longs]:
        """Return the terms left, and how many postings and occurrences each has."""
        most = 1 + max(
            (int(part.segment.terms[-1]) for part in self.parts if len(part.segment.terms)), default=0
        )
        postings, occurrences = np.zeros(most, np.int64), np.zeros(most, np.int64)
        for part in self.parts:
            segment = part.segment
            if part.alive is None:
                postings[segment.terms] += np.diff(segment.offsets)
                occurrences[segment.terms] += np.diff(segment.spots)
                continue
            for first, last in pieces(segment.offsets):
                if first == last:
                    continue
                found = part.lists(int(segment.terms[first]), int(segment.terms[last - 1]) + 1)
                postings[found.terms] += found.sizes
                if len(found.docs):
                    begins = bounds(found.sizes)[:-1]
                    occurrences[found.terms] += np.add.reduceat(found.counts, begins, dtype=np.int64)
        terms = np.flatnonzero(postings)
        return terms.astype(np.int32), postings[terms], occurrences[terms]

    def _write_flat(self, sink: Sink, values: str, starts: str) -> Iterator[None]:
        at = 0
        for part in self.parts:
            for piece in part.flat(values, starts):
                sink.put(values, at, piece)
                at += len(piece)
                yield

    def _write_lists(self, sink: Sink) -> Iterator[None]:
        offsets, spots = bounds(self.sizes), bounds(self.spread)
        for first, last in pieces(spots):
            if first == last:
                continue
            low, high = int(self.terms[first]), int(self.terms[last - 1]) + 1
            found = [part.lists(low, high) for part in self.parts]
            terms = self.terms[first:last]
            docs, counts, positions = _joined(found, terms, self.bases)
            codes = weight_codes(counts, self.lengths[docs], self.mean_length)
            for name, piece in (("docs", docs), ("counts", counts), ("codes", codes)):
                sink.put(name, int(offsets[first]), piece)
            sink.put("positions", int(spots[first]), positions)
            sink.put("peaks", first, peaks(codes, offsets[first : last + 1] - offsets[first]))
            yield


def _joined(found: Sequence[LiveDocs], terms: Ints, bases: Longs) -> tuple[Ints, Array, Array]:
    """Return the postings of all parts in the order of terms, a term's in the order of parts."""
    order = np.argsort(np.concatenate([each.terms for each in found]), kind="stable")
    sizes = np.concatenate([each.sizes for each in found])
    held = np.concatenate([_sums(each.counts, each.sizes) for each in found])
    docs = np.concatenate([each.docs + np.int32(base) for each, base in zip(found, bases[:-1], strict=True)])
    counts = np.concatenate([each.counts for each in found])
    positions = np.concatenate([each.positions for each in found])
    moved = spread(bounds(sizes)[:-1][order], sizes[order])
    return docs[moved], counts[moved], positions[spread(bounds(held)[:-1][order], held[order])]


def _sums(values: Array, sizes: Longs) -> Longs:
    return np.add.reduceat(values, bounds(sizes)[:-1], dtype=np.int64) if len(values) else sizes


def pausing(steps: Iterator[None], pause: Callable[[], None]) -> None:
    """Take all steps, pausing after each."""
    for _ in steps:
        pause()
