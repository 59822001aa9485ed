"""Whether an article belongs to a story, or two stories are one: average linkage on evidence of both alone.

Two articles need a high similarity. A story needs less of a further article the less its own articles
resemble each other: reports of one event differ more in some languages and events than in others. Nothing
depends on what was decided about other articles.
"""

from dataclasses import dataclass

PAIR_SIMILARITY, DATED_PAIR_SIMILARITY = 0.45, 0.36
"""Least similarity of two articles for them to be a story, and of two whose dates are known to be near."""
STORY_SIMILARITY = 0.27
"""Least mean similarity to a story, as far as its articles don't say how much they resemble each other."""
COHESION_SHARE = 0.7
"""Share of its own mean similarity that a story demands."""
PRIOR_WEIGHT = 2.0
"""`STORY_SIMILARITY` counts as much as this many articles."""
MAX_COHESION = 0.44
"""Higher ones count as this: copies of one text would demand more copies."""
MIN_SIMILARITY = 0.15
COPY_COSINE = 0.85
"""Articles with at least this cosine share their text."""


@dataclass(frozen=True, slots=True)
class Cohesion:
    """How much the articles of a story resemble each other.

    Args:
        articles: At least 1.
        similarity: Mean cosine of its pairs, in [0, 1]; any value for a single article.
    """

    articles: int
    similarity: float


def least_similarity(first: Cohesion, second: Cohesion, *, dated: bool = False) -> float:
    """Return the least mean similarity between the articles of two stories for them to be one.

    Args:
        dated: Whether the dates of all their articles are known, and near each other.

    Source:
        Sokal, Michener 1958, A statistical method for evaluating systematic relationships, for average
        linkage; the demanded similarity is shrunk towards a prior as in Efron, Morris 1975.
    """
    weights = (first.articles - 1, second.articles - 1)
    if not sum(weights):
        return DATED_PAIR_SIMILARITY if dated else PAIR_SIMILARITY
    known = sum(
        weight * min(story.similarity, MAX_COHESION)
        for weight, story in zip(weights, (first, second), strict=True)
    )
    expected = PRIOR_WEIGHT * STORY_SIMILARITY / COHESION_SHARE
    demanded = COHESION_SHARE * (known + expected) / (sum(weights) + PRIOR_WEIGHT)
    return max(MIN_SIMILARITY, demanded)
