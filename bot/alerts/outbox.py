"""The outbox: messages promised to people, and what became of each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.alerts.alert import AlertId
from bot.corpus.article import ArticleId
from bot.stories.story import StoryId

OutboxId = NewType("OutboxId", int)


class OutboxState(StrEnum):
    """What became of a message.

    WAITING -> SENT, POSTPONED, SUSPENDED or GIVEN_UP; POSTPONED likewise once it is due;
    SUSPENDED -> WAITING when the chat can be written to again. SENT and GIVEN_UP are final.
    """

    WAITING = "waiting"
    SENT = "sent"
    POSTPONED = "postponed"
    SUSPENDED = "suspended"
    GIVEN_UP = "given up"


@dataclass(frozen=True, slots=True)
class MatchBatch:
    """The promise: which alerts one article fired. Commits in the article's own transaction.

    Args:
        alert_ids: Ascending, each once, not empty.
        committed_at: Aware UTC.
    """

    article_id: ArticleId
    story_id: StoryId
    alert_ids: tuple[AlertId, ...]
    committed_at: datetime


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """One message to one chat about one story, because of one alert.

    Args:
        article_id: The article that fired the alert.
        created_at: When its match batch was committed, aware UTC.
        attempts: How often sending was tried and put off, >= 0.
        due_at: Not to be sent before, aware UTC.
        maybe_sent: Whether an attempt was cut off after Telegram may have taken the message.
        telegram_id: Telegram's id of the sent message; None until then.
        reason: Why it was put off or given up, in words for the operator; "" otherwise.
    """

    id: OutboxId
    chat_id: int
    thread_id: int | None
    alert_id: AlertId
    story_id: StoryId
    article_id: ArticleId
    created_at: datetime
    due_at: datetime
    attempts: int = 0
    state: OutboxState = OutboxState.WAITING
    maybe_sent: bool = False
    telegram_id: int | None = None
    reason: str = ""
