"""From services to a python-telegram-bot application, the same for Telegram and for the preview."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from telegram.ext import ApplicationBuilder, ContextTypes

from bot.app.runtime.inbox import InboxReader
from bot.app.runtime.poll_health import PollHealth
from bot.app.runtime.requests import MeasuredRequest, PollingRequest
from bot.delivery.rate_limits import RateLimiter
from bot.services import Services
from handlers.context import SERVICES, BotContext, NewsApplication
from handlers.telegram.rate_limiter import ChatLimiter
from handlers.telegram.update_processor import FairUpdateProcessor

_RECEPTION = "reception"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the Bot API is.

    Args:
        url: Root of the server, without a trailing slash.
    """

    url: str
    token: str


@dataclass(frozen=True, slots=True)
class Reception:
    """How the application gets its updates.

    Args:
        inbox: Stores updates and brings them to the application.
        health: How polling is doing.
    """

    inbox: InboxReader
    health: PollHealth


class _Confirmed(asyncio.Queue[object]):
    """Drops what the library has fetched: `PollingRequest` has stored it already."""

    async def put(self, item: object) -> None:
        """Drop an item."""


def reception_of(application: NewsApplication) -> Reception:
    """Return how an application gets its updates."""
    return cast(Reception, application.bot_data[_RECEPTION])


def build_application(services: Services, address: Address, limiter: RateLimiter) -> NewsApplication:
    """Return an application that is not started; its routes are added once it knows its own name.

    Args:
        limiter: Counts replies, so that notifications leave room for them.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # durations as timedelta, the library's future default
    health = PollHealth()
    processor = FairUpdateProcessor(done=services.metrics.record_update)

    async def receive(updates: Sequence[Any]) -> None:
        await inbox.receive(updates)

    application: NewsApplication = (
        ApplicationBuilder()
        .token(address.token)
        .base_url(f"{address.url}/bot")
        .base_file_url(f"{address.url}/file/bot")
        .context_types(ContextTypes(context=BotContext))
        .concurrent_updates(processor)
        .rate_limiter(ChatLimiter(limiter, services.clock))
        .job_queue(None)
        .request(MeasuredRequest(services.metrics, connection_pool_size=64, pool_timeout=30))
        .get_updates_request(PollingRequest(services.metrics, health, receive, connection_pool_size=1))
        .build()
    )
    inbox = InboxReader(services, application.bot, application.update_queue)
    processor.journal = inbox
    if application.updater is not None:
        application.updater.update_queue = _Confirmed()
    application.bot_data.update({SERVICES: services, _RECEPTION: Reception(inbox, health)})
    return application
