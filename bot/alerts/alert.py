"""An alert: a saved query and the chat it reports to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from bot.corpus.article import Article
from bot.search.query.parser import Query, parse


class Mode(StrEnum):
    """When an alert reports."""

    NOW = "now"
    HOURLY = "hourly"
    DAILY = "daily"
    WEEKLY = "weekly"


AlertId = NewType("AlertId", int)


@dataclass(frozen=True, slots=True)
class AlertDraft:
    """An alert about to be saved.

    Args:
        chat_id: Telegram id of the chat it reports to.
        thread_id: Topic of that chat; None for General or a chat without topics.
        owner_id: Telegram id of the person who saves it.
        text: The query as typed; parses.
        created_at: Aware UTC; articles published before are none of its business, and it is the
            present of relative dates in `text` ("since last week").
        language: ISO 639-1 code of the query, or None when unknown.
        zone: IANA name of the zone its dates are meant in.
        mode: When it reports.
        paused: Whether it is saved silent, to be resumed later.
    """

    chat_id: int
    thread_id: int | None
    owner_id: int
    text: str
    created_at: datetime
    language: str | None = None
    zone: str = "UTC"
    mode: Mode = Mode.NOW
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """A saved alert; arguments as in `AlertDraft`.

    Args:
        id: Given by the store, never given twice.
        paused: Whether the person stopped it for the time being.
        muted_until: Silent before this moment, aware UTC; None when not muted.
    """

    id: AlertId
    chat_id: int
    thread_id: int | None
    owner_id: int
    text: str
    created_at: datetime
    language: str | None = None
    zone: str = "UTC"
    mode: Mode = Mode.NOW
    paused: bool = False
    muted_until: datetime | None = None

    @property
    def query(self) -> Query:
        """The query, parsed as it was understood when the alert was saved."""
        zone = ZoneInfo(self.zone)
        return parse(self.text, now=self.created_at, zone=zone, language=self.language)

    def concerns(self, article: Article, *, now: datetime) -> bool:
        """Whether an article that its query matches may be reported: real, not older, not silenced.

        Args:
            now: When the article is taken in, aware UTC; stands for the date of an undated one.
        """
        silent = self.paused or (self.muted_until is not None and now < self.muted_until)
        return not silent and not article.sample and (article.published_at or now) >= self.created_at
