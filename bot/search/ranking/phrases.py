"""Finds terms in a row: in the forward index of the articles that contain all of them.

The texts are read once for all phrases of a search, and not through the mapping of their file, whose pages
would become this process's memory. First the lower bits of two neighbouring terms of each phrase, the rarest,
are found; then the phrase around them.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.search.index.segment import FILE_NAMES, Bools, Docs, Longs, Segment, offsets_of
from bot.search.kernel.texts import LowTokens, TextKernel

Phrase = tuple[int, ...]
"""Term numbers, at least one."""

_CHUNK = 1 << 18
"""Tokens compared at once: half a megabyte stays in a processor's cache."""
_SCAN = 10
"""Reading all articles in a row is as fast as reading one in this many."""
_FILTERS = 3
"""Rarest terms of a phrase that an article must contain to be read."""
_FEW = 6
"""Pairs up to which comparing tokens with each is faster than looking tokens up in a table."""
_GROUPS = 4
"""Groups of pairs that a table tells apart: a byte has a bit per group for either term of a pair."""
_LOW = 0xFFFF
"""The bits of a term number that `Segment.low_tokens` holds."""
_NO_DOCS = np.zeros(0, np.int64)


class _Pair(NamedTuple):
    """The lower bits of two neighbouring terms of a phrase.

    Args:
        step: Index of the first one in the phrase.
    """

    first: int
    second: int
    step: int


class _Places(NamedTuple):
    """Where some pairs may be: indices of tokens, ascending, and the lower bits of them and of the next."""

    indices: Longs
    first: LowTokens
    second: LowTokens

    def starts(self, pair: _Pair) -> Longs:
        """Return where the phrases begin that have a pair."""
        here = (self.first == pair.first) & (self.second == pair.second)
        starts: Longs = self.indices[here] - pair.step
        return starts


def phrase_docs(
    segment: Segment, phrases: Collection[Phrase], kernel: TextKernel | None = None
) -> dict[Phrase, Longs]:
    """Return the doc of every occurrence of each phrase, ascending.

    Args:
        kernel: Compares tokens; None leaves that to NumPy.
    """
    lists = {term: _docs_with(segment, term) for phrase in phrases for term in phrase}
    found: dict[Phrase, Longs] = {
        phrase: _occurrences(segment, phrase[0]) for phrase in phrases if len(phrase) == 1
    }
    pairs = {
        phrase: _rarest_pair(phrase, lists)
        for phrase in phrases
        if len(phrase) > 1 and all(len(lists[term]) for term in phrase)
    }
    if pairs:
        wanted = _docs_with_all(segment, [[lists[term] for term in set(phrase)] for phrase in pairs])
        places = _find_places(segment, wanted, [*pairs.values()], kernel)
        found |= {phrase: _docs_of(segment, phrase, places.starts(pair)) for phrase, pair in pairs.items()}
    return {phrase: found.get(phrase, _NO_DOCS) for phrase in phrases}


def _docs_with(segment: Segment, term: int) -> Docs:
    postings = segment.postings(term)
    return segment.docs[postings[0] : postings[1]] if postings else segment.docs[:0]


def _occurrences(segment: Segment, term: int) -> Longs:
    """Return the doc of every occurrence of a term, ascending."""
    if (postings := segment.postings(term)) is None:
        return _NO_DOCS
    where = slice(*postings[:2])
    return segment.docs[where].astype(np.int64).repeat(segment.counts(where))


def _rarest_pair(phrase: Phrase, lists: Mapping[int, Docs]) -> _Pair:
    sizes = [len(lists[first]) * len(lists[second]) for first, second in pairwise(phrase)]
    step = sizes.index(min(sizes))
    return _Pair(phrase[step] & _LOW, phrase[step + 1] & _LOW, step)


def _docs_with_all(segment: Segment, phrases: Collection[list[Docs]]) -> Bools:
    """Return which docs are in all lists of any phrase."""
    wanted = np.zeros(len(segment), np.bool_)
    for lists in phrases:
        wanted[_in_all(sorted(lists, key=len)[:_FILTERS], len(segment))] = True
    return wanted


