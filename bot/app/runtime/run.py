"""Start, serve, stop: owns the signals of the process and every open resource."""

import asyncio
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from datetime import timedelta

import structlog
from telegram.error import TelegramError

from bot.app.progress import ProgressFactory, ReportProgress, StopRequested, cancellable, show_progress
from bot.app.role import Role
from bot.app.runtime.application import Address, reception_of
from bot.app.runtime.corpus_jobs import run_corpus_jobs
from bot.app.runtime.jobs import follow_changes, repeat, run_in_background
from bot.app.runtime.monitoring import serve_monitoring
from bot.app.runtime.process import (
    TRIM_EVERY,
    keep_loop_responsive,
    limit_malloc_arenas,
    process_name,
    trim_heap,
)
from bot.app.runtime.serving import serve_bot
from bot.app.runtime.watchdog import sd_notify, watch_event_loop
from bot.app.runtime.webhook import Webhook
from bot.app.settings import OFF, Settings, host_and_port
from bot.app.wiring import App, open_app
from bot.corpus.web.ports import Fetcher
from bot.delivery.ports import Presence
from bot.errors import ConfigError
from bot.metrics import Metrics
from bot.questions import place_names
from bot.storage.stores import Stores
from bot.stories import fingerprint
from handlers.context import NewsApplication

log = structlog.get_logger()
PING_EVERY = timedelta(seconds=45)
"""How long Telegram may be silent before it is sent a request."""
WARM_UP_AFTER_S = 5.0
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


async def run_telegram(settings: Settings, *, fetcher: Fetcher | None = None) -> None:
    """Serve Telegram, by long polling or by webhook, until SIGTERM or SIGINT.

    Args:
        fetcher: Reads feeds and pages; by default over HTTP, from public addresses only.

    Raises:
        ConfigError: The token is missing or not accepted, another program polls with it, or the process has
            a part of the work and shares its database with no other.
    """
    if settings.telegram_token is None:
        raise ConfigError("NEWSBOT_TELEGRAM_TOKEN is not set. To try newsbot without one: newsbot preview")
    if settings.role is not Role.ALL and settings.database_url is None:
        raise ConfigError(f"NEWSBOT_ROLE={settings.role} needs NEWSBOT_DATABASE_URL, which processes share.")
    limit_malloc_arenas()
    address = Address(settings.telegram_url, settings.telegram_token.get_secret_value())
    async with AsyncExitStack() as stack:
        stop = stack.enter_context(_stop_signals())
        app = await _open_app(stack, settings, stop, fetcher)
        serving = serve_bot(
            app.services,
            address,
            stop,
            lease=app.stores.polling_lease,
            webhook=_webhook(settings),
            named_values=app.stores.named_values,
            role=settings.role,
            presence=presence_of(settings, app.stores),
            notices=app.stores.notices(process_name(settings.data)) if settings.database_url else None,
        )
        application = await stack.enter_async_context(serving)
        await _start_jobs(stack, settings, app, application)
        await stack.enter_async_context(_supervised(settings, app, application))
        log.info("serving", bot=f"@{application.bot.username}", at=settings.telegram_url)
        await stop.wait()
        app.services.reload.stop()


async def run_preview(settings: Settings) -> None:
    """Serve the miniature Telegram and the bot in it, with all its work, until SIGTERM or SIGINT."""
    from bot.preview.demo import demo_state
    from bot.preview.server import PreviewServer

    settings = settings.model_copy(update={"role": Role.ALL})
    limit_malloc_arenas()
    async with AsyncExitStack() as stack:
        stop = stack.enter_context(_stop_signals())
        app = await _open_app(stack, settings, stop)
        preview = await stack.enter_async_context(PreviewServer(demo_state(), port=settings.preview_port))
        address = Address(preview.url, preview.token)
        application = await stack.enter_async_context(serve_bot(app.services, address, stop))
        await _start_jobs(stack, settings, app, application)
        await stack.enter_async_context(_supervised(settings, app, application))
        log.info("preview", open=preview.url)
        print(f"Open {preview.url} in your browser. Ctrl+C stops newsbot.", flush=True)  # noqa: T201
        await stop.wait()
        app.services.reload.stop()


