"""`newsbot engine`: the cluster that searches and matches alerts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from rich.console import Console

from bot.app.clock import utc_now
from bot.app.progress import ProgressFactory, show_progress
from bot.app.search_index import connect
from bot.app.settings import Settings
from bot.errors import ConfigError, SearchUnavailable
from bot.ingest.projections import Projections
from bot.storage.stores import Stores
from bot.stories.projection import StoryProjection

if TYPE_CHECKING:
    from bot.engine.alerts import EngineAlerts
    from bot.engine.client import Cluster
    from bot.engine.generations import Generations
    from bot.engine.index import EngineIndex


async def rebuild(settings: Settings, *, progress: ProgressFactory = show_progress) -> None:
    """Index everything in new indices, next to those that the cluster has; then switch to them in one step.

    Questions are answered from the old indices meanwhile, and other processes keep those up to date.

    Raises:
        ConfigError: The settings name no cluster, or another rebuild is running.
        StoreError: The database or the cluster failed; the old indices stay in use.
    """
    async with _opened(settings) as (stores, cluster):
        from bot.engine.alerts import EngineAlerts
        from bot.engine.documents import ALERTS, NEWS
        from bot.engine.generations import Generations
        from bot.engine.index import EngineIndex

        generations = Generations(cluster, (NEWS, ALERTS))
        new, is_ours = await generations.prepare(), True
        try:
            articles = EngineIndex(cluster, target=new[NEWS], shards=settings.engine_shards)
            await _fill(stores, articles, EngineAlerts(cluster, stores.alerts, target=new[ALERTS]), progress)
            async with _importers_waiting(stores):
                await _catch_up(stores, cluster, articles)
                is_ours = await stores.rebuild_lease.take()
                if not is_ours:
                    raise SearchUnavailable(
                        "the database was away, and another rebuild may have begun; try again"
                    )
                is_ours = False
                await generations.switch(new, now=utc_now())
        except BaseException:
            # The cluster may have switched although the switch failed, and without the lease, another rebuild
            # may use these names. The next rebuild deletes what is left.
            if is_ours and await stores.rebuild_lease.take():
                with suppress(SearchUnavailable):
                    await generations.drop(list(new.values()))
            raise
        in_use = f"In use: {new[NEWS]} (shards: {settings.engine_shards}), {new[ALERTS]}"
        _say(in_use, await _way_back(generations))


async def _fill(
    stores: Stores, articles: "EngineIndex", alerts: "EngineAlerts", progress: ProgressFactory
) -> None:
    """Index everything."""
    with progress("Indexing", "articles") as report:
        await _projections(stores, articles).follow_without_stories(report)
    with progress("Indexing alerts", "changes"):
        await alerts.catch_up()
    # Importers wait for what is left after this: only what they import from now on.
    await _projections(stores, articles).follow_without_stories()


async def _catch_up(stores: Stores, cluster: "Cluster", index: "EngineIndex") -> None:
    """Index what was imported since.

    Raises:
        SearchUnavailable: Something is missing.
    """
    last = await stores.articles.last_change()
    await _projections(stores, index).follow_without_stories()
    if await index.applied() < last:
        raise SearchUnavailable(f"OpenSearch at {cluster.shown} stopped answering; try again")


def _projections(stores: Stores, index: "EngineIndex") -> Projections:
    return Projections(stores.articles, StoryProjection(stores.articles, stores.stories), (index,))


@asynccontextmanager
async def _importers_waiting(stores: Stores) -> AsyncIterator[None]:
    """Let no process assign articles to stories while an index replaces another, until all know the new one.

    An index that lacks what others have just imported would find too few similar articles.
    """
    from bot.engine.applied import KEPT_S

    async with stores.assigning():
        try:
            yield
        finally:  # a switch that failed may have happened
            await asyncio.sleep(KEPT_S)  # how long processes keep which index is in use


async def undo(settings: Settings) -> None:
    """Switch back to the indices that the last rebuild replaced; what changed since is applied to them again.

    Raises:
        ConfigError: The settings name no cluster, a rebuild is running, or nothing is left to switch back to.
        StoreError: The database or the cluster failed.
    """
    async with _opened(settings) as (stores, cluster):
        from bot.engine.documents import ALERTS, NEWS
        from bot.engine.generations import KEPT_FOR, Generations

        generations = Generations(cluster, (NEWS, ALERTS))
        async with _importers_waiting(stores):
            names = await generations.undo(now=utc_now())
        if not names:
            raise ConfigError(
                "There are no earlier indices to return to; a rebuild keeps those that it replaces until the "
                f"next one, for {KEPT_FOR.days} days at most"
            )
        _say(f"In use: {', '.join(names)}", await _way_back(generations))


async def _way_back(generations: "Generations") -> str:
    """Return until when an undo is possible, as a line to show."""
    until = await generations.undo_until()
    if until is None:
        return "There are no earlier indices to return to."
    return (
        f"Until {until.day} {until:%B %Y %H:%M} UTC, newsbot engine undo returns to the earlier indices; "
        "once a user has sent /forget_me, only to those of articles."
    )


def _say(*lines: str) -> None:
    for line in lines:
        Console().print(line, highlight=False, soft_wrap=True)


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[tuple[Stores, "Cluster"]]:
    async with Stores.open(settings.store_url) as stores:
        cluster = connect(settings, await stores.alerts.store_id())
        try:
            if not await stores.rebuild_lease.take():
                raise ConfigError(
                    "Another newsbot engine rebuild or undo is running, or deleted alerts are being purged: "
                    "wait for it"
                )
            yield stores, cluster
        finally:
            await stores.rebuild_lease.release()
            await cluster.close()
