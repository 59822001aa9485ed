"""Services: the one typed object handlers see."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.admin.audit import AuditLog
from bot.admin.reports import ReportDesk
from bot.alerts.ports import SettingsStore
from bot.alerts.service import Subscriptions
from bot.chats.access import Admission
from bot.chats.ports import ConversationStore
from bot.chats.prompt import PromptStore
from bot.delivery.composer import Teller
from bot.delivery.dispatcher import Told
from bot.delivery.ports import ChatBook, DeliveryReport, Outbox
from bot.feeds.service import FeedDesk
from bot.ingest.reload.service import ReloadPath
from bot.metrics import Measures
from bot.questions.service import QuestionPath
from bot.search.ports import IndexFigures
from bot.trends.charts.renderer import Gallery
from bot.trends.service import HistoryPath


@dataclass(frozen=True, slots=True)
class Services:
    """What the program can do, wired once by `bot.app.wiring`.

    Args:
        clock: Returns the present moment, aware UTC.
        admin_ids: Telegram ids of the people who may use admin commands.
        admission: Who is served, and how often.
    """

    questions: QuestionPath
    history: HistoryPath
    gallery: Gallery
    conversation: ConversationStore
    clock: Callable[[], datetime]
    subscriptions: Subscriptions
    prompts: PromptStore
    outbox: Outbox
    chats: ChatBook
    report: DeliveryReport
    settings: SettingsStore
    teller: Teller
    told: Told
    audit: AuditLog
    feeds: FeedDesk
    measures: Measures
    index_figures: Callable[[], IndexFigures]
    reloads: ReloadPath
    reports: ReportDesk
    admin_ids: frozenset[int] = frozenset()
    admission: Admission = field(default_factory=Admission)
