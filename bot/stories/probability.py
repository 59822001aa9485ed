"""How likely it is that an article tells of the same event as the one it is likest to."""

from collections.abc import Sequence
from math import exp, log, log1p

LIKENESS, SUPPORT, RIVALS, TOGETHER = 4.5, 0.5, 35.0, 6.3
"""Worth of the cosine to that article and of the weight shared with it (logarithms), of the mean cosine to
its rivals, and the rest."""
RIVAL_STORIES = 5
"""Other stories whose likest article is a rival, the likest first."""
DEFAULT_RIVAL = 0.12
"""Cosine to a rival where fewer were found: the corpus is small, or one story holds all candidates."""
MIN_COSINE = 0.25
"""Cosine below which articles tell of different events, however lonely both are."""
COPY_COSINE = 0.85
"""Cosine from which an article carries the same text, whatever else is like it."""
INITIAL_PRIOR = 0.2
"""Share of articles that tell of a known event, before any were seen."""
_SEEN_BEFORE, _REMEMBERED = 50, 2_000
"""Articles that `INITIAL_PRIOR` counts for, and after how many more an article hardly counts."""


def same_event_probability(cosine: float, shared: float, *, rivals: Sequence[float], share: float) -> float:
    """Return the probability that an article and the one it is likest to tell of one event, in [0, 1].

    Words that are as like to several other stories say a topic, not an event; and as high a cosine of two
    words says less than one of forty.

    Args:
        cosine: To the article it is likest to, in [0, 1].
        shared: Weight of the terms shared with it, >= 0: the cosine before it is divided by the lengths.
        rivals: Cosines to the likest articles of other stories, best first.
        share: Of articles that tell of a known event, in (0, 1): the prior.

    Source:
        Lowe 2004, Distinctive Image Features, section 7.1, for the comparison with the next best; Singhal,
        Buckley, Mitra 1996, Pivoted Document Length Normalization, section 2, for what a cosine gives short
        texts too much; Bayes' theorem in logits; weights from logistic regression on pairs of news articles,
        rounded.
    """
    if cosine >= COPY_COSINE or cosine < MIN_COSINE:
        return float(cosine >= COPY_COSINE)
    density = sum([*rivals, *[DEFAULT_RIVAL] * RIVAL_STORIES][:RIVAL_STORIES]) / RIVAL_STORIES
    likeness = LIKENESS * log(cosine) + SUPPORT * log1p(shared)
    logit = likeness - RIVALS * density + TOGETHER + log(share / (1 - share))
    return 1 / (1 + exp(-logit))


def updated_prior(share: float, probability: float, articles: int) -> float:
    """Return the share of articles that tell of a known event after one more, in (0, 1).

    Args:
        probability: That the new one does.
        articles: Known before it, >= 0.

    Source:
        Saerens, Latinne, Decaestecker 2002, Adjusting the Outputs of a Classifier to New a Priori
        Probabilities, section 2.2, one article at a time.
    """
    share += (probability - share) / min(_SEEN_BEFORE + articles + 1, _REMEMBERED)
    return min(max(share, 0.01), 0.99)
