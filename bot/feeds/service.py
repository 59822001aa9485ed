"""Manages feeds for operators, in Telegram and in the terminal; every change is in the audit log."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.admin.audit import AuditEntry, AuditLog
from bot.corpus.urls import feed_address, http_url
from bot.corpus.web.ports import Fetcher
from bot.errors import RejectedInput, localizable
from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState
from bot.feeds.opml import read_opml, write_opml
from bot.feeds.ports import FeedStore
from bot.feeds.probe import FeedProbe, probe_feed


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """A feed and its number of new entries per day."""

    feed: Feed
    entries_per_day: float


@dataclass(frozen=True, slots=True)
class FeedService:
    """Manages feeds. `by` is an operator's Telegram id, None in the terminal.

    Args:
        clock: Returns the current time, aware UTC.
    """

    store: FeedStore
    fetcher: Fetcher
    audit: AuditLog
    clock: Callable[[], datetime]

    async def all(self) -> list[Feed]:
        """Return every feed, oldest first."""
        return await self.store.all()

    async def health(self) -> list[FeedHealth]:
        """Return every feed with its health, oldest first."""
        per_day = await self.store.entries_per_day(now=self.clock())
        return [FeedHealth(feed, per_day.get(feed.id, 0.0)) for feed in await self.store.all()]

    async def get(self, feed_id: FeedId) -> FeedHealth | None:
        """Return a feed with its health, None when it does not exist."""
        return next((health for health in await self.health() if health.feed.id == feed_id), None)

    async def find(self, words: str) -> Feed | None:
        """Return the feed with a URL, or with a position in `all`, counted from 1."""
        feeds = await self.store.all()
        if words.isdecimal() and 1 <= int(words[:9]) <= len(feeds):
            return feeds[int(words[:9]) - 1]
        return next((feed for feed in feeds if feed.url == http_url(feed_address(words))), None)

    async def probe(self, url: str) -> FeedProbe:
        """Return what is at a URL; stores nothing."""
        return await probe_feed(feed_address(url), self.fetcher)

    async def add(self, wanted: Sequence[FeedConfig], *, by: int | None) -> list[Feed]:
        """Add feeds; return those that are new."""
        added = await self.store.add(wanted, at=self.clock(), revive=True)
        for feed in added:
            await self._audit("feeds add", feed.url, by)
        return added

    async def set_state(self, feed_id: FeedId, state: FeedState, *, by: int | None) -> Feed | None:
        """Pause, resume or remove a feed; return None when it does not exist."""
        feed = await self.store.set_state(feed_id, state, at=self.clock())
        if feed:
            verb = {FeedState.ON: "resume", FeedState.PAUSED: "pause", FeedState.REMOVED: "remove"}[state]
            await self._audit(f"feeds {verb}", feed.url, by)
        return feed

    async def import_opml(self, data: bytes, *, source: str, by: int | None) -> list[Feed]:
        """Add the feeds of an OPML file; return those that are new.

        Raises:
            RejectedInput: The file is not a list of feeds.
        """
        return await self.add(read_opml(data, source=source), by=by)

    async def export_opml(self) -> bytes:
        """Return all feeds as OPML."""
        return write_opml(feed.config for feed in await self.store.all())

    async def add_defaults(self, file: Path) -> list[Feed]:
        """Add the feeds of an OPML file that ships with a corpus; removed feeds stay removed.

        Raises:
            RejectedInput: The file can't be read as a list of feeds.
        """
        try:
            data = file.read_bytes()
        except OSError as error:
            reason = localizable("why-unreadable", words=str(error.strerror))
            raise RejectedInput(reason, source=str(file)) from error
        wanted = read_opml(data, source=str(file))
        return await self.store.add(wanted, at=self.clock(), revive=False)

    async def _audit(self, action: str, detail: str, by: int | None) -> None:
        await self.audit.note(AuditEntry(self.clock(), by, action, detail))
