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
Places = npt.NDArray[np.intp]

_CODE = (K1 + 1) / STEPS
_STEP = _CODE * 1.01
_ROUNDING = 1e-4
_SCAN = 40
"""Looking at every article is as quick as looking twice at one in so many."""
_BLOCK = 64
_FEW = 4_000
"""Postings up to which scoring all of them exactly is quicker than a race."""
_LOOK_UP = 12
"""Looking one article up in a list takes as long as adding up so many postings."""
_WORTH_SKIPPING = 20_000
"""Postings still to be read from which it is quicker to look up those left in the race."""
_OUTSIDE = np.float32(-1e6)


@dataclass(frozen=True, slots=True)
class Postings:
    """One term's list over all articles.

    Args:
        docs: Places, ascending, as NumPy takes them for indexing.
        codes: See `Segment`.
        peak: No code is higher.
    """

    docs: Places
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
) -> tuple[Places, Floats]:
    """Return the places and exact scores of the best articles, best first; equal ones in order of place.

    Scores leave out the part that every article gets.

    Args:
        inside: Which articles may be among them; None for all.
    """
    lists = sorted((each for each in lists if len(each[1].docs)), key=lambda each: -each[0])
    if not lists:
        return np.zeros(0, np.intp), np.zeros(0)
    if sum(len(postings.docs) for _, postings in lists) <= _FEW:
        docs, scores = _all_scores(lists, lengths, inside)
    else:
        docs = _Race(lists, lengths, limit, inside).winners()
        scores = exact_scores(docs, lists, lengths)
    if len(docs) > 4 * limit:
        near = np.flatnonzero(scores >= np.partition(scores, -limit)[-limit])
        docs, scores = docs[near], scores[near]
    order = np.lexsort((docs, -scores))[:limit]
    return docs[order], scores[order]


def _all_scores(lists: Sequence[Weighted], lengths: Lengths, inside: Bools | None) -> tuple[Places, Floats]:
    """Return every article in short lists, ascending, with its exact score."""
    docs = np.concatenate([postings.docs for _, postings in lists])
    counts = np.concatenate([postings.counts for _, postings in lists])
    weights = np.repeat([weight for weight, _ in lists], [len(postings.docs) for _, postings in lists])
    scores = weights * saturation(counts, length_norm(lengths.terms[docs], lengths.mean))
    if len(lists) > 1:
        order = docs.argsort(kind="stable")
        docs = docs[order]
        firsts = _changes(docs).nonzero()[0]
        docs, scores = docs[firsts], np.add.reduceat(scores[order], firsts)
    return (docs, scores) if inside is None else (docs[inside[docs]], scores[inside[docs]])


class _Race:
    """One race over all articles, on rounded weights."""

    def __init__(self, lists: Sequence[Weighted], lengths: Lengths, limit: int, inside: Bools | None) -> None:
        self.lists, self.lengths, self.limit, self.inside = lists, lengths, limit, inside
        self.floor = 0.0
        scale = _CODE * lengths.high
        rest, slack = [0.0], [0.0]
        for weight, postings in reversed(lists):
            rest.append(rest[-1] + weight * postings.peak * scale)
        for weight, _ in lists:
            slack.append(slack[-1] + weight * _STEP)
        self.rest = rest[::-1]
        self.slack = slack

    def winners(self) -> Places:
        """Return the articles that may be among the best, ascending."""
        buffer = _buffer(len(self.lengths.terms))
        if self.inside is not None:
            np.multiply(~self.inside, _OUTSIDE, out=buffer[: len(self.inside)])
        added: list[Places] = []
        try:
            return self._run(buffer, added)
        finally:
            if self.inside is not None or _SCAN * sum(map(len, added)) > len(buffer):
                buffer.fill(0)
            else:
                for docs in added:
                    buffer[docs] = 0

    def _run(self, buffer: Rough, added: list[Places]) -> Places:
        """Add list after list up; as soon as no article unseen can win, only for those that still may."""
        left = sum(len(postings.docs) for _, postings in self.lists)
        docs: Places | None = None
        for done, (weight, postings) in enumerate(self.lists):
            if docs is None and left > _WORTH_SKIPPING and self.rest[done] < self.floor:
                docs = np.flatnonzero(buffer >= self._least(done))
            left -= len(postings.docs)
            if docs is not None and len(docs) * _LOOK_UP < len(postings.docs):
                buffer[docs] += _looked_up(docs, weight, postings)
            else:
                np.add.at(buffer, postings.docs, _scaled(weight, postings.codes))
                added.append(postings.docs)
            if docs is not None:
                docs = self._thinned(buffer, docs, done + 1)
            elif left > _WORTH_SKIPPING:
                self._raise_floor(buffer[postings.docs], done + 1)
        return self._survivors(buffer, added) if docs is None else docs

    def _survivors(self, buffer: Rough, added: Sequence[Places]) -> Places:
        """Return the articles that may win when every list was added up, ascending."""
        done = len(self.lists)
        if _SCAN * sum(map(len, added)) > len(buffer):
            highest = _block_maxima(buffer)
            self._raise_floor(highest, done)
            return _in_blocks(buffer, highest, self._least(done))
        docs = added[0] if done == 1 else _each_once(np.concatenate(added))
        return self._thinned(buffer, docs, done)

    def _thinned(self, buffer: Rough, docs: Places, done: int) -> Places:
        values = buffer[docs]
        self._raise_floor(values, done)
        return docs[values >= self._least(done)]

    def _raise_floor(self, values: Rough, done: int) -> None:
        """Learn from sums so far, of articles each counted once, what the k-th best reaches at least."""
        values = values[values > self.floor]
        if len(values) >= self.limit:
            values.partition(len(values) - self.limit)
            least = float(values[len(values) - self.limit])
            self.floor = max(self.floor, (least - self.slack[done]) * self.lengths.low)

    def _least(self, done: int) -> float:
        """Return the sum that an article needs by now to be among the best."""
        return max((self.floor - self.rest[done]) / self.lengths.high - _ROUNDING, _ROUNDING)


