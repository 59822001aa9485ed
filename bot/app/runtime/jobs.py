"""Background jobs: runs coroutines next to the handlers, and repeats them on a schedule."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

import structlog
from telegram import Bot

from bot.app.progress import StopRequested, cancellable, ignore_progress
from bot.chats.inbox import REMEMBER_FOR
from bot.ingest.pipeline import IngestPipeline
from bot.services import Services
from handlers.admin.reports import announce_reports
from handlers.suggestions.review import announce_suggestions

log = structlog.get_logger()
CLEAN_UP_EVERY = timedelta(hours=6)
SUSPENDED_FOR = timedelta(days=90)
"""How long the alerts of a chat that blocked the bot are kept."""
REMOVE_EXPIRED_EVERY = timedelta(hours=1)
ANNOUNCE_EVERY = timedelta(minutes=10)
FOLLOW_EVERY = timedelta(seconds=2)


@asynccontextmanager
async def run_in_background(stop: asyncio.Event, *jobs: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run jobs while the block lasts; on leaving, set `stop` and wait for them.

    A job that fails is logged; the others and the program continue.
    """
    tasks = [asyncio.create_task(_logged(job)) for job in jobs]
    try:
        yield
    finally:
        stop.set()
        await asyncio.gather(*tasks)


async def _logged(job: Coroutine[Any, Any, None]) -> None:
    try:
        await job
    except Exception:  # the other jobs continue
        log.exception("work_beside_failed")


@asynccontextmanager
async def run_scheduled_jobs(services: Services, bot: Bot) -> AsyncIterator[None]:
    """Run the regular jobs while the block lasts."""
    stop = asyncio.Event()
    jobs = (
        repeat(CLEAN_UP_EVERY, lambda: _clean_up(services), stop),
        repeat(ANNOUNCE_EVERY, lambda: announce_reports(bot, services), stop),
        repeat(ANNOUNCE_EVERY, lambda: announce_suggestions(bot, services), stop),
    )
    async with run_in_background(stop, *jobs):
        yield


@asynccontextmanager
async def follow_changes(pipeline: IngestPipeline, *, stories: bool = True) -> AsyncIterator[None]:
    """Keep up with what other processes commit, such as `newsbot ingest`, and remove expired articles.

    The first round loads the stories, which can take a while; leaving cancels it between two steps.

    Args:
        stories: Whether new articles come here, which need the stories in memory.
    """
    stop = asyncio.Event()
    catch_up = pipeline.follow if stories else pipeline.follow_without_stories

    async def follow() -> None:
        with suppress(StopRequested):
            await catch_up(cancellable(ignore_progress, stop))

    async def remove_expired() -> None:
        if removed := await pipeline.remove_expired():
            log.info("articles_expired", count=removed)

    jobs = [repeat(FOLLOW_EVERY, follow, stop)]
    if stories:
        jobs.append(repeat(REMOVE_EXPIRED_EVERY, remove_expired, stop))
    async with run_in_background(stop, *jobs):
        yield


async def repeat(period: timedelta, job: Callable[[], Awaitable[object]], stop: asyncio.Event) -> None:
    """Run a job now and then once per period until `stop`; a failure is logged."""
    while not stop.is_set():
        try:
            await job()
        except Exception:  # the next round may succeed
            log.exception("scheduled_work_failed")
        try:
            async with asyncio.timeout(period.total_seconds()):
                await stop.wait()
        except TimeoutError:
            continue


async def _clean_up(services: Services) -> None:
    """Delete expired views, prompts, suggestions and updates, and chats that blocked the bot long ago."""
    await services.chats.forget_expired()
    await services.inbox.forget_before(services.clock() - REMEMBER_FOR)
    await services.suggestions.forget_decided()
    if dropped := await services.chats.drop_suspended(after=SUSPENDED_FOR):
        log.info("chats_given_up", count=dropped, suspended_for_days=SUSPENDED_FOR.days)
