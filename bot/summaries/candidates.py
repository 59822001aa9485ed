"""Sentences that may answer a question, each with how well it does by itself."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.analyzer import analyze
from bot.search.ports import Passages
from bot.search.query.speaking import Wanted as WantedSpeaker
from bot.summaries.evidence import AnswerKind, Wanted, evidence
from bot.summaries.sentence import depends_on_previous, is_complete, is_furniture
from bot.summaries.stance import stance_of

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
_UNSTRESSED = 0.7
"""What remains of the worth of a sentence without a stressed word, if others have one."""
_SPEAKER = 0.8
"""How much the proof of a statement depends on the question's names in the sentence or the one before."""
_UNDATED = datetime.min.replace(tzinfo=UTC)


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
        said: Speakers of whom only statements are quoted (`said:`).
    """

    question: str
    wanted: Wanted
    names: frozenset[str] = frozenset()
    stressed: frozenset[str] = frozenset()
    said: tuple[WantedSpeaker, ...] = ()

    def shares(self, passages: Passages, words: AbstractSet[str]) -> npt.NDArray[np.float64]:
        """Return each word's share of the weight of some of the question's words, 0 for the others."""
        stress = np.where([word in self.stressed for word in passages.words], _STRESS, 1.0)
        weights = np.where([word in words for word in passages.words], passages.weights * stress, 0.0)
        return np.asarray(weights / weights.sum() if weights.any() else weights)


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
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
    def text(self) -> str:
        """The sentence."""
        return self.source.article.quote(self.source.article.sentences[self.index])

    @property
    def published(self) -> datetime:
        """When its article was published, long ago if unknown."""
        return self.source.article.published_at or _UNDATED

    def worth_after(self, chosen: Sequence["Candidate"]) -> float:
        """Return its worth next to the sentences already chosen."""
        if any(other.source is self.source and other.index == self.index - 1 for other in chosen):
            return self.worth + self.following
        return self.worth * self.alone


def candidates_of(source: Source, focus: Focus, *, share: float) -> list[Candidate]:
    """Return the sentences of a source.

    Args:
        share: What remains of their worth because of the source.
    """
    article = source.article
    texts = [article.quote(span) for span in article.sentences]
    if len(source.passages.in_sentence) != len(texts):
        return []
    proof = _proof(source, texts, focus)
    readable = (
        np.array([_readability(text, article.language) for text in texts])
        * _agreement(source, texts, focus)
        * share
    )
    worths = _worths(source, focus, proof) * readable * _stressed(source, focus)
    following = (_FOLLOWING + _FOLLOWING_EVIDENCE * proof) * readable
    return [
        Candidate(
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


def _stressed(source: Source, focus: Focus) -> npt.NDArray[np.float64]:
    """Return what remains of each sentence's worth: a follow-up isn't answered by what was there before."""
    held = source.passages.in_sentence
    stressed = np.array([word in focus.stressed for word in source.passages.words], np.bool_)
    answers = _with_previous(held)[:, stressed].any(axis=1)
    return np.where(answers | (not answers.any()), 1.0, _UNSTRESSED)


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


def _readability(text: str, language: str) -> float:
    if is_furniture(text, language):
        return 0.0
    share = 1.0 if is_complete(text) else _INCOMPLETE
    return share * _LONG if len(text.split()) > _LONG_WORDS else share
