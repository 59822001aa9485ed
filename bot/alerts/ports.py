"""What alerts need from a store.

Transactions:

- The transaction that stores an article also stores the `MatchBatch` of the alerts it matched, as one row and
  without alerts deleted in the meantime. So no article is stored without its matches, and vice versa.
- Saving, changing or deleting an alert assigns its change number in the same transaction.
- Every other method runs in a transaction of its own.

All times are aware UTC. A method does nothing for a person, alert or chat that doesn't exist.
"""

from dataclasses import dataclass
from typing import Protocol

from bot.alerts.alert import Alert, AlertDraft, AlertId
from bot.errors import UserError, localizable


class TooManyAlerts(UserError):
    """The owner has reached the limit of alerts."""

    def __init__(self, most: int) -> None:
        super().__init__(localizable("alert-too-many", most=most))


@dataclass(frozen=True, slots=True)
class AlertChange:
    """An entry of the change log about an alert.

    Args:
        number: Ascending over the one log of all changes, so with gaps where articles changed.
        alert: The alert as it is now; None if it was deleted.
    """

    number: int
    alert_id: AlertId
    alert: Alert | None


class AlertStore(Protocol):
    """Saved alerts."""

    async def add(self, draft: AlertDraft, *, most: int | None = None) -> Alert:
        """Save an alert and return it; return the existing one if chat, topic and text are the same.

        Args:
            most: Alerts its owner may have, counted in the same transaction; None for no limit.

        Raises:
            TooManyAlerts: The owner has `most` alerts already.
        """
        ...

    async def get(self, alert_id: AlertId) -> Alert | None:
        """Return an alert, or None if it doesn't exist."""
        ...

    async def of_chat(self, chat_id: int) -> list[Alert]:
        """Return a chat's alerts, oldest first."""
        ...

    async def update(self, alert: Alert) -> None:
        """Overwrite the alert with the same id."""
        ...

    async def delete(self, alert_id: AlertId) -> None:
        """Delete an alert and its unsent messages."""
        ...

    async def restore(self, alert: Alert, *, most: int | None = None) -> None:
        """Restore a deleted alert under its id; leave it alone if it exists.

        Raises:
            TooManyAlerts: The owner has `most` other alerts.
        """
        ...


class StoryFollower(Protocol):
    """Saves alerts that follow a story."""

    async def follow(self, draft: AlertDraft) -> Alert | None:
        """Follow the story of a draft from what it is now; None if it has no articles.

        Raises:
            TooManyAlerts: The owner has reached the limit.
        """
        ...


class ShareStore(Protocol):
    """Alerts that others may copy."""

    async def share(self, alert_id: AlertId) -> str | None:
        """Return an alert's permanent share code, 16 random characters; None if the alert is deleted."""
        ...

    async def shared(self, code: str) -> Alert | None:
        """Return the alert with a share code, or None if there is none."""
        ...


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """How many rows were deleted with a person's data."""

    alerts: int = 0
    messages: int = 0
    views: int = 0


class PersonStore(Protocol):
    """A person's data in all chats."""

    async def alerts(self, person_id: int) -> list[Alert]:
        """Return the alerts a person owns, in any chat, oldest first."""
        ...

    async def erase(self, person_id: int) -> ErasureReport:
        """Delete a person's alerts, messages, settings, views and private chat in one transaction.

        The same transaction asks for a purge.
        """
        ...


class PurgeRequests(Protocol):
    """Requests to purge deleted alerts from everything but the database, until that is done."""

    async def newest(self) -> int | None:
        """Return the number of the newest request, None if nothing is left to purge."""
        ...

    async def settle(self, number: int) -> None:
        """Delete requests up to a number, because they are done."""
        ...


class AlertLog(Protocol):
    """Changes to alerts in commit order."""

    async def store_id(self) -> int:
        """Return a number that identifies this store for as long as it exists."""
        ...

    async def changes(self, *, after: int, limit: int) -> list[AlertChange]:
        """Return the next changes by ascending number, only the latest for each alert."""
        ...
