"""The best articles for weighted posting lists, without reading the lists of frequent terms to the end.

Heaviest term first. Once the terms to come cannot lift an unseen article over the k-th best so far, they are
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

from bot.search.formula import K1, Floats, length_norm, saturation
from bot.search.segment import STEPS, Bools, Counts, Ints

Rough = npt.NDArray[np.float32]

_CODES = np.arange(256, dtype=np.float32) * np.float32((K1 + 1) / STEPS)
_STEP = (K1 + 1) / STEPS * 1.01
_ROUNDING = 1e-4
_OUTSIDE = np.float32(-1e6)


@dataclass(frozen=True, slots=True)
class Postings:
    """One term's list over all articles.

    Args:
        docs: Places, ascending.
        codes: See `Segment`.
        peak: No code is higher.
    """

    docs: Ints
    counts: Counts
    codes: npt.NDArray[np.uint8]
    peak: int = STEPS


Weighted = tuple[float, Postings]
"""A list with what its term counts for in this query: idf, times whatever else, > 0."""


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


def best(
    lists: Sequence[Weighted], lengths: Lengths, *, limit: int, inside: Bools | None = None
) -> tuple[Ints, Floats]:
    """Return the places and exact scores of the best articles, best first; equal ones in order of place.

    Scores leave out the part that every article gets.

    Args:
        inside: Which articles may be among them; None for all.
    """
    lists = sorted((each for each in lists if len(each[1].docs)), key=lambda each: -each[0])
    if not lists:
        return np.zeros(0, np.int32), np.zeros(0)
    docs = _Race(lists, lengths, limit, inside).winners()
    scores = exact_scores(docs, lists, lengths)
    if len(docs) > 4 * limit:
        near = np.flatnonzero(scores >= np.partition(scores, -limit)[-limit])
        docs, scores = docs[near], scores[near]
    order = np.lexsort((docs, -scores))[:limit]
    return docs[order], scores[order]


class _Race:
    """One race over all articles, on rounded weights."""

    def __init__(self, lists: Sequence[Weighted], lengths: Lengths, limit: int, inside: Bools | None) -> None:
        self.lists, self.lengths, self.limit, self.inside = lists, lengths, limit, inside
        self.floor = 0.0
        scale = (K1 + 1) / STEPS * lengths.high
        rest, slack = [0.0], [0.0]
        for weight, postings in reversed(lists):
            rest.append(rest[-1] + weight * postings.peak * scale)
        for weight, _ in lists:
            slack.append(slack[-1] + weight * _STEP)
        self.rest = rest[::-1]
        self.slack = slack

    def winners(self) -> Ints:
        """Return the articles that may be among the best, ascending."""
        count = len(self.lengths.terms)
        buffer = _buffer(count)
        if self.inside is not None:
            np.multiply(~self.inside, _OUTSIDE, out=buffer)
        done = self._fill(buffer)
        read = sum(len(postings.docs) for _, postings in self.lists[:done])
        try:
            docs, values = self._survivors(buffer, done, whole=read * 8 > count)
        finally:
            self._clear(buffer, done, whole=self.inside is not None or read * 16 > count)
        for seen, (weight, postings) in enumerate(self.lists[done:], done + 1):
            values = values + _looked_up(docs, weight, postings)
            self._raise_floor(values, seen)
            keep = np.flatnonzero(values >= self._least(seen))
            docs, values = docs[keep], values[keep]
        return docs

    def _fill(self, buffer: Rough) -> int:
        """Add whole lists up until the rest can't bring in new articles; return how many were added."""
        for done, (weight, postings) in enumerate(self.lists):
            if done and self.rest[done] < self.floor:
                return done
            docs = postings.docs
            values = (_CODES * np.float32(weight))[postings.codes]
            if done or self.inside is not None:
                values += buffer[docs]
            buffer[docs] = values
            if done:
                self._raise_floor(values, done + 1)
            else:
                self._first_floor(weight, postings)
        return len(self.lists)

    def _survivors(self, buffer: Rough, done: int, *, whole: bool) -> tuple[Ints, Rough]:
        """Return the articles seen that may still win, ascending, with their sums so far."""
        least = max(self._least(done), _ROUNDING)
        if whole:
            docs = np.flatnonzero(buffer >= least).astype(np.int32)
        else:
            lists = [postings.docs for _, postings in self.lists[:done]]
            docs = lists[0] if done == 1 else np.concatenate(lists)
            docs = docs[buffer[docs] >= least]
            docs = docs if done == 1 else np.unique(docs)
        values = buffer[docs]
        self._raise_floor(values, done)
        keep = values >= self._least(done)
        return docs[keep], values[keep]

    def _clear(self, buffer: Rough, done: int, *, whole: bool) -> None:
        if whole:
            buffer.fill(0)
            return
        for _, postings in self.lists[:done]:
            buffer[postings.docs] = 0

    def _first_floor(self, weight: float, postings: Postings) -> None:
        """Do as `_raise_floor` for the first list: counting codes is quicker than partitioning them."""
        if self.inside is None and len(postings.docs) >= self.limit:
            at_least = np.cumsum(np.bincount(postings.codes, minlength=STEPS + 1)[::-1])
            code = STEPS - int(np.searchsorted(at_least, self.limit))
            least = float(_CODES[code]) * weight
            self.floor = max(self.floor, (least - self.slack[1]) * self.lengths.low)

    def _raise_floor(self, values: Rough, done: int) -> None:
        """Learn from sums so far, of articles each counted once, what the k-th best reaches at least."""
        values = values[values > self.floor]
        if len(values) >= self.limit:
            least = float(np.partition(values, len(values) - self.limit)[len(values) - self.limit])
            self.floor = max(self.floor, (least - self.slack[done]) * self.lengths.low)

    def _least(self, done: int) -> float:
        """Return the sum that an article needs by now to be among the best."""
        return (self.floor - self.rest[done]) / self.lengths.high - _ROUNDING


def _looked_up(docs: Ints, weight: float, postings: Postings) -> Rough:
    """Return what a term adds to each of some articles, ascending."""
    at = postings.docs.searchsorted(docs)
    at[at == len(postings.docs)] = 0
    codes = np.where(postings.docs[at] == docs, postings.codes[at], np.uint8(0))
    return (_CODES * np.float32(weight))[codes]


def exact_scores(docs: Ints, lists: Sequence[Weighted], lengths: Lengths) -> Floats:
    """Return the exact scores of some articles, the part every article gets left out."""
    scores = np.zeros(len(docs))
    norm = length_norm(lengths.terms[docs], lengths.mean)
    for weight, postings in lists:
        at = postings.docs.searchsorted(docs)
        at[at == len(postings.docs)] = 0
        counts = np.where(postings.docs[at] == docs, postings.counts[at], 0)
        scores += weight * saturation(counts, norm)
    return scores


_local = threading.local()


def _buffer(size: int) -> Rough:
    """Return this thread's zeroed buffer; whoever writes to it clears it again."""
    buffer: Rough | None = getattr(_local, "buffer", None)
    if buffer is None or len(buffer) < size:
        buffer = _local.buffer = np.zeros(max(size, 1024), np.float32)
    return buffer[:size]
