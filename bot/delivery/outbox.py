"""The outbox: messages promised to people, and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.alerts.alert import Alert, AlertId
from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.errors import Localizable, localizable
from bot.stories.story import StoryId

OutboxId = NewType("OutboxId", int)
COALESCE_FROM = 5
"""A chat with more stories due than this gets them in digests."""
DIGEST_STORIES = 8
"""Stories in one digest: what one message holds with their provenance."""


NOTHING_LEFT = localizable("why-nothing-left")
"""Why a message is given up that has nothing to tell any more."""


class OutboxState(StrEnum):
    """What became of a message.

    WAITING -> SENT, POSTPONED, SUSPENDED or GIVEN_UP; POSTPONED likewise once it is due;
    SUSPENDED -> WAITING when the chat can be written to again. SENT and GIVEN_UP are final; but a story given
    up for `NOTHING_LEFT` is promised anew once one of its articles is there again.
    """

    WAITING = "waiting"
    SENT = "sent"
    POSTPONED = "postponed"
    SUSPENDED = "suspended"
    GIVEN_UP = "given up"


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """What one alert has to tell one chat about one story.

    Args:
        article_id: The article that fired the alert.
        created_at: When its match batch was committed, aware UTC.
        attempts: How often sending was tried and put off, >= 0.
        due_at: Not to be sent before, aware UTC.
        digest: Whether it goes with others of the chat in one digest.
        maybe_sent: Whether an attempt was cut off after Telegram may have taken the message.
        telegram_id: Telegram's id of the message that tells it; None until then.
        title: The article's.
        corrected: Whether the article was changed after it was told.
        reason: Why it was put off, held back or given up; None otherwise.
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
    digest: bool = False
    maybe_sent: bool = False
    telegram_id: int | None = None
    title: str = ""
    corrected: bool = False
    reason: Localizable | None = None


@dataclass(frozen=True, slots=True)
class Notification:
    """What goes into one message of Telegram's: one story, or a digest of several.

    Args:
        messages: Of one chat and topic; not empty.
        alerts: Those the messages are due to.
        send_slot: Not to be sent before, so that all processes together keep the global limit; aware UTC.
        leased_until: When somebody else may take it; aware UTC.
        settings: What the chat has chosen.
        edits: Telegram's id of the sent message to put it in place of; None for a new one.
    """

    messages: tuple[OutboxMessage, ...]
    alerts: tuple[Alert, ...]
    send_slot: datetime
    leased_until: datetime
    settings: ChatSettings
    edits: int | None = None

    @property
    def chat_id(self) -> int:
        """The chat it goes to."""
        return self.messages[0].chat_id

    @property
    def thread_id(self) -> int | None:
        """The topic it goes to."""
        return self.messages[0].thread_id

    @property
    def stories(self) -> tuple[tuple[OutboxMessage, ...], ...]:
        """The messages by story, in order."""
        found: dict[StoryId, list[OutboxMessage]] = {}
        for message in self.messages:
            found.setdefault(message.story_id, []).append(message)
        return tuple(tuple(group) for group in found.values())

    def alert(self, alert_id: AlertId) -> Alert:
        """Return one of the alerts."""
        return next(alert for alert in self.alerts if alert.id == alert_id)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What Telegram took of a notification.

    Args:
        telegram_id: Its id of the message.
        left_out: Messages with nothing left to tell, as their articles were withdrawn meanwhile.
    """

    telegram_id: int
    left_out: tuple[OutboxMessage, ...] = ()


def batch_due(due: Sequence[OutboxMessage]) -> tuple[OutboxMessage, ...]:
    """Return which of a chat's due messages go into its next notification.

    One story with all alerts it is due to; or a digest, when the first is meant for one or too many wait.

    Args:
        due: Longest due first, not empty.
    """
    first = due[0]
    here = [message for message in due if message.thread_id == first.thread_id]
    stories = list(dict.fromkeys(message.story_id for message in here))
    together = first.digest or len(stories) > COALESCE_FROM
    taken = set(stories[:DIGEST_STORIES] if together else stories[:1])
    return tuple(message for message in here if message.story_id in taken)
