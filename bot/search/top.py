"""The best articles for weighted posting lists, without reading the lists of frequent terms to the end.

Rarest term first. Once the terms to come cannot lift an unseen article over the k-th best so far, they are
only looked up for the articles still in the race (MaxScore). The race is run on rounded-up one-byte weights;
the few that are left are scored exactly.

Source:
    Turtle, Flood 1995, Query Evaluation: Strategies and Optimizations.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.search.formula import K1, length_norm, saturation
from bot.search.segment import STEPS, Bools, Counts, Floats, Ints, Longs, Segment

_CODES = np.arange(256, dtype=np.float32) * np.float32((K1 + 1) / STEPS)
_STEP = (K1 + 1) / STEPS * 1.01
_ROUNDING = 1e-4


@dataclass(frozen=True, slots=True)
class Postings:
    """One term's list in one segment with what the term weighs in this query.

    Args:
        weight: idf, times whatever the term counts for, > 0.
    """

    weight: float
    docs: Ints
    counts: Counts
    codes: npt.NDArray[np.uint8]


class Race:
    """Finds the best `limit` articles of one segment after another.

    Args:
        mean_length: The corpus' mean length now; segments remember the one they were rounded at.
    """

    def __init__(self, limit: int, mean_length: float) -> None:
        self.limit = limit
        self.mean_length = mean_length
        self.places: list[Longs] = []
        self.scores: list[Floats] = []
        self._floor = 0.0

    def run(self, segment: Segment, base: int, lists: Sequence[Postings], mask: Bools | None) -> None:
        """Take in a segment's articles; those outside the mask stay out."""
        lists = sorted((each for each in lists if len(each.docs)), key=lambda each: -each.weight)
        if not lists:
            return
        docs = _Heat(self, segment, lists, mask).winners()
        scores = exact_scores(segment, docs, lists, self.mean_length)
        best = scores >= self._floor - _ROUNDING
        self.places.append(docs[best].astype(np.int64) + base)
        self.scores.append(scores[best])
        self._raise_floor()

    def result(self) -> tuple[Longs, Floats]:
        """Return the places and scores of the best, best first; equal ones in order of place."""
        if not self.places:
            return np.zeros(0, np.int64), np.zeros(0)
        places, scores = np.concatenate(self.places), np.concatenate(self.scores)
        order = np.lexsort((places, -scores))[: self.limit]
        return places[order], scores[order]

    @property
    def floor(self) -> float:
        """A score the k-th best surely reaches."""
        return self._floor

    def _raise_floor(self) -> None:
        scores = np.concatenate(self.scores)
        if len(scores) >= self.limit:
            self._floor = float(np.partition(scores, -self.limit)[-self.limit])


class _Heat:
    """The race in one segment, on rounded weights."""

    def __init__(self, race: Race, segment: Segment, lists: Sequence[Postings], mask: Bools | None) -> None:
        ratio = race.mean_length / segment.mean_length
        self.limit = race.limit
        self.floor = race.floor
        self.high, self.low = max(1.0, ratio), min(1.0, ratio)
        self.lists = lists
        self.mask = mask
        weights = np.array([each.weight for each in lists])
        most = np.array([float(each.codes.max()) for each in lists]) if len(lists) > 1 else np.full(1, 255.0)
        self.rest = np.append(np.cumsum((weights * most)[::-1])[::-1] * (K1 + 1) / STEPS * self.high, 0.0)
        self.slack = np.append(0.0, np.cumsum(weights) * _STEP)
        self.buffer = _buffer(len(segment))

    def winners(self) -> Ints:
        """Return the articles that may be among the best, ascending."""
        touched: list[Ints] = []
        try:
            return self._winners(touched)
        finally:
            for docs in touched:
                self.buffer[docs] = 0

    def _winners(self, touched: list[Ints]) -> Ints:
        done = self._fill(touched)
        docs = touched[0] if len(touched) == 1 else np.concatenate(touched)
        values = self.buffer[docs]
        docs, values = self._thinned(docs, values, done)
        if len(touched) > 1:
            docs, first = np.unique(docs, return_index=True)
            values = values[first]
        for seen, postings in enumerate(self.lists[done:], done + 1):
            values = values + _looked_up(docs, postings)
            self._raise_floor(values, seen)
            docs, values = self._thinned(docs, values, seen)
        self._raise_floor(values, len(self.lists))
        return self._thinned(docs, values, len(self.lists))[0]

    def _fill(self, touched: list[Ints]) -> int:
        """Add whole lists up until the rest can't bring in new articles; return how many were added."""
        for done, postings in enumerate(self.lists):
            if touched and self.rest[done] < self.floor:
                return done
            docs, codes = postings.docs, postings.codes
            if self.mask is not None:
                inside = self.mask[docs]
                docs, codes = docs[inside], codes[inside]
            values = (_CODES * np.float32(postings.weight))[codes]
            if touched:
                values += self.buffer[docs]
            self.buffer[docs] = values
            touched.append(docs)
            if done + 1 < len(self.lists):
                self._raise_floor(values, done + 1)
        return len(self.lists)

    def _raise_floor(self, values: npt.NDArray[np.float32], done: int) -> None:
        if len(values) >= self.limit:
            least = float(np.partition(values, -self.limit)[-self.limit])
            self.floor = max(self.floor, (least - self.slack[done]) * self.low)

    def _thinned(
        self, docs: Ints, values: npt.NDArray[np.float32], done: int
    ) -> tuple[Ints, npt.NDArray[np.float32]]:
        if not self.floor:
            return docs, values
        keep = np.flatnonzero(values >= (self.floor - self.rest[done]) / self.high - _ROUNDING)
        return docs[keep], values[keep]


def _looked_up(docs: Ints, postings: Postings) -> npt.NDArray[np.float32]:
    """Return what a term adds to each of some articles, ascending."""
    at = np.searchsorted(postings.docs, docs)
    at[at == len(postings.docs)] = 0
    codes = np.where(postings.docs[at] == docs, postings.codes[at], np.uint8(0))
    return (_CODES * np.float32(postings.weight))[codes]


def exact_scores(segment: Segment, docs: Ints, lists: Sequence[Postings], mean_length: float) -> Floats:
    """Return the exact scores of some articles of a segment, the part every article gets left out."""
    scores = np.zeros(len(docs))
    norm = length_norm(segment.lengths[docs], mean_length)
    for postings in lists:
        if len(postings.docs):
            at = np.searchsorted(postings.docs, docs)
            at[at == len(postings.docs)] = 0
            held = postings.docs[at] == docs
            counts = np.where(held, postings.counts[at], 0)
            scores += postings.weight * saturation(counts, norm)
    return scores


_local = threading.local()


def _buffer(size: int) -> npt.NDArray[np.float32]:
    """Return this thread's zeroed buffer, at least `size` long; whoever writes to it clears it again."""
    buffer: npt.NDArray[np.float32] | None = getattr(_local, "buffer", None)
    if buffer is None or len(buffer) < size:
        buffer = _local.buffer = np.zeros(max(size, 1024), np.float32)
    return buffer
