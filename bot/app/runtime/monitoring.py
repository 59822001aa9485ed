"""Monitoring over HTTP: `/health` for supervisors, `/metrics` for Prometheus."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import structlog

from bot import __version__
from bot.app.wiring import App
from bot.delivery.outbox import OutboxState
from bot.errors import StoreError
from bot.feeds.model import FeedState
from bot.http_server import serve_http

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Send

log = structlog.get_logger()
DATABASE_TIMEOUT_S = 3.0
JSON_TYPE = "application/json"
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
TEXT_TYPE = "text/plain; charset=utf-8"
Answer = tuple[int, str, bytes]
"""Status, content type and body."""


@asynccontextmanager
async def serve_monitoring(
    app: App,
    listen: tuple[str, int] | None,
    receiving: Callable[[], str],
    problem: Callable[[], str] = lambda: "",
) -> AsyncIterator[int]:
    """Serve monitoring while the block lasts; yield its port, 0 without one.

    A port in use is logged and monitoring left out, so that it never keeps the bot from serving.

    Args:
        listen: Host and port, port 0 for a free one; None for no monitoring.
        receiving: Returns how updates are received.
        problem: Returns what keeps updates from being received, "" for nothing.
    """
    if listen is None:
        yield 0
        return
    host, port = listen
    monitor = Monitor(app, receiving, problem)
    site = monitoring_site({"/health": monitor.health, "/metrics": monitor.metrics})
    async with AsyncExitStack() as stack:
        try:
            bound_port = await stack.enter_async_context(serve_http(site, host=host, port=port))
            log.info("monitor", health=f"http://{host}:{bound_port}/health", metrics="/metrics")
        except OSError as error:
            bound_port = 0
            log.warning("monitor_not_served", at=f"{host}:{port}", reason=str(error), set="NEWSBOT_MONITOR")
        yield bound_port


def monitoring_site(pages: dict[str, Callable[[], Awaitable[Answer]]]) -> "ASGIApp":
    """Return an ASGI application with pages that can only be read; Starlette would take 2 MB."""

    async def site(scope: MutableMapping[str, Any], _: object, send: "Send") -> None:
        page, method = pages.get(scope["path"]), scope["method"]
        if page is None:
            status, content_type, body = 404, TEXT_TYPE, b"Not Found"
        elif method not in ("GET", "HEAD"):
            status, content_type, body = 405, TEXT_TYPE, b"Method Not Allowed"
        else:
            status, content_type, body = await page()
        headers = [(b"content-type", content_type.encode()), (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if method == "HEAD" else body})

    return site


class Monitor:
    """Answers requests for health and metrics."""

    def __init__(self, app: App, receiving: Callable[[], str], problem: Callable[[], str]) -> None:
        self._app = app
        self._receiving = receiving
        self._problem = problem
        self._metrics = metrics = app.services.metrics
        self._articles = metrics.gauge("newsbot_index_articles", "Searchable articles.")
        self._behind = metrics.gauge("newsbot_index_behind", "Committed changes that are not indexed yet.")
        self._segments = metrics.gauge("newsbot_index_segments", "Segments of the index.")
        self._waiting = metrics.gauge("newsbot_updates_waiting", "Updates that are not handled yet.")
        self._unmatched = metrics.gauge(
            "newsbot_unmatched_articles", "Articles that wait until alerts can be matched."
        )
        self._outbox = metrics.gauge("newsbot_outbox_messages", "Notifications, by state.", "state")
        self._oldest = metrics.gauge(
            "newsbot_outbox_oldest_seconds", "Age of the oldest notification that is due."
        )
        self._feeds = metrics.gauge("newsbot_feeds", "Feeds, by state.", "state")
        self._silence = metrics.gauge(
            "newsbot_telegram_silence_seconds", "Time since Telegram last answered a request."
        )

    async def health(self) -> Answer:
        """Answer 200 when this process gets questions and can answer them, else 503 with the problem."""
        health: dict[str, Any] = {
            "status": "ok",
            "version": __version__,
            "up_s": round(time.time() - self._metrics.started_at),
            "receiving": self._receiving(),
            "telegram_silent_s": round(self._metrics.telegram_silent_s()),
        }
        if problem := self._problem():
            health |= {"status": "failing", "problem": problem}
        try:
            async with asyncio.timeout(DATABASE_TIMEOUT_S):
                health["index"] = await self._index()
                health |= await self._inbox()
        except (StoreError, TimeoutError) as error:
            health |= {"status": "failing", "problem": str(error) or "the database does not answer"}
        status = 200 if health["status"] == "ok" else 503
        return status, JSON_TYPE, json.dumps(health, ensure_ascii=False).encode()

    async def metrics(self) -> Answer:
        """Answer with all metrics; without a database, its gauges keep their last values."""
        try:
            async with asyncio.timeout(DATABASE_TIMEOUT_S):
                await self._update_gauges()
        except (StoreError, TimeoutError) as error:
            log.warning("figures_missing", reason=str(error) or "the database does not answer")
        self._silence.set(self._metrics.telegram_silent_s())
        self._metrics.set_info(__version__, self._receiving())
        return 200, METRICS_TYPE, self._metrics.text()

    async def _inbox(self) -> dict[str, Any]:
        services = self._app.services
        state = await services.inbox.state()
        started = datetime.fromtimestamp(self._metrics.started_at, UTC)
        stuck = state.stuck_since(now=services.clock(), running_since=started)
        if stuck is None:
            return {"updates_waiting": state.waiting}
        problem = f"{state.waiting} updates are not handled, the oldest since {stuck:%Y-%m-%d %H:%M} UTC"
        return {"updates_waiting": state.waiting, "status": "failing", "problem": problem}

    async def _index(self) -> dict[str, int]:
        stats, behind = await self._app.services.questions.index_status()
        return {"articles": stats.articles, "behind": behind}

    async def _update_gauges(self) -> None:
        services = self._app.services
        stats, behind = await services.questions.index_status()
        self._articles.set(stats.articles)
        self._behind.set(behind)
        self._segments.set(stats.segments)
        self._waiting.set((await services.inbox.state()).waiting)
        now = services.clock()
        overview = await services.delivery.overview()
        for state in OutboxState:
            self._outbox.labels(state.value).set(overview.counts.get(state, 0))
        self._unmatched.set(overview.unmatched)
        waiting = now - overview.oldest_at if overview.oldest_at else None
        self._oldest.set(waiting.total_seconds() if waiting else 0)
        await self._update_feed_gauges()

    async def _update_feed_gauges(self) -> None:
        states = {"ok": 0, "failing": 0, "paused": 0, "gone": 0}
        for feed in await self._app.services.feeds.all():
            failing = feed.state is FeedState.ON and feed.failures > 0
            states["failing" if failing else "ok" if feed.state is FeedState.ON else feed.state.value] += 1
        for state, count in states.items():
            self._feeds.labels(state).set(count)
