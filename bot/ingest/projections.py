"""The projections of the store: derived copies, brought up to its change log."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import structlog

from bot.corpus.article import Article, ArticleId
from bot.corpus.faults import log_fault
from bot.corpus.ports import ArticleStore, Change, ChangeKind
from bot.errors import SearchUnavailable
from bot.search.ports import IndexChange
from bot.stories.ports import StoryIndex
from bot.summaries.statements import with_statements

log = structlog.get_logger()
CHANGES_PER_STEP = 500
"""Changes applied at once."""
OnProgress = Callable[[int, int], None]
"""Receives, after each step, the number reached and the last one in the log."""


class Projection(Protocol):
    """A derived copy of the store that follows its change log: the stories, the index."""

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        ...

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Apply changes, numbers ascending; changes applied before are skipped."""
        ...


@dataclass(frozen=True, slots=True)
class Projections:
    """All projections of the store; each can be rebuilt from it.

    Args:
        stories: Assigns articles to stories; applies changes before the others do.
        others: What questions need: the index. While it is unavailable, only the stories follow.
    """

    store: ArticleStore
    stories: StoryIndex
    others: tuple[Projection, ...]
    # Articles committed here, by change number, until every projection has applied them.
    _committed: dict[int, Article] = field(default_factory=dict, init=False, repr=False, compare=False)

    async def follow(self, progress: OnProgress | None = None) -> int:
        """Bring every projection up to the change log; return the number reached."""
        return await self._catch_up((self.stories, *self.others), progress)

    async def follow_without_stories(self, progress: OnProgress | None = None) -> int:
        """Bring the projections that questions need up to the change log; return the number reached."""
        return await self._catch_up(self.others, progress)

    def committed(self, changes: Sequence[Change], articles: Sequence[Article] = ()) -> None:
        """Note a commit of this process, whose stories are assigned.

        Args:
            articles: The articles of the first changes, in their order, which are then not read again.
        """
        # The clusterer already has what was assigned here, but not removals.
        self.stories.committed([change for change in changes if change.kind is not ChangeKind.REMOVED])
        self._committed.update(
            (change.number, article) for change, article in zip(changes, articles, strict=False)
        )

    async def _catch_up(self, projections: Sequence[Projection], progress: OnProgress | None) -> int:
        try:
            return await self._apply_changes(projections, progress)
        except SearchUnavailable as error:  # articles are stored meanwhile, and the index follows later
            log.warning("index_not_followed", reason=str(error))
            return await self._apply_changes([p for p in projections if p is self.stories], progress)

    async def _apply_changes(self, projections: Sequence[Projection], progress: OnProgress | None) -> int:
        if not projections:
            return 0
        reached = min([await projection.applied() for projection in projections])
        while changes := await self.store.changes(after=reached, limit=CHANGES_PER_STEP):
            articles = await self._current(changes)
            index_changes = [
                IndexChange(
                    change.number,
                    change.article_id,
                    articles.get(change.article_id),
                    change.together,
                    moved=change.kind is ChangeKind.MOVED,
                )
                for change in changes
            ]
            # Stories are no business of the others, which only need the last number.
            read = [change for change in index_changes[:-1] if not change.moved] + index_changes[-1:]
            for projection in projections:
                await projection.apply(index_changes if projection is self.stories else read)
            reached = changes[-1].number
            if progress:
                progress(reached, await self.store.last_change())
        self._committed.clear()
        return reached

    async def _current(self, changes: Sequence[Change]) -> dict[ArticleId, Article]:
        """Return the live articles that the changes are about."""
        cached = {
            change.article_id: self._committed[change.number]
            for change in changes
            if change.number in self._committed
        }
        others = [change.article_id for change in changes if change.number not in self._committed]
        stored = await self.store.get(list(dict.fromkeys(others)))
        if any(article.statements is None for article in stored):  # written by an earlier version
            stored = await asyncio.to_thread(lambda: list(map(_with_statements, stored)))
        return cached | {article.id: article for article in stored}


def _with_statements(article: Article) -> Article:
    """Return an article with its statements; with none after an error, so that other articles follow."""
    try:
        return with_statements(article)
    except Exception as error:
        log_fault("statements_not_found", error, article.id)
        return article
