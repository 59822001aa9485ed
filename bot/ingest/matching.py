"""Which alerts the articles of a batch match, now or later."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.alerts.matching.match import MatchBatch
from bot.alerts.matching.ports import AlertIndex
from bot.corpus.article import Article, ArticleId
from bot.errors import SearchUnavailable
from bot.ingest.dedupe import Candidate, Known
from bot.ingest.writer import ArticleWriter
from bot.stories.assignment import Assignment
from bot.stories.story import StoryId

log = structlog.get_logger()
MAX_REMATCHED = 16
"""Newest articles of a story that are matched again when others leave it."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What alerts match of a batch, and what waits because they can't be matched now; as in `Batch`."""

    matches: tuple[MatchBatch, ...] = ()
    rematches: tuple[MatchBatch, ...] = ()
    unmatched: tuple[ArticleId, ...] = ()
    misplaced: tuple[ArticleId, ...] = ()
    regrouped: Mapping[ArticleId, StoryId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AlertMatching:
    """Matches articles with alerts.

    Args:
        alerts: None to match none.
    """

    alerts: AlertIndex | None
    writer: ArticleWriter

    async def of_news(
        self,
        added: Sequence[Candidate],
        assigned: Sequence[Assignment],
        known: Known,
        at: datetime,
        *,
        silent: Set[ArticleId] = frozenset(),
    ) -> tuple[MatchBatch, ...]:
        """Return the alerts that new articles match; changed articles, and ones stored before, match none.

        Args:
            assigned: The stories of articles, `added` first.
            at: When the articles are ingested, aware UTC.
            silent: Ids of those that match none.

        Raises:
            SearchUnavailable: The cluster that matches alerts is away.
        """
        matchable = _matchable(added, known, silent)
        if self.alerts is None or not matchable:
            return ()
        await self.alerts.catch_up()
        pairs = [(new.article, story.story_id) for new, story in zip(added, assigned, strict=False)]
        return await self.alerts.matches([pair for pair in pairs if pair[0].id in matchable], now=at)

    async def of_batch(
        self,
        added: Sequence[Candidate],
        assigned: Sequence[Assignment],
        known: Known,
        at: datetime,
        *,
        moves: Mapping[ArticleId, StoryId],
        silent: Set[ArticleId],
    ) -> Matched:
        """Return the alerts that the articles of a batch match; while the cluster is away, which ones wait.

        Args:
            moves: Articles that leave their stories, each with the story that it joins.
        """
        regrouped = await self._regrouped(moves, assigned)
        try:
            require_complete(assigned)
            matches = await self.of_news(added, assigned, known, at, silent=silent)
            return Matched(matches, await self._of_regrouped(regrouped, at))
        except SearchUnavailable as error:
            matchable = _matchable(added, known, silent) if self.alerts else set()
            ids = [assignment.article_id for assignment in assigned]
            log.warning("alerts_wait", articles=len(matchable) + len(regrouped), reason=str(error))
            return Matched(
                unmatched=tuple(article_id for article_id in ids if article_id in matchable),
                misplaced=tuple(
                    one.article_id for one in assigned if not one.complete and one.article_id not in matchable
                ),
                regrouped=regrouped,
            )

    async def _regrouped(
        self, moves: Mapping[ArticleId, StoryId], assigned: Sequence[Assignment]
    ) -> dict[ArticleId, StoryId]:
        """Return the articles which leave stories, or stay in them, each with its story."""
        if self.alerts is None or not moves:
            return {}
        left = sorted({move.left for assignment in assigned for move in assignment.moves})
        members = await self.writer.stories.members(left)
        stay = {one: story_id for story_id, ids in members.items() for one in ids[-MAX_REMATCHED:]}
        return stay | dict(moves)

    async def again(
        self, moves: Mapping[ArticleId, StoryId], assigned: Sequence[Assignment], at: datetime
    ) -> tuple[MatchBatch, ...]:
        """Return the alerts that the articles match which leave stories, or stay in them; as in `of_stored`.

        Raises:
            SearchUnavailable: The cluster that matches alerts is away.
        """
        return await self._of_regrouped(await self._regrouped(moves, assigned), at)

    async def _of_regrouped(
        self, regrouped: Mapping[ArticleId, StoryId], at: datetime
    ) -> tuple[MatchBatch, ...]:
        articles = await self.writer.store.get(list(regrouped)) if regrouped else []
        return await self.of_stored(articles, regrouped, at)

    async def of_stored(
        self, articles: Sequence[Article], stories: Mapping[ArticleId, StoryId], at: datetime
    ) -> tuple[MatchBatch, ...]:
        """Return the alerts that stored articles match, paused and muted ones among them.

        The commit judges which of these report: those that were not silent when the article came, or that
        have an unsent message about the story that it leaves.

        Args:
            stories: The story of each article.

        Raises:
            SearchUnavailable: The cluster that matches alerts is away.
        """
        if self.alerts is None or not articles:
            return ()
        await self.alerts.catch_up()
        pairs = [(article, stories[article.id]) for article in articles]
        return await self.alerts.matches(pairs, now=at, silent=True)


def require_complete(assigned: Sequence[Assignment]) -> None:
    """Check that every article was compared with all others.

    Raises:
        SearchUnavailable: The cluster that finds similar articles is away.
    """
    if not all(assignment.complete for assignment in assigned):
        raise SearchUnavailable("similar articles can't be found")


def _matchable(added: Sequence[Candidate], known: Known, silent: Set[ArticleId]) -> set[ArticleId]:
    """Return the new articles that may match alerts."""
    unmatchable = known.former | silent
    return {new.article.id for new in added if new.article.id not in unmatchable}
