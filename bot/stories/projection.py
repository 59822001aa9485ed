"""The projection that keeps the clusterer up to date with the change log."""

import asyncio
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path

import structlog

from bot.corpus.article import Article, ArticleId
from bot.corpus.faults import log_fault
from bot.corpus.ports import ArticleStore, Change
from bot.errors import IndexFilesError
from bot.search.ports import IndexChange
from bot.stories.assignment import Assignment, Move
from bot.stories.clusterer import StoryClusterer
from bot.stories.ports import StoryStore
from bot.stories.snapshot_file import load, save
from bot.stories.story import StoryId

log = structlog.get_logger()
SAVE_AFTER = 20_000
"""Save after this many changes: after a crash, a start analyses no more articles than that."""


class StoryProjection:
    """Implements `bot.stories.ports.StoryIndex` in this process: every article's terms are in memory.

    For one task at a time: call `assign`, then `committed` or `withdraw`, without `apply` in between.
    """

    def __init__(
        self, articles: ArticleStore, stories: StoryStore, *, file: Path | None = None, store_id: str = ""
    ) -> None:
        self._articles = articles
        self._stories = stories
        self._clusterer = StoryClusterer()
        self._applied = self._saved = 0
        self._own_changes: set[int] = set()
        self._uncommitted: set[ArticleId] = set()
        self._moves: dict[ArticleId, tuple[Move, ...]] = {}
        """What uncommitted articles moved to other stories."""
        self._redirects = 0
        """Redirects of the store when they were last followed."""
        self._file = file
        self._store_id = store_id

    @classmethod
    async def open(
        cls, articles: ArticleStore, stories: StoryStore, *, file: Path, store_id: str
    ) -> "StoryProjection":
        """Return a projection that continues from a saved file.

        Args:
            store_id: Identifies the article store; a file of another store is ignored.
        """
        projection = cls(articles, stories, file=file, store_id=store_id)
        saved = await asyncio.to_thread(load, file, store_id=store_id)
        if saved and saved[1] > await articles.last_change():
            log.warning("saved_stories_ignored", reason="They include changes that the store doesn't have")
        elif saved:
            projection._clusterer, projection._applied = saved
            projection._saved = projection._applied
        return projection

    async def close(self) -> None:
        """Save for the next start."""
        await self._save()

    async def _save(self) -> None:
        # Assignments that are neither committed nor withdrawn may never be committed.
        if self._file is None or self._uncommitted or self._applied == self._saved:
            return
        try:
            saved = await asyncio.to_thread(
                save, self._clusterer, self._file, number=self._applied, store_id=self._store_id
            )
            if saved:
                self._saved = self._applied
            else:
                log.info("stories_not_kept", reason="another process is saving them")
        except (OSError, IndexFilesError) as error:
            log.warning("stories_not_kept", reason=str(error))

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        return self._applied

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Apply changes in order of their numbers; skips those applied or assigned here before."""
        fresh = [change for change in changes if change.number > self._applied]
        foreign = [change for change in fresh if change.number not in self._own_changes]
        stories = await self._stories.story_ids([change.article_id for change in foreign if change.article])
        await asyncio.to_thread(self._update, self._concerning(foreign, stories), stories)
        if foreign and (redirects := await self._stories.count_redirects()) != self._redirects:
            await self._follow_redirects()
            self._redirects = redirects
        self._own_changes -= {change.number for change in fresh}
        self._applied = max((change.number for change in fresh), default=self._applied)
        if self._applied - self._saved >= SAVE_AFTER:
            await self._save()

    def _concerning(
        self, changes: Sequence[IndexChange], stories: Mapping[ArticleId, StoryId]
    ) -> Sequence[IndexChange]:
        """Return the changes to articles or stories that are here: all; a subclass may hold fewer."""
        return changes

    async def assign(self, articles: Sequence[Article], *, staged: bool = False) -> list[Assignment]:
        """Return the story of each new article, in their order, as it is after the last one."""
        before = self._uncommitted
        self._uncommitted = before | {article.id for article in articles}
        return await asyncio.to_thread(self._assign, articles, self._uncommitted if staged else None, before)

    def _assign(
        self, articles: Sequence[Article], movable: Set[ArticleId] | None, others: Set[ArticleId]
    ) -> list[Assignment]:
        """Assign articles, which may move `movable` ones; None for all that no uncommitted ones concern."""
        concerned = others | {move.article_id for moves in self._moves.values() for move in moves}

        def may_move(article_id: ArticleId) -> bool:
            return article_id not in concerned if movable is None else article_id in movable

        assigned: list[Assignment] = []
        for article in articles:
            assigned.append(assignment := self._clusterer.assign(article, may_move))
            self._moves[article.id] = assignment.moves
        stories = {article.id: self._clusterer.story_of(article.id) for article in articles}
        return [
            replace(assignment, story_id=stories[assignment.article_id] or assignment.story_id)
            for assignment in assigned
        ]

    async def members(self, story_ids: Sequence[StoryId]) -> dict[StoryId, tuple[ArticleId, ...]]:
        """Return the articles of each story, in order of arrival."""
        return {story_id: self._clusterer.members(story_id) for story_id in story_ids}

    async def known(self) -> dict[ArticleId, StoryId]:
        """Return the story of every article."""
        return await asyncio.to_thread(self._clusterer.stories)

    def committed(self, changes: Sequence[Change]) -> None:
        """Record that assigned articles were committed as these changes."""
        self._own_changes |= {change.number for change in changes}
        for change in changes:
            self._uncommitted.discard(change.article_id)
            self._moves.pop(change.article_id, None)

    async def keep_moves(self, ids: Sequence[ArticleId]) -> None:
        """Record that the moves that these articles brought about were committed, with or without them.

        Those stay out of the store whose stories another process merged before.
        """
        moved = [move.article_id for article_id in ids for move in self._moves.pop(article_id, ())]
        stories = await self._stories.story_ids(list(dict.fromkeys(moved)))
        await asyncio.to_thread(self._move_to, stories)

    async def withdraw(self, ids: Sequence[ArticleId]) -> None:
        """Revert articles whose assignment was not committed to what the store has."""
        stored = await self._articles.get(ids)
        left = self._take_back(set(ids))
        stories = await self._stories.story_ids([*ids, *left])
        removals = [IndexChange(0, article_id, None) for article_id in ids]
        additions = [IndexChange(0, article.id, article) for article in stored]
        await asyncio.to_thread(self._update, [*removals, *additions], stories)
        if left:
            # The store doesn't have those that other uncommitted articles are.
            await asyncio.to_thread(self._move_to, {moved: stories.get(moved, left[moved]) for moved in left})
            await self._follow_redirects()  # the stories that these return to may have merged meanwhile
        self._uncommitted -= set(ids)

    def _take_back(self, withdrawn: Set[ArticleId]) -> dict[ArticleId, StoryId]:
        """Forget the moves of withdrawn articles; return the others that moved, each with its first story."""
        left: dict[ArticleId, StoryId] = {}
        for article_id in [moving for moving in reversed(self._moves) if moving in withdrawn]:
            left |= {move.article_id: move.left for move in reversed(self._moves.pop(article_id))}
        return {moved: story for moved, story in left.items() if moved not in withdrawn}

    def _move_to(self, stories: Mapping[ArticleId, StoryId]) -> None:
        members: dict[StoryId, list[ArticleId]] = {}
        for article_id, story_id in stories.items():
            members.setdefault(story_id, []).append(article_id)
        for story_id, article_ids in members.items():
            self._clusterer.move(article_ids, story_id)

    async def _follow_redirects(self) -> None:
        """Merge the stories that the store has merged."""
        await asyncio.to_thread(self._merge, await self._stories.redirects())

    def _merge(self, redirects: Mapping[StoryId, StoryId]) -> None:
        for merged, kept in redirects.items():
            self._clusterer.merge(merged, kept)

    def _update(self, changes: Sequence[IndexChange], stories: Mapping[ArticleId, StoryId]) -> None:
        for change in changes:
            if change.moved and self._clusterer.story_of(change.article_id):
                if story_id := stories.get(change.article_id):
                    self._clusterer.move([change.article_id], story_id)
                continue
            self._clusterer.remove(change.article_id)
            if change.article is None or change.article_id not in stories:
                continue
            try:
                self._clusterer.load([(change.article, stories[change.article_id])])
            except Exception as error:  # it is committed: the articles after it must not wait for it
                log_fault("article_not_compared", error, change.article_id)
