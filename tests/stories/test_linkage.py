"""How similar articles and stories must be to be one: pairs, stories, copies."""

from hypothesis import given
from hypothesis import strategies as st

from bot.stories.linkage import (
    DATED_PAIR_SIMILARITY,
    MIN_SIMILARITY,
    PAIR_SIMILARITY,
    Cohesion,
    least_similarity,
)

ONE = Cohesion(1, 1.0)
stories = st.builds(Cohesion, st.integers(1, 12), st.floats(0, 1))


@given(stories, stories)
def test_the_least_similarity_is_symmetric_and_never_above_that_of_two_articles(
    first: Cohesion, second: Cohesion
) -> None:
    least = least_similarity(first, second)
    assert MIN_SIMILARITY <= least <= PAIR_SIMILARITY
    assert least == least_similarity(second, first)


def test_a_story_needs_less_of_a_further_article_than_two_articles_of_each_other() -> None:
    assert least_similarity(Cohesion(4, 0.3), ONE) < least_similarity(ONE, ONE) == PAIR_SIMILARITY


@given(st.integers(2, 12), st.floats(0, 0.4), st.floats(0, 0.4))
def test_a_story_whose_articles_resemble_each_other_more_demands_more(
    articles: int, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert least_similarity(Cohesion(articles, low), ONE) <= least_similarity(Cohesion(articles, high), ONE)


def test_copies_of_one_text_do_not_demand_further_copies() -> None:
    assert least_similarity(Cohesion(12, 1.0), ONE) < 0.75 * PAIR_SIMILARITY


def test_two_articles_that_are_days_apart_need_to_be_less_alike() -> None:
    assert least_similarity(ONE, ONE, dated=True) == DATED_PAIR_SIMILARITY < least_similarity(ONE, ONE)
    assert least_similarity(Cohesion(4, 0.3), ONE, dated=True) == least_similarity(Cohesion(4, 0.3), ONE)
