"""Runs the delivery of notifications next to the handlers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from datetime import datetime

from telegram import Bot

from bot.app.runtime.application import Address
from bot.app.runtime.jobs import repeat, run_in_background
from bot.app.runtime.requests import MeasuredRequest
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.ports import Presence
from bot.delivery.rate_limits import RateLimiter
from bot.delivery.shared_limits import Notices, SharedLimits
from bot.delivery.shared_rate import CHECK_EVERY, SharedRate
from bot.errors import StoreError
from bot.metrics import Metrics
from bot.services import Services
from handlers.alerts.sender import AlertSender

CONNECTIONS = 16
"""Connections to Telegram for notifications: enough for 160 messages a second at 0.1 s each."""


@asynccontextmanager
async def run_delivery(
    services: Services, address: Address, limiter: RateLimiter
) -> AsyncIterator[Dispatcher]:
    """Deliver notifications while the block lasts; on leaving, finish those in progress.

    Delivery has its own connections, so that replies never wait for notifications.

    Args:
        limiter: Shared with the replies of the same bot: notifications leave room for them.
    """
    stop = asyncio.Event()
    async with _bot(address, services.metrics) as bot, asyncio.TaskGroup() as tasks:
        dispatcher = services.delivery.dispatcher(AlertSender(bot, services), limiter)
        services.metrics.add_counter(
            "newsbot_alert_messages",
            "Notifications, by outcome.",
            "outcome",
            lambda: asdict(dispatcher.delivered),
        )
        tasks.create_task(dispatcher.run(stop))
        try:
            yield dispatcher
        finally:
            stop.set()


@asynccontextmanager
async def shared_rate(
    presence: Presence, limiter: RateLimiter, clock: Callable[[], datetime]
) -> AsyncIterator[None]:
    """Share Telegram's limit with the other processes while the block lasts."""
    rate, stop = SharedRate(presence, limiter, clock), asyncio.Event()
    await rate.join()
    try:
        async with run_in_background(stop, repeat(CHECK_EVERY, rate.check, stop)):
            yield
    finally:
        with suppress(StoreError):
            await rate.leave()


@asynccontextmanager
async def shared_limits(notices: Notices, limiter: RateLimiter, services: Services) -> AsyncIterator[None]:
    """Keep the limits of persons and chats together with the other processes while the block lasts."""
    limits, stop = SharedLimits(notices, limiter, services.access, services.clock), asyncio.Event()
    with suppress(StoreError):
        await limits.check()  # before the first request, which others may have used up
    async with run_in_background(stop, repeat(CHECK_EVERY, limits.check, stop)):
        yield
    with suppress(StoreError):
        await limits.check()


def _bot(address: Address, metrics: Metrics) -> Bot:
    request = MeasuredRequest(metrics, connection_pool_size=CONNECTIONS, pool_timeout=30)
    return Bot(
        address.token,
        base_url=f"{address.url}/bot",
        base_file_url=f"{address.url}/file/bot",
        request=request,
    )
