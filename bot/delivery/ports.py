"""What delivery needs from the store and from Telegram.

Transactions:

- The transaction that stores articles also stores their `MatchBatch`es, and a `StoryUpdate` for every article
  that is added to, changed in or removed from a story with messages, so that sent messages can be corrected.
- `Outbox.expand` turns match batches into messages, a chunk and its progress in one transaction.
  (chat, alert, story) is unique, following merged stories: a message that exists in any state isn't
  written again.
- One claimer at a time works on a chat; the lease is the chat's, not its messages'.
- Every other method runs in a transaction of its own.

All times are aware UTC. A method does nothing for a message or chat that doesn't exist.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.alerts.alert import Alert, AlertDraft
from bot.delivery.follow import Follow, FollowCheck, FollowNews, FollowReport
from bot.delivery.outbox import Notification, OutboxMessage, OutboxState, Receipt
from bot.delivery.story_updates import StoryUpdate
from bot.developments.development import Key
from bot.errors import Localizable
from bot.stories.story import StoryId


class Presence(Protocol):
    """Which processes send for the same bot. A process keeps its name when it is started again."""

    async def now(self, *, local: datetime) -> datetime:
        """Return the time on a clock that all processes share.

        Args:
            local: The time on this machine's clock, returned where all processes run on it.
        """
        ...

    async def announce(self, *, now: datetime) -> None:
        """Note that this process is running."""
        ...

    async def others(self, *, since: datetime, until: datetime) -> int:
        """Return how many other processes announced themselves between two times and haven't left.

        Args:
            until: Later than now.
        """
        ...

    async def leave(self) -> None:
        """Note that this process ends."""
        ...


class Outbox(Protocol):
    """Messages to chats."""

    async def expand(self, *, now: datetime, limit: int) -> int:
        """Write up to `limit` messages of match batches, oldest batch first, due as `match_due_time` says.

        A suspended chat gets suspended messages. If the chat was sent the story after the alert was saved,
        that message is edited to include the alert instead.

        Returns:
            How many of the batches' alerts were processed; 0 if no batch is left.
        """
        ...

    async def claim(
        self, *, now: datetime, lease: timedelta, limit: int, interval: timedelta
    ) -> list[Notification]:
        """Return due notifications, longest waiting chat first, and lease their chats.

        Due are waiting and postponed messages with `due_at <= now`, unless the alert is deleted, paused or
        muted, or the chat is held or suspended; a chat without any gets its due edits. If a claimer dies, the
        chat is free when the lease ends, and its messages are then marked `maybe_sent`.

        Args:
            interval: Time between two send slots over all processes.
        """
        ...

    async def sent(self, notification: Notification, *, telegram_id: int, at: datetime) -> None:
        """Mark messages as sent; the rows stay, so that stories aren't sent twice and can be edited."""
        ...

    async def postpone(
        self, notification: Notification, *, due_at: datetime, reason: Localizable, maybe_sent: bool
    ) -> None:
        """Postpone messages or an edit, count the attempt, and end the lease."""
        ...

    async def give_up(self, notification: Notification, *, reason: Localizable, at: datetime) -> None:
        """Mark messages as given up, or drop an edit, and end the lease."""
        ...

    async def counts(self, chat_id: int | None = None) -> dict[OutboxState, int]:
        """Return the number of messages in each state, of one chat or of all."""
        ...


@dataclass(frozen=True, slots=True)
class ChatStatus:
    """What is queued for a chat.

    Args:
        waiting: Unsent messages.
        due_at: When the first of them is due; None if nothing is queued.
        held_until: End of Telegram's rate limit on the chat; None if there is none.
        suspended: Why the chat can't be written to; None if it can.
    """

    waiting: int = 0
    due_at: datetime | None = None
    held_until: datetime | None = None
    suspended: Localizable | None = None


@dataclass(frozen=True, slots=True)
class OutboxOverview:
    """The outbox in numbers, for operators.

    Args:
        oldest_at: Creation time of the oldest due message; None if nothing is due.
        sent_last_hour: Messages sent in the last hour.
        reasons: Reasons of postponed, suspended and given up messages with their counts, most frequent first.
        unmatched: Articles that wait until alerts can be matched.
    """

    counts: dict[OutboxState, int]
    oldest_at: datetime | None
    sent_last_hour: int
    reasons: tuple[tuple[OutboxState, Localizable | None, int], ...]
    unmatched: int = 0


