"""Which groups of articles keep which story's id."""

from collections.abc import Mapping, Sequence

import numpy as np

from bot.stories.linkage import Neighbourhood
from bot.stories.naming import Names, named
from bot.stories.story import StoryId


def names(
    groups: Sequence[Sequence[int]],
    stories: Sequence[str | None],
    *,
    fixed: Sequence[int] = (),
    outside: Mapping[StoryId, int] | None = None,
) -> Names:
    """Return the ids of groups of articles that were in some stories."""
    count = len(stories)
    known = [StoryId(story) if story else None for story in stories]
    near = Neighbourhood(
        np.eye(count, dtype=np.float32), known, np.isin(np.arange(count), fixed), np.zeros(count, np.bool_)
    )
    return named(groups, near, outside or {})


def test_the_larger_part_of_a_story_keeps_its_id() -> None:
    assert names([[0], [1, 2, 3]], ["s1", "s1", "s1", None]) == Names((None, StoryId("s1")), {})


def test_of_equal_parts_the_older_one_keeps_the_id() -> None:
    assert names([[1, 3], [0, 2]], ["s1", "s1", "s1", "s1"]).groups == (None, "s1")


def test_the_larger_of_two_merging_stories_keeps_its_id() -> None:
    merged = names([[0, 1, 2, 3]], ["s1", "s2", "s2", None])
    assert merged == Names((StoryId("s2"),), {StoryId("s1"): StoryId("s2")})


def test_articles_outside_count_and_follow_their_story() -> None:
    assert names([[0, 1, 2]], ["s1", "s2", "s2"], outside={StoryId("s1"): 5}).groups == ("s1",)


def test_of_equal_stories_the_older_one_keeps_its_id() -> None:
    assert names([[0, 1, 2]], ["s2", "s1", None]) == Names((StoryId("s2"),), {StoryId("s1"): StoryId("s2")})


def test_a_story_whose_articles_all_leave_redirects_to_where_most_of_them_are() -> None:
    found = names([[0, 2, 3, 5, 6], [1, 4, 7, 8]], ["s1", "s1", "s1", *["s2"] * 2, *["s2"] * 2, "s3", "s3"])
    assert found.groups == ("s2", "s3")
    assert found.redirects == {"s1": "s2"}


def test_articles_that_stay_keep_the_id_or_take_it_along() -> None:
    assert names([[0], [1, 2]], ["s1", "s1", "s1"], fixed=[0]).groups == ("s1", None)
    assert names([[0, 3, 4], [1, 2]], ["s1", "s1", "s1", "s2", "s2"], fixed=[0]) == Names(
        (StoryId("s2"), None), {StoryId("s1"): StoryId("s2")}
    )


def test_a_group_of_new_articles_has_no_id() -> None:
    assert names([[0]], [None]) == Names((None,), {})
