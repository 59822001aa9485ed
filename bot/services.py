"""Services: the one typed object that handlers see."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.admin.judgements import JudgementService
from bot.admin.reports import ReportService
from bot.alerts.service import AlertService
from bot.chats.access import AccessControl
from bot.chats.inbox import Inbox
from bot.chats.service import ChatService
from bot.delivery.service import DeliveryService
from bot.feeds.service import FeedService
from bot.feeds.suggestions import SuggestionService
from bot.ingest.reload.service import ReloadService
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
from bot.trends.service import TrendService


@dataclass(frozen=True, slots=True)
class Services:
    """What the program can do, built once by `bot.app.wiring`.

    A handler calls a method of a service and reaches no deeper.

    Args:
        pages: Where stories and feeds are public; None if they are not.
        clock: Returns the current time, aware UTC.
    """

    questions: QuestionService
    top: TopStoryService
    examples: ExampleService
    arrivals: ArrivalService
    stories: StoryOverviewService
    question_feeds: QuestionFeedService
    speakers: SpeakerService
    corrections: CorrectionService
    trends: TrendService
    alerts: AlertService
    proposals: AlertProposer
    delivery: DeliveryService
    feeds: FeedService
    suggestions: SuggestionService
    reload: ReloadService
    chats: ChatService
    inbox: Inbox
    reports: ReportService
    judgements: JudgementService
    access: AccessControl
    metrics: Metrics
    pages: PublicPages | None
    clock: Callable[[], datetime]
