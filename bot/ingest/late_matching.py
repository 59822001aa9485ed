"""Matches articles that were stored while alerts could not be matched, once they can."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.corpus.article import Article, ArticleId
from bot.errors import SearchUnavailable, VersionConflict
from bot.ingest.batch import Batch, LateMatches
from bot.ingest.candidates import MAX_BATCH_ARTICLES
from bot.ingest.matching import AlertMatching
from bot.ingest.writer import ArticleWriter
from bot.stories.assignment import Assignment, moved_alone

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class LateMatching:
    """Finds the alerts and the stories of articles that were stored while the cluster was away.

    Several processes may do it at once: the first to commit the matches of an article wins.
    """

    writer: ArticleWriter
    matching: AlertMatching
    clock: Callable[[], datetime]

    async def run(self) -> int:
        """Match the articles that wait, the longest waiting first; return how many.

        The next call goes on where the cluster went away, or where another process committed first.
        """
        matched = 0
        try:
            while ids := await self.writer.articles.unmatched(MAX_BATCH_ARTICLES):
                async with self.writer.exclusive():
                    await self._match(ids)
                matched += len(ids)
        except (SearchUnavailable, VersionConflict) as error:
            log.info("alerts_still_wait", reason=str(error))
        if matched:
            log.info("alerts_matched_late", articles=matched)
        return matched

    async def _match(self, ids: Sequence[ArticleId]) -> None:
        known = await self.writer.known([])
        articles = await self.writer.store.get(ids)
        try:
            assigned = await self.writer.stories.assign(articles)
            if not all(assignment.complete for assignment in assigned):
                raise SearchUnavailable("similar articles can't be found")
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
