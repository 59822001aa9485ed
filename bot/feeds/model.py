"""The feed: its URL, its settings, and its state."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.corpus.web.ports import NO_VALIDATORS, Validators
from bot.errors import Localizable

FeedId = NewType("FeedId", int)
DEFAULT_INTERVAL = timedelta(minutes=20)
MIN_INTERVAL, MAX_INTERVAL = timedelta(minutes=2), timedelta(days=7)


class FeedState(StrEnum):
    """Whether a feed is polled."""

    ON = "on"
    PAUSED = "paused"
    GONE = "gone"
    """Switched off because its server answered 410 Gone."""
    REMOVED = "removed"
    """Kept so that the default feeds of the next start don't bring it back."""


@dataclass(frozen=True, slots=True)
class FeedConfig:
    """What an operator sets for a feed.

    Args:
        title: "" to use the feed's own title.
        language: ISO 639-1 code of its articles; None to detect it.
        interval: Between two polls; None for the default.
        full_text: Whether to read the pages behind teasers; None for the program's setting.
    """

    url: str
    title: str = ""
    language: str | None = None
    interval: timedelta | None = None
    full_text: bool | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A stored feed. Times are aware UTC.

    Args:
        next_poll_at: When it is due; during a poll, when another process may poll it.
        failures: Failed polls in a row.
        last_success_at: Last successful poll, "not modified" included.
        problem: Why the last poll failed, None if it succeeded.
        primed: Whether its first poll is done; until then its articles trigger no alerts.
    """

    id: FeedId
    config: FeedConfig
    state: FeedState
    added_at: datetime
    next_poll_at: datetime
    validators: Validators = NO_VALIDATORS
    failures: int = 0
    last_success_at: datetime | None = None
    problem: Localizable | None = None
    primed: bool = False

    @property
    def url(self) -> str:
        """The feed's URL."""
        return self.config.url

    @property
    def name(self) -> str:
        """The feed's title, else its URL."""
        return self.config.title or self.config.url


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A feed entry that was imported.

    Args:
        key: Identifies the entry within its feed.
        content_hash: Hash of its content; "" when it must be read again.
        seen_at: When the feed first showed it, aware UTC.
        tries: Failed attempts to read it.
    """

    key: str
    content_hash: str
    seen_at: datetime
    tries: int = 0