class DeliveryReport(Protocol):
    """What users and operators can see of the outbox."""

    async def chat(self, chat_id: int, *, now: datetime) -> ChatStatus:
        """Return what is queued for a chat."""
        ...

    async def overview(self, *, now: datetime) -> OutboxOverview:
        """Return the outbox in numbers."""
        ...

    async def publisher_of_message(self, *, chat_id: int, telegram_id: int) -> str | None:
        """Return the publisher of the article in a sent message; None if unknown or more than one."""
        ...


class StoryUpdateLog(Protocol):
    """Pending changes to stories that have messages."""

    async def oldest(self, *, until: datetime) -> StoryUpdate | None:
        """Return the oldest pending update up to `until`, or None while match batches are pending."""
        ...

    async def propagate(self, update: StoryUpdate, *, edit_at: datetime, breaking: bool, limit: int) -> int:
        """Schedule an edit of the story's sent and in-flight messages at `edit_at`.

        Args:
            breaking: Whether waiting messages become due now in chats that want breaking news immediately.
            limit: Of messages in one transaction.

        Returns:
            How many messages were scheduled; if fewer than `limit`, the update is done.
        """
        ...


class BriefingSchedule(Protocol):
    """Daily briefings and when they are due."""

    async def schedule_due(self, *, now: datetime, limit: int) -> int:
        """Write the messages of up to `limit` briefings whose time has come, once per alert and local day.

        A briefing that is paused, muted, suspended or still waiting to be sent is left out for the day.

        Returns:
            How many briefings were due.
        """
        ...


class FollowStore(Protocol):
    """Followed stories: what is known of them, and the messages about their developments.

    The transaction that stores articles also stores a `FollowCheck` for every followed story that changes.
    What a check finds, the messages about it and what is known from then on are written in one transaction,
    so that a development is reported once.
    """

    async def follow(self, draft: AlertDraft, known: Collection[Key], *, most: int | None = None) -> Alert:
        """Save an alert that follows a story, and return it; return the existing one of chat and topic.

        Args:
            known: Keys of the facts that its owner has seen.
            most: Alerts its owner may have; None for no limit.

        Raises:
            TooManyAlerts: The owner has `most` alerts already.
        """
        ...

    async def next_check(self) -> FollowCheck | None:
        """Return the oldest followed story that changed; None if there is none."""
        ...

    async def followers(self, check: FollowCheck, limit: int) -> list[Follow]:
        """Return up to `limit` alerts that follow a story and aren't processed yet, in order."""
        ...

    async def report(
        self, check: FollowCheck, reports: Sequence[FollowReport], *, now: datetime, at: datetime, last: bool
    ) -> None:
        """Write the messages of a check, unless the story changed or was processed meanwhile.

        New developments go into the alert's unsent message if there is one, in mode "update" into its last
        message, or else into a new one.

        Args:
            at: Earliest time to send or edit messages, so that developments that come together stay together.
            last: Whether these are the last followers of the story.
        """
        ...

    async def news_of(self, messages: Sequence[OutboxMessage]) -> dict[StoryId, FollowNews]:
        """Return the content of messages about followed stories, by the messages' story ids."""
        ...

    async def end_quiet(self, *, now: datetime, limit: int) -> int:
        """Write the last messages of stories that have not developed for `ENDS_AFTER`; delete ended alerts.

        A story that is paused or muted, or has unsent developments, goes on.

        Returns:
            How many alerts were looked at.
        """
        ...


class Sender(Protocol):
    """Sends notifications to chats."""

    async def send(self, notification: Notification) -> Receipt:
        """Send a notification, or edit the message it replaces; return what was accepted.

        Raises:
            ChatUnavailable: The chat can't be written to now.
            ChatMigrated: The chat has a new id.
            MessageRejected: Telegram will never accept the message, or nothing is left to report.
            TryLater: Not now; with `maybe_sent` if the connection was lost on the way.
        """
        ...
