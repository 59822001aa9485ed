"""The running bot: what it receives is answered, what waits is delivered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from telegram.error import InvalidToken, NetworkError

from bot.app.role import Role
from bot.app.runtime.application import Address, build_application, reception_of
from bot.app.runtime.command_menus import set_menus
from bot.app.runtime.delivery import run_delivery, shared_limits, shared_rate
from bot.app.runtime.inbox import left_at_end, read_inbox
from bot.app.runtime.jobs import run_in_background, run_scheduled_jobs
from bot.app.runtime.polling import poll_updates
from bot.app.runtime.profile import set_descriptions
from bot.app.runtime.webhook import Webhook, serve_webhook
from bot.delivery.ports import Presence
from bot.delivery.rate_limits import RateLimiter
from bot.delivery.shared_limits import Notices
from bot.errors import ConfigError
from bot.services import Services
from bot.storage.database import Lease
from bot.storage.named_values import SqlNamedValues
from handlers.context import NewsApplication
from handlers.routes import add_routes


@asynccontextmanager
async def serve_bot(
    services: Services,
    address: Address,
    stop: asyncio.Event,
    *,
    lease: Lease | None = None,
    webhook: Webhook | None = None,
    named_values: SqlNamedValues | None = None,
    role: Role = Role.ALL,
    presence: Presence | None = None,
    notices: Notices | None = None,
) -> AsyncIterator[NewsApplication]:
    """Yield a running application; on leaving, updates in progress are answered before it stops.

    Args:
        stop: Set here when polling is impossible.
        lease: Held by the process that polls; None when no other process shares the database.
        webhook: Where Telegram pushes updates; None to poll.
        named_values: Remembers which command menus Telegram has; None to set them in any case.
        role: Whether this process answers, and whether it delivers.
        presence: Of the processes that send for the same bot; None when no other shares the database.
        notices: What these processes tell each other; None when no other shares the database.
    """
    limiter = RateLimiter()
    application = build_application(services, address, limiter)
    reception = reception_of(application)
    await _initialize(application, address)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(application.shutdown)
        if presence and (role.answers or role.delivers):
            await stack.enter_async_context(shared_rate(presence, limiter, services.clock))
        if notices and (role.answers or role.delivers):
            await stack.enter_async_context(shared_limits(notices, limiter, services))
        if role.answers:
            receiving = (
                serve_webhook(application, reception.inbox.receive, webhook)
                if webhook
                else poll_updates(application, reception.health, stop, lease)
            )
            await stack.enter_async_context(_answering(application, services, receiving))
        await stack.enter_async_context(run_scheduled_jobs(services, application.bot))
        if role.delivers:
            await stack.enter_async_context(run_delivery(services, address, limiter))
        if role.answers:
            introducing = run_in_background(asyncio.Event(), _introduce(application, named_values))
            await stack.enter_async_context(introducing)
        yield application


@asynccontextmanager
async def _answering(
    application: NewsApplication, services: Services, receiving: AbstractAsyncContextManager[object]
) -> AsyncIterator[None]:
    """Answer updates while the block lasts."""
    add_routes(application)
    async with (
        left_at_end(services),
        _started(application),
        read_inbox(reception_of(application).inbox),
        receiving,
    ):
        yield


async def _introduce(application: NewsApplication, named_values: SqlNamedValues | None) -> None:
    """Tell Telegram what it shows of the bot: its menus and descriptions."""
    await set_menus(application, named_values)
    await set_descriptions(application.bot, named_values)


@asynccontextmanager
async def _started(application: NewsApplication) -> AsyncIterator[None]:
    """Handle updates while the block lasts; on leaving, finish those in progress."""
    await application.start()
    try:
        yield
    finally:
        await application.stop()


async def _initialize(application: NewsApplication, address: Address) -> None:
    try:
        await application.initialize()
    except NetworkError as error:
        await application.bot.request.shutdown()
        raise ConfigError(f"Can't reach Telegram at {address.url}: {error}") from error
    except InvalidToken as error:
        await application.bot.request.shutdown()
        raise ConfigError(
            "Telegram does not accept NEWSBOT_TELEGRAM_TOKEN. Get a token from @BotFather."
        ) from error
