"""An article's summary: sentences that together cover what it is about, or what was asked."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article
from bot.search.ports import Passages
from bot.summaries.concepts import Concepts, Floats, find_concepts
from bot.summaries.credits import credit_sentences
from bot.summaries.novelty import TermWeights, are_equivalent, sentence_terms
from bot.summaries.sentence import QuotedSentence, depends_on_previous, is_complete, quote_sentence

OVERSHOOT = 4
"""Words by which a summary may pass its budget, as sentences are never cut."""
_KNOWN_WORTH = 0.25
"""Worth of a concept that is already said, beside a new one: what is central may come up twice."""
_EARLY, _EARLY_FOR = 0.6, 5.0
"""How much of a sentence's worth hangs on its place, and the sentence at which that is halved."""
_ASKED = 2.0
"""Worth of answering the question wholly, beside covering the whole article."""
_POOR = 0.2
"""Worth of a caption or heading beside a sentence."""


def summarize(
    article: Article, passages: Passages | None, *, words: int = 110, most: int = 5
) -> tuple[QuotedSentence, ...]:
    """Return up to `most` sentences of about `words` words, chosen for the question behind `passages`.

    Without a question they are the article's own gist. Each stands alone or comes with what it leans on.
    """
    chosen = choose_sentences(article, passages, words=words, most=most)
    said_by = credit_sentences(article, wanted=chosen)
    return tuple(
        quote_sentence(article, index, credit, score=1.0 / (rank + 1))
        for rank, (index, credit) in enumerate(zip(chosen, said_by, strict=True))
    )


def choose_sentences(article: Article, passages: Passages | None, *, words: int, most: int) -> list[int]:
    """Return the places of the chosen sentences in `article.sentences`, ascending."""
    if not article.sentences:
        return []
    texts = [article.quote(span) for span in article.sentences]
    together = _together(texts, article.language)
    if passages is None or len(passages.starts) != len(texts) + 1:
        return list(together[0])[:most]
    choices = _Choices(together, texts, find_concepts(passages), _shares(passages.scores))
    chosen: list[int] = []
    while (best := choices.best(chosen, words=words + OVERSHOOT, room=most - len(chosen))) is not None:
        chosen += [i for i in together[best] if i not in chosen]
    return sorted(chosen) or [choices.likeliest]


class _Choices:
    """What can be quoted together: a sentence that stands alone, or one with those it leans on.

    Args:
        together: Places of sentences, ascending, for each choice.
        asked: Shape (sentences,), in [0, 1]: how well each answers the question.
    """

    def __init__(
        self, together: Sequence[tuple[int, ...]], texts: Sequence[str], concepts: Concepts, asked: Floats
    ) -> None:
        self._members = np.zeros((len(together), len(texts)), np.bool_)
        for number, places in enumerate(together):
            self._members[number, list(places)] = True
        self._lengths = np.array([len(text.split()) for text in texts])
        self._concepts = concepts
        self._held = self._members @ concepts.held
        whole = np.array([1.0 if is_complete(text) else _POOR for text in texts])
        early = 1.0 - _EARLY + _EARLY / (1.0 + np.arange(len(texts)) / _EARLY_FOR)
        self._place = (self._members @ (whole * early)) / self._members.sum(axis=1)
        asked_most = np.where(self._members, asked, 0.0).max(axis=1)
        self._known = _KNOWN_WORTH * (self._held @ concepts.weights) + _ASKED * asked_most
        self.likeliest = int(together[int(np.argmax(self._place))][-1])

    def best(self, chosen: Sequence[int], *, words: int, room: int) -> int | None:
        """Return the choice with most worth for its words beside those chosen; None when none fits."""
        new = self._members.copy()
        new[:, chosen] = False
        length = new @ self._lengths
        count = new.sum(axis=1)
        covered = self._concepts.held[chosen].any(axis=0)
        fresh = (self._held & ~covered) @ self._concepts.weights
        cost = (
            np.sqrt(np.maximum(length, 1)) if room > 1 or chosen else 1.0
        )  # one sentence has no rivals for room
        worth = (fresh + self._known) * self._place / cost
        spent = int(self._lengths[chosen].sum())
        worth[(count == 0) | (count > room) | (length > words - spent)] = 0.0
        number = int(np.argmax(worth))
        return number if worth[number] > 0 else None


def _together(texts: Sequence[str], language: str) -> list[tuple[int, ...]]:
    """The places of each sentence that can be quoted, with up to two before it that it leans on."""
    leaning = [depends_on_previous(text, language) for text in texts]
    found = []
    for i in range(len(texts)):
        first = i
        while first > 0 and i - first < 2 and leaning[first]:
            first -= 1
        if first == i or not leaning[first]:
            found.append(tuple(range(first, i + 1)))
    return found


def _shares(scores: npt.NDArray[np.float64]) -> Floats:
    best = float(scores.max(initial=0.0))
    return scores / best if best > 0 else np.zeros_like(scores)


MAX_SENTENCES = 3


def summarize_articles(candidates: Sequence[tuple[Article, Passages, str]]) -> tuple[QuotedSentence, ...]:
    """Return 0 to 3 sentences, best article first, one per origin, no two saying the same.

    All are in the language of the first: a name finds articles in every language, and few read them all.

    Args:
        candidates: Articles best first, each with its passages and a key of its origin.
    """
    chosen: list[QuotedSentence] = []
    said: list[TermWeights] = []
    seen: set[str] = set()
    language = candidates[0][0].language if candidates else ""
    for article, passages, origin in candidates:
        if article.language != language:
            continue
        best = summarize(article, passages, most=1)
        if not best or origin in seen:
            continue
        words = sentence_terms(article, passages, best[0].index)
        if not any(are_equivalent(words, each) for each in said):
            chosen.append(best[0])
            said.append(words)
            seen.add(origin)
        if len(chosen) == MAX_SENTENCES:
            break
    return tuple(chosen)
