"""From services to a python-telegram-bot application, the same for Telegram and for the preview."""

import os
from dataclasses import dataclass

from telegram.ext import ApplicationBuilder, ContextTypes

from bot.app.runtime.requests import MeasuredRequest, PollingRequest
from bot.delivery.rate_limits import RateLimiter
from bot.services import Services
from handlers.context import SERVICES, BotContext, NewsApplication
from handlers.telegram.rate_limiter import ChatLimiter
from handlers.telegram.update_processor import FairUpdateProcessor


@dataclass(frozen=True, slots=True)
class Address:
    """Where the Bot API is.

    Args:
        url: Root of the server, without a trailing slash.
    """

    url: str
    token: str


def build_application(services: Services, address: Address, limiter: RateLimiter) -> NewsApplication:
    """Return an application that is not started; its routes are added once it knows its own name.

    Args:
        limiter: Counts replies, so that notifications leave room for them.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # durations as timedelta, the library's future default
    application: NewsApplication = (
        ApplicationBuilder()
        .token(address.token)
        .base_url(f"{address.url}/bot")
        .base_file_url(f"{address.url}/file/bot")
        .context_types(ContextTypes(context=BotContext))
        .concurrent_updates(FairUpdateProcessor(done=services.metrics.record_update))
        .rate_limiter(ChatLimiter(limiter, services.clock))
        .job_queue(None)
        .request(MeasuredRequest(services.metrics, connection_pool_size=64, pool_timeout=30))
        .get_updates_request(PollingRequest(services.metrics, connection_pool_size=1))
        .build()
    )
    application.bot_data[SERVICES] = services
    return application
