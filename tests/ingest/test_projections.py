"""Projections follow the change log, also while one of them is unavailable."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.errors import SearchUnavailable
from bot.ingest.batch import Batch, Revision
from bot.ingest.projections import Projections
from bot.search.ports import IndexChange
from bot.stories.projection import StoryProjection
from bot.stories.story import StoryId
from tests.factories import make_article
from tests.fakes.corpus import MemoryCorpus
from tests.fakes.projection import MemoryProjection

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


class AwayProjection(MemoryProjection):
    """A projection that can be unavailable."""

    away = True

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        if self.away:
            raise SearchUnavailable("away")
        await super().apply(changes)


async def test_stories_follow_while_the_index_is_away_and_the_index_follows_later() -> None:
    corpus, index = MemoryCorpus(), AwayProjection()
    stories = StoryProjection(corpus, corpus)
    projections = Projections(corpus, stories, (index,))
    await corpus.commit(Batch(AT, (Revision(make_article("a"), "a", story_id=StoryId("s")),)))
    assert await projections.follow() == 1
    assert (await stories.applied(), await index.applied()) == (1, 0)
    assert await projections.follow_without_stories() == 0
    index.away = False
    assert await projections.follow() == 1
    assert set(index.articles) == {"a"}
