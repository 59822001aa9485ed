"""Merges of stories in a delivery simulation."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.corpus.article import Article
from bot.stories.assignment import Assignment, Move
from bot.stories.clusterer import StoryClusterer
from bot.stories.story import StoryId
from tests.paths import delivery_reload
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import TOPICS


async def merge(simulation: DeliverySimulation, number: int, topic: int, *, reloaded: bool) -> None:
    """Publish or reload an article that shows two stories with articles to be one."""
    stories = sorted(set(simulation.model.story_of.values()) & await _stored(simulation))
    if len(stories) < 2:
        return
    kept, merged = stories[number % len(stories)], stories[(number + 1) % len(stories)]
    with every_article_merges(merged, kept):
        if reloaded:
            await delivery_reload.reload(simulation, topic % len(TOPICS), 0, quiet=False)
        else:
            await simulation.publish(topic % len(TOPICS), 0)


async def _stored(simulation: DeliverySimulation) -> set[StoryId]:
    live = [article.id for article in simulation.model.articles]
    stories = await simulation.app.services.delivery.updates.stories.story_ids(live)
    return set(stories.values())


@contextmanager
def every_article_merges(merged: StoryId, kept: StoryId) -> Iterator[None]:
    """Let every assigned article join a story, and another one merge into it."""

    def join(self: StoryClusterer, slot: int, article: Article, may_move: object) -> Assignment:
        moves = [Move(moving, merged, kept) for moving in self.merge(merged, kept)]
        return Assignment(article.id, kept, moves=tuple(moves), redirects=((merged, kept),))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StoryClusterer, "_join_stories", join)
        yield
