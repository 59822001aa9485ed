"""The brief: up to three sentences that answer a question, from the articles that are about it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.analyzer import analyze
from bot.search.ports import Passages
from bot.search.words import split_words
from bot.summaries.credits import Credit, credit_sentences
from bot.summaries.evidence import AnswerKind, Wanted, evidence
from bot.summaries.novelty import TermWeights, are_equivalent, sentence_terms
from bot.summaries.sentence import QuotedSentence, depends_on_previous, is_complete, quote_sentence
from bot.summaries.stance import stance_of

MAX_SENTENCES = 3
_MAX_WORDS = 100
"""Words after which no further sentence is added."""
_OWN, _CONTENT, _WITH_PREVIOUS, _WITH_TITLE = 0.6, 0.2, 0.3, 0.4
"""Worth of the question's words in a sentence, of those that are no names, of the words in it or the sentence
before, and in it or the title."""
_EVIDENCE, _BARE_EVIDENCE = 1.5, 0.65
"""Worth of the kind of thing asked for, and the share of it in a sentence without a word of the question."""
_EARLY, _EARLY_HALF = 0.45, 4.0
"""Worth of the first sentence's place, and the sentence at which it is halved."""
_INCOMPLETE, _DEPENDENT, _LONG = 0.5, 0.85, 0.9
"""What remains of the worth of a caption, of a sentence that leans on the previous one, and of a long one."""
_LONG_WORDS = 45
_FOLLOWING, _FOLLOWING_EVIDENCE = 0.15, 0.7
"""What a sentence gains if the one before it is quoted, and if it then holds what is asked for."""
_STRESS = 3.0
"""How much more a stressed word weighs."""
_SPEAKER = 0.8
"""How much the proof of a statement depends on the question's names in the sentence or the one before."""
_THEIR_WORDS, _OTHER_SPEAKER = 1.2, 0.3
"""What remains of the worth of what the wanted speaker says, and of what somebody else does."""
_CREDITED = 12
"""Sentences whose speakers are looked for."""
_FIGURES = (AnswerKind.NUMBER, AnswerKind.AMOUNT)
"""What is asked for that newer articles of a story may give anew."""
_UPDATE = 0.75
"""Least worth of a newer figure, as a share of the first one's."""
_UNDATED = datetime.min.replace(tzinfo=UTC)
_OTHER_STORY = 0.75
"""What remains of the worth of a sentence from another story than the best article's."""
_SHARE_OF_BEST = 0.3
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
class Focus:
    """What the sentences are to answer.

    Args:
        question: The question's words.
        wanted: What it asks for.
        names: Those of its words that are names.
        stressed: Those that matter most: of a follow-up, its own words rather than the previous question's.
    """

    question: str
    wanted: Wanted
    names: frozenset[str] = frozenset()
    stressed: frozenset[str] = frozenset()

    def shares(self, passages: Passages, words: AbstractSet[str]) -> npt.NDArray[np.float64]:
        """Return each word's share of the weight of some of the question's words, 0 for the others."""
        stress = np.where([word in self.stressed for word in passages.words], _STRESS, 1.0)
        weights = np.where([word in words for word in passages.words], passages.weights * stress, 0.0)
        return np.asarray(weights / weights.sum() if weights.any() else weights)


@dataclass(frozen=True, slots=True, eq=False)
class _Candidate:
    """A sentence of a source.

    Args:
        proof: How surely it holds what is asked for, in [0, 1].
        worth: How well it answers, >= 0.
        alone: What remains of its worth without the sentence before it, in [0, 1].
        following: What it gains if the sentence before it is quoted.
    """

    source: Source
    index: int
    proof: float
    worth: float
    alone: float
    following: float

    @property
    def published(self) -> datetime:
        """When its article was published, long ago if unknown."""
        return self.source.article.published_at or _UNDATED

    def worth_after(self, chosen: Sequence["_Candidate"]) -> float:
        """Return its worth next to the sentences already chosen."""
        if any(other.source is self.source and other.index == self.index - 1 for other in chosen):
            return self.worth + self.following
        return self.worth * self.alone


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
        for candidate in _candidates(source, focus, share=1.0 if source.story == best.story else _OTHER_STORY)
    ]
    if focus.wanted.speaker:
        candidates = _spoken_by(focus, candidates)
    chosen = _chosen(candidates, most)
    if focus.wanted.kind in _FIGURES:
        chosen = _newest_first(chosen, candidates, most)
    return tuple(_quote(candidate, worth) for candidate, worth in chosen)


def _newest_first(
    chosen: Sequence[tuple[_Candidate, float]], candidates: Sequence[_Candidate], most: int
) -> list[tuple[_Candidate, float]]:
    """Return the chosen sentences after the newest one that gives the figure of the first."""
    if not chosen or chosen[0][0].proof <= 0:
        return list(chosen)
    first, worth = chosen[0]
    newest = max(
        (c for c in candidates if _updates(first, c)), key=lambda c: (c.published, c.worth), default=first
    )
    rest = [(candidate, its) for candidate, its in chosen if candidate is not newest]
    return [(newest, worth), *rest][:most]


