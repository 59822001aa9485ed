"""The probability that two articles report one event: rivals, copies, the prior."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.probability import (
    COPY_COSINE,
    INITIAL_PRIOR,
    MIN_COSINE,
    same_event_probability,
    updated_prior,
)

cosines = st.floats(0, 1)
rivals = st.lists(cosines, max_size=24).map(lambda values: sorted(values, reverse=True))
priors = st.floats(0.01, 0.99)
weights = st.floats(0, 1e5)
PLENTY = 500.0
"""Shared weight of two articles of a few hundred words about one event."""


@given(cosines, weights, rivals, priors)
def test_the_result_is_a_probability(cosine: float, shared: float, others: list[float], prior: float) -> None:
    assert 0 <= same_event_probability(cosine, shared, rivals=others, prior=prior) <= 1


@given(st.floats(MIN_COSINE, COPY_COSINE, exclude_max=True), rivals, priors, st.data())
def test_a_more_similar_rival_never_raises_the_probability(
    cosine: float, others: list[float], prior: float, data: st.DataObject
) -> None:
    if others:
        nearer = [data.draw(st.floats(others[0], 1)), *others[1:]]
        farther = same_event_probability(cosine, PLENTY, rivals=others, prior=prior)
        assert same_event_probability(cosine, PLENTY, rivals=nearer, prior=prior) <= farther


def test_words_shared_by_several_stories_mark_a_topic() -> None:
    lonely = same_event_probability(0.4, PLENTY, rivals=[0.1] * 5, prior=INITIAL_PRIOR)
    crowded = same_event_probability(0.4, PLENTY, rivals=[0.38, 0.35, 0.33, 0.3, 0.3], prior=INITIAL_PRIOR)
    assert lonely > 0.5 > 0.1 > crowded


def test_a_copy_always_matches_and_a_dissimilar_article_never_does() -> None:
    assert same_event_probability(0.95, 0, rivals=[0.84] * 5, prior=0.01) == 1
    assert same_event_probability(0.1, 1e5, rivals=[0.0] * 5, prior=0.99) == 0


def test_a_lower_prior_lowers_the_probability() -> None:
    crowd = [0.2, 0.15, 0.1, 0.1, 0.1]
    rare, common = (same_event_probability(0.4, PLENTY, rivals=crowd, prior=prior) for prior in (0.05, 0.4))
    assert rare < common


def test_the_same_cosine_of_fewer_shared_words_counts_less() -> None:
    two_words, forty = (
        same_event_probability(0.4, shared, rivals=[0.1] * 5, prior=INITIAL_PRIOR) for shared in (80, 4_000)
    )
    assert two_words < 0.5 < forty


@given(st.lists(st.floats(0, 1), max_size=300))
def test_the_prior_stays_within_its_bounds(probabilities: list[float]) -> None:
    prior = INITIAL_PRIOR
    for number, probability in enumerate(probabilities):
        prior = updated_prior(prior, probability, number)
    assert 0.01 <= prior <= 0.99


def test_the_prior_follows_the_articles() -> None:
    prior = INITIAL_PRIOR
    for number in range(1_000):
        prior = updated_prior(prior, 0.5, number)
    assert prior == pytest.approx(0.5, abs=0.02)
