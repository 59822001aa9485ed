"""Articles as analysed, and the segment that is made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from bot.search.index.segment import (
    Ints,
    Longs,
    Segment,
    bounds,
    id_keys,
    microseconds,
    narrow,
    peaks,
    weight_codes,
)


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """One article as analysed, before it is put into a segment.

    Args:
        title: Term numbers of the title.
        sentences: Term numbers of each sentence of the body.
        source: Number of its outlets, author and host among the index's `sources`.
    """

    article_id: str
    title: Sequence[int]
    sentences: Sequence[Sequence[int]]
    source: int = 0
    published_at: datetime | None = None
    sample: bool = False


def build(entries: Sequence[IndexedArticle]) -> Segment:
    """Return a segment of analysed articles."""
    flat: list[int] = []
    starts, marks, mark_starts = [0], [], [0]
    for entry in entries:
        begin = len(flat)
        flat += entry.title
        for sentence in entry.sentences:
            marks.append(len(flat) - begin)
            flat += sentence
        starts.append(len(flat))
        mark_starts.append(len(marks))
    tokens, begins = np.array(flat, np.int32), np.array(starts, np.int64)
    lengths = np.diff(begins)
    mean = float(lengths.mean()) if flat else 1.0
    arrays = _inverted(tokens, begins)
    ids = [entry.article_id.encode() for entry in entries]
    codes = weight_codes(arrays["counts"], lengths[arrays["docs"]], mean)
    return Segment(
        **arrays,
        codes=codes,
        peaks=peaks(codes, arrays["offsets"]),
        lows=tokens.astype(np.uint16),
        highs=narrow(tokens >> 16),
        starts=begins,
        marks=narrow(np.array(marks, np.int64), least=np.uint16),
        mark_starts=np.array(mark_starts, np.int64),
        published=np.array([microseconds(entry.published_at) for entry in entries], np.int64),
        sources=np.array([entry.source for entry in entries], np.int32),
        samples=np.array([entry.sample for entry in entries], np.bool_),
        id_bytes=np.frombuffer(b"".join(ids), np.uint8),
        id_starts=bounds(np.array([len(each) for each in ids], np.int64)),
        id_keys=id_keys([entry.article_id for entry in entries]),
        mean_length=mean,
    )


def _inverted(tokens: Ints, starts: Longs) -> dict[str, Any]:
    """Return the posting lists of articles laid end to end."""
    owners = np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))
    order = np.argsort(tokens, kind="stable")
    terms, docs = tokens[order], owners[order]
    new_term = np.diff(terms, prepend=-1) != 0
    firsts = np.flatnonzero(new_term | (np.diff(docs, prepend=-1) != 0))
    of_term = np.flatnonzero(new_term[firsts])
    return {
        "terms": terms[firsts[of_term]],
        "offsets": np.append(of_term, len(firsts)).astype(np.int64),
        "spots": np.append(firsts[of_term], len(tokens)).astype(np.int64),
        "docs": docs[firsts],
        "counts": narrow(np.diff(firsts, append=len(tokens))),
        "positions": narrow(order - starts[docs], least=np.uint16),
    }
