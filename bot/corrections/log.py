"""Finds corrections: of an article, of a story, and the latest of all."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.corpus.article import ArticleId
from bot.corrections.correction import Correction, CorrectionKind, Step, correction_of, steps_of
from bot.corrections.ports import Version, VersionKey, VersionStore
from bot.corrections.text_changes import NOTHING_CHANGED, Text, TextChanges, text_changes
from bot.stories.story import StoryId

STEPS = 40
"""Newest steps of one article that are compared; a live blog may have hundreds."""
SCANNED = 1_000
"""Versions that ended last, among which the latest corrections are looked for."""
_TOGETHER = 50
"""Versions whose texts are read together."""
_REMEMBERED = 4_000
"""Comparisons that are remembered; texts of versions never change."""
Wanted = Callable[[Version], bool]


@dataclass(slots=True)
class CorrectionLog:
    """The corrections of the corpus."""

    store: VersionStore
    _compared: OrderedDict[tuple[VersionKey, ...], TextChanges] = field(default_factory=OrderedDict)

    async def of_articles(
        self, ids: Sequence[ArticleId], *, since: datetime | None = None
    ) -> list[Correction]:
        """Return the corrections of articles, withdrawals included, newest first.

        Args:
            since: Only those later than this, aware UTC; None for all.
        """
        versions = await self.store.versions(ids)
        steps = [step for article_id in ids for step in steps_of(versions.get(article_id, ()))[:STEPS]]
        if since is not None:
            steps = [step for step in steps if step.before.ended_at and step.before.ended_at > since]
        return sorted(await self._corrections(steps), key=lambda found: found.at, reverse=True)

    async def of_story(self, story_id: StoryId, *, since: datetime | None = None) -> list[Correction]:
        """Return the corrections of a story's articles, also of those that were withdrawn, newest first."""
        return await self.of_articles(await self.store.of_story(story_id), since=since)

    async def latest(self, article_id: ArticleId) -> Correction | None:
        """Return the latest correction of an article, or its withdrawal; None without any."""
        versions = await self.store.versions([article_id])
        for step in steps_of(versions.get(article_id, ()))[:STEPS]:
            if corrections := await self._corrections([step]):
                return corrections[0]
        return None

    async def withdrawal_at(self, url: str) -> Correction | None:
        """Return the withdrawal of the article that was at a URL; None without one."""
        article_id = await self.store.last_at(url)
        found = await self.latest(article_id) if article_id else None
        return found if found and found.kind is CorrectionKind.WITHDRAWN else None

    async def recent(self, wanted: Wanted = lambda _: True) -> AsyncIterator[Correction]:
        """Yield the latest corrections of all articles, newest first.

        Args:
            wanted: Whether the reader wants to see an article, of which it gets a version.
        """
        ended = await self.store.ended(limit=SCANNED)
        for start in range(0, len(ended), _TOGETHER):
            part = [entry.key for entry in ended[start : start + _TOGETHER]]
            versions = await self.store.versions(sorted({key.article_id for key in part}))
            step_of = {step.before.key: step for steps in versions.values() for step in steps_of(steps)}
            steps = [step_of[key] for key in part if key in step_of]
            steps = [step for step in steps if wanted(step.after or step.before)]
            for correction in await self._corrections(steps):
                yield correction

    async def _corrections(self, steps: Sequence[Step]) -> list[Correction]:
        """Return the corrections among steps, in order."""
        unknown = [step for step in steps if step.after and step.keys not in self._compared]
        for start in range(0, len(unknown), _TOGETHER):
            part = unknown[start : start + _TOGETHER]
            texts = await self.store.texts([key for step in part for key in step.keys])
            self._compared |= await asyncio.to_thread(_compare, part, texts)
        found = [correction_of(step, self._compared.get(step.keys, NOTHING_CHANGED)) for step in steps]
        while len(self._compared) > _REMEMBERED:
            self._compared.popitem(last=False)
        return [correction for correction in found if correction]


def _compare(
    steps: Sequence[Step], texts: Mapping[VersionKey, Text]
) -> dict[tuple[VersionKey, ...], TextChanges]:
    """Return what changed in each step; a text that was deleted meanwhile can't be compared."""
    return {
        step.keys: text_changes(texts[step.before.key], texts[step.after.key], step.after.language)
        for step in steps
        if step.after and all(key in texts for key in step.keys)
    }
