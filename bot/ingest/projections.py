"""The derived copies of the store, brought up to its change log."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import ArticleStore, Change
from bot.search.ports import IndexChange
from bot.stories.projection import StoryProjection

FOLLOW_CHANGES = 500
"""Changes handed on at once after a commit or on start."""
Step = Callable[[int, int], None]
"""Told after every part the number reached and the last one there is."""


class Projection(Protocol):
    """A derived copy of the store: the stories, the index, the percolator."""

    async def applied(self) -> int:
        """Return the number of the last change taken in, 0 for none."""
        ...

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes, numbers ascending; those already taken in are skipped."""
        ...


@dataclass(frozen=True, slots=True)
class Projections:
    """Stories, index, percolator: all that can be made anew from the store.

    Args:
        stories: Says which story an article belongs to; follows the log before all others.
        followers: What questions need: the index.
    """

    store: ArticleStore
    stories: StoryProjection
    followers: tuple[Projection, ...]
    # By change number, from a commit to the followers.
    _committed: dict[int, Article] = field(default_factory=dict, init=False, repr=False, compare=False)

    async def follow(self, progress: Step | None = None) -> int:
        """Bring every copy up to the change log; return the number reached."""
        return await self._catch_up((self.stories, *self.followers), progress)

    async def searchable(self, progress: Step | None = None) -> int:
        """Bring what questions need up to the change log; return the number reached."""
        return await self._catch_up(self.followers, progress)

    def note(self, lines: Sequence[Change], articles: Sequence[Article]) -> None:
        """Take what was just committed from here, which need not be read again.

        Args:
            articles: Those the first lines speak of, in their order.
        """
        self.stories.committed(lines)
        self._committed.update((line.number, article) for line, article in zip(lines, articles, strict=False))

    async def _catch_up(self, followers: Sequence[Projection], progress: Step | None) -> int:
        reached = min([await each.applied() for each in followers])
        while changes := await self.store.changes(after=reached, limit=FOLLOW_CHANGES):
            now = await self._as_now(changes)
            lines = [
                IndexChange(each.number, each.article_id, now.get(each.article_id), each.together)
                for each in changes
            ]
            for follower in followers:
                await follower.apply(lines)
            reached = changes[-1].number
            if progress:
                progress(reached, await self.store.last_change())
        self._committed.clear()
        return reached

    async def _as_now(self, changes: Sequence[Change]) -> dict[ArticleId, Article]:
        ours = {
            change.article_id: self._committed[change.number]
            for change in changes
            if change.number in self._committed
        }
        asked = list(dict.fromkeys(each.article_id for each in changes if each.number not in self._committed))
        return ours | {article.id: article for article in await self.store.get(asked)}
