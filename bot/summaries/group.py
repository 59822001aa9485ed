"""A summary of several articles: the sentences that together cover what the articles have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.ports import Passages
from bot.summaries.concepts import Concepts, Floats, find_concepts
from bot.summaries.credits import credit_sentences
from bot.summaries.novelty import TermWeights, are_equivalent, sentence_terms
from bot.summaries.sentence import (
    QuotedSentence,
    depends_on_previous,
    is_complete,
    is_furniture,
    quote_sentence,
)

MAX_SENTENCES = 3
_MAX_WORDS = 110
"""Words after which no further sentence is added; the last may exceed them by half its length."""
_EARLY_FOR = 1.5
"""Sentence of an article at which the worth of its place is halved."""
_LENGTH_COST = 0.35
"""Power of a sentence's length that its worth is divided by."""
_COVERED_WORTH = 0.5
"""Worth of a concept that is already covered, relative to a new one."""
_ANSWER_WORTH = 2.0
"""Worth of answering the question fully, relative to covering all concepts."""
_UNREADABLE_WORTH = 0.2
"""Worth of a caption, a heading or a sentence that leans on the previous one."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that may be quoted.

    Args:
        place: Its worth by its place, completeness and length, 0 for furniture.
    """

    article: Article
    passages: Passages
    origin: str
    index: int
    words: int
    place: float


def summarize_articles(candidates: Sequence[tuple[Article, Passages, str]]) -> tuple[QuotedSentence, ...]:
    """Return up to three sentences, most telling first, one per origin, no two equivalent.

    All are in the language of the first article: a name finds articles in every language, and few people
    read them all.

    Args:
        candidates: Articles best first, each with its passages and a key of its origin.
    """
    language = candidates[0][0].language if candidates else ""
    group = [
        (article, passages, origin)
        for article, passages, origin in candidates
        if article.language == language and len(passages.starts) == len(article.sentences) + 1
    ]
    sentences = [sentence for member in group for sentence in _sentences(*member)]
    if not sentences:
        return ()
    concepts, relevance = _common_concepts([passages for _, passages, _ in group]), _relevance(group)
    return tuple(_quote(sentence, worth) for sentence, worth in _chosen(sentences, concepts, relevance))


def _sentences(article: Article, passages: Passages, origin: str) -> list[_Sentence]:
    found = []
    for index, span in enumerate(article.sentences):
        text = article.quote(span)
        length = len(text.split())
        readable = is_complete(text) and not depends_on_previous(text, article.language)
        worth = (1.0 if readable else _UNREADABLE_WORTH) / (1.0 + index / _EARLY_FOR)
        worth *= not is_furniture(text, article.language)
        found.append(
            _Sentence(article, passages, origin, index, length, worth / max(length, 1) ** _LENGTH_COST)
        )
    return found


def _common_concepts(group: Sequence[Passages]) -> Concepts:
    """Return the concepts of articles put together; each weighs more the more articles have it."""
    offsets = np.cumsum([0, *(len(passages.terms) for passages in group)])
    starts = [passages.starts[:-1] + offset for passages, offset in zip(group, offsets, strict=False)]
    concepts = find_concepts(
        Passages(
            group[0].article_id,
            np.concatenate([passages.terms for passages in group]),
            np.concatenate([*starts, offsets[-1:]]).astype(np.int32),
            np.concatenate([passages.idf for passages in group]),
            np.concatenate([passages.scores for passages in group]),
        )
    )
    ends = np.cumsum([len(passages.starts) - 1 for passages in group])
    articles = sum(held.any(axis=0).astype(np.float64) for held in np.split(concepts.held, ends[:-1]))
    weights = concepts.weights * articles
    return Concepts(concepts.held, weights / (weights.sum() or 1.0))


def _relevance(group: Sequence[tuple[Article, Passages, str]]) -> Floats:
    scores = np.concatenate([passages.scores for _, passages, _ in group])
    best = float(scores.max(initial=0.0))
    return np.asarray(scores / best if best > 0 else np.zeros_like(scores))


def _chosen(
    sentences: Sequence[_Sentence], concepts: Concepts, relevance: Floats
) -> list[tuple[_Sentence, float]]:
    place = np.array([sentence.place for sentence in sentences])
    known = _COVERED_WORTH * (concepts.held @ concepts.weights) + _ANSWER_WORTH * relevance
    covered = np.zeros(len(concepts.weights), np.bool_)
    chosen: list[tuple[_Sentence, float]] = []
    seen: list[TermWeights] = []
    left = place > 0
    while left.any() and len(chosen) < MAX_SENTENCES:
        worth = np.where(left, ((concepts.held & ~covered) @ concepts.weights + known) * place, -1.0)
        number = int(np.argmax(worth))
        best, left[number] = sentences[number], False
        terms = sentence_terms(best.article, best.passages, best.index)
        if any(are_equivalent(terms, others) for others in seen) or _exceeds(chosen, best):
            continue
        chosen.append((best, float(worth[number])))
        seen.append(terms)
        covered |= concepts.held[number]
        left &= _of_other_origins(sentences, best.origin)
    return chosen


def _exceeds(chosen: Sequence[tuple[_Sentence, float]], sentence: _Sentence) -> bool:
    spent = sum(other.words for other, _ in chosen)
    return bool(chosen) and spent + sentence.words / 2 > _MAX_WORDS


def _of_other_origins(sentences: Sequence[_Sentence], origin: str) -> npt.NDArray[np.bool_]:
    return np.array([sentence.origin != origin for sentence in sentences])


def _quote(sentence: _Sentence, worth: float) -> QuotedSentence:
    (credit,) = credit_sentences(sentence.article, wanted=[sentence.index])
    return quote_sentence(sentence.article, sentence.index, credit, score=worth)