def _updates(first: _Candidate, other: _Candidate) -> bool:
    """Return whether a sentence of the same story gives the same figure as surely, later."""
    same_story = other.source.story == first.source.story
    later = other.published > first.published
    return same_story and later and other.proof >= first.proof and other.worth >= _UPDATE * first.worth


def _spoken_by(focus: Focus, candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Return the best candidates, those that the wanted speaker says at a greater worth.

    If the speaker is asked for by name, not as "her lawyer", those that somebody else says lose worth.
    """
    words = split_words(focus.wanted.speaker)
    other = _OTHER_SPEAKER if words[-1:] and words[-1] in focus.names else 1.0
    best = sorted(candidates, key=lambda candidate: -candidate.worth)[:_CREDITED]
    spoken = []
    for source in {id(candidate.source): candidate.source for candidate in best}.values():
        own = sorted((c for c in best if c.source is source), key=lambda candidate: candidate.index)
        said_by = credit_sentences(source.article, wanted=[candidate.index for candidate in own])
        speaker = frozenset(analyze(focus.wanted.speaker, source.article.language))
        spoken += [_credited(c, credit, speaker, other) for c, credit in zip(own, said_by, strict=True)]
    return spoken


def _credited(candidate: _Candidate, credit: Credit, speaker: AbstractSet[str], other: float) -> _Candidate:
    """Return a candidate at the worth that its speaker gives it.

    Args:
        speaker: Terms of the wanted speaker's name.
        other: What remains if somebody else says it.
    """
    if not credit.speaker or not speaker:
        return candidate
    theirs = not speaker.isdisjoint(analyze(credit.speaker, candidate.source.article.language))
    share = _THEIR_WORDS if theirs else other
    return replace(candidate, worth=candidate.worth * share, following=candidate.following * share)


def _candidates(source: Source, focus: Focus, *, share: float) -> list[_Candidate]:
    article = source.article
    texts = [article.quote(span) for span in article.sentences]
    if len(source.passages.in_sentence) != len(texts):
        return []
    proof = _proof(source, texts, focus)
    readable = np.array([_readability(text) for text in texts]) * _agreement(source, texts, focus) * share
    worths = _worths(source, focus, proof) * readable
    following = (_FOLLOWING + _FOLLOWING_EVIDENCE * proof) * readable
    return [
        _Candidate(
            source,
            index,
            sure,
            worth,
            _DEPENDENT if depends_on_previous(text, article.language) else 1.0,
            gain,
        )
        for index, (text, sure, worth, gain) in enumerate(
            zip(texts, proof.tolist(), worths.tolist(), following.tolist(), strict=True)
        )
    ]


def _agreement(source: Source, texts: Sequence[str], focus: Focus) -> npt.NDArray[np.float64]:
    """Return what remains of each sentence's worth, 0 for one that says the opposite of what is asked."""
    stance = stance_of(focus.question, focus.wanted.kind, source.article.language)
    title = source.article.title
    return np.array([stance.agreement(text, title) if stance else 1.0 for text in texts])


def _proof(source: Source, texts: Sequence[str], focus: Focus) -> npt.NDArray[np.float64]:
    """Return how surely each sentence holds what is asked for, shape (sentences,), in [0, 1]."""
    language = source.article.language
    asked = frozenset(analyze(focus.question, language))
    proof = np.array([evidence(focus.wanted, text, asked, language) for text in texts])
    if focus.wanted.kind is not AnswerKind.STATEMENT or not focus.names:
        return proof
    named = focus.shares(source.passages, focus.names)
    held = _with_previous(source.passages.in_sentence)
    return proof * (1 - _SPEAKER + _SPEAKER * (held @ named if named.any() else 1.0))


def _worths(source: Source, focus: Focus, proof: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return how well each sentence answers, shape (sentences,), >= 0."""
    passages = source.passages
    held, words = passages.in_sentence, frozenset(passages.words)
    shares, content = focus.shares(passages, words), focus.shares(passages, words - focus.names)
    own = held @ shares
    early = _EARLY / (1.0 + np.arange(len(held)) / _EARLY_HALF)
    return np.asarray(
        _OWN * own
        + _CONTENT * (held @ content)
        + _WITH_PREVIOUS * (_with_previous(held) @ shares)
        + _WITH_TITLE * ((held | passages.in_title) @ shares)
        + _EVIDENCE * proof * (_BARE_EVIDENCE + (1 - _BARE_EVIDENCE) * own)
        + early
    )


def _with_previous(held: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which words each sentence or the one before it contains."""
    both = held.copy()
    both[1:] |= held[:-1]
    return both


def _readability(text: str) -> float:
    share = 1.0 if is_complete(text) else _INCOMPLETE
    return share * _LONG if len(text.split()) > _LONG_WORDS else share


def _chosen(candidates: Sequence[_Candidate], most: int) -> list[tuple[_Candidate, float]]:
    """Return the best sentences with their worth; each is judged next to those chosen before it."""
    chosen: list[tuple[_Candidate, float]] = []
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
        words += len(best.source.article.quote(best.source.article.sentences[best.index]).split())
    return chosen


def _quote(candidate: _Candidate, worth: float) -> QuotedSentence:
    article = candidate.source.article
    (credit,) = credit_sentences(article, wanted=[candidate.index])
    return quote_sentence(article, candidate.index, credit, score=worth)
