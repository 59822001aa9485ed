"""Services: the one typed object handlers see."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.alerts.delivery_ports import ChatBook, DeliveryReport, Outbox
from bot.alerts.ports import SettingsStore
from bot.alerts.subscriptions import Subscriptions
from bot.alerts.telling import Teller
from bot.audit import AuditLog
from bot.conversation.admission import Admission
from bot.conversation.ports import ConversationStore
from bot.conversation.prompt import PromptStore
from bot.delivery_path import Told
from bot.feeds.desk import FeedDesk
from bot.history_path import HistoryPath
from bot.measures import Measures
from bot.pictures.gallery import Gallery
from bot.question_path import QuestionPath
from bot.reload_path import ReloadPath
from bot.reports import ReportDesk
from bot.search.ports import IndexFigures


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
