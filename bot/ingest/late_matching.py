"""Matches articles that were stored while alerts could not be matched, once they can."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.corpus.article import Article, ArticleId
from bot.corpus.faults import is_about_article
from bot.errors import SearchUnavailable, VersionConflict
from bot.ingest.batch import Batch, LateMatches
from bot.ingest.candidates import MAX_BATCH_ARTICLES
from bot.ingest.matching import AlertMatching, require_complete
from bot.ingest.writer import ArticleWriter
from bot.stories.assignment import Assignment, moved_alone

log = structlog.get_logger()
PAUSE = timedelta(seconds=2)
WARN_AT = 3
"""Failures of one article alone."""
MAX_PAUSE = timedelta(seconds=30)
"""How long an article that failed alone is left out at most."""


@dataclass(frozen=True, slots=True)
class _LeftOut:
    """An article that failed alone, how often, and the time of its next attempt."""

    failures: int
    due_at: datetime


@dataclass(slots=True)
class LateMatching:
    """Finds the alerts and the stories of articles that were stored while the cluster was away.

    Several processes may do it at once: the first to commit the matches of an article wins.

    A batch that fails is halved, as the cluster may refuse one of its articles only. An article that fails
    alone comes after all others from then on, with growing pauses.
    """

    writer: ArticleWriter
    matching: AlertMatching
    clock: Callable[[], datetime]
    _size: int = field(default=MAX_BATCH_ARTICLES, init=False)
    _left_out: dict[ArticleId, _LeftOut] = field(default_factory=dict, init=False)

    async def run(self) -> int:
        """Match the articles that wait, the longest waiting first; return how many.

        The next call goes on where the cluster failed, or where another process committed first.
        """
        matched = 0
        while ids := await self._next():
            try:
                async with self.writer.exclusive():
                    await self._match(ids)
            except VersionConflict as error:
                log.info("alerts_still_wait", reason=str(error))
                break
            except Exception as error:
                if not (isinstance(error, SearchUnavailable) or is_about_article(error)):
                    raise
                self._note_failure(ids, error)
                break
            matched += len(ids)
            self._size = min(2 * self._size, MAX_BATCH_ARTICLES)
            self._left_out.pop(ids[0], None)
        if matched:
            log.info("alerts_matched_late", articles=matched)
        return matched

    async def _next(self) -> list[ArticleId]:
        """Return the next batch; one that was left out comes alone, after all others."""
        waiting = await self.writer.articles.unmatched(MAX_BATCH_ARTICLES + len(self._left_out))
        if others := [article_id for article_id in waiting if article_id not in self._left_out]:
            return others[: self._size]
        self._left_out = {one: self._left_out[one] for one in waiting}
        due = [one for one in waiting if self._left_out[one].due_at <= self.clock()]
        return sorted(due, key=lambda one: self._left_out[one].failures)[:1]

    def _note_failure(self, ids: Sequence[ArticleId], error: Exception) -> None:
        self._size = max(len(ids) // 2, 1)
        reason = str(error) if isinstance(error, SearchUnavailable) else type(error).__name__
        log.info("alerts_still_wait", reason=reason)
        if len(ids) > 1:
            return
        failures = self._left_out[ids[0]].failures + 1 if ids[0] in self._left_out else 1
        if failures == WARN_AT:
            log.warning("article_not_matched", id=ids[0], reason=reason)
        pause = min(PAUSE * (failures - 1), MAX_PAUSE)
        self._left_out[ids[0]] = _LeftOut(failures, self.clock() + pause)

    async def _match(self, ids: Sequence[ArticleId]) -> None:
        known = await self.writer.known([])
        articles = await self.writer.store.get(ids)
        try:
            assigned = await self.writer.stories.assign(articles)
            require_complete(assigned)
            await self.writer.commit(await self._batch(ids, articles, assigned, known.last_change))
        finally:
            # The store has what is true now: the new stories, or the old ones.
            await self.writer.withdraw([article.id for article in articles])
        await self.writer.follow()

    async def _batch(
        self,
        ids: Sequence[ArticleId],
        articles: Sequence[Article],
        assigned: Sequence[Assignment],
        last_change: int,
    ) -> Batch:
        at, others = self.clock(), moved_alone(assigned)
        own = {assignment.article_id: assignment.story_id for assignment in assigned}
        matches = await self.matching.of_stored(articles, own, at)
        return Batch(
            at=at,
            moves=others | own,
            redirects={merged: kept for story in assigned for merged, kept in story.redirects},
            rematches=await self.matching.again(others, assigned, at),
            late=LateMatches(tuple(ids), matches),
            based_on=last_change,
        )
