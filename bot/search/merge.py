"""Segments laid end to end as one, the dead left out."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.search.segment import Bools, Counts, Ints, Longs, Segment, id_bytes, weight_codes

GROWTH = 4
"""A segment is merged into the one before it unless that is so many times larger."""


def tail_to_merge(sizes: Sequence[int]) -> int:
    """Return how many of the last segments should become one now; 0 or 1 for none."""
    count, total = 1, sizes[-1] if sizes else 0
    while count < len(sizes) and sizes[-count - 1] < GROWTH * total:
        total += sizes[-count - 1]
        count += 1
    return count


def merged(segments: Sequence[Segment], alive: Sequence[Bools | None]) -> Segment:
    """Return one segment of the live articles of several, order kept."""
    parts = [_kept(segment, keep) for segment, keep in zip(segments, alive, strict=True)]
    lengths = np.concatenate([part.lengths for part in parts])
    mean = float(lengths.mean()) if len(lengths) and lengths.any() else 1.0
    terms, offsets, docs, counts = _postings(parts)
    return Segment(
        terms=terms,
        offsets=offsets,
        docs=docs,
        counts=counts,
        codes=weight_codes(counts, lengths[docs], mean),
        tokens=np.concatenate([part.tokens for part in parts]),
        starts=_chained([part.starts for part in parts]),
        marks=np.concatenate([part.marks for part in parts]),
        mark_starts=_chained([part.mark_starts for part in parts]),
        ordinals=np.concatenate([part.ordinals for part in parts]),
        published=np.concatenate([part.published for part in parts]),
        sources=np.concatenate([part.sources for part in parts]),
        samples=np.concatenate([part.samples for part in parts]),
        id_bytes=np.concatenate([part.id_bytes for part in parts]),
        mean_length=mean,
    )


def _chained(bounds: Sequence[Longs]) -> Longs:
    lengths = np.concatenate([np.diff(each) for each in bounds])
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def _kept(segment: Segment, keep: Bools | None) -> Segment:
    """A segment without its dead articles; itself when none are dead."""
    if keep is None or keep.all():
        return segment
    stay = keep[segment.docs]
    places = np.cumsum(keep, dtype=np.int32) - np.int32(1)
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(stay, dtype=np.int64)])
    bounds = before[segment.offsets]
    held = np.diff(bounds) > 0
    token_keep = np.repeat(keep, np.diff(segment.starts))
    mark_keep = np.repeat(keep, np.diff(segment.mark_starts))
    changed: dict[str, Any] = {
        "terms": segment.terms[held],
        "offsets": np.append(bounds[:-1][held], bounds[-1]),
        "docs": places[segment.docs[stay]],
        "counts": segment.counts[stay],
        "codes": segment.codes[stay],
        "tokens": segment.tokens[token_keep],
        "starts": _bounds(np.diff(segment.starts)[keep]),
        "marks": segment.marks[mark_keep],
        "mark_starts": _bounds(np.diff(segment.mark_starts)[keep]),
        "id_bytes": id_bytes([each for each, stays in zip(segment.ids, keep, strict=True) if stays]),
    }
    for name in ("ordinals", "published", "sources", "samples"):
        changed[name] = getattr(segment, name)[keep]
    return Segment(**changed, mean_length=segment.mean_length)


def _bounds(lengths: npt.NDArray[np.integer]) -> Longs:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def _postings(parts: Sequence[Segment]) -> tuple[Ints, Longs, Ints, Counts]:
    """Posting lists of all parts: for each term the first part's, then the next's."""
    terms = np.unique(np.concatenate([part.terms for part in parts]))
    sizes = np.zeros(len(terms), np.int64)
    spots = [np.searchsorted(terms, part.terms) for part in parts]
    for part, spot in zip(parts, spots, strict=True):
        sizes[spot] += np.diff(part.offsets)
    offsets = _bounds(sizes)
    docs = np.empty(offsets[-1], np.int32)
    counts = np.empty(offsets[-1], np.result_type(*(part.counts.dtype for part in parts)))
    free = offsets[:-1].copy()
    base = 0
    for part, spot in zip(parts, spots, strict=True):
        lengths = np.diff(part.offsets)
        target = np.repeat(free[spot] - part.offsets[:-1], lengths) + np.arange(len(part.docs))
        docs[target] = part.docs + np.int32(base)
        counts[target] = part.counts
        free[spot] += lengths
        base += len(part)
    return terms, offsets, docs, counts
