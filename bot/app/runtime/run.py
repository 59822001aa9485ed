"""Start, serve, stop: owns the process's signals and every open resource."""

import asyncio
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from datetime import timedelta

import structlog
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.app.progress import Announce, Step, shown
from bot.app.runtime.application import Address, build_application
from bot.app.runtime.command_menus import set_menus
from bot.app.runtime.corpus_jobs import live
from bot.app.runtime.delivery import delivering
from bot.app.runtime.jobs import beside, every, following, scheduled
from bot.app.runtime.monitoring import monitored
from bot.app.runtime.polling import polling
from bot.app.runtime.process import GIVE_BACK_EVERY, give_back, keep_loop_free, use_few_heaps
from bot.app.runtime.watchdog import notify, watched
from bot.app.runtime.webhook import Webhook, pushed
from bot.app.settings import OFF, Settings, host_and_port
from bot.app.wiring import App, open_app
from bot.corpus.web.ports import Fetcher
from bot.delivery.rate_limits import RateLimiter
from bot.errors import ConfigError
from bot.metrics import Metrics
from bot.preview.demo import demo_state
from bot.preview.server import PreviewServer
from bot.services import Services
from bot.storage.database import Lease
from bot.storage.named_values import SqlNamedValues
from handlers.context import NewsApplication
from handlers.routes import add_routes

log = structlog.get_logger()
ASK_EVERY = timedelta(seconds=45)
"""How long Telegram may say nothing before it is asked something."""


async def run_telegram(settings: Settings, *, fetcher: Fetcher | None = None) -> None:
    """Serve Telegram, by long polling or by webhook, until SIGTERM or SIGINT.

    Args:
        fetcher: Reads feeds and pages; by default over HTTP, from public addresses only.

    Raises:
        ConfigError: The token is missing or not accepted, or another program polls with it.
    """
    if settings.telegram_token is None:
        raise ConfigError("NEWSBOT_TELEGRAM_TOKEN is not set. Without one, run: newsbot preview")
    use_few_heaps()
    address = Address(settings.telegram_url, settings.telegram_token.get_secret_value())
    async with AsyncExitStack() as stack:
        stop = stack.enter_context(_stop_signals())
        house = await stack.enter_async_context(
            open_app(settings, announce=_shown_until(stop), fetcher=fetcher)
        )
        house.services.trends.warm_up()
        keep_loop_free()
        serves = serving(
            house.services,
            address,
            stop,
            lease=house.lease,
            webhook=_webhook(settings),
            marks=house.marks,
        )
        application = await stack.enter_async_context(serves)
        await stack.enter_async_context(following(house.articles))
        await stack.enter_async_context(live(settings, house, application.bot))
        await stack.enter_async_context(_looked_after(settings, house, application))
        log.info("serving", bot=f"@{application.bot.username}", at=settings.telegram_url)
        await stop.wait()
        house.services.reload.stop()


async def run_preview(settings: Settings) -> None:
    """Serve the miniature Telegram and the bot in it until SIGTERM or SIGINT."""
    use_few_heaps()
    async with AsyncExitStack() as stack:
        stop = stack.enter_context(_stop_signals())
        house = await stack.enter_async_context(open_app(settings, announce=_shown_until(stop)))
        house.services.trends.warm_up()
        keep_loop_free()
        preview = await stack.enter_async_context(PreviewServer(demo_state(), port=settings.preview_port))
        address = Address(preview.url, preview.token)
        application = await stack.enter_async_context(serving(house.services, address, stop))
        await stack.enter_async_context(following(house.articles))
        await stack.enter_async_context(live(settings, house, application.bot))
        log.info("preview", open=preview.url)
        await stop.wait()
        house.services.reload.stop()


@asynccontextmanager
async def _looked_after(settings: Settings, house: App, application: NewsApplication) -> AsyncIterator[None]:
    """Let operators look in, watch the loop, and tell the supervisor how we are."""

    def receiving() -> str:
        if settings.webhook_url:
            return "webhook"
        return "polling" if application.updater and application.updater.running else "standing by"

    place = None if settings.monitor == OFF else host_and_port(settings.monitor)
    measures, stop = house.services.metrics, asyncio.Event()
    async with (
        monitored(house, place, receiving),
        watched(measures.loop_lag),
        beside(
            stop,
            every(ASK_EVERY, lambda: _ask_after(application, measures), stop),
            every(GIVE_BACK_EVERY, give_back, stop),
        ),
    ):
        notify("READY=1")
        try:
            yield
        finally:
            notify("STOPPING=1")


async def _ask_after(application: NewsApplication, measures: Metrics) -> None:
    """Ask something of Telegram when nothing else did, so that its silence means that it can't be reached."""
    if measures.telegram_silent_s() > ASK_EVERY.total_seconds():
        with suppress(TelegramError):
            await application.bot.get_me()


def _webhook(settings: Settings) -> Webhook | None:
    if settings.webhook_url is None:
        return None
    return Webhook(settings.webhook_url, host_and_port(settings.webhook_listen))


@asynccontextmanager
async def serving(
    services: Services,
    address: Address,
    stop: asyncio.Event,
    *,
    lease: Lease | None = None,
    webhook: Webhook | None = None,
    marks: SqlNamedValues | None = None,
) -> AsyncIterator[NewsApplication]:
    """Keep a started application; on leaving, updates in hand are answered before it stops.

    Args:
        stop: Set by us when polling can't go on.
        lease: Who has it polls; without one, we do.
        webhook: Where updates are pushed to instead.
        marks: Remembers which menus of commands Telegram has; None to set them in any case.
    """
    limiter = RateLimiter()
    application = build_application(services, address, limiter)
    await _initialize(application, address)
    try:
        add_routes(application)
        await set_menus(application, marks)
        receiving = pushed(application, webhook) if webhook else polling(application, stop, lease)
        async with (
            _started(application),
            receiving,
            scheduled(services, application.bot),
            delivering(services, address, limiter),
        ):
            yield application
    finally:
        await application.shutdown()


@asynccontextmanager
async def _started(application: NewsApplication) -> AsyncIterator[None]:
    """Work on updates; on leaving, see those in hand answered."""
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
        raise ConfigError(f"Telegram can't be reached at {address.url}: {error}") from error
    except InvalidToken as error:
        await application.bot.request.shutdown()
        raise ConfigError(
            "Telegram does not accept NEWSBOT_TELEGRAM_TOKEN; get one from @BotFather."
        ) from error


_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class _LeftOff(Exception):
    """Starting was broken off, because the program is to end."""


@contextmanager
def _stop_signals() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and SIGINT set; a second signal ends the process at once."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def asked() -> None:
        for number in _SIGNALS:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)
        stop.set()

    for number in _SIGNALS:
        loop.add_signal_handler(number, asked)
    with suppress(_LeftOff):
        yield stop


def _shown_until(stop: asyncio.Event) -> Announce:
    """Show the progress of a start, and break it off between two parts when it is no longer wanted."""

    @contextmanager
    def announce(what: str, unit: str) -> Iterator[Step]:
        with shown(what, unit) as step:

            def go_on(done: int, total: int | None, note: str = "") -> None:
                if stop.is_set():
                    raise _LeftOff
                step(done, total, note)

            yield go_on

    return announce
