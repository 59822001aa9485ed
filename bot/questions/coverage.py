"""How much of a question an article covers: its names, and the rest of its words."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.search.ports import Passages

_SHARE, _NAMES, _CONTENT = 0.5, 0.6, 0.5
"""Least share of all words, of the names, and of the others."""
_NAMELESS, _CAPLESS = 0.72, 0.6
"""Least share of all words of a question without names, and in a script that doesn't show names."""
_FEW_NAMES = 2
"""Names of which an article must have each."""
_PART_OF_NAME = 0.4
"""Least share of the words of such a name: "Blair" of "Tony Blair"."""
_FEW_WORDS, _NEARLY_ALL = 3, 0.85
"""Words of a question of which an article must have each, and the share of their weight that is each."""
_MENTIONED = 0.3
"""Least share of the other words anywhere in an article that is about a name of the question."""
_ENOUGH_NAMES = 3
"""Names that together say what an event is, whatever other words an article uses for it."""
_SHORT_ARTICLE = 12
"""Sentences up to which an article counts as one place if it has nearly all words."""
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
        complete: Whether it has each name of a question with few, and each word of a short question.
        few_names: Whether `complete` says enough about the names.
        enough: Least share of a question without names.
    """

    share: float
    names: float | None = None
    content: float = 1.0
    subject: bool = False
    mentioned: float = 1.0
    complete: bool = True
    few_names: bool = False
    enough: float = _NAMELESS

    @property
    def about(self) -> bool:
        """Whether the article is about the question.

        Most of its names must be there, and half of the other words too, unless the article is about a name:
        then it may answer in other words than were asked.
        """
        if not self.complete:
            return False
        if self.names is None:
            return self.share >= self.enough
        return (
            self.share >= _SHARE
            and (self.few_names or self.names >= _NAMES)
            and ((self.subject and self.mentioned >= _MENTIONED) or self.content >= _CONTENT)
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What an article must cover.

    Args:
        names: The words of the question that are names, those of one name together.
        matter: The words without which a question isn't answered: all but those that ask; empty for words
            that ask nothing, and where forms of a word often don't match.
        has_capitals: Whether names show by their capitals.
    """

    names: Sequence[AbstractSet[str]] = ()
    matter: AbstractSet[str] = frozenset()
    has_capitals: bool = True


def coverage(passages: Passages, asked: Asked) -> Coverage:
    """Return how much of a question an article covers where most of it comes together.

    Args:
        passages: Of the article, for the question.
    """
    names = frozenset().union(*asked.names)
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
    anywhere = held.any(axis=0) | passages.in_title
    if len(held) <= _SHORT_ARTICLE and _share(anywhere, weights) >= _NEARLY_ALL:
        best = anywhere
    mentions = held[:, named].sum(axis=0)
    return Coverage(
        share=_share(best, weights),
        names=_share(best[named], weights[named]) if named.any() else None,
        content=_share(best[~named], weights[~named]),
        mentioned=_mentioned(passages, named),
        subject=bool(passages.in_title[named].any() or (mentions >= _MENTIONS).any()),
        complete=_complete(asked, passages.words, best, weights),
        few_names=0 < len(asked.names) <= _FEW_NAMES,
        enough=_NAMELESS if asked.has_capitals else _CAPLESS,
    )


def _complete(
    asked: Asked, words: Sequence[str], held: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64]
) -> bool:
    """Return whether a place has each name of a question with few, and each word of a short question."""
    for name in asked.names if len(asked.names) <= _FEW_NAMES else ():
        named = np.array([word in name for word in words], np.bool_)
        if _share(held[named], weights[named]) < _PART_OF_NAME:
            return False
    matter = np.array([word in asked.matter for word in words], np.bool_)
    return not 0 < matter.sum() <= _FEW_WORDS or _share(held[matter], weights[matter]) >= _NEARLY_ALL


def _mentioned(passages: Passages, named: npt.NDArray[np.bool_]) -> float:
    """Return the share of the other words than names anywhere in an article; 1 if the names say enough."""
    anywhere = passages.in_sentence.any(axis=0) | passages.in_title
    if (anywhere & named).sum() >= _ENOUGH_NAMES:
        return 1.0
    return _share(anywhere[~named], passages.weights[~named])


def _share(held: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64]) -> float:
    total = float(weights.sum())
    return float(held @ weights) / total if total else 1.0
