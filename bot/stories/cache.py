"""Stories as they were last built: finding near-duplicates takes milliseconds an article, each time."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore
from bot.stories.origins import build_story
from bot.stories.story import Story, StoryId

MAX_STORIES = 4_000
"""Stories kept, the last asked for; a kilobyte or two each."""
_Marks = tuple[tuple[ArticleId, str], ...]


class StoryCache:
    """Builds a story once, and again when an article of it came, went or changed."""

    def __init__(self, articles: ArticleStore, *, most: int = MAX_STORIES) -> None:
        self._articles = articles
        self._most = most
        self._built: OrderedDict[StoryId, tuple[_Marks, Story]] = OrderedDict()

    async def stories(self, members: Mapping[StoryId, Sequence[ArticleId]]) -> dict[StoryId, Story]:
        """Return stories by their ids; articles that are gone take no part.

        Args:
            members: The articles of each story.
        """
        marks = await self._articles.fingerprints(sorted({each for ids in members.values() for each in ids}))
        wanted = {
            story: tuple((each, marks[each]) for each in ids if each in marks)
            for story, ids in members.items()
        }
        found = {story: kept for story, held in wanted.items() if (kept := self._kept(story, held))}
        missing = {story: held for story, held in wanted.items() if held and story not in found}
        return found | (await self._build(missing) if missing else {})

    def _kept(self, story: StoryId, held: _Marks) -> Story | None:
        marks, built = self._built.get(story, ((), None))
        if built is None or marks != held:
            return None
        self._built.move_to_end(story)
        return built

    async def _build(self, missing: Mapping[StoryId, _Marks]) -> dict[StoryId, Story]:
        ids = sorted({each for held in missing.values() for each, _ in held})
        known = {each.id: each for each in await self._articles.get(ids)}
        groups = {story: [known[i] for i, _ in held if i in known] for story, held in missing.items()}
        built = await asyncio.to_thread(_build, {story: group for story, group in groups.items() if group})
        for story, each in built.items():
            self._built[story] = missing[story], each
            self._built.move_to_end(story)
        while len(self._built) > self._most:
            self._built.popitem(last=False)
        return built


def _build(groups: Mapping[StoryId, Sequence[Article]]) -> dict[StoryId, Story]:
    return {story: build_story(story, articles) for story, articles in groups.items()}
