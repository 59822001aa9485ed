"""Moves of articles between stories in a delivery simulation."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from bot.corpus.article import Article, ArticleId
from bot.stories.assignment import Assignment, Move
from bot.stories.clusterer import StoryClusterer
from bot.stories.story import StoryId
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import TOPICS


async def move(simulation: DeliverySimulation, number: int, topic: int, *, splits: bool) -> None:
    """Publish an article that moves another one to its story, which is another's or a new one."""
    known = [article.id for article in simulation.model.articles]
    stories = await simulation.app.services.delivery.updates.stories.story_ids(known)
    if not stories:
        return
    moving = sorted(stories)[number % len(stories)]
    if list(stories.values()).count(stories[moving]) == 1:
        return  # It would merge, not move.
    others = sorted(set(stories.values()) - {stories[moving]})
    target = others[number % len(others)] if others and not splits else StoryId(f"split{len(known)}")
    with every_article_moves(moving, target):
        await simulation.publish(topic % len(TOPICS), 0)


@contextmanager
def every_article_moves(moving: ArticleId, target: StoryId) -> Iterator[None]:
    """Let every assigned article join a story, and move an article there."""

    def join(
        self: StoryClusterer, slot: int, article: Article, may_move: Callable[[ArticleId], bool]
    ) -> Assignment:
        left = self.story_of(moving)
        if left in (None, target) or not may_move(moving):
            return Assignment(article.id, target)
        assert left is not None
        self.move([moving], target)
        return Assignment(article.id, target, moves=(Move(moving, left, target),))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StoryClusterer, "_join_stories", join)
        yield
