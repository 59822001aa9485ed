"""From settings to an open app: the store migrated, the index up to date, the corpus folder read."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.alerts.matching.ports import AlertIndex
from bot.alerts.purging import AlertPurging
from bot.app.build import Parts, build_purging, build_services
from bot.app.clock import utc_now
from bot.app.corpus_folder import read_corpus_folder
from bot.app.progress import ProgressFactory, no_progress
from bot.app.search_index import SearchIndex, open_indexes
from bot.app.settings import Settings
from bot.corpus.web.late_fetcher import LateFetcher
from bot.corpus.web.ports import Fetcher
from bot.feeds.connectivity import NetworkStatus
from bot.feeds.poller import FeedPoller
from bot.ingest.late_matching import LateMatching
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.retention import Retention
from bot.ingest.workers import AnalysisPool
from bot.ingest.writer import ArticleWriter
from bot.metrics import Metrics
from bot.services import Services
from bot.storage.stores import Stores
from bot.trends.charts.renderer import ChartRenderer

MAX_WORKERS = 4
"""Default limit of processes that analyse articles: as one process writes and indexes, more gain nothing."""


@dataclass(frozen=True, slots=True)
class App:
    """Everything that is open while the program runs."""

    services: Services
    pipeline: IngestPipeline
    writer: ArticleWriter
    late_matching: LateMatching
    purging: AlertPurging
    poller: FeedPoller
    stores: Stores
    index: SearchIndex
    alerts: AlertIndex


@asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    read_corpus: bool = True,
    progress: ProgressFactory = no_progress,
    fetcher: Fetcher | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> AsyncIterator[App]:
    """Open the store, bring the index up to date and, by default, read the corpus folder.

    Args:
        progress: Shows the progress of long steps.
        fetcher: Reads from the web; by default over HTTP, from public addresses only.
        clock: Returns the current time, aware UTC.

    Raises:
        StoreError: The database refused, or a newer program created it.
    """
    async with AsyncExitStack() as stack:
        app = _build_app(await _open_parts(stack, settings, fetcher, clock))
        if settings.follows:
            with progress("Indexing", "articles") as report:
                await app.pipeline.follow_without_stories(report)
        if read_corpus:
            await read_corpus_folder(app.services.reload, progress=progress)
        await app.index.ready()
        yield app


async def _open_parts(
    stack: AsyncExitStack, settings: Settings, fetcher: Fetcher | None, clock: Callable[[], datetime]
) -> Parts:
    metrics = Metrics()
    stores = await stack.enter_async_context(
        Stores.open(settings.store_url, waited=metrics.record_write_wait)
    )
    indexes = await open_indexes(stack, settings, stores)
    if fetcher is None:
        fetcher = await stack.enter_async_context(LateFetcher.open())
    charts = ChartRenderer(settings.data / "pictures")
    stack.callback(charts.close)
    analysis = AnalysisPool(_worker_count(settings))
    stack.callback(analysis.close)
    return Parts(settings, stores, indexes, fetcher, charts, analysis, metrics, clock)


def _worker_count(settings: Settings) -> int:
    """How many processes analyse articles when many come in."""
    if settings.analysis_processes is not None:
        return settings.analysis_processes
    return min((os.cpu_count() or 1) - 1, MAX_WORKERS)


def _build_app(parts: Parts) -> App:
    stores = parts.stores
    writer = ArticleWriter(
        stores.articles,
        stores.article_commit,
        parts.indexes.stories,
        (parts.indexes.follower,),
        parts.indexes.lock,
    )
    pipeline = _build_pipeline(parts, writer)
    poller = FeedPoller(
        stores.feeds,
        parts.fetcher,
        pipeline,
        parts.clock,
        NetworkStatus(),
        stores.reload_log,
        full_text=parts.settings.full_text,
        on_polled=parts.metrics.record_poll,
    )
    purging = build_purging(parts)
    services = build_services(parts, pipeline, writer, purging)
    late = LateMatching(writer, pipeline.matching, parts.clock)
    return App(services, pipeline, writer, late, purging, poller, stores, parts.index, parts.alerts)


def _build_pipeline(parts: Parts, writer: ArticleWriter) -> IngestPipeline:
    settings = parts.settings
    retention = Retention(
        parts.stores.retention, parts.clock, settings.retention_days, settings.retention_articles
    )
    return IngestPipeline(
        writer, parts.clock, alerts=parts.alerts, analyse=parts.analysis, retention=retention
    )
