"""Settings to an open house: the store migrated, the index caught up, the corpus folder read."""

import os
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from bot.admin.reports import ReportService
from bot.alerts.matching.projection import AlertProjection
from bot.alerts.preview import PreviewBuilder
from bot.alerts.service import AlertService
from bot.app.progress import Announce, silent
from bot.app.settings import Settings
from bot.chats.access import AccessControl
from bot.chats.service import ChatService
from bot.corpus.web.fetcher import HttpFetcher
from bot.corpus.web.ports import Fetcher
from bot.delivery.composer import NotificationComposer
from bot.delivery.dispatcher import StoryUpdates
from bot.delivery.service import DeliveryService
from bot.feeds.connectivity import NetworkStatus
from bot.feeds.poller import FeedPoller
from bot.feeds.service import FeedService
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.reload.service import ReloadService
from bot.ingest.report import IngestReport
from bot.ingest.retention import Retention
from bot.ingest.workers import AnalysisPool
from bot.metrics import Metrics
from bot.questions.grouping import StoryGrouper
from bot.questions.no_results import NoResultsExplainer
from bot.questions.pasted import PasteLookup
from bot.questions.service import QuestionService
from bot.questions.visible_corpus import VisibleCorpus
from bot.search.local_index import LocalIndex
from bot.search.ranking.searcher import RankingConfig
from bot.services import Services
from bot.storage.admin.consistency import SqlConsistencyCheck
from bot.storage.database import Lease
from bot.storage.named_values import SqlNamedValues
from bot.storage.stores import Stores
from bot.stories.cache import StoryCache
from bot.stories.projection import StoryProjection
from bot.trends.charts.renderer import ChartRenderer
from bot.trends.service import TrendService
from handlers.telegram.localize import in_english

log = structlog.get_logger()
MOST_PROCESSES = 4
"""That analyse articles, when nothing else is set: the rest of the way is one process's."""


@dataclass(frozen=True, slots=True)
class App:
    """Everything that is open while the program runs."""

    services: Services
    articles: IngestPipeline
    poller: FeedPoller
    lease: Lease
    marks: SqlNamedValues
    index: LocalIndex
    agreement: SqlConsistencyCheck


