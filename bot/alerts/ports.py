"""What alerts and delivery ask of a store and of the chat.

What one transaction holds:

- The article's own transaction also takes a `MatchBatch` for each article that fired: one row, however many
  alerts. It rechecks that the alerts still exist and leaves out those that do not; an article is never
  stored without its promise, nor the promise without the article.
- `Outbox.expand` turns match batches into messages afterwards, a chunk a transaction, and remembers how far
  it came in the same transaction. (chat, alert, story) is unique, the story's redirects followed: a message
  that is there already, in whatever state, is not written again.
- Every other method is one transaction of its own.

All moments are aware UTC. A method asked about a message, alert or chat that is gone does nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.alerts.alert import Alert, AlertDraft, AlertId
from bot.alerts.outbox import OutboxId, OutboxMessage, OutboxState


@dataclass(frozen=True, slots=True)
class AlertChange:
    """A line of the change log about an alert, with the alert as it is now; None when it was deleted.

    Args:
        number: From the one counter all changes share: ascending, with gaps where articles changed.
    """

    number: int
    alert_id: AlertId
    alert: Alert | None


class AlertStore(Protocol):
    """Saved alerts. Saving, changing and deleting one takes a change number in the same transaction."""

    async def add(self, draft: AlertDraft) -> Alert:
        """Save an alert; the same text for the same chat and topic returns the one there is, unchanged."""
        ...

    async def get(self, alert_id: AlertId) -> Alert | None:
        """Return an alert, or None when it does not exist."""
        ...

    async def of_chat(self, chat_id: int) -> list[Alert]:
        """Return the alerts that report to a chat, oldest first."""
        ...

    async def update(self, alert: Alert) -> None:
        """Store an alert anew under its id."""
        ...

    async def delete(self, alert_id: AlertId) -> None:
        """Delete an alert and its messages that are not sent yet."""
        ...

    async def of_owner(self, owner_id: int) -> list[Alert]:
        """Return the alerts a person saved, for whatever chat, oldest first."""
        ...


class AlertLog(Protocol):
    """What became of alerts, in commit order."""

    async def changes(self, *, after: int, limit: int) -> list[AlertChange]:
        """Return the next changes to alerts, numbers ascending, each alert's last one only."""
        ...


class Outbox(Protocol):
    """Messages promised to people."""

    async def expand(self, *, limit: int) -> int:
        """Write at most `limit` messages of committed match batches, oldest batch first.

        A chat that is suspended gets its messages suspended.

        Returns:
            How many alerts of batches were gone through; 0 when no batch is left.
        """
        ...

    async def claim(self, *, now: datetime, lease: timedelta, limit: int) -> list[OutboxMessage]:
        """Return due messages, longest due first, and lease them: nobody else gets them before `now + lease`.

        Due are waiting and postponed ones with `due_at <= now` and no running lease, whose alert is neither
        deleted nor paused and whose chat is not held back or suspended; at most one message a chat, and none
        of a chat that has a message leased, so that a chat's messages arrive in order and a slow one holds
        up nobody. A claimer that dies loses nothing: its messages are due again when the lease ends.
        """
        ...

    async def sent(self, message_id: OutboxId, *, telegram_id: int, at: datetime) -> None:
        """Mark a message sent; its row stays, so that the story is never sent again and can be edited."""
        ...

    async def postpone(self, message: OutboxMessage) -> None:
        """Put a message off with its `due_at`, `attempts`, `maybe_sent` and `reason`; ends its lease."""
        ...

    async def give_up(self, message_id: OutboxId, *, reason: str, at: datetime) -> None:
        """Mark a message as one that will never be sent."""
        ...

    async def counts(self, chat_id: int | None = None) -> dict[OutboxState, int]:
        """Return how many messages there are in each state, of a chat or of all."""
        ...


class ChatBook(Protocol):
    """What is known of the chats messages go to."""

    async def hold(self, chat_id: int, *, until: datetime, reason: str) -> None:
        """Have none of a chat's messages claimed before `until`; ends the leases of that chat's messages."""
        ...

    async def suspend(self, chat_id: int, *, at: datetime, reason: str) -> None:
        """Suspend a chat and its waiting and postponed messages; its alerts and settings are kept."""
        ...

    async def resume(self, chat_id: int) -> None:
        """Take a suspended chat up again; its suspended messages wait again."""
        ...

    async def migrate(self, old_id: int, new_id: int) -> None:
        """Rewrite a chat's id everywhere: alerts, messages, settings; ends the leases of its messages."""
        ...


class Sender(Protocol):
    """Puts a message into its chat."""

    async def send(self, message: OutboxMessage) -> int:
        """Send a message and return Telegram's id of it.

        Raises:
            ChatUnavailable: The chat can't be written to now.
            ChatMigrated: The chat has another id now.
            MessageRejected: This message will never be taken, or its article or alert is gone.
            TryLater: Not now; with `maybe_sent` when the connection was lost underway.
        """
        ...