async def _open_app(
    stack: AsyncExitStack, settings: Settings, stop: asyncio.Event, fetcher: Fetcher | None = None
) -> App:
    opening = open_app(
        settings, read_corpus=settings.role.ingests, progress=_progress_until(stop), fetcher=fetcher
    )
    app = await stack.enter_async_context(opening)
    await asyncio.to_thread(place_names.warm_up)
    keep_loop_responsive()
    return app


async def _start_jobs(
    stack: AsyncExitStack, settings: Settings, app: App, application: NewsApplication
) -> None:
    if settings.follows:
        await stack.enter_async_context(follow_changes(app.pipeline, stories=settings.role.ingests))
    if settings.role.ingests:
        await stack.enter_async_context(run_corpus_jobs(settings, app, application.bot))
    if settings.api != OFF:
        from bot.app.runtime.api import serve_api  # most bots have none, and its models take long to build

        await stack.enter_async_context(serve_api(settings, app.services))


@asynccontextmanager
async def _supervised(settings: Settings, app: App, application: NewsApplication) -> AsyncIterator[None]:
    """Serve monitoring, watch the event loop, and notify the supervisor."""

    def receiving() -> str:
        if not settings.role.answers:
            return "none"
        if settings.webhook_url:
            return "webhook"
        return "polling" if application.updater and application.updater.running else "standing by"

    def problem() -> str:
        if not settings.role.answers:
            return ""
        reception = reception_of(application)
        return reception.inbox.problem or ("" if settings.webhook_url else reception.health.problem)

    listen = None if settings.monitor == OFF else host_and_port(settings.monitor)
    metrics, stop = app.services.metrics, asyncio.Event()
    async with (
        serve_monitoring(app, listen, receiving, problem),
        watch_event_loop(metrics.record_loop_lag),
        run_in_background(
            stop,
            _warm_up(stop),
            repeat(PING_EVERY, lambda: _ping_telegram(application, metrics), stop),
            repeat(TRIM_EVERY, trim_heap, stop),
        ),
    ):
        sd_notify("READY=1")
        try:
            yield
        finally:
            sd_notify("STOPPING=1")


async def _warm_up(stop: asyncio.Event) -> None:
    """Prepare the first article, a while after the start: questions come first."""
    with suppress(TimeoutError):
        async with asyncio.timeout(WARM_UP_AFTER_S):
            await stop.wait()
            return
    await asyncio.to_thread(fingerprint.warm_up)


async def _ping_telegram(application: NewsApplication, metrics: Metrics) -> None:
    """Send a request when nothing else did, so that silence means that Telegram can't be reached."""
    if metrics.telegram_silent_s() > PING_EVERY.total_seconds():
        with suppress(TelegramError):
            await application.bot.get_me()


def presence_of(settings: Settings, stores: Stores) -> Presence | None:
    """Return which processes send, None when this one has a database of its own."""
    if settings.database_url is None:
        return None
    return stores.presence(process_name(settings.data))


def _webhook(settings: Settings) -> Webhook | None:
    if settings.webhook_url is None:
        return None
    return Webhook(settings.webhook_url, host_and_port(settings.webhook_listen))


@contextmanager
def _stop_signals() -> Iterator[asyncio.Event]:
    """Yield an event that SIGTERM and SIGINT set; a second signal ends the process at once."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def on_signal() -> None:
        for number in _SIGNALS:
            loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)
        stop.set()

    for number in _SIGNALS:
        loop.add_signal_handler(number, on_signal)
    with suppress(StopRequested):
        yield stop


def _progress_until(stop: asyncio.Event) -> ProgressFactory:
    """Show the progress of the start; cancel the start once `stop` is set."""

    @contextmanager
    def progress(task: str, unit: str) -> Iterator[ReportProgress]:
        with show_progress(task, unit) as report:
            yield cancellable(report, stop)

    return progress
