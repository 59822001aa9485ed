"""Settings to an open house: the store migrated, the index caught up, the corpus folder read."""

import os
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from bot.admin.reports import ReportDesk
from bot.alerts.matching.projection import AlertWatch
from bot.alerts.preview import Outlook
from bot.alerts.service import Subscriptions
from bot.app.progress import Announce, silent
from bot.app.settings import Settings
from bot.chats.access import Admission
from bot.corpus.web.fetcher import HttpFetcher
from bot.corpus.web.ports import Fetcher
from bot.delivery.composer import Teller
from bot.delivery.dispatcher import Told
from bot.feeds.connectivity import Network
from bot.feeds.poller import FeedPoller
from bot.feeds.service import FeedDesk
from bot.ingest.pipeline import ArticlePath
from bot.ingest.reload.service import ReloadPath
from bot.ingest.report import IngestReport
from bot.ingest.retention import Retention
from bot.ingest.workers import Analysts
from bot.metrics import Measures
from bot.questions.grouping import Entries
from bot.questions.no_results import Explainer
from bot.questions.pasted import Tracer
from bot.questions.service import QuestionPath
from bot.questions.visible_corpus import Stock
from bot.search.local_index import NewsIndex
from bot.search.ranking.searcher import Recipe
from bot.services import Services
from bot.storage.admin.audit import SqlAuditLog
from bot.storage.admin.consistency import SqlAgreement
from bot.storage.admin.reports import SqlReportStore
from bot.storage.alerts.chats import SqlChatBook
from bot.storage.alerts.outbox import SqlOutbox
from bot.storage.alerts.settings import SqlSettingsStore
from bot.storage.alerts.status import SqlDeliveryReport
from bot.storage.alerts.store import SqlAlertStore
from bot.storage.alerts.story_updates import SqlNewsLog
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.retention import SqlShelves
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.chats.erasure import SqlPersonStore
from bot.storage.chats.prompts import SqlPromptStore
from bot.storage.chats.views import SqlConversationStore
from bot.storage.database import Database, Lease
from bot.storage.feeds import SqlFeedStore
from bot.storage.generations.reload_log import SqlReloadBook
from bot.storage.generations.store import SqlGenerationStore
from bot.storage.migrate import migrate
from bot.storage.named_values import SqlMarks
from bot.stories.cache import StoryShelf
from bot.stories.projection import StoryLedger
from bot.trends.charts.renderer import Gallery
from bot.trends.service import HistoryPath
from handlers.telegram.wording import in_english

log = structlog.get_logger()
MOST_PROCESSES = 4
"""That analyse articles, when nothing else is set: the rest of the way is one process's."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything that is open while the program runs."""

    services: Services
    articles: ArticlePath
    poller: FeedPoller
    lease: Lease
    marks: SqlMarks
    index: NewsIndex
    agreement: SqlAgreement