def _block_maxima(values: Rough) -> Rough:
    """Return the highest of each block: every `step`-th value, so that it is taken at the speed of memory.

    The k-th highest of these is no higher than the k-th of all values.
    """
    highest: Rough = values.reshape(_BLOCK, -1).max(axis=0)
    return highest


def _in_blocks(values: Rough, highest: Rough, least: float) -> Places:
    """Return where values reach a least one, ascending."""
    blocks = np.flatnonzero(highest >= least)
    if len(blocks) * 8 > len(highest):
        return np.flatnonzero(values >= least)
    rows, columns = (values.reshape(_BLOCK, -1).take(blocks, axis=1) >= least).nonzero()
    places: Places = rows * len(highest) + blocks[columns]
    return places


def _each_once(docs: Places) -> Places:
    docs = np.sort(docs)
    once: Places = docs[_changes(docs)]
    return once


def _changes(docs: Places) -> Bools:
    """Return where a value is not the one before, the first included."""
    changes = np.ones(len(docs), np.bool_)
    np.not_equal(docs[1:], docs[:-1], out=changes[1:])
    return changes


def _looked_up(docs: Places, weight: float, postings: Postings) -> Rough:
    """Return what a term adds to each of some articles, ascending."""
    at = postings.docs.searchsorted(docs)
    return _scaled(
        weight, postings.codes.take(at, mode="clip") * (postings.docs.take(at, mode="clip") == docs)
    )


def _scaled(weight: float, codes: npt.NDArray[np.uint8]) -> Rough:
    scaled: Rough = np.multiply(codes, np.float32(weight * _CODE), dtype=np.float32)
    return scaled


def exact_scores(docs: Places, lists: Sequence[Weighted], lengths: Lengths) -> Floats:
    """Return the exact scores of some articles, the part every article gets left out."""
    lists = [each for each in lists if len(each[1].docs)]
    counts = np.empty((len(lists), len(docs)))
    for row, (_, postings) in enumerate(lists):
        at = postings.docs.searchsorted(docs)
        held = postings.docs.take(at, mode="clip") == docs
        np.multiply(postings.counts.take(at, mode="clip"), held, out=counts[row])
    norm = length_norm(lengths.terms[docs], lengths.mean)
    weights = np.array([weight for weight, _ in lists])
    scores: Floats = weights @ saturation(counts, norm)
    return scores


_local = threading.local()


def _buffer(size: int) -> Rough:
    """Return this thread's zeroed buffer, whole blocks of it; whoever writes to it clears it again."""
    size = -(-size // _BLOCK) * _BLOCK
    buffer: Rough | None = getattr(_local, "buffer", None)
    if buffer is None or len(buffer) < size:
        buffer = _local.buffer = np.zeros(size, np.float32)
    return buffer[:size]
