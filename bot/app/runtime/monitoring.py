"""What whoever runs the bot may look at over HTTP: `/health` for supervisors, `/metrics` for Prometheus."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import structlog
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import __version__
from bot.app.wiring import App
from bot.delivery.outbox import OutboxState
from bot.errors import StoreError
from bot.feeds.model import FeedState
from bot.http_server import listening

log = structlog.get_logger()
PATIENCE_S = 3.0
"""How long the database may take to answer before it counts as not answering."""
TEXT = "text/plain; version=0.0.4; charset=utf-8"


@asynccontextmanager
async def monitored(
    house: App, place: tuple[str, int] | None, receiving: Callable[[], str]
) -> AsyncIterator[int]:
    """Serve the monitor for as long as the block lasts; gives its port, 0 without one.

    A port that is taken is said and does without: watching must not keep the bot from serving.

    Args:
        place: Host and port, port 0 for a free one; None for no monitor.
        receiving: Says how updates come in.
    """
    if place is None:
        yield 0
        return
    monitor = Monitor(house, receiving)
    app = Starlette(routes=[Route("/health", monitor.health), Route("/metrics", monitor.metrics)])
    opened = listening(app, host=place[0], port=place[1])
    try:
        port = await opened.__aenter__()
    except OSError as error:
        log.warning(
            "monitor_not_served", at=f"{place[0]}:{place[1]}", reason=str(error), set="NEWSBOT_MONITOR"
        )
        yield 0
        return
    try:
        log.info("monitor", health=f"http://{place[0]}:{port}/health", metrics="/metrics")
        yield port
    finally:
        await opened.__aexit__(None, None, None)


class Monitor:
    """Health and figures of a house."""

    def __init__(self, house: App, receiving: Callable[[], str]) -> None:
        self._house = house
        self._receiving = receiving
        measures = house.services.metrics
        self._articles = measures.gauge("newsbot_index_articles", "Articles that can be found.")
        self._behind = measures.gauge("newsbot_index_behind", "Committed changes the index has not taken in.")
        self._segments = measures.gauge(
            "newsbot_index_segments", "Parts of the index, merged in the background."
        )
        self._outbox = measures.gauge("newsbot_outbox_messages", "Messages of alerts, by state.", "state")
        self._oldest = measures.gauge(
            "newsbot_outbox_oldest_seconds", "How long the oldest message that is due has waited."
        )
        self._feeds = measures.gauge("newsbot_feeds", "Feeds, by state.", "state")
        self._silence = measures.gauge(
            "newsbot_telegram_silence_seconds", "Since Telegram last answered a request of ours."
        )

    async def health(self, _: Request) -> Response:
        """Answer 200 when questions can be answered here, 503 when not, with why."""
        measures = self._house.services.metrics
        said: dict[str, Any] = {
            "status": "ok",
            "version": __version__,
            "up_s": round(time.time() - measures.started_at),
            "receiving": self._receiving(),
            "telegram_silent_s": round(measures.telegram_silent_s()),
        }
        try:
            async with asyncio.timeout(PATIENCE_S):
                said["index"] = await self._index()
        except (StoreError, TimeoutError) as error:
            said |= {"status": "failing", "problem": str(error) or "the database does not answer"}
        return JSONResponse(said, status_code=200 if said["status"] == "ok" else 503)

    async def metrics(self, _: Request) -> Response:
        """Answer with everything measured; figures from the database stay as they were when it is silent."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._look()
        except (StoreError, TimeoutError) as error:
            log.warning("figures_missing", reason=str(error) or "the database does not answer")
        measures = self._house.services.metrics
        self._silence.set(measures.telegram_silent_s())
        measures.describe(__version__, self._receiving())
        return Response(measures.text(), media_type=TEXT)

    async def _index(self) -> dict[str, int]:
        house = self._house
        applied = await house.index.applied()
        behind = max(await house.articles.store.last_change() - applied, 0)
        return {"articles": house.index.snapshot.articles, "behind": behind}

    async def _look(self) -> None:
        services = self._house.services
        index = await self._index()
        self._articles.set(index["articles"])
        self._behind.set(index["behind"])
        self._segments.set(len(self._house.index.snapshot.views))
        now = services.clock()
        overview = await services.delivery.overview()
        for state in OutboxState:
            self._outbox.labels(state.value).set(overview.counts.get(state, 0))
        waiting = now - overview.oldest_at if overview.oldest_at else None
        self._oldest.set(waiting.total_seconds() if waiting else 0)
        await self._look_at_feeds()

    async def _look_at_feeds(self) -> None:
        states = {"ok": 0, "failing": 0, "paused": 0, "gone": 0}
        for feed in await self._house.services.feeds.all():
            failing = feed.state is FeedState.ON and feed.failures > 0
            states["failing" if failing else "ok" if feed.state is FeedState.ON else feed.state.value] += 1
        for state, count in states.items():
            self._feeds.labels(state).set(count)
