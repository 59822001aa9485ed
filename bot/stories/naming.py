"""Which groups of articles keep which story's id."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.stories.linkage import Neighbourhood
from bot.stories.story import StoryId


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of groups of articles.

    Args:
        groups: The story of each group; None for one that gets a new id.
        redirects: Stories that keep no group, each with the one that most of its articles are in.
    """

    groups: tuple[StoryId | None, ...]
    redirects: Mapping[StoryId, StoryId]


def named(groups: Sequence[Sequence[int]], near: Neighbourhood, outside: Mapping[StoryId, int]) -> Names:
    """Return the ids of groups: a group keeps the id of the story that most of its articles were in.

    Only the group with most of a story's articles may keep its id, of two with as many the one with the older
    ones; articles that stay in their story count most.

    Args:
        groups: Positions in `near`, ascending.
        outside: Further articles of the stories, which go where their story's id goes.
    """
    homes: dict[StoryId, tuple[tuple[bool, int, int], int]] = {}
    for number, group in enumerate(groups):
        fixed = {near.stories[at] for at in group if near.fixed[at]}
        for story_id, count in Counter(near.stories[at] for at in group).items():
            if story_id is not None:
                oldest = next(at for at in group if near.stories[at] == story_id)
                claim = (story_id in fixed, count, -oldest), number
                homes[story_id] = max(homes.get(story_id, claim), claim)
    kept: dict[int, tuple[int, int, StoryId]] = {}
    for story_id, ((_, count, oldest), number) in homes.items():
        offer = count + outside.get(story_id, 0), oldest, story_id
        kept[number] = max(kept.get(number, offer), offer)
    names = [kept[number][2] if number in kept else None for number in range(len(groups))]
    ids = {story_id: kept[number][2] for story_id, (_, number) in homes.items()}
    return Names(
        tuple(names), {story_id: kept_id for story_id, kept_id in ids.items() if kept_id != story_id}
    )
