"""Finds terms in a row: in the forward index of the articles that contain all of them."""

from collections.abc import Iterator, Sequence

import numpy as np

from bot.search.index.segment import Docs, Longs, Segment, offsets_of

_CHUNK = 1 << 18
"""Tokens compared at once: half a megabyte stays in a processor's cache."""
_DOCS = 1_000
"""Articles copied together at once."""
_SCAN = 4
"""Reading all articles in a row is as fast as copying one in this many together."""
_LOW = 0xFFFF
"""The bits of a term number that `Segment.low_tokens` holds."""
_NO_DOCS = np.zeros(0, np.int64)


def phrase_docs(segment: Segment, phrase: Sequence[int]) -> Longs:
    """Return the doc of every occurrence of some terms in a row, ascending.

    Args:
        phrase: Term numbers, at least one.
    """
    lists: dict[int, Docs] = {}
    for term in set(phrase):
        postings = segment.postings(term)
        if postings is None:
            return _NO_DOCS
        lists[term] = segment.docs[postings[0] : postings[1]]
    rarest = min(lists, key=lambda term: len(lists[term]))
    candidates = _in_all(list(lists.values()), len(segment))
    first = phrase.index(rarest)
    docs = [_docs_of(segment, phrase, at - first) for at in _places(segment, rarest & _LOW, candidates)]
    return np.concatenate([_NO_DOCS, *docs])


def _in_all(lists: Sequence[Docs], size: int) -> Longs:
    """Return the docs that are in every list, ascending."""
    counts = np.zeros(size, np.uint16)
    for docs in lists:
        counts[docs] += 1
    return np.flatnonzero(counts == len(lists))


def _places(segment: Segment, low_token: int, docs: Longs) -> Iterator[Longs]:
    """Yield the indices of all tokens with some lower bits in some articles, and maybe in other articles."""
    offsets, token = segment.token_offsets, np.uint16(low_token)
    if len(docs) * _SCAN > len(segment):
        for begin in range(0, len(segment.low_tokens), _CHUNK):
            yield np.flatnonzero(segment.low_tokens[begin : begin + _CHUNK] == token) + begin
        return
    for index in range(0, len(docs), _DOCS):
        some = docs[index : index + _DOCS]
        begins, ends = offsets[some], offsets[some + 1]
        ranges = zip(begins.tolist(), ends.tolist(), strict=True)
        copied = np.concatenate([segment.low_tokens[begin:end] for begin, end in ranges])
        at = np.flatnonzero(copied == token)
        copied_to = offsets_of(ends - begins)
        rows = copied_to.searchsorted(at, side="right") - 1
        yield at + (begins - copied_to[:-1])[rows]


def _docs_of(segment: Segment, phrase: Sequence[int], starts: Longs) -> Longs:
    """Return the docs of the occurrences of a phrase that begin at some of the tokens `starts`."""
    for step, term in enumerate(phrase):
        low_tokens = segment.low_tokens.take(starts + step, mode="clip")
        starts = starts[low_tokens == term & _LOW]
    docs = segment.token_offsets.searchsorted(starts, side="right") - 1
    inside = (starts >= 0) & (starts + len(phrase) <= segment.token_offsets.take(docs + 1, mode="clip"))
    docs, starts = docs[inside], starts[inside]
    for step, term in enumerate(phrase):
        same = segment.tokens(starts + step) == term
        docs, starts = docs[same], starts[same]
    return docs
