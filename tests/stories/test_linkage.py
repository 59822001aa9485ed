"""Which similar articles are one story: pairs, groups, those that are together, those that must stay."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.stories.linkage import (
    COHESIVE,
    DATED_PAIR_SIMILARITY,
    GROUP_SIMILARITY,
    PAIR_SIMILARITY,
    TOGETHER,
    Neighbourhood,
    grouped,
)
from bot.stories.story import StoryId

MARGIN = 0.01
S1, S2 = StoryId("s1"), StoryId("s2")


def near(
    cosines: Sequence[Sequence[float]],
    stories: Sequence[StoryId | None] = (),
    *,
    fixed: Sequence[int] = (),
    dated: bool = False,
) -> Neighbourhood:
    """Return a neighbourhood, given the cosines of each article to those before it."""
    count = len(cosines) + 1
    matrix = np.eye(count, dtype=np.float32)
    for at, row in enumerate(cosines, 1):
        matrix[at, :at] = matrix[:at, at] = row
    stays = np.isin(np.arange(count), fixed)
    return Neighbourhood(matrix, stories or [None] * count, stays, np.full(count, dated))


def test_two_articles_need_a_high_similarity() -> None:
    assert grouped(near([[PAIR_SIMILARITY + MARGIN]])) == [[0, 1]]
    assert grouped(near([[PAIR_SIMILARITY - MARGIN]])) == [[0], [1]]


def test_two_dated_articles_need_to_be_less_alike() -> None:
    cosines = [[DATED_PAIR_SIMILARITY + MARGIN]]
    assert grouped(near(cosines, dated=True)) == [[0, 1]]
    assert grouped(near(cosines)) == [[0], [1]]


def test_a_group_needs_less_of_a_further_article_but_of_all_its_articles() -> None:
    enough, more = GROUP_SIMILARITY + MARGIN, PAIR_SIMILARITY - MARGIN
    assert grouped(near([[0.6], [enough, enough]])) == [[0, 1, 2]]
    assert grouped(near([[0.6], [more, 0.0]])) == [[0, 1], [2]]


def test_articles_that_are_together_part_only_for_a_clear_gain() -> None:
    less = GROUP_SIMILARITY - TOGETHER / 2
    assert grouped(near([[0.6], [less, less]], [S1, S1, S1])) == [[0, 1, 2]]
    assert grouped(near([[0.6], [less, less]], [S1, S1, S2])) == [[0, 1], [2]]
    assert grouped(near([[0.6], [0.1, 0.1]], [S1, S1, S1])) == [[0, 1], [2]]


def test_an_article_leaves_its_story_for_one_that_it_resembles_more() -> None:
    cosines = [[0.6], [0.25, 0.25], [0.1, 0.1, 0.6], [0.1, 0.1, 0.5, 0.6]]
    assert grouped(near(cosines, [S1, S1, S1, S2, S2])) == [[0, 1], [2, 3, 4]]


def test_articles_that_stay_are_never_parted() -> None:
    cosines = [[0.6], [0.25, 0.25], [0.1, 0.1, 0.6], [0.1, 0.1, 0.5, 0.6]]
    stories = [S1, S1, S1, S2, S2]
    groups = grouped(near(cosines, stories, fixed=range(5)))
    assert all({0, 1, 2} <= set(group) or {0, 1, 2}.isdisjoint(group) for group in groups)


def test_a_story_of_many_articles_demands_less_when_these_look_less_alike() -> None:
    cosines = [[0.24] * count for count in range(1, COHESIVE)]
    further = [0.2] * COHESIVE
    assert len(grouped(near([*cosines, further], [*[S1] * COHESIVE, None]))) == 1
    assert len(grouped(near([[0.6], [0.2, 0.2]], [S1, S1, None]))) == 2


@given(st.integers(2, 8).flatmap(lambda n: st.lists(st.floats(0, 1), min_size=n * n, max_size=n * n)))
def test_each_article_is_in_one_group(values: list[float]) -> None:
    count = round(len(values) ** 0.5)
    groups = grouped(near([values[at * count : at * count + at] for at in range(1, count)]))
    assert sorted(at for group in groups for at in group) == list(range(count))