def _in_all(lists: list[Docs], size: int) -> Docs:
    """Return the docs that are in every list, ascending."""
    docs = lists[0]
    for other in lists[1:]:
        mask = np.zeros(size, np.bool_)
        mask[other] = True
        docs = docs[mask[docs]]
    return docs


def _find_places(segment: Segment, wanted: Bools, pairs: list[_Pair], kernel: TextKernel | None) -> _Places:
    """Return where some pairs may be in some articles, and maybe from an article to the next."""
    all_docs = np.count_nonzero(wanted) * _SCAN > len(segment)
    docs = np.arange(len(segment)) if all_docs else np.flatnonzero(wanted)
    table = _table_of(pairs) if kernel or len(pairs) > _FEW else None
    found = [_Places(_NO_DOCS, segment.low_tokens[:0], segment.low_tokens[:0])]
    for some, copied_to in _chunks(segment, docs):
        tokens = _low_texts(segment, some)
        at = None
        if kernel and table is not None:
            read = np.flatnonzero(wanted[some])
            at = kernel.pairs(tokens, copied_to[read], copied_to[read + 1], table)
        if at is None:
            at = np.flatnonzero(_compare(tokens, pairs) if table is None else _look_up(tokens, table))
        if len(at):
            rows = copied_to.searchsorted(at, side="right") - 1
            moved = segment.token_offsets[some] - copied_to[:-1]
            found.append(_Places(at + moved[rows], tokens[at], tokens[at + 1]))
    return _Places(*map(np.concatenate, zip(*found, strict=True)))


def _chunks(segment: Segment, docs: Longs) -> Iterator[tuple[Longs, Longs]]:
    """Yield (docs, offsets of their concatenated texts) of some articles at a time."""
    offsets = offsets_of(segment.token_offsets[docs + 1] - segment.token_offsets[docs])
    firsts = offsets[:-1].searchsorted(np.arange(0, offsets[-1], _CHUNK))
    for first, end in pairwise(np.unique(np.append(firsts, len(docs))).tolist()):
        yield docs[first:end], offsets[first : end + 1] - offsets[first]


def _low_texts(segment: Segment, docs: Longs) -> LowTokens:
    """Return the lower bits of some texts, read in one piece where articles follow each other."""
    first = np.flatnonzero(np.diff(docs, prepend=-2) != 1)
    last = np.append(first[1:], len(docs)) - 1
    begins, ends = segment.token_offsets[docs[first]], segment.token_offsets[docs[last] + 1]
    if segment.reader:
        return segment.reader.read(FILE_NAMES["low_tokens"], begins, ends)
    pieces = zip(begins.tolist(), ends.tolist(), strict=True)
    return np.concatenate([segment.low_tokens[begin:end] for begin, end in pieces])


def _compare(tokens: LowTokens, pairs: Collection[_Pair]) -> Bools:
    """Return which tokens begin a pair."""
    hits = np.zeros(max(len(tokens) - 1, 0), np.bool_)
    for first, second in {pair[:2] for pair in pairs}:
        hits |= (tokens[:-1] == first) & (tokens[1:] == second)
    return hits


def _table_of(pairs: Collection[_Pair]) -> npt.NDArray[np.uint8]:
    """Return a byte per token: the groups of the pairs that it begins, and of those that it ends."""
    table = np.zeros(_LOW + 1, np.uint8)
    for number, pair in enumerate(pairs):
        table[pair.first] |= 1 << number % _GROUPS
        table[pair.second] |= 1 << number % _GROUPS + _GROUPS
    return table


def _look_up(tokens: LowTokens, table: npt.NDArray[np.uint8]) -> Bools:
    """Return which tokens may begin a pair."""
    groups = table.take(tokens)
    hits: Bools = (groups[:-1] & groups[1:] >> _GROUPS) != 0
    return hits


def _docs_of(segment: Segment, phrase: Phrase, starts: Longs) -> Longs:
    """Return the docs of the occurrences of a phrase that begin at some of the tokens `starts`."""
    docs = segment.token_offsets.searchsorted(starts, side="right") - 1
    ends = segment.token_offsets.take(docs + 1, mode="clip")
    inside = np.flatnonzero((starts >= 0) & (starts + len(phrase) <= ends))
    for step, term in enumerate(phrase):
        if not len(inside):
            break
        inside = inside[segment.tokens(starts[inside] + step) == term]
    return docs[inside]