def now() -> datetime:
    """Return the present moment, aware UTC."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_house(
    settings: Settings,
    *,
    read_corpus: bool = True,
    announce: Announce = silent,
    fetcher: Fetcher | None = None,
    clock: Callable[[], datetime] = now,
) -> AsyncIterator[House]:
    """Open the store, bring the index up to date and, unless told not to, read the corpus folder.

    Args:
        announce: Shows the progress of what takes long.
        fetcher: Reads from the web; by default over HTTP, from public addresses only.
        clock: Returns the present moment, aware UTC.

    Raises:
        StoreError: The database refused, or was made by a newer program.
    """
    async with AsyncExitStack() as stack:
        await migrate(settings.store_url)
        measures = Measures()
        database = await stack.enter_async_context(
            Database.open(settings.store_url, waited=measures.waited_to_write)
        )
        alerts = SqlAlertStore(database)
        mark = f"{await alerts.store():x}"
        recipe = Recipe(half_life_days=settings.half_life_days)
        index = NewsIndex.open(settings.data / "index", mark=mark, recipe=recipe)
        stack.push_async_callback(index.close)
        ledger = await StoryLedger.open(
            SqlArticleStore(database), SqlStoryStore(database), file=settings.data / "stories", mark=mark
        )
        stack.push_async_callback(ledger.close)
        watch = await AlertWatch.open(
            alerts,
            settings.data / "alerts.npz",
            lambda term: index.snapshot.holding(term),
        )
        stack.push_async_callback(watch.close)
        if fetcher is None:
            fetcher = await stack.enter_async_context(HttpFetcher.open())
        gallery = Gallery(settings.data / "pictures")
        stack.callback(gallery.close)
        analysts = Analysts(_beside_this(settings))
        stack.callback(analysts.close)
        house = _furnish(
            settings,
            database,
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
        index.get_ready()
        yield house


def _beside_this(settings: Settings) -> int:
    """How many processes analyse articles when many come in."""
    if settings.analysis_processes is not None:
        return settings.analysis_processes
    return min((os.cpu_count() or 1) - 1, MOST_PROCESSES)


async def read_corpus_folder(
    settings: Settings,
    house: House,
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
        report = await house.services.reloads.take_in(lambda so_far: step(so_far.read, None), touched)
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
    database: Database,
    index: NewsIndex,
    watch: AlertWatch,
    *,
    ledger: StoryLedger,
    web: Fetcher,
    gallery: Gallery,
    measures: Measures,
    analysts: Analysts,
    clock: Callable[[], datetime],
) -> House:
    feeds, audit = SqlFeedStore(database), SqlAuditLog(database)
    store, stories, alerts = SqlArticleStore(database), SqlStoryStore(database), SqlAlertStore(database)
    articles = ArticlePath(
        store,
        SqlArticleCommit(database),
        stories=ledger,
        followers=(index,),
        clock=clock,
        alerts=watch,
        analyse=analysts,
        retention=Retention(
            SqlShelves(database), clock, settings.retention_days, settings.retention_articles
        ),
    )
    stock = Stock(store, index, settings.samples)
    entries = Entries(store, stories, StoryShelf(store))
    questions = QuestionPath(
        articles=store,
        index=index,
        stock=stock,
        entries=entries,
        tracer=Tracer(store, index, stock, entries),
        explainer=Explainer(stock),
        clock=clock,
        stale_after=timedelta(days=settings.stale_after_days),
        measures=measures,
    )
    services = Services(
        questions,
        HistoryPath(questions, index),
        gallery,
        SqlConversationStore(database),
        clock,
        subscriptions=Subscriptions(
            store=alerts,
            people=SqlPersonStore(database),
            shares=alerts,
            outlook=Outlook(index, store, stories),
            clock=clock,
            most=settings.alerts_per_person,
            watch=watch,
        ),
        prompts=SqlPromptStore(database),
        outbox=SqlOutbox(database),
        chats=SqlChatBook(database),
        report=SqlDeliveryReport(database),
        settings=SqlSettingsStore(database),
        teller=Teller(store, stories, clock),
        told=Told(SqlNewsLog(database), stories, store),
        audit=audit,
        feeds=FeedDesk(feeds, web, audit, clock),
        measures=measures,
        index_figures=index.figures,
        reloads=ReloadPath(
            articles,
            SqlGenerationStore(database),
            SqlReloadBook(database),
            index,
            settings.corpus,
            clock,
            settings.reload_max_drop,
        ),
        reports=ReportDesk(SqlReportStore(database), stories, audit, clock),
        admin_ids=settings.admin_ids,
        admission=Admission(
            invited=settings.allowed_ids,
            hosts=settings.admin_ids,
            person_per_minute=settings.person_per_minute,
            group_per_minute=settings.group_per_minute,
        ),
    )
    poller = FeedPoller(
        feeds,
        web,
        articles,
        clock,
        Network(),
        SqlReloadBook(database),
        full_text=settings.full_text,
        polled=measures.feed_polled,
    )
    return House(
        services,
        articles,
        poller,
        database.lease("polling"),
        SqlMarks(database),
        index,
        SqlAgreement(database),
    )
