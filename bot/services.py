"""Services: the one typed object handlers see."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.admin.audit import AuditLog
from bot.admin.reports import ReportService
from bot.alerts.ports import SettingsStore
from bot.alerts.service import AlertService
from bot.chats.access import AccessControl
from bot.chats.ports import ConversationStore
from bot.chats.prompt import PromptStore
from bot.delivery.composer import NotificationComposer
from bot.delivery.dispatcher import StoryUpdates
from bot.delivery.ports import ChatBook, DeliveryReport, Outbox
from bot.feeds.service import FeedService
from bot.ingest.reload.service import ReloadService
from bot.metrics import Metrics
from bot.questions.service import QuestionService
from bot.search.ports import IndexStats
from bot.trends.charts.renderer import ChartRenderer
from bot.trends.service import TrendService


@dataclass(frozen=True, slots=True)
class Services:
    """What the program can do, wired once by `bot.app.wiring`.

    Args:
        clock: Returns the present moment, aware UTC.
        admin_ids: Telegram ids of the people who may use admin commands.
        admission: Who is served, and how often.
    """

    questions: QuestionService
    history: TrendService
    gallery: ChartRenderer
    conversation: ConversationStore
    clock: Callable[[], datetime]
    subscriptions: AlertService
    prompts: PromptStore
    outbox: Outbox
    chats: ChatBook
    report: DeliveryReport
    settings: SettingsStore
    composer: NotificationComposer
    story_updates: StoryUpdates
    audit: AuditLog
    feeds: FeedService
    measures: Metrics
    index_figures: Callable[[], IndexStats]
    reloads: ReloadService
    reports: ReportService
    admin_ids: frozenset[int] = frozenset()
    admission: AccessControl = field(default_factory=AccessControl)
