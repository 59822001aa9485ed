"""The probability that an article reports the same event as its most similar article."""

from collections.abc import Sequence
from math import exp, log, log1p

COSINE_WEIGHT, SHARED_WEIGHT, RIVAL_WEIGHT, BIAS = 4.5, 0.5, 35.0, 6.3
"""Logistic regression: log cosine, log shared weight, mean cosine to the rivals, intercept."""
RIVAL_STORIES = 5
"""Number of other stories whose most similar article is a rival."""
DEFAULT_RIVAL = 0.12
"""Cosine of missing rivals: in a small corpus, or when one story holds all candidates."""
MIN_COSINE = 0.25
"""Articles with a lower cosine report different events, even without any rival."""
COPY_COSINE = 0.85
"""Articles with at least this cosine share their text, whatever the rivals."""
INITIAL_PRIOR = 0.2
"""Share of articles that report a known event, before any article was seen."""
_PRIOR_WEIGHT, _PRIOR_MEMORY = 50, 2_000
"""The initial prior counts as much as this many articles; the prior follows about this many articles."""


def same_event_probability(cosine: float, shared: float, *, rivals: Sequence[float], prior: float) -> float:
    """Return the probability that an article and its most similar article report one event, in [0, 1].

    Words that several stories share equally mark a topic, not an event. The same cosine means less when it
    comes from fewer shared words.

    Args:
        cosine: To the most similar article, in [0, 1].
        shared: Weight of the shared terms, >= 0: the dot product before dividing by the lengths.
        rivals: Cosines to the most similar article of each other story, best first.
        prior: Share of articles that report a known event, in (0, 1).

    Source:
        Lowe 2004, Distinctive Image Features, section 7.1, for the comparison with the next best match;
        Singhal, Buckley, Mitra 1996, Pivoted Document Length Normalization, section 2, for the bias of the
        cosine towards short texts; Bayes' theorem in logits. The weights are from a logistic regression on
        pairs of news articles, rounded.
    """
    if cosine >= COPY_COSINE or cosine < MIN_COSINE:
        return float(cosine >= COPY_COSINE)
    density = sum([*rivals, *[DEFAULT_RIVAL] * RIVAL_STORIES][:RIVAL_STORIES]) / RIVAL_STORIES
    similarity = COSINE_WEIGHT * log(cosine) + SHARED_WEIGHT * log1p(shared)
    logit = similarity - RIVAL_WEIGHT * density + BIAS + log(prior / (1 - prior))
    return 1 / (1 + exp(-logit))


def updated_prior(prior: float, probability: float, articles: int) -> float:
    """Return the prior after one more article, in (0, 1).

    Args:
        probability: That the new article reports a known event.
        articles: Articles before it, >= 0.

    Source:
        Saerens, Latinne, Decaestecker 2002, Adjusting the Outputs of a Classifier to New a Priori
        Probabilities, section 2.2, one article at a time.
    """
    prior += (probability - prior) / min(_PRIOR_WEIGHT + articles + 1, _PRIOR_MEMORY)
    return min(max(prior, 0.01), 0.99)
