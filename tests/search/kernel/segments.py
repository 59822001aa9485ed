"""Random segments, and damaged ones."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bot.search.index.builder import IndexedArticle, build_segment
from bot.search.index.segment import Bools, Segment
from bot.search.index.snapshot import SegmentView, Snapshot, lay_out

VOCABULARY = 60


def random_segment(draw: np.random.Generator, articles: int, words: int, first_id: int = 0) -> Segment:
    """Return a segment of articles of up to `words` terms, a few terms far more often than the others."""
    lengths = draw.integers(0, words + 1, articles)
    terms = np.minimum(draw.pareto(0.8, int(lengths.sum())).astype(int), VOCABULARY - 1)
    texts = np.split(terms, np.cumsum(lengths))[:articles]
    return build_segment(
        [IndexedArticle(str(first_id + i), (), [text.tolist()]) for i, text in enumerate(texts)]
    )


def snapshot_of(segments: Sequence[Segment], live_docs: Sequence[Bools | None]) -> Snapshot:
    """Return a snapshot of some segments."""
    views = lay_out(
        [SegmentView(segment, live, 0) for segment, live in zip(segments, live_docs, strict=True)]
    )
    df = np.zeros(VOCABULARY, np.int32)
    for view in views:
        for slot, term in enumerate(view.segment.terms.tolist()):
            begin, end = view.segment.posting_offsets[slot : slot + 2].tolist()
            df[term] += np.count_nonzero(view.live_mask[view.segment.docs[begin:end]])
    articles = sum(int(view.live_mask.sum()) for view in views)
    length = sum(int(view.segment.lengths[view.live_mask].sum()) for view in views)
    return Snapshot(views=views, df=df, articles=articles, length=length)


def random_snapshot(draw: np.random.Generator, articles: int, segments: int, *, deleting: bool) -> Snapshot:
    """Return a snapshot whose segments' articles differ in length."""
    sizes = draw.multinomial(articles, [1 / segments] * segments).tolist()
    built = [random_segment(draw, size, int(draw.integers(1, 40))) for size in sizes]
    live = [draw.random(size) < 0.8 if deleting else None for size in sizes]
    return snapshot_of(built, live)


def damaged(draw: np.random.Generator, segment: Segment) -> Segment:
    """Return a segment some of whose arrays hold anything."""
    noise = {
        "terms": draw.integers(-5, 80, len(segment.terms)).astype(np.int32),
        "posting_offsets": draw.integers(-(2**62), 2**62, len(segment.posting_offsets)),
        "docs": draw.integers(0, 2**16, len(segment.docs)).astype(np.uint16),
        "impacts": draw.integers(0, 256, len(segment.impacts)).astype(np.uint8),
        "max_impacts": draw.integers(0, 256, len(segment.max_impacts)).astype(np.uint8),
        "exact_postings": np.sort(draw.integers(0, len(segment.docs) + 3, 900)).astype(np.uint32),
        "exact_counts": draw.integers(0, 2**32, 700).astype(np.uint32),
    }
    offsets = draw.integers(-3, len(segment.docs) + 3, len(segment.posting_offsets))
    noise["posting_offsets"] = offsets if draw.random() < 0.7 else noise["posting_offsets"]
    if draw.random() < 0.3:
        name = str(draw.choice(["posting_offsets", "max_impacts", "exact_counts"]))
        noise[name] = noise[name][:3]
    return replace(segment, **{name: values for name, values in noise.items() if draw.random() < 0.4})
