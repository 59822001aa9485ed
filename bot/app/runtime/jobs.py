"""What happens by the clock while the program runs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

import structlog
from telegram import Bot

from bot.ingest.pipeline import IngestPipeline
from bot.services import Services
from handlers.admin.reports import tell_reports

log = structlog.get_logger()
TIDY_EVERY = timedelta(hours=6)
SUSPENDED_FOR = timedelta(days=90)
"""How long the alerts of a chat that shut the bot out are kept for its return."""
RETIRE_EVERY = timedelta(hours=1)
LOOK_FOR_REPORTS_EVERY = timedelta(minutes=10)
FOLLOW_EVERY = timedelta(seconds=2)


@asynccontextmanager
async def beside(stop: asyncio.Event, *works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Keep work going beside what is done in this context; on leaving, set `stop` and see it through.

    One work that fails is logged and ends neither the others nor the program.
    """
    tasks = [asyncio.create_task(_logged(work)) for work in works]
    try:
        yield
    finally:
        stop.set()
        await asyncio.gather(*tasks)


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception:  # the others go on
        log.exception("work_beside_failed")


@asynccontextmanager
async def scheduled(services: Services, bot: Bot) -> AsyncIterator[None]:
    """Keep the regular work going beside the handlers."""
    stop = asyncio.Event()
    works = (
        every(TIDY_EVERY, lambda: _tidy(services), stop),
        every(LOOK_FOR_REPORTS_EVERY, lambda: tell_reports(bot, services), stop),
    )
    async with beside(stop, *works):
        yield


class _LeftOff(Exception):
    """Following was cut off between two parts, because the program stops."""


@asynccontextmanager
async def following(articles: IngestPipeline) -> AsyncIterator[None]:
    """Keep taking in what other processes commit, `newsbot ingest` among them, and let old articles go.

    The first round makes the stories ready, which can take a while; leaving cuts it off between two parts.
    """
    stop = asyncio.Event()

    def go_on(_done: int, _last: int) -> None:
        if stop.is_set():
            raise _LeftOff

    async def follow() -> None:
        with suppress(_LeftOff):
            await articles.follow(go_on)

    async def retire() -> None:
        if gone := await articles.retire():
            log.info("articles_expired", count=gone)

    works = (every(FOLLOW_EVERY, follow, stop), every(RETIRE_EVERY, retire, stop))
    async with beside(stop, *works):
        yield


async def every(period: timedelta, work: Callable[[], Awaitable[None]], stop: asyncio.Event) -> None:
    """Work now and then once a period until `stop`; a failure is logged and does not end it."""
    while not stop.is_set():
        try:
            await work()
        except Exception:  # the next round may go well
            log.exception("scheduled_work_failed")
        try:
            async with asyncio.timeout(period.total_seconds()):
                await stop.wait()
        except TimeoutError:
            continue


async def _tidy(services: Services) -> None:
    """Forget what old buttons stand for, what was asked and never answered, chats that shut the bot out."""
    await services.chats.forget_expired()
    if gone := await services.chats.drop_suspended(after=SUSPENDED_FOR):
        log.info("chats_given_up", count=gone, suspended_for_days=SUSPENDED_FOR.days)
