"""The brief: up to three sentences that answer a question, from the articles that are about it."""

from collections.abc import Sequence

from bot.summaries.candidates import Candidate, Focus, Source, candidates_of
from bot.summaries.credits import credit_sentences
from bot.summaries.evidence import AnswerKind
from bot.summaries.novelty import TermWeights, are_equivalent, sentence_terms
from bot.summaries.sentence import QuotedSentence, quote_sentence
from bot.summaries.whose_words import said_by, spoken_by

MAX_SENTENCES = 3
_MAX_WORDS = 100
"""Words after which no further sentence is added."""
_FIGURES = (AnswerKind.NUMBER, AnswerKind.AMOUNT)
"""What is asked for that newer articles of a story may update."""
_UPDATE = 0.75
"""Least worth of a newer figure, as a share of the first one's."""
_OTHER_STORY = 0.75
"""What remains of the worth of a sentence from another story than the best article's."""
_SHARE_OF_BEST = 0.3
"""Least worth of a further sentence, as a share of the first one's."""


def choose_brief(
    sources: Sequence[Source], focus: Focus, *, most: int = MAX_SENTENCES
) -> tuple[QuotedSentence, ...]:
    """Return up to `most` sentences that answer a question, most telling first.

    All are in the language of the best article: few readers read every language that a name is found in.

    Args:
        sources: Articles about the question, best first.
    """
    if not sources:
        return ()
    best = sources[0]
    candidates = [
        candidate
        for source in sources
        if source.article.language == best.article.language
        for candidate in candidates_of(
            source, focus, share=1.0 if source.story == best.story else _OTHER_STORY
        )
    ]
    theirs: frozenset[Candidate] = frozenset()
    if focus.said:
        candidates = [c for c in candidates if _is_said(c, focus)]
    elif focus.wanted.speaker:
        spoken = spoken_by(focus, candidates)
        candidates, theirs = list(spoken.candidates), spoken.theirs
    chosen = sorted(_chosen(candidates, most), key=lambda pair: pair[0] not in theirs)
    if focus.wanted.kind in _FIGURES:
        chosen = _newest_first(chosen, candidates, most)
    return tuple(_quote(candidate, worth) for candidate, worth in chosen)


def _is_said(candidate: Candidate, focus: Focus) -> bool:
    """Whether one of the speakers looked for says a sentence."""
    statements = said_by(candidate.source.article, focus.said)
    return any(statement.sentence == candidate.index for statement in statements)


def _newest_first(
    chosen: Sequence[tuple[Candidate, float]], candidates: Sequence[Candidate], most: int
) -> list[tuple[Candidate, float]]:
    """Return the chosen sentences after the newest one that gives the figure of the first."""
    if not chosen or chosen[0][0].proof <= 0:
        return list(chosen)
    first, worth = chosen[0]
    newest = max(
        (c for c in candidates if _updates(first, c)), key=lambda c: (c.published, c.worth), default=first
    )
    rest = [(candidate, its) for candidate, its in chosen if candidate is not newest]
    return [(newest, worth), *rest][:most]


def _updates(first: Candidate, other: Candidate) -> bool:
    """Return whether a sentence of the same story gives the same figure as surely, later."""
    same_story = other.source.story == first.source.story
    later = other.published > first.published
    return same_story and later and other.proof >= first.proof and other.worth >= _UPDATE * first.worth


def _chosen(candidates: Sequence[Candidate], most: int) -> list[tuple[Candidate, float]]:
    """Return the best sentences with their worth; each is judged next to those chosen before it."""
    chosen: list[tuple[Candidate, float]] = []
    seen: list[TermWeights] = []
    words, left = 0, list(candidates)
    while left and len(chosen) < most and words < _MAX_WORDS:
        before = [candidate for candidate, _ in chosen]
        worth, best = max(((c.worth_after(before), c) for c in left), key=lambda pair: pair[0])
        if worth <= 0 or (chosen and worth < _SHARE_OF_BEST * chosen[0][1]):
            break
        left.remove(best)
        terms = sentence_terms(best.source.article, best.source.passages, best.index)
        if any(are_equivalent(terms, others) for others in seen):
            continue
        chosen.append((best, worth))
        seen.append(terms)
        words += len(best.text.split())
    return chosen


def _quote(candidate: Candidate, worth: float) -> QuotedSentence:
    article = candidate.source.article
    (credit,) = credit_sentences(article, wanted=[candidate.index])
    return quote_sentence(article, candidate.index, credit, score=worth)
