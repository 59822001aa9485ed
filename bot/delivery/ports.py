"""What delivery asks of a store and of the chat.

What one transaction holds:

- The article's transaction stores its `MatchBatch`, and a `StoryUpdate` for every article that joined,
  changed in or left a story that messages are about, so that sent messages can be corrected.
- `Outbox.expand` turns match batches into messages afterwards, a chunk a transaction, and remembers how far
  it came in the same transaction. (chat, alert, story) is unique, the story's redirects followed: a message
  that is there already, in whatever state, is not written again.
- A chat is worked on by one claimer at a time: its lease, not its messages', is what is claimed.
- Every other method is one transaction of its own.

All moments are aware UTC. A method asked about a message or chat that is gone does nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.delivery.outbox import Notification, OutboxState, Receipt
from bot.delivery.story_updates import StoryUpdate
from bot.errors import Localizable


class Outbox(Protocol):
    """Messages promised to people."""

    async def expand(self, *, now: datetime, limit: int) -> int:
        """Write at most `limit` messages of committed match batches, oldest batch first, as `plan` says.

        A chat that is suspended gets its messages suspended. A story that the chat was told since the alert
        was saved is not told again: the message there is comes to stand for this alert too, and is edited.

        Returns:
            How many alerts of batches were gone through; 0 when no batch is left.
        """
        ...

    async def claim(
        self, *, now: datetime, lease: timedelta, limit: int, interval: timedelta
    ) -> list[Notification]:
        """Return what is due, longest waiting chat first, and lease the chats, so that nobody else gets them.

        Due are waiting and postponed messages with `due_at <= now`, whose alert is neither deleted, paused
        nor muted and whose chat is not held back or suspended; a chat without any gets its due edits. A
        claimer that dies loses nothing: the chat is free again when the lease ends, and what was under way
        is marked `maybe_sent`.

        Args:
            interval: Time between two messages over all processes; their `send_slot` are that far apart.
        """
        ...

    async def sent(self, notification: Notification, *, telegram_id: int, at: datetime) -> None:
        """Mark messages told; their rows stay, so that the story is never told again and can be edited."""
        ...

    async def postpone(
        self, notification: Notification, *, due_at: datetime, reason: Localizable, maybe_sent: bool
    ) -> None:
        """Put messages off, once more tried; an edit likewise. Ends the lease."""
        ...

    async def give_up(self, notification: Notification, *, reason: Localizable, at: datetime) -> None:
        """Mark messages as never to be told; an edit is dropped. Ends the lease."""
        ...

    async def counts(self, chat_id: int | None = None) -> dict[OutboxState, int]:
        """Return how many messages there are in each state, of a chat or of all."""
        ...


@dataclass(frozen=True, slots=True)
class ChatStatus:
    """What waits for a chat.

    Args:
        waiting: Messages not told yet.
        due_at: When the first of them is due; None when nothing waits.
        held_until: Telegram's limit on the chat; None when there is none.
        suspended: Why nothing can be written there; None when it can.
    """

    waiting: int = 0
    due_at: datetime | None = None
    held_until: datetime | None = None
    suspended: Localizable | None = None


@dataclass(frozen=True, slots=True)
class OutboxOverview:
    """The outbox in figures, for who runs the bot.

    Args:
        oldest_at: When the oldest message that is due was promised; None when nothing is due.
        sent_last_hour: Messages told within the last hour.
        reasons: Why messages are postponed, suspended or were given up, with how many; most first.
    """

    counts: dict[OutboxState, int]
    oldest_at: datetime | None
    sent_last_hour: int
    reasons: tuple[tuple[OutboxState, Localizable | None, int], ...]


class DeliveryReport(Protocol):
    """What people and operators may know of the outbox."""

    async def chat(self, chat_id: int, *, now: datetime) -> ChatStatus:
        """Return what waits for a chat."""
        ...

    async def overview(self, *, now: datetime) -> OutboxOverview:
        """Return the outbox in figures."""
        ...

    async def publisher_of_message(self, *, chat_id: int, telegram_id: int) -> str | None:
        """Return the publisher of the article that a sent message tells; None when unknown or several."""
        ...


class StoryUpdateLog(Protocol):
    """Changes to stories that messages are about, until they are worked off."""

    async def oldest(self, *, until: datetime) -> StoryUpdate | None:
        """Return the first one not worked off, from `until` at the latest, when no match batch is left."""
        ...

    async def propagate(self, news: StoryUpdate, *, edit_at: datetime, breaking: bool, limit: int) -> int:
        """Have told messages of the story, and those under way, edited at `edit_at`.

        Args:
            limit: Of messages, in one transaction.
            breaking: Whether what still waits goes out now where the chat wants breaking news.

        Returns:
            How many told messages were marked; with less than `limit` it is worked off.
        """
        ...


class ChatBook(Protocol):
    """What is known of the chats messages go to."""

    async def hold(self, chat_id: int, *, until: datetime, reason: Localizable) -> None:
        """Have none of a chat's messages claimed before `until`; ends the leases of that chat's messages."""
        ...

    async def suspend(self, chat_id: int, *, at: datetime, reason: Localizable) -> None:
        """Suspend a chat and its waiting and postponed messages; its alerts and settings are kept."""
        ...

    async def resume(self, chat_id: int) -> None:
        """Take a suspended chat up again; its suspended messages wait again."""
        ...

    async def drop_suspended(self, before: datetime) -> int:
        """Delete chats suspended before a moment, with alerts, messages, settings; return how many."""
        ...

    async def migrate(self, old_id: int, new_id: int) -> None:
        """Rewrite a chat's id everywhere: alerts, messages, settings; ends the leases of its messages."""
        ...


class Sender(Protocol):
    """Puts a notification into its chat."""

    async def send(self, notification: Notification) -> Receipt:
        """Send a notification, or edit the message it stands for; return what was taken.

        Raises:
            ChatUnavailable: The chat can't be written to now.
            ChatMigrated: The chat has another id now.
            MessageRejected: This message will never be taken, or what it tells of is gone.
            TryLater: Not now; with `maybe_sent` when the connection was lost underway.
        """
        ...
