"""From open resources to services."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.admin.judgements import JudgementService
from bot.admin.reports import ReportService
from bot.alerts.matching.ports import AlertIndex
from bot.alerts.preview import PreviewBuilder
from bot.alerts.purging import AlertPurging
from bot.alerts.service import AlertService
from bot.app.build_questions import QuestionStores, build_questions
from bot.app.search_index import Indexes, SearchIndex
from bot.app.settings import OFF, Settings
from bot.chats.access import AccessControl
from bot.chats.service import ChatService
from bot.corpus.web.ports import Fetcher
from bot.corrections.log import CorrectionLog
from bot.delivery.composer import NotificationComposer
from bot.delivery.follows import FollowService
from bot.delivery.propagation import StoryUpdates
from bot.delivery.service import DeliveryService
from bot.feeds.service import FeedService
from bot.feeds.suggestions import SuggestionService
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.reload.service import ReloadService
from bot.ingest.workers import AnalysisPool
from bot.ingest.writer import ArticleWriter
from bot.metrics import Metrics
from bot.public_pages import PublicPages
from bot.questions.alert_proposal import AlertProposer
from bot.questions.arrivals import ArrivalService
from bot.questions.corrections import CorrectionService
from bot.questions.examples import ExampleService
from bot.questions.question_feeds import QuestionFeedService
from bot.questions.service import QuestionService
from bot.questions.speakers import SpeakerService
from bot.questions.story_overviews import StoryOverviewService
from bot.questions.top_stories import TopStoryService
from bot.services import Services
from bot.storage.stores import Stores
from bot.trends.charts.renderer import ChartRenderer
from bot.trends.service import TrendService


@dataclass(frozen=True, slots=True)
class Parts:
    """The open resources that services are built from."""

    settings: Settings
    stores: Stores
    indexes: Indexes
    fetcher: Fetcher
    charts: ChartRenderer
    analysis: AnalysisPool
    metrics: Metrics
    clock: Callable[[], datetime]

    @property
    def index(self) -> SearchIndex:
        """The index of articles."""
        return self.indexes.articles

    @property
    def alerts(self) -> AlertIndex:
        """The index of alerts."""
        return self.indexes.alerts


def build_services(
    parts: Parts, pipeline: IngestPipeline, writer: ArticleWriter, purging: AlertPurging
) -> Services:
    """Return the services that handlers call."""
    stores, clock = parts.stores, parts.clock
    sources = QuestionStores(stores.articles, stores.stories, stores.versions, stores.feeds)
    questions = build_questions(
        parts.settings, sources, parts.index, clock, on_answered=parts.metrics.record_question
    )
    top = TopStoryService(parts.index, questions.corpus, questions.grouper)
    corrections = questions.corrections
    follows = FollowService(
        stores.follows, stores.stories, corrections, stores.articles, parts.settings.alerts_per_person
    )
    feeds = FeedService(stores.feeds, parts.fetcher, stores.audit, clock)
    return Services(
        questions=questions,
        arrivals=_build_arrivals(questions, corrections),
        stories=StoryOverviewService(questions),
        question_feeds=QuestionFeedService(questions),
        speakers=SpeakerService(stores.articles, parts.index, questions.corpus, clock),
        corrections=CorrectionService(corrections, stores.articles, questions.corpus, parts.index, clock),
        top=top,
        examples=ExampleService(questions, top),
        trends=TrendService(questions, parts.index, parts.charts),
        alerts=_build_alerts(parts, follows, purging),
        proposals=AlertProposer(stores.articles, parts.index),
        delivery=DeliveryService(
            outbox=stores.outbox,
            chats=stores.chats,
            report=stores.delivery_status,
            composer=NotificationComposer(stores.articles, stores.stories, follows, corrections, clock=clock),
            updates=StoryUpdates(stores.story_updates, stores.stories, stores.articles),
            briefings=stores.briefings,
            follows=follows,
            clock=clock,
        ),
        feeds=feeds,
        suggestions=SuggestionService(stores.suggestions, feeds, clock),
        reload=_build_reload(parts, pipeline, writer),
        chats=_build_chats(stores, clock),
        inbox=stores.inbox,
        judgements=JudgementService(stores.judgements, parts.settings.judgements, clock),
        reports=ReportService(stores.reports, stores.stories, stores.audit, clock),
        access=_build_access(parts.settings),
        metrics=parts.metrics,
        pages=_public_pages(parts.settings),
        clock=clock,
    )


def _build_chats(stores: Stores, clock: Callable[[], datetime]) -> ChatService:
    return ChatService(
        views=stores.views,
        prompts=stores.prompts,
        settings=stores.chat_settings,
        book=stores.chats,
        clock=clock,
    )


def _public_pages(settings: Settings) -> PublicPages | None:
    if settings.api == OFF or settings.api_public_url is None:
        return None
    return PublicPages(settings.api_public_url)


def _build_arrivals(questions: QuestionService, corrections: CorrectionLog) -> ArrivalService:
    answerer = questions.answerer
    return ArrivalService(
        answerer.articles,
        answerer.index,
        answerer.corpus,
        answerer.grouper,
        answerer.relevance,
        corrections,
    )


def _build_alerts(parts: Parts, follows: FollowService, purging: AlertPurging) -> AlertService:
    stores = parts.stores
    in_files = parts.settings.engine_url is None  # a cluster may take minutes: nobody waits for it
    return AlertService(
        store=stores.alerts,
        people=stores.people,
        shares=stores.alerts,
        preview_builder=PreviewBuilder(parts.index, stores.articles, stores.stories),
        clock=parts.clock,
        most=parts.settings.alerts_per_person,
        follower=follows,
        purging=purging if in_files else None,
    )


def build_purging(parts: Parts) -> AlertPurging:
    """Return what removes deleted alerts from files or the cluster."""
    return AlertPurging(parts.stores.purges, parts.alerts, parts.stores.rebuilding)


def _build_reload(parts: Parts, pipeline: IngestPipeline, writer: ArticleWriter) -> ReloadService:
    async def corpus_size() -> int:
        return (await parts.index.stats()).articles

    return ReloadService(
        pipeline,
        writer,
        generations=parts.stores.generations,
        log=parts.stores.reload_log,
        audit=parts.stores.audit,
        index=parts.index,
        folder=parts.settings.corpus,
        clock=parts.clock,
        corpus_size=corpus_size,
        max_drop=parts.settings.reload_max_drop,
        max_news=parts.settings.reload_max_news,
    )


def _build_access(settings: Settings) -> AccessControl:
    return AccessControl(
        invited=settings.allowed_ids,
        admin_ids=settings.admin_ids,
        person_per_minute=settings.person_per_minute,
        group_per_minute=settings.group_per_minute,
        bots_per_hour=settings.bots_per_hour,
    )
