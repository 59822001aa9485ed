"""Feeds that users suggest: tested, queued, decided by operators."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType, Protocol

from bot.admin.audit import AuditEntry
from bot.chats.access import AccessControl, AccessOutcome
from bot.corpus.plain_text import one_line
from bot.errors import localizable
from bot.feeds.model import FeedConfig
from bot.feeds.probe import FeedProbe
from bot.feeds.service import FeedService

SuggestionId = NewType("SuggestionId", int)
MAX_PER_PERSON = 5
"""Suggestions of a person that are open or less than a day old."""
MAX_OPEN = 200
"""Open suggestions of everybody."""
PROBES_PER_MINUTE = 2
"""Addresses that a person may have tested: each is a request to somebody else's server."""
PROBES_AT_ONCE = 4
"""Of everybody: they share the connections that feeds are polled with, and a slow server takes a minute."""
KEEP_DECIDED = timedelta(days=30)
LONGEST_URL, LONGEST_TITLE = 2_000, 200


class SuggestionState(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    APPROVED = "approved"
    DECLINED = "declined"


class Outcome(StrEnum):
    """The result of suggesting a feed."""

    QUEUED = "queued"
    KNOWN = "known"
    WAITING = "waiting"
    TOO_MANY = "too many"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A feed that somebody suggested; there is one for an address.

    Args:
        at: When, aware UTC.
    """

    id: SuggestionId
    person_id: int
    url: str
    title: str
    at: datetime
    state: SuggestionState = SuggestionState.OPEN


class SuggestionStore(Protocol):
    """Stored suggestions."""

    async def put(self, draft: Suggestion, *, per_person: int, most: int, since: datetime) -> Outcome:
        """Store a suggestion, if its address is new and there is room.

        Args:
            per_person: Suggestions of the person that may be open or newer than `since`.
            most: Open suggestions of everybody.
        """
        ...

    async def open(self) -> Sequence[Suggestion]:
        """Return open suggestions, oldest first."""
        ...

    async def claim_new(self) -> Suggestion | None:
        """Return the oldest open suggestion that was never claimed; another call doesn't return it."""
        ...

    async def get(self, suggestion_id: SuggestionId) -> Suggestion | None:
        """Return a suggestion, None if it doesn't exist."""
        ...

    async def decide(self, suggestion_id: SuggestionId, state: SuggestionState, *, at: datetime) -> bool:
        """Close an open suggestion; return whether it was open."""
        ...

    async def forget_decided(self, *, before: datetime) -> None:
        """Delete suggestions that were decided before a moment."""
        ...


class SuggestionService:
    """Tests, queues and decides suggestions."""

    def __init__(self, store: SuggestionStore, feeds: FeedService, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._feeds = feeds
        self._clock = clock
        self._probes = AccessControl(person_per_minute=PROBES_PER_MINUTE)
        self._probing = asyncio.Semaphore(PROBES_AT_ONCE)

    def wait_s(self, person_id: int) -> int:
        """Return 0 if a person may have an address tested now, and count it; else the seconds to wait."""
        decision = self._probes.decide(person_id, person_id)
        return 0 if decision.outcome is AccessOutcome.WELCOME else decision.wait_s

    async def suggest(self, url: str, *, person_id: int) -> tuple[FeedProbe, Outcome | None]:
        """Test an address and queue the feed that is there.

        Returns:
            What is at the address, and what became of it; None if it is no feed.
        """
        async with self._probing:
            probe = await self._feeds.probe(url)
        if not probe.problem and len(probe.url) > LONGEST_URL:
            reason = localizable("why-address-long", most=str(LONGEST_URL))
            return FeedProbe(probe.url[:LONGEST_URL], problem=reason), None
        if probe.problem:
            return probe, None
        if await self._feeds.find(probe.url):
            return probe, Outcome.KNOWN
        now = self._clock()
        title = one_line(probe.title or probe.url)[:LONGEST_TITLE]
        draft = Suggestion(SuggestionId(0), person_id, probe.url, title, now)
        since = now - timedelta(days=1)
        outcome = await self._store.put(draft, per_person=MAX_PER_PERSON, most=MAX_OPEN, since=since)
        return probe, outcome

    async def open(self) -> Sequence[Suggestion]:
        """Return open suggestions, oldest first."""
        return await self._store.open()

    async def unannounced(self) -> Suggestion | None:
        """Return the oldest open suggestion not yet announced to operators; it counts as announced then."""
        return await self._store.claim_new()

    async def get(self, suggestion_id: SuggestionId) -> Suggestion | None:
        """Return a suggestion, None if it doesn't exist (any more)."""
        return await self._store.get(suggestion_id)

    async def approve(self, suggestion_id: SuggestionId, *, by: int) -> bool:
        """Add the feed of an open suggestion; return whether this call decided it.

        If it fails between the two, the suggestion stays open, and the next call completes it.

        Args:
            by: Telegram id of the operator.
        """
        suggestion = await self._store.get(suggestion_id)
        if suggestion is None or suggestion.state is not SuggestionState.OPEN:
            return False
        await self._feeds.add([FeedConfig(suggestion.url)], by=by)
        return await self._store.decide(suggestion_id, SuggestionState.APPROVED, at=self._clock())

    async def decline(self, suggestion_id: SuggestionId, *, by: int) -> bool:
        """Close an open suggestion; return whether this call decided it."""
        suggestion = await self._store.get(suggestion_id)
        decided = await self._store.decide(suggestion_id, SuggestionState.DECLINED, at=self._clock())
        if decided and suggestion:
            entry = AuditEntry(self._clock(), by, "suggestions decline", suggestion.url)
            await self._feeds.audit.note(entry)
        return decided

    async def forget_decided(self) -> None:
        """Delete suggestions that were decided long ago."""
        await self._store.forget_decided(before=self._clock() - KEEP_DECIDED)