def now() -> datetime:
    """Return the present moment, aware UTC."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    read_corpus: bool = True,
    announce: Announce = silent,
    fetcher: Fetcher | None = None,
    clock: Callable[[], datetime] = now,
) -> AsyncIterator[App]:
    """Open the store, bring the index up to date and, unless told not to, read the corpus folder.

    Args:
        announce: Shows the progress of what takes long.
        fetcher: Reads from the web; by default over HTTP, from public addresses only.
        clock: Returns the present moment, aware UTC.

    Raises:
        StoreError: The database refused, or was made by a newer program.
    """
    async with AsyncExitStack() as stack:
        measures = Metrics()
        stores = await stack.enter_async_context(
            Stores.open(settings.store_url, waited=measures.waited_to_write)
        )
        mark = f"{await stores.alerts.store_id():x}"
        recipe = RankingConfig(half_life_days=settings.half_life_days)
        index = LocalIndex.open(settings.data / "index", store_id=mark, config=recipe)
        stack.push_async_callback(index.close)
        ledger = await StoryProjection.open(
            stores.articles, stores.stories, file=settings.data / "stories", store_id=mark
        )
        stack.push_async_callback(ledger.close)
        watch = await AlertProjection.open(
            stores.alerts,
            settings.data / "alerts.npz",
            lambda term: index.snapshot.doc_freq(term),
        )
        stack.push_async_callback(watch.close)
        if fetcher is None:
            fetcher = await stack.enter_async_context(HttpFetcher.open())
        gallery = ChartRenderer(settings.data / "pictures")
        stack.callback(gallery.close)
        analysts = AnalysisPool(_beside_this(settings))
        stack.callback(analysts.close)
        house = _furnish(
            settings,
            stores,
            index,
            watch,
            ledger=ledger,
            web=fetcher,
            gallery=gallery,
            measures=measures,
            analysts=analysts,
            clock=clock,
        )
        with announce("Indexing", "articles") as step:
            await house.articles.searchable(progress=step)
        if read_corpus:
            await read_corpus_folder(settings, house, announce=announce)
        index.warm_up()
        yield house


def _beside_this(settings: Settings) -> int:
    """How many processes analyse articles when many come in."""
    if settings.analysis_processes is not None:
        return settings.analysis_processes
    return min((os.cpu_count() or 1) - 1, MOST_PROCESSES)


async def read_corpus_folder(
    settings: Settings,
    house: App,
    *,
    announce: Announce = silent,
    touched: Collection[Path] | None = None,
) -> IngestReport:
    """Take in what changed in the corpus folder; a file that went takes its articles along.

    Args:
        touched: Files and folders outside of which nothing changed; None when that is not known.
    """
    folder = settings.corpus
    if not folder.is_dir():
        log.warning("corpus_missing", folder=str(folder))
        return IngestReport()
    with announce(f"Reading {folder}", "articles") as step:
        report = await house.services.reload.take_in(lambda so_far: step(so_far.read, None), touched)
    if report.added or report.changed or report.removed:
        counts = {"added": report.added, "changed": report.changed, "removed": report.removed}
        log.info("corpus_read", folder=str(folder), **counts)
    if report.withheld:
        hint = "if that is right: newsbot reload --anyway"
        log.warning("articles_kept", folder=str(folder), missing=report.withheld, hint=hint)
    for rejected in report.rejected:
        log.warning(
            "rejected", source=rejected.source, line=rejected.line, reason=in_english(rejected.reason)
        )
    return report


def _furnish(
    settings: Settings,
    stores: Stores,
    index: LocalIndex,
    watch: AlertProjection,
    *,
    ledger: StoryProjection,
    web: Fetcher,
    gallery: ChartRenderer,
    measures: Metrics,
    analysts: AnalysisPool,
    clock: Callable[[], datetime],
) -> App:
    store, stories, alerts = stores.articles, stores.stories, stores.alerts
    articles = IngestPipeline(
        store,
        stores.article_commit,
        stories=ledger,
        followers=(index,),
        clock=clock,
        alerts=watch,
        analyse=analysts,
        retention=Retention(stores.retention, clock, settings.retention_days, settings.retention_articles),
    )
    corpus = VisibleCorpus(store, index, settings.samples)
    grouper = StoryGrouper(store, stories, StoryCache(store))
    questions = QuestionService(
        articles=store,
        index=index,
        corpus=corpus,
        grouper=grouper,
        pastes=PasteLookup(store, index, corpus, grouper),
        explainer=NoResultsExplainer(corpus),
        clock=clock,
        stale_after=timedelta(days=settings.stale_after_days),
        metrics=measures,
    )
    services = Services(
        questions=questions,
        trends=TrendService(questions, index, gallery),
        alerts=AlertService(
            store=alerts,
            people=stores.people,
            shares=alerts,
            preview_builder=PreviewBuilder(index, store, stories),
            clock=clock,
            most=settings.alerts_per_person,
            projection=watch,
        ),
        delivery=DeliveryService(
            outbox=stores.outbox,
            chats=stores.chats,
            report=stores.delivery_status,
            composer=NotificationComposer(store, stories, clock),
            updates=StoryUpdates(stores.story_updates, stories, store),
            clock=clock,
        ),
        feeds=FeedService(stores.feeds, web, stores.audit, clock),
        reload=ReloadService(
            articles,
            stores.generations,
            stores.reload_log,
            stores.audit,
            index,
            settings.corpus,
            clock,
            settings.reload_max_drop,
        ),
        chats=ChatService(
            views=stores.views,
            prompts=stores.prompts,
            settings=stores.chat_settings,
            book=stores.chats,
            clock=clock,
        ),
        reports=ReportService(stores.reports, stories, stores.audit, clock),
        access=AccessControl(
            invited=settings.allowed_ids,
            admin_ids=settings.admin_ids,
            person_per_minute=settings.person_per_minute,
            group_per_minute=settings.group_per_minute,
        ),
        metrics=measures,
        clock=clock,
    )
    poller = FeedPoller(
        stores.feeds,
        web,
        articles,
        clock,
        NetworkStatus(),
        stores.reload_log,
        full_text=settings.full_text,
        on_polled=measures.feed_polled,
    )
    return App(
        services,
        articles,
        poller,
        stores.polling_lease,
        stores.named_values,
        index,
        stores.consistency,
    )
