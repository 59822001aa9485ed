"""How much of a question an article covers: its names, and the rest of its words."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.search.ports import Passages

_SHARE, _NAMES, _CONTENT, _NAMELESS = 0.5, 0.6, 0.5, 0.6
"""Least share of all words, of the names, of the others, and of all words of a question without names."""
_MENTIONED = 0.3
"""Least share of the other words anywhere in an article that is about a name of the question."""
_ENOUGH_NAMES = 3
"""Names that together say what an event is, whatever other words an article uses for it."""
_MENTIONS = 3
"""Sentences with a name from which an article is about it."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which of a question's words come together in an article: in its title, or in three sentences in a row.

    Args:
        share: Of all words, by weight, in [0, 1].
        names: Of the names; None if the question has none.
        content: Of the other words; 1 if there are none.
        subject: Whether the article is about one of the names, not only mentions it.
        mentioned: Of the other words, anywhere in the article; 1 if there are none, or many names.
    """

    share: float
    names: float | None = None
    content: float = 1.0
    subject: bool = False
    mentioned: float = 1.0

    @property
    def about(self) -> bool:
        """Whether the article is about the question.

        Most of its names must be there, and half of the other words too, unless the article is about a name:
        then it may answer in other words than were asked.
        """
        if self.names is None:
            return self.share >= _NAMELESS
        return (
            self.share >= _SHARE
            and self.names >= _NAMES
            and ((self.subject and self.mentioned >= _MENTIONED) or self.content >= _CONTENT)
        )


def coverage(passages: Passages, names: AbstractSet[str]) -> Coverage:
    """Return how much of a question an article covers where most of it comes together.

    Args:
        passages: Of the article, for the question.
        names: Those of its words that are names.
    """
    named = np.array([word in names for word in passages.words], np.bool_)
    weights, held = passages.weights, passages.in_sentence
    if named.any() and not named.all():  # in a small corpus, a name can be as common as any word
        weights = np.where(named, np.maximum(weights, weights[~named].max()), weights)
    if not weights.sum():
        return Coverage(1.0)
    around = (held if len(held) else np.zeros((1, len(weights)), np.bool_)) | passages.in_title
    around[1:] |= held[:-1]
    around[:-1] |= held[1:]
    best = around[int(np.argmax(around @ weights))]
    mentions = held[:, named].sum(axis=0)
    return Coverage(
        share=_share(best, weights),
        names=_share(best[named], weights[named]) if named.any() else None,
        content=_share(best[~named], weights[~named]),
        mentioned=_mentioned(passages, named),
        subject=bool(passages.in_title[named].any() or (mentions >= _MENTIONS).any()),
    )


def _mentioned(passages: Passages, named: npt.NDArray[np.bool_]) -> float:
    """Return the share of the other words than names anywhere in an article; 1 if the names say enough."""
    anywhere = passages.in_sentence.any(axis=0) | passages.in_title
    if (anywhere & named).sum() >= _ENOUGH_NAMES:
        return 1.0
    return _share(anywhere[~named], passages.weights[~named])


def _share(held: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64]) -> float:
    total = float(weights.sum())
    return float(held @ weights) / total if total else 1.0
