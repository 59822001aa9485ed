"""The feed: an address, how it is to be read, and how it has been doing."""

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
    """Switched off because its server said that it is no more."""
    REMOVED = "removed"
    """Kept so that a list of feeds read at the next start does not bring it back."""


@dataclass(frozen=True, slots=True)
class FeedConfig:
    """A feed as somebody asks for it.

    Args:
        title: What to call it; "" to use its own title.
        language: ISO 639-1 code of its articles; None to see for ourselves.
        interval: Between two polls; None for the usual one.
        full_text: Whether the pages behind teasers are read; None for what the settings say.
    """

    url: str
    title: str = ""
    language: str | None = None
    interval: timedelta | None = None
    full_text: bool | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is kept. Moments are aware UTC.

    Args:
        next_poll_at: Not polled before; while it is being polled, when somebody else may try.
        failures: In a row.
        last_success_at: When it last answered as it should, "not modified" included.
        problem: What was wrong the last time, None when nothing was.
        primed: Whether its first poll is done; until then its articles fire no alerts.
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
        """Its address."""
        return self.config.url

    @property
    def name(self) -> str:
        """Its title, or its address as long as it has none."""
        return self.config.title or self.config.url


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """What is remembered of an entry of a feed.

    Args:
        key: What the entry is known by within its feed.
        content_hash: A hash of what the feed said of it; "" when its page is to be tried again.
        seen_at: When the feed first showed it, aware UTC.
        tries: How often its page could not be had.
    """

    key: str
    content_hash: str
    seen_at: datetime
    tries: int = 0
