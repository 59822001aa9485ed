"""Looking after feeds: what admins do, here and in the terminal. Every action is noted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.admin.audit import AuditEntry, AuditLog
from bot.corpus.urls import http_url
from bot.corpus.web.ports import Fetcher
from bot.errors import RejectedInput, localizable
from bot.feeds.model import Feed, FeedConfig, FeedId, FeedState
from bot.feeds.opml import read_opml, write_opml
from bot.feeds.ports import FeedStore
from bot.feeds.probe import FeedProbe, probe_feed


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """A feed and how it is doing."""

    feed: Feed
    entries_per_day: float


@dataclass(frozen=True, slots=True)
class FeedService:
    """What can be done about feeds; `by` is the Telegram id of who does it, None in the terminal.

    Args:
        clock: Returns the present moment, aware UTC.
    """

    store: FeedStore
    fetcher: Fetcher
    audit: AuditLog
    clock: Callable[[], datetime]

    async def all(self) -> list[Feed]:
        """Return every feed but the removed ones, oldest first."""
        return await self.store.all()

    async def health(self) -> list[FeedHealth]:
        """Return every feed with how it is doing, oldest first."""
        per_day = await self.store.entries_per_day(now=self.clock())
        return [FeedHealth(feed, per_day.get(feed.id, 0.0)) for feed in await self.store.all()]

    async def get(self, feed_id: FeedId) -> FeedHealth | None:
        """Return a feed, None when it is not there (any more)."""
        return next((each for each in await self.health() if each.feed.id == feed_id), None)

    async def find(self, words: str) -> Feed | None:
        """Return the feed with an address or with a number of `health`, counted from 1."""
        feeds = await self.store.all()
        if words.isdecimal() and 1 <= int(words[:9]) <= len(feeds):
            return feeds[int(words[:9]) - 1]
        return next((each for each in feeds if each.url == http_url(words)), None)

    async def probe(self, url: str) -> FeedProbe:
        """Return what stands at an address; nothing is kept."""
        return await probe_feed(url, self.fetcher)

    async def add(self, wanted: Sequence[FeedConfig], *, by: int | None) -> list[Feed]:
        """Add feeds; return those that were not there before."""
        added = await self.store.add(wanted, at=self.clock(), revive=True)
        for feed in added:
            await self._note("feeds add", feed.url, by)
        return added

    async def set_state(self, feed_id: FeedId, state: FeedState, *, by: int | None) -> Feed | None:
        """Pause, resume or remove a feed; None when it is not there."""
        feed = await self.store.set_state(feed_id, state, at=self.clock())
        if feed:
            verb = {FeedState.ON: "resume", FeedState.PAUSED: "pause", FeedState.REMOVED: "remove"}[state]
            await self._note(f"feeds {verb}", feed.url, by)
        return feed

    async def import_opml(self, data: bytes, *, source: str, by: int | None) -> list[Feed]:
        """Add the feeds of an OPML file; return those that were not there before.

        Raises:
            RejectedInput: It is no list of feeds.
        """
        return await self.add(read_opml(data, source=source), by=by)

    async def export_opml(self) -> bytes:
        """Return all feeds as OPML."""
        return write_opml(feed.config for feed in await self.store.all())

    async def add_defaults(self, file: Path) -> list[Feed]:
        """Add the feeds of a list that comes with a corpus; those once removed stay removed.

        Raises:
            RejectedInput: The file can't be read as a list of feeds.
        """
        try:
            data = file.read_bytes()
        except OSError as error:
            raise RejectedInput(
                localizable("why-unreadable", words=str(error.strerror)), source=str(file)
            ) from error
        wanted = read_opml(data, source=str(file))
        return await self.store.add(wanted, at=self.clock(), revive=False)

    async def _note(self, action: str, detail: str, by: int | None) -> None:
        await self.audit.note(AuditEntry(self.clock(), by, action, detail))
