"""What alerts ask of a store.

What one transaction holds:

- The article's own transaction also takes a `MatchBatch` for each article that fired: one row, however many
  alerts. It rechecks that the alerts still exist and leaves out those that do not; an article is never
  stored without its promise, nor the promise without the article.
- Saving, changing and deleting an alert takes its change number with it.
- Every other method is one transaction of its own.

All moments are aware UTC. A method asked about a person, alert or chat that is gone does nothing.
"""

from dataclasses import dataclass
from typing import Protocol

from bot.alerts.alert import Alert, AlertDraft, AlertId
from bot.chats.settings import ChatSettings
from bot.errors import UserError, localizable


class TooManyAlerts(UserError):
    """The person has as many alerts as one may have."""

    def __init__(self, most: int) -> None:
        super().__init__(localizable("alert-too-many", most=most))


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
    """Saved alerts."""

    async def add(self, draft: AlertDraft, *, most: int | None = None) -> Alert:
        """Save an alert; the same text for the same chat and topic returns the one there is, unchanged.

        Args:
            most: Alerts its owner may have, counted in the same transaction; None for any number.

        Raises:
            TooManyAlerts: The owner has as many.
        """
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

    async def restore(self, alert: Alert, *, most: int | None = None) -> None:
        """Bring a deleted alert back under its id; one that is there stays as it is.

        Raises:
            TooManyAlerts: The owner has `most` others.
        """
        ...


class ShareStore(Protocol):
    """Alerts that others may copy."""

    async def share(self, alert_id: AlertId) -> str | None:
        """Return the word that leads to an alert, 16 characters hard to guess, the same each time."""
        ...

    async def shared(self, word: str) -> Alert | None:
        """Return the alert a word leads to, None when it was deleted or there is no such word."""
        ...


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted with a person, in rows."""

    alerts: int = 0
    messages: int = 0
    views: int = 0


class PersonStore(Protocol):
    """What is kept of a person, over all chats."""

    async def alerts(self, person_id: int) -> list[Alert]:
        """Return the alerts a person saved, for whatever chat, oldest first."""
        ...

    async def forget(self, person_id: int) -> Forgotten:
        """Delete everything about a person at once: alerts, messages, settings, views, their chat."""
        ...


class AlertLog(Protocol):
    """What became of alerts, in commit order."""

    async def store(self) -> int:
        """Return a number that tells this store from any other, the same for as long as it exists."""
        ...

    async def changes(self, *, after: int, limit: int) -> list[AlertChange]:
        """Return the next changes to alerts, numbers ascending, each alert's last one only."""
        ...


class SettingsStore(Protocol):
    """What chats have chosen."""

    async def of(self, chat_id: int) -> ChatSettings:
        """Return a chat's settings, the defaults where it has chosen nothing."""
        ...

    async def put(self, settings: ChatSettings) -> None:
        """Store a chat's settings."""
        ...
