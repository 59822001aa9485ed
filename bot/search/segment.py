"""A segment: some articles' posting lists, forward index and facts, in arrays that never change."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cached_property

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.unsignedinteger]

UNDATED = np.iinfo(np.int64).min
"""`published` of an article without a date."""
K1, B, DELTA = 1.5, 0.75, 1.0
STEPS = 255
"""A posting's weight is kept rounded up to a multiple of (K1 + 1) / STEPS."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as analysed, before it is put into a segment.

    Args:
        title: Term numbers of the title.
        sentences: Term numbers of each sentence of the body.
        source: Number of its outlets, author and host among the index's `sources`.
    """

    ordinal: int
    article_id: str
    title: Sequence[int]
    sentences: Sequence[Sequence[int]]
    source: int
    published_at: datetime | None
    sample: bool


@dataclass(frozen=True)
class Segment:
    """Arrays over n articles, m postings, t distinct terms, w term occurrences.

    Args:
        terms: (t,) term numbers, ascending; postings of terms[i] are at offsets[i]:offsets[i + 1].
        docs: (m,) places in the segment, ascending in each term.
        counts: (m,) occurrences, uint8, uint16 where an article needs it.
        codes: (m,) uint8, rounded-up weights at `mean_length`, see STEPS.
        tokens: (w,) term numbers in text order, title first; article i at starts[i]:starts[i + 1].
        marks: sentence starts counted from the article's start, the title being what comes before the first;
            article i's at mark_starts[i]:mark_starts[i + 1].
        ordinals: (n,) ascending, one for each version of an article ever added.
        published: (n,) microseconds since 1970, UNDATED for none.
    """

    terms: Ints
    offsets: Longs
    docs: Ints
    counts: Counts
    codes: npt.NDArray[np.uint8]
    tokens: Ints
    starts: Longs
    marks: Ints
    mark_starts: Longs
    ordinals: Longs
    published: Longs
    sources: Ints
    samples: Bools
    id_bytes: npt.NDArray[np.uint8]
    mean_length: float

    def __len__(self) -> int:
        return len(self.ordinals)

    @cached_property
    def lengths(self) -> Ints:
        """Terms of each article."""
        return np.diff(self.starts).astype(np.int32)

    @cached_property
    def ids(self) -> list[str]:
        """Article ids, decoded when first asked for."""
        return self.id_bytes.tobytes().decode().split("\n")[: len(self)]

    def postings(self, term: int) -> tuple[int, int]:
        """Return where a term's postings begin and end; an empty stretch when it has none."""
        at = int(self.terms.searchsorted(term))
        if at == len(self.terms) or self.terms[at] != term:
            return 0, 0
        return int(self.offsets[at]), int(self.offsets[at + 1])


ARRAYS = tuple(each.name for each in fields(Segment) if each.name != "mean_length")
"""Names of a segment's arrays: each is one file of a saved segment."""


def build(entries: Sequence[Entry]) -> Segment:
    """Return a segment of analysed articles, ordinals ascending."""
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
    tokens = np.array(flat, np.int32)
    bounds = np.array(starts, np.int64)
    terms, offsets, docs, counts = _inverted(tokens, bounds)
    lengths = np.diff(bounds)
    mean = float(lengths.mean()) if len(entries) and len(flat) else 1.0
    return Segment(
        terms=terms,
        offsets=offsets,
        docs=docs,
        counts=counts,
        codes=weight_codes(counts, lengths[docs], mean),
        tokens=tokens,
        starts=bounds,
        marks=np.array(marks, np.int32),
        mark_starts=np.array(mark_starts, np.int64),
        ordinals=np.array([entry.ordinal for entry in entries], np.int64),
        published=np.array([microseconds(entry.published_at) for entry in entries], np.int64),
        sources=np.array([entry.source for entry in entries], np.int32),
        samples=np.array([entry.sample for entry in entries], np.bool_),
        id_bytes=id_bytes([entry.article_id for entry in entries]),
        mean_length=mean,
    )


def microseconds(moment: datetime | None) -> int:
    """Return a moment as microseconds since 1970, UNDATED for None."""
    if moment is None:
        return int(UNDATED)
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def id_bytes(ids: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Return ids as one array of bytes, each ended by a line break."""
    return np.frombuffer("".join(f"{each}\n" for each in ids).encode(), np.uint8)


def weight_codes(counts: Counts, lengths: npt.NDArray[np.integer], mean: float) -> npt.NDArray[np.uint8]:
    """Return saturated term frequencies rounded up to uint8 codes: never below the true weight."""
    norm = (K1 * (1 - B + B / mean * lengths)).astype(np.float32)
    weights = counts / (norm + counts)
    codes = np.ceil(weights * np.float32(STEPS) + np.float32(1e-3))
    return np.asarray(np.minimum(codes, STEPS), np.uint8)


def _inverted(tokens: Ints, starts: Longs) -> tuple[Ints, Longs, Ints, Counts]:
    """Return posting lists (terms, offsets, docs, counts) of articles laid end to end."""
    count = max(len(starts) - 1, 1)
    owners = np.repeat(np.arange(len(starts) - 1, dtype=np.int64), np.diff(starts))
    keys, counts = np.unique(tokens.astype(np.int64) * count + owners, return_counts=True)
    of_term = (keys // count).astype(np.int32)
    terms, firsts = np.unique(of_term, return_index=True)
    offsets = np.append(firsts, len(keys)).astype(np.int64)
    return terms, offsets, (keys % count).astype(np.int32), narrow(counts)


def narrow(counts: npt.NDArray[np.integer]) -> Counts:
    """Return counts in the smallest of uint8 and uint16 that holds them; beyond that they are cut."""
    small = np.uint8 if not len(counts) or counts.max() < 256 else np.uint16
    return np.asarray(np.minimum(counts, np.iinfo(np.uint16).max), small)
