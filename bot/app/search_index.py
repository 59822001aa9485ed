"""Opens what searches articles and matches alerts."""

from contextlib import AsyncExitStack
from typing import Protocol

from bot.alerts.matching.ports import AlertIndex
from bot.alerts.matching.projection import AlertProjection
from bot.alerts.ports import AlertLog
from bot.app.settings import Settings
from bot.ingest.reload.checks import IndexStage
from bot.search.local_index import LocalIndex
from bot.search.ports import ArticleIndex, IndexUpkeep
from bot.search.ranking.searcher import RankingConfig
from bot.trends.service import MentionIndex


class SearchIndex(ArticleIndex, IndexStage, IndexUpkeep, MentionIndex, Protocol):
    """Everything that the program asks of an index of articles."""


async def open_indexes(
    stack: AsyncExitStack, settings: Settings, log: AlertLog
) -> tuple[SearchIndex, AlertIndex]:
    """Return the index of articles and that of alerts; the stack closes them."""
    store_id = await log.store_id()
    ranking = RankingConfig(half_life_days=settings.half_life_days)
    index = LocalIndex.open(settings.data / "index", store_id=f"{store_id:x}", config=ranking)
    stack.push_async_callback(index.close)
    alerts = await AlertProjection.open(
        log, settings.data / "alerts.npz", lambda term: index.snapshot.doc_freq(term)
    )
    stack.push_async_callback(alerts.close)
    return index, alerts
