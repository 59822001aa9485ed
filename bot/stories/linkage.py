"""Which similar articles are one story: average linkage from single articles, on evidence of these alone.

Two articles need a high similarity: they may share a topic. More need a lower mean similarity, since reports
of one event differ. Articles that are one story already need a little less, so that they seldom part.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.stories.similarity import Floats
from bot.stories.story import StoryId

PAIR_SIMILARITY, DATED_PAIR_SIMILARITY = 0.42, 0.36
"""Least cosine of two articles for them to be a story, and of two whose dates are known to be near."""
GROUP_SIMILARITY = 0.23
"""Least mean cosine between two groups of articles of which one has several."""
COHESION_SHARE, COHESIVE, LEAST_SIMILARITY = 0.75, 12, 0.17
"""Share of its own mean cosine that suffices for a story with this many articles, but not less than this: the
words of an event that many report become common, so that its reports look less alike."""
TOGETHER = 0.025
"""Added to the cosines of articles that are one story now, which they leave only for a clear gain."""
_NEVER = -1.0


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Articles that may be one story or several, oldest first.

    Args:
        cosines: Of all pairs, shape (n, n).
        stories: The story of each now; None for an article without one.
        fixed: Those that stay in their story, shape (n,).
        dated: Those whose dates are known, shape (n,).
    """

    cosines: Floats
    stories: Sequence[StoryId | None]
    fixed: npt.NDArray[np.bool_]
    dated: npt.NDArray[np.bool_]

    def together(self) -> npt.NDArray[np.bool_]:
        """Return which pairs are one story now, shape (n, n)."""
        numbers: dict[StoryId, int] = {}
        known = np.array(
            [
                -1 - at if story is None else numbers.setdefault(story, len(numbers))
                for at, story in enumerate(self.stories)
            ]
        )
        return np.asarray(known[:, None] == known, np.bool_)


def grouped(near: Neighbourhood) -> list[list[int]]:
    """Return the positions of articles that are one story, ascending.

    Source:
        Sokal, Michener 1958, A statistical method for evaluating systematic relationships, for average
        linkage.
    """
    linkage = _Linkage(near)
    first_fixed: dict[StoryId | None, int] = {}
    for at in np.flatnonzero(near.fixed).tolist():
        first = first_fixed.setdefault(near.stories[at], at)
        if first != at:
            linkage.join(first, at)
    while best := linkage.best():
        linkage.join(*best)
    return [sorted(group) for group in linkage.groups.values()]


class _Linkage:
    """Groups of articles, and how much the mean cosine of each two exceeds the least one.

    A group has the row and the column of its first article.
    """

    def __init__(self, near: Neighbourhood) -> None:
        count = len(near.cosines)
        together = near.together()
        self.groups = {at: [at] for at in range(count)}
        self._means = near.cosines + together * TOGETHER
        both_dated = near.dated[:, None] & near.dated
        least = np.where(both_dated, DATED_PAIR_SIMILARITY, PAIR_SIMILARITY)
        self._least = _least_means(near.cosines, together)
        demanded = np.minimum(self._least[:, None], self._least)
        least = np.where(together, demanded, least)
        self._excess = np.where(self._means >= least, self._means - demanded, _NEVER)
        np.fill_diagonal(self._excess, _NEVER)
        self._alive = np.ones(count, np.bool_)
        self._sizes = np.ones(count)

    def best(self) -> tuple[int, int] | None:
        """Return the two groups to join next; None if no two should."""
        first, second = divmod(int(self._excess.argmax()), len(self._excess))
        return (first, second) if self._excess[first, second] > 0 else None

    def join(self, first: int, second: int) -> None:
        """Join the second group to the first."""
        self.groups[first] += self.groups.pop(second)
        weight, added = float(self._sizes[first]), float(self._sizes[second])
        size = weight + added
        self._alive[second] = False
        self._excess[second] = self._excess[:, second] = _NEVER
        means = (weight * self._means[first] + added * self._means[second]) / size
        self._means[first] = self._means[:, first] = means
        self._sizes[first] = size
        self._least[first] = min(self._least[first], self._least[second])
        least = np.minimum(self._least, self._least[first])
        excess = np.where(self._alive, means - least, _NEVER)
        excess[first] = _NEVER
        self._excess[first] = self._excess[:, first] = excess


def _least_means(cosines: Floats, together: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Return the least mean cosine that the present story of each article demands, shape (n,)."""
    sizes = together.sum(axis=1)
    cohesion = ((cosines * together).sum(axis=1) - 1) / np.maximum(sizes - 1, 1)
    cohesion = together @ cohesion / sizes
    demanded = np.clip(COHESION_SHARE * cohesion, LEAST_SIMILARITY, GROUP_SIMILARITY)
    return np.where(sizes >= COHESIVE, demanded, GROUP_SIMILARITY)
