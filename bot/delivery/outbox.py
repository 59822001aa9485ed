"""The outbox: the messages that alerts owe to chats, and their states."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from bot.alerts.alert import Alert, AlertId
from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.errors import Localizable, localizable
from bot.stories.story import StoryId

OutboxId = NewType("OutboxId", int)
COALESCE_FROM = 5
"""A chat with more due stories than this gets them in digests."""
DIGEST_STORIES = 8
"""Stories in a digest: as many as fit into one message with their sources."""
_BRIEFING = "briefing:"
"""Prefix of the story id in a briefing's message."""
FOLLOW = "follow:"
"""Prefix of the story id in messages about a followed story."""
NOTHING_LEFT = localizable("why-nothing-left")
"""Why a message is given up whose articles were all withdrawn."""


class OutboxState(StrEnum):
    """The state of a message.

    WAITING and, once due again, POSTPONED become SENT, POSTPONED, SUSPENDED or GIVEN_UP. SUSPENDED becomes
    WAITING when the chat can be written to again. SENT and GIVEN_UP are final, with one exception: a story
    given up for `NOTHING_LEFT` matches again when one of its articles returns.
    """

    WAITING = "waiting"
    SENT = "sent"
    POSTPONED = "postponed"
    SUSPENDED = "suspended"
    GIVEN_UP = "given up"


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """One alert's message to one chat about one story.

    Args:
        article_id: The article that matched the alert.
        created_at: When its match batch was committed, aware UTC.
        due_at: Earliest time to send it, aware UTC.
        attempts: How often it was postponed, >= 0.
        digest: Whether it belongs in a digest with the chat's other messages.
        maybe_sent: Whether an attempt was interrupted when Telegram may have accepted the message.
        telegram_id: Telegram's id of the sent message; None until then.
        title: The article's title.
        corrected: Whether the article changed after the message was sent.
        reason: Why it was postponed, suspended or given up; None otherwise.
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

    @property
    def is_briefing(self) -> bool:
        """Whether it is a briefing, which has no article of its own."""
        return self.story_id.startswith(_BRIEFING)

    @property
    def is_follow(self) -> bool:
        """Whether it reports developments of a followed story, and has no article of its own."""
        return self.story_id.startswith(FOLLOW)


def briefing_of(day: date) -> StoryId:
    """Return the story id for a day's briefing, so that a chat and alert get one message a day."""
    return StoryId(f"{_BRIEFING}{day.isoformat()}")


def follow_of(alert_id: AlertId, number: int) -> StoryId:
    """Return the story id of an alert's message about the story it follows.

    Args:
        number: Of the alert's messages, from 1.
    """
    return StoryId(f"{FOLLOW}{alert_id}:{number}")


def follow_number(story_id: str) -> int:
    """Return the number in a story id of `follow_of`."""
    return int(story_id.rpartition(":")[2])


@dataclass(frozen=True, slots=True)
class Notification:
    """The content of one Telegram message: one story, a digest of several, or a briefing.

    Args:
        messages: Of one chat and topic; not empty.
        alerts: The alerts of those messages.
        send_slot: Earliest time to send it, which keeps all processes together within the global rate
            limit; aware UTC.
        leased_until: When another process may claim it, aware UTC.
        settings: The chat's settings.
        edits: Telegram's id of the sent message that this one replaces; None for a new message.
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
    def is_briefing(self) -> bool:
        """Whether it is a briefing: one message, of one alert."""
        return self.messages[0].is_briefing

    @property
    def stories(self) -> tuple[tuple[OutboxMessage, ...], ...]:
        """The messages grouped by story, in order."""
        groups: dict[StoryId, list[OutboxMessage]] = {}
        for message in self.messages:
            groups.setdefault(message.story_id, []).append(message)
        return tuple(tuple(group) for group in groups.values())


@dataclass(frozen=True, slots=True)
class Receipt:
    """What Telegram accepted of a notification.

    Args:
        telegram_id: Telegram's id of the message.
        left_out: Messages that weren't sent because their articles were withdrawn.
    """

    telegram_id: int
    left_out: tuple[OutboxMessage, ...] = ()


def batch_due(due: Sequence[OutboxMessage]) -> tuple[OutboxMessage, ...]:
    """Return those of a chat's due messages that go into its next notification.

    They are one briefing; or one story with all its alerts; or a digest, if the first message belongs in one
    or too many stories are due.

    Args:
        due: Longest due first, not empty.
    """
    first = due[0]
    if first.is_briefing:
        return (first,)
    in_topic = [
        message for message in due if message.thread_id == first.thread_id and not message.is_briefing
    ]
    stories = list(dict.fromkeys(message.story_id for message in in_topic))
    digest = first.digest or len(stories) > COALESCE_FROM
    included = set(stories[: DIGEST_STORIES if digest else 1])
    return tuple(message for message in in_topic if message.story_id in included)
