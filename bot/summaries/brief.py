"""The brief: up to three sentences that answer a question, from the articles that are about it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.analyzer import analyze
from bot.search.ports import Passages
from bot.summaries.credits import credit_sentences
from bot.summaries.evidence import Wanted, evidence
from bot.summaries.novelty import TermWeights, are_equivalent, sentence_terms
from bot.summaries.sentence import QuotedSentence, depends_on_previous, is_complete, quote_sentence

MAX_SENTENCES = 3
_MAX_WORDS = 100
"""Words after which no further sentence is added."""
_OWN, _WITH_PREVIOUS, _WITH_TITLE = 1.0, 0.4, 0.3
"""Worth of the question's words in a sentence itself, in it or the one before, in it or the title."""
_EVIDENCE = 1.2
"""Worth of the kind of thing that is asked for, in a sentence with all of the question's words."""
_EARLY, _EARLY_HALF = 0.4, 3.0
"""Worth of the first sentence's place, and the sentence at which it is halved."""
_INCOMPLETE, _DEPENDENT, _LONG = 0.3, 0.85, 0.9
"""What remains of the worth of a caption, of a sentence that leans on the previous one, and of a long one."""
_LONG_WORDS = 45
_OTHER_STORY = 0.8
"""What remains of the worth of a sentence from another story than the best article's."""
_SHARE_OF_BEST = 0.4
"""Least worth of a further sentence, as a share of the first one's."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that the brief may quote.

    Args:
        story: Identifies its story; articles of one story count alike.
    """

    article: Article
    passages: Passages
    story: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    source: Source
    index: int
    worth: float


def choose_brief(sources: Sequence[Source], question: str, wanted: Wanted) -> tuple[QuotedSentence, ...]:
    """Return up to three sentences that answer a question, most telling first.

    All are in the language of the best article: few readers read every language that a name is found in.

    Args:
        sources: Articles about the question, best first.
        wanted: What the question asks for.
    """
    if not sources:
        return ()
    language, story = sources[0].article.language, sources[0].story
    asked = frozenset(analyze(question, language))
    candidates = [
        _Candidate(source, index, worth * (1.0 if source.story == story else _OTHER_STORY))
        for source in sources
        if source.article.language == language
        for index, worth in enumerate(_worths(source, asked, wanted).tolist())
    ]
    return tuple(_quote(candidate) for candidate in _chosen(candidates))


def coverage(passages: Passages) -> float:
    """Return the share of the question's words, by weight, that come together in an article, in [0, 1].

    Together means in the title or within three sentences in a row; 1 for a question without words.
    """
    total = passages.weights.sum()
    if not total:
        return 1.0
    held = passages.in_sentence
    if not len(held):
        return float((passages.in_title @ passages.weights) / total)
    around = held | passages.in_title
    around[1:] |= held[:-1]
    around[:-1] |= held[1:]
    return float((around @ passages.weights).max() / total)


def _worths(source: Source, asked: frozenset[str], wanted: Wanted) -> npt.NDArray[np.float64]:
    """Return how well each sentence answers, shape (sentences,), >= 0."""
    article, passages = source.article, source.passages
    texts = [article.quote(span) for span in article.sentences]
    held, weights = passages.in_sentence, passages.weights
    if len(held) != len(texts):
        return np.zeros(len(texts))
    shares = weights / weights.sum() if weights.sum() else weights
    previous = held.copy()
    previous[1:] |= held[:-1]
    own = held @ shares
    proof = np.array([evidence(wanted, text, asked, article.language) for text in texts])
    early = _EARLY / (1.0 + np.arange(len(texts)) / _EARLY_HALF)
    worth = (
        _OWN * own
        + _WITH_PREVIOUS * (previous @ shares)
        + _WITH_TITLE * ((held | passages.in_title) @ shares)
        + _EVIDENCE * proof * (0.25 + 0.75 * own)
        + early
    )
    return np.asarray(worth * [_readability(text, article.language) for text in texts])


def _readability(text: str, language: str) -> float:
    share = 1.0 if is_complete(text) else _INCOMPLETE
    if depends_on_previous(text, language):
        share *= _DEPENDENT
    return share * _LONG if len(text.split()) > _LONG_WORDS else share


def _chosen(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    chosen: list[_Candidate] = []
    seen: list[TermWeights] = []
    words = 0
    for candidate in sorted(candidates, key=lambda candidate: -candidate.worth):
        if len(chosen) == MAX_SENTENCES or words >= _MAX_WORDS:
            break
        if candidate.worth <= 0 or (chosen and candidate.worth < _SHARE_OF_BEST * chosen[0].worth):
            break
        article, passages = candidate.source.article, candidate.source.passages
        terms = sentence_terms(article, passages, candidate.index)
        if any(are_equivalent(terms, others) for others in seen):
            continue
        chosen.append(candidate)
        seen.append(terms)
        words += len(article.quote(article.sentences[candidate.index]).split())
    return chosen


def _quote(candidate: _Candidate) -> QuotedSentence:
    article = candidate.source.article
    (credit,) = credit_sentences(article, wanted=[candidate.index])
    return quote_sentence(article, candidate.index, credit, score=candidate.worth)
