"""The delivery path, running beside the handlers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict

from telegram import Bot

from bot.app.runtime.application import Address
from bot.app.runtime.requests import MeasuredRequest
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.rate_limits import RateLimiter
from bot.metrics import Metrics
from bot.services import Services
from handlers.alerts.sender import AlertSender

CONNECTIONS = 16
"""To Telegram, for broadcasts: enough for 160 messages a second that take 0.1 s each."""


@asynccontextmanager
async def delivering(services: Services, address: Address, limiter: RateLimiter) -> AsyncIterator[Dispatcher]:
    """Keep delivering; on leaving, what is under way is seen through.

    It has connections of its own, so that replies to people never wait for broadcasts.

    Args:
        limiter: Shared with whoever answers people over the same bot: broadcasts give way to that.
    """
    stop = asyncio.Event()
    async with _bot(address, services.metrics) as bot, asyncio.TaskGroup() as tasks:
        path = services.delivery.dispatcher(AlertSender(bot, services), limiter)
        services.metrics.tally(
            "newsbot_alert_messages",
            "Messages of alerts, by what became of them.",
            "outcome",
            lambda: asdict(path.delivered),
        )
        tasks.create_task(path.run(stop))
        try:
            yield path
        finally:
            stop.set()


def _bot(address: Address, measures: Metrics) -> Bot:
    request = MeasuredRequest(measures, connection_pool_size=CONNECTIONS, pool_timeout=30)
    return Bot(
        address.token,
        base_url=f"{address.url}/bot",
        base_file_url=f"{address.url}/file/bot",
        request=request,
    )
