"""Start, serve, stop: owns the process's signals and every open resource."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

import structlog
from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.app.delivery import delivering
from bot.app.live import live
from bot.app.progress import shown
from bot.app.schedule import scheduled
from bot.app.settings import Settings
from bot.app.telegram_app import Address, build_application
from bot.app.wiring import open_house
from bot.errors import ConfigError
from bot.preview.server import PreviewServer
from bot.preview.starting_world import starting_world
from bot.services import Services
from handlers.context import NewsApplication
from handlers.routes import ALLOWED_UPDATES, add_routes, menu

log = structlog.get_logger()


async def run_telegram(settings: Settings) -> None:
    """Serve Telegram by long polling until SIGTERM or SIGINT.

    Raises:
        ConfigError: The token is missing or not accepted, or another program polls with it.
    """
    if settings.telegram_token is None:
        raise ConfigError("NEWSBOT_TELEGRAM_TOKEN is not set. Without one, run: newsbot preview")
    address = Address(settings.telegram_url, settings.telegram_token.get_secret_value())
    async with AsyncExitStack() as stack:
        stop = stack.enter_context(_stop_signals())
        house = await stack.enter_async_context(open_house(settings, announce=shown))
        house.services.gallery.warm()
        application = await stack.enter_async_context(serving(house.services, address, stop))
        await stack.enter_async_context(live(settings, house, application.bot))
        log.info("serving", bot=f"@{application.bot.username}", at=settings.telegram_url)
        await stop.wait()


async def run_preview(settings: Settings) -> None:
    """Serve the miniature Telegram and the bot in it until SIGTERM or SIGINT."""
    async with AsyncExitStack() as stack:
        stop = stack.enter_context(_stop_signals())
        house = await stack.enter_async_context(open_house(settings, announce=shown))
        house.services.gallery.warm()
        preview = await stack.enter_async_context(PreviewServer(starting_world(), port=settings.preview_port))
        address = Address(preview.url, preview.token)
        application = await stack.enter_async_context(serving(house.services, address, stop))
        await stack.enter_async_context(live(settings, house, application.bot))
        log.info("preview", open=preview.url)
        await stop.wait()


@asynccontextmanager
async def serving(
    services: Services, address: Address, stop: asyncio.Event
) -> AsyncIterator[NewsApplication]:
    """Keep a started application; on leaving, updates in hand are answered before it stops.

    Args:
        stop: Set by us when polling can't go on.
    """
    application = build_application(services, address)
    await _initialize(application, address)
    conflict: list[TelegramError] = []

    def polling_failed(error: TelegramError) -> None:
        if isinstance(error, Conflict):
            conflict.append(error)
            stop.set()
        else:
            log.warning("polling", error=type(error).__name__)

    try:
        add_routes(application)
        await _set_menus(application)
        async with _polling(application, polling_failed), scheduled(services), delivering(services, address):
            yield application
    finally:
        await application.shutdown()
    if conflict:
        raise ConfigError("Another program polls with this token (409 Conflict); stop it first.")


@asynccontextmanager
async def _polling(
    application: NewsApplication, failed: Callable[[TelegramError], None]
) -> AsyncIterator[None]:
    """Fetch updates; on leaving, fetch no more and see those in hand answered."""
    assert application.updater is not None
    await application.start()
    try:
        await application.updater.start_polling(allowed_updates=list(ALLOWED_UPDATES), error_callback=failed)
        yield
    finally:
        if application.updater.running:
            await application.updater.stop()
        await application.stop()


async def _initialize(application: NewsApplication, address: Address) -> None:
    try:
        await application.initialize()
    except NetworkError as error:
        await application.bot.request.shutdown()
        raise ConfigError(f"Telegram can't be reached at {address.url}: {error}") from error
    except InvalidToken as error:
        await application.bot.request.shutdown()
        raise ConfigError(
            "Telegram does not accept NEWSBOT_TELEGRAM_TOKEN; get one from @BotFather."
        ) from error


async def _set_menus(application: NewsApplication) -> None:
    for scope in (BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()):
        await application.bot.set_my_commands(menu(), scope=scope)


@contextmanager
def _stop_signals() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and SIGINT set; a second signal ends the process at once."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def asked(number: signal.Signals) -> None:
        if stop.is_set():
            loop.remove_signal_handler(number)
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, asked, number)
    try:
        yield stop
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
