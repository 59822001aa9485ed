"""An article's summary: sentences that together cover what it is about, or what was asked."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.ports import Passages
from bot.summaries.concepts import Concepts, Floats, find_concepts
from bot.summaries.credits import credit_sentences
from bot.summaries.sentence import (
    QuotedSentence,
    depends_on_previous,
    is_complete,
    is_furniture,
    quote_sentence,
)

OVERSHOOT = 4
"""Words by which a summary may exceed its budget, as sentences are never cut."""
_CONTEXT = 2
"""Sentences that may be quoted before one that depends on them."""
_COVERED_WORTH = 0.5
"""Worth of a concept that is already covered, relative to a new one: what is central may come up twice."""
_EARLY, _EARLY_FOR = 0.97, 2.0
"""Share of a sentence's worth that depends on its place, and the sentence at which that is halved."""
_ANSWER_WORTH = 2.0
"""Worth of answering the question fully, relative to covering the whole article."""
_INCOMPLETE_WORTH = 0.2
"""Worth of a caption or heading, relative to a sentence."""
_LENGTH_COST = 0.35
"""Power of a sentence's length that its worth is divided by."""


def summarize(
    article: Article, passages: Passages | None, *, words: int = 110, most: int = 5
) -> tuple[QuotedSentence, ...]:
    """Return up to `most` sentences of about `words` words, chosen for the question behind `passages`.

    Without a question they are the gist of the article. Each can be read alone, or comes after the sentences
    it depends on.
    """
    chosen = choose_sentences(article, passages, words=words, most=most)
    said_by = credit_sentences(article, wanted=chosen)
    return tuple(
        quote_sentence(article, index, credit, score=1.0 / (rank + 1))
        for rank, (index, credit) in enumerate(zip(chosen, said_by, strict=True))
    )


def choose_sentences(article: Article, passages: Passages | None, *, words: int, most: int) -> list[int]:
    """Return the indexes of the chosen sentences in `article.sentences`, ascending."""
    if not article.sentences:
        return []
    texts = [article.quote(span) for span in article.sentences]
    groups = _groups(texts, article.language)
    if passages is None or len(passages.starts) != len(texts) + 1:
        return list(groups[0])[:most]
    choices = _Choices(groups, texts, find_concepts(passages), _normalised(passages.scores))
    chosen: list[int] = []
    while (best := choices.best(chosen, words=words + OVERSHOOT, room=most - len(chosen))) is not None:
        chosen += [i for i in groups[best] if i not in chosen]
    return sorted(chosen) or [choices.likeliest]


class _Choices:
    """Groups of sentences that can be quoted: one that can be read alone, or one with those it depends on.

    Args:
        groups: Indexes of sentences, ascending, for each choice.
        relevance: Shape (sentences,), in [0, 1]: how well each sentence answers the question.
    """

    def __init__(
        self, groups: Sequence[tuple[int, ...]], texts: Sequence[str], concepts: Concepts, relevance: Floats
    ) -> None:
        self._members = np.zeros((len(groups), len(texts)), np.bool_)
        for number, indexes in enumerate(groups):
            self._members[number, list(indexes)] = True
        self._lengths = np.array([len(text.split()) for text in texts])
        self._concepts = concepts
        self._held = self._members @ concepts.held
        complete = np.array([1.0 if is_complete(text) else _INCOMPLETE_WORTH for text in texts])
        early = 1.0 - _EARLY + _EARLY / (1.0 + np.arange(len(texts)) / _EARLY_FOR)
        self._place = (self._members @ (complete * early)) / self._members.sum(axis=1)
        best_relevance = np.where(self._members, relevance, 0.0).max(axis=1)
        self._known = _COVERED_WORTH * (self._held @ concepts.weights) + _ANSWER_WORTH * best_relevance
        self.likeliest = int(groups[int(np.argmax(self._place))][-1])

    def best(self, chosen: Sequence[int], *, words: int, room: int) -> int | None:
        """Return the choice worth most for its words in addition to the chosen ones; None when none fits.

        Args:
            chosen: Indexes of sentences.
            words: The budget, spent words included.
            room: Sentences that may still be added.
        """
        new = self._members.copy()
        new[:, chosen] = False
        length = new @ self._lengths
        count = new.sum(axis=1)
        covered = self._concepts.held[chosen].any(axis=0)
        fresh = (self._held & ~covered) @ self._concepts.weights
        # A single sentence has no rivals for the words.
        cost = np.maximum(length, 1) ** _LENGTH_COST if room > 1 or chosen else 1.0
        worth = (fresh + self._known) * self._place / cost
        spent = int(self._lengths[chosen].sum())
        worth[(count == 0) | (count > room) | (length > words - spent)] = 0.0
        number = int(np.argmax(worth))
        return number if worth[number] > 0 else None


def _groups(texts: Sequence[str], language: str) -> list[tuple[int, ...]]:
    """Return each sentence that can be quoted, with up to two before it that it depends on."""
    dependent = [depends_on_previous(text, language) for text in texts]
    furniture = [is_furniture(text, language) for text in texts]
    groups = []
    for i in range(len(texts)):
        first = i
        while first > 0 and i - first < _CONTEXT and dependent[first]:
            first -= 1
        if (first == i or not dependent[first]) and not any(furniture[first : i + 1]):
            groups.append(tuple(range(first, i + 1)))
    return groups or [(0,)]


def _normalised(scores: npt.NDArray[np.float64]) -> Floats:
    best = float(scores.max(initial=0.0))
    return scores / best if best > 0 else np.zeros_like(scores)
