"""How likely two articles tell of one event: rivals, copies, the prior."""

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
rivals = st.lists(cosines, max_size=24).map(lambda found: sorted(found, reverse=True))
shares = st.floats(0.01, 0.99)
weights = st.floats(0, 1e5)
PLENTY = 500.0
"""Weight that articles of some hundred words share when they tell of one event."""


@given(cosines, weights, rivals, shares)
def test_a_probability_it_is_whatever_comes(
    cosine: float, shared: float, others: list[float], share: float
) -> None:
    assert 0 <= same_event_probability(cosine, shared, rivals=others, prior=share) <= 1


@given(st.floats(MIN_COSINE, COPY_COSINE, exclude_max=True), rivals, shares, st.data())
def test_a_rival_that_is_liker_never_speaks_for_joining(
    cosine: float, others: list[float], share: float, data: st.DataObject
) -> None:
    if others:
        nearer = [data.draw(st.floats(others[0], 1)), *others[1:]]
        farther = same_event_probability(cosine, PLENTY, rivals=others, prior=share)
        assert same_event_probability(cosine, PLENTY, rivals=nearer, prior=share) <= farther


def test_words_that_several_stories_share_say_a_topic_and_no_event() -> None:
    lonely = same_event_probability(0.4, PLENTY, rivals=[0.1] * 5, prior=INITIAL_PRIOR)
    crowded = same_event_probability(0.4, PLENTY, rivals=[0.38, 0.35, 0.33, 0.3, 0.3], prior=INITIAL_PRIOR)
    assert lonely > 0.5 > 0.1 > crowded


def test_a_copy_is_the_same_event_in_any_crowd_and_a_stranger_never_is() -> None:
    assert same_event_probability(0.95, 0, rivals=[0.84] * 5, prior=0.01) == 1
    assert same_event_probability(0.1, 1e5, rivals=[0.0] * 5, prior=0.99) == 0


def test_where_few_articles_tell_of_known_events_more_is_asked() -> None:
    crowd = [0.2, 0.15, 0.1, 0.1, 0.1]
    rare, common = (same_event_probability(0.4, PLENTY, rivals=crowd, prior=share) for share in (0.05, 0.4))
    assert rare < common


def test_as_high_a_cosine_of_fewer_shared_words_says_less() -> None:
    two_words, forty = (
        same_event_probability(0.4, shared, rivals=[0.1] * 5, prior=INITIAL_PRIOR) for shared in (80, 4_000)
    )
    assert two_words < 0.5 < forty


@given(st.lists(st.floats(0, 1), max_size=300))
def test_the_share_stays_a_share(told: list[float]) -> None:
    share = INITIAL_PRIOR
    for number, probability in enumerate(told):
        share = updated_prior(share, probability, number)
    assert 0.01 <= share <= 0.99


def test_the_share_follows_what_comes() -> None:
    share = INITIAL_PRIOR
    for number in range(1_000):
        share = updated_prior(share, 0.5, number)
    assert share == pytest.approx(0.5, abs=0.02)
