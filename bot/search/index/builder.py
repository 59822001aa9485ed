"""Builds a segment from analyzed articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.search.index.id_hashes import hash_ids
from bot.search.index.impacts import Counts, exceptions, max_impacts, quantize_impacts
from bot.search.index.packed_bits import pack, width_of
from bot.search.index.patched_numbers import PatchedNumbers
from bot.search.index.segment import (
    MAX_DOCS,
    Ints,
    Longs,
    Segment,
    microseconds,
    offsets_of,
)


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article as term numbers.

    Args:
        title: Term numbers of the title.
        sentences: Term numbers of each sentence of the body.
        source_id: Number of its outlets, author and host in the index's source table.
        statements: Number of a speaker in the index's speaker table, and of a sentence they say.
    """

    article_id: str
    title: Sequence[int]
    sentences: Sequence[Sequence[int]]
    source_id: int = 0
    published_at: datetime | None = None
    sample: bool = False
    statements: Sequence[tuple[int, int]] = ()


def build_segments(articles: Sequence[IndexedArticle]) -> list[Segment]:
    """Return segments of some articles, in their order; none for no articles."""
    begins = range(0, len(articles), MAX_DOCS)
    return [build_segment(articles[begin : begin + MAX_DOCS]) for begin in begins]


def build_segment(articles: Sequence[IndexedArticle]) -> Segment:
    """Return a segment of at most MAX_DOCS articles."""
    tokens, token_offsets, forward = _forward_index(articles)
    lengths = np.diff(token_offsets)
    mean_length = float(lengths.mean()) if len(tokens) else 1.0
    inverted = _inverted_index(tokens, token_offsets)
    counts, doc_lengths = inverted.pop("counts"), lengths[inverted["docs"]]
    impacts = quantize_impacts(counts, doc_lengths, mean_length)
    exact = exceptions(counts, impacts, doc_lengths, mean_length)
    return Segment(
        **inverted,
        **forward,
        **_facts(articles),
        impacts=impacts,
        exact_postings=exact.astype(np.uint32),
        exact_counts=counts[exact].astype(np.uint32),
        max_impacts=max_impacts(impacts, inverted["posting_offsets"]),
        mean_length=mean_length,
    )


def _forward_index(articles: Sequence[IndexedArticle]) -> tuple[Ints, Longs, dict[str, Any]]:
    """Return the concatenated tokens, their offsets by article, and the segment's arrays of both."""
    flat: list[int] = []
    token_offsets, start_steps, sentence_offsets = [0], [], [0]
    for article in articles:
        flat += article.title
        before = len(article.title)
        for sentence in article.sentences:
            start_steps.append(before)
            flat += sentence
            before = len(sentence)
        token_offsets.append(len(flat))
        sentence_offsets.append(len(start_steps))
    steps = PatchedNumbers.of(np.array(start_steps, np.int64), least=0)
    tokens, offsets = np.array(flat, np.int32), np.array(token_offsets, np.int64)
    high_bits = width_of(int(tokens.max(initial=0)) >> 16)
    arrays = {
        "low_tokens": tokens.astype(np.uint16),
        "high_tokens": pack(tokens >> 16, high_bits),
        "high_bits": high_bits,
        "token_offsets": offsets,
        "start_steps": steps.packed,
        "start_bits": steps.width,
        "far_starts": steps.places,
        "far_steps": steps.excess,
        "sentence_offsets": np.array(sentence_offsets, np.int64),
    }
    return tokens, offsets, arrays


def _inverted_index(tokens: Ints, token_offsets: Longs) -> dict[str, Any]:
    """Return the posting lists of concatenated articles."""
    owners = np.repeat(np.arange(len(token_offsets) - 1, dtype=np.int32), np.diff(token_offsets))
    order = np.argsort(tokens, kind="stable")
    terms, docs = tokens[order], owners[order]
    new_term = np.diff(terms, prepend=-1) != 0
    firsts = np.flatnonzero(new_term | (np.diff(docs, prepend=-1) != 0))
    of_term = np.flatnonzero(new_term[firsts])
    return {
        "terms": terms[firsts[of_term]],
        "posting_offsets": np.append(of_term, len(firsts)).astype(np.int64),
        "docs": docs[firsts].astype(np.uint16),
        "counts": _as_smallest_uint(np.diff(firsts, append=len(tokens))),
    }


def _facts(articles: Sequence[IndexedArticle]) -> dict[str, Any]:
    """Return the arrays of facts about the articles."""
    ids = [article.article_id.encode() for article in articles]
    statements = [statement for article in articles for statement in article.statements]
    counts = np.array([len(article.statements) for article in articles], np.int64)
    speakers, sentences = np.array(statements, np.int64).reshape(-1, 2).T
    return {
        "statement_speakers": speakers.astype(np.int32),
        "statement_sentences": _as_smallest_uint(sentences, least=np.uint16),
        "statement_offsets": offsets_of(counts),
        "published": np.array([microseconds(article.published_at) for article in articles], np.int64),
        "source_ids": np.array([article.source_id for article in articles], np.int32),
        "sample_flags": np.array([article.sample for article in articles], np.bool_),
        "id_bytes": np.frombuffer(b"".join(ids), np.uint8),
        "id_offsets": offsets_of(np.array([len(article_id) for article_id in ids], np.int64)),
        "id_hashes": hash_ids([article.article_id for article in articles]),
    }


def _as_smallest_uint(
    counts: npt.NDArray[np.integer], *, least: type[np.unsignedinteger] = np.uint8
) -> Counts:
    """Return counts in the smallest unsigned type, not below `least`, that holds them."""
    highest = int(counts.max()) if len(counts) else 0
    return np.asarray(counts, np.promote_types(np.min_scalar_type(highest), least))
