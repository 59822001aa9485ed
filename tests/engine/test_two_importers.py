"""Two processes import at the same time, on one database and one cluster."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import func, select

from bot.alerts.alert import AlertDraft
from bot.app.cli.consistency import find_inconsistencies
from bot.app.cli.engine import rebuild, undo
from bot.app.clock import utc_now
from bot.app.progress import no_progress
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.raw import RawArticle
from bot.engine.generations import Generations
from bot.ingest import pipeline
from bot.storage.database import Database
from bot.storage.schema.delivery import match_batches
from tests.databases import KINDS, migrated_database
from tests.engine.clusters import URL, open_cluster
from tests.engine.test_app import cleaned
from tests.stories.test_clusterer import BUDGET, BUDGET_AGAIN, FERRY, FERRY_AGAIN

NEWS = {
    "Courier": (
        FERRY,
        BUDGET,
        "The harbour of Torvik froze over; children skated to the lighthouse.",
    ),
    "Herald": (FERRY_AGAIN, BUDGET_AGAIN, "Brenna counted 4,210 storks, a tenth more than a year before."),
}
"""Two events that both report, and one of each."""
GAP_S = 1.5
"""Longer than importing an article takes, where it need not wait."""


async def bring(app: App, title: str, text: str) -> None:
    """Import an article."""
    await app.pipeline.ingest([RawArticle(text=f"{title}\n\n{text}", source=f"{title}.txt")])


@asynccontextmanager
async def two_importers(kind: str, folder: Path) -> AsyncIterator[tuple[list[App], list[Settings], str]]:
    """Yield two importing processes, their settings, and their database."""
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(open_cluster())
        url = await stack.enter_async_context(migrated_database(kind, folder))
        settings = [
            Settings(
                _env_file=None,
                corpus=folder,
                data=folder / name,
                engine_url=SecretStr(URL),
                database_url=SecretStr(url),
            )
            for name in ("one", "two")
        ]
        apps = [await stack.enter_async_context(open_app(own, read_corpus=False)) for own in settings]
        await stack.enter_async_context(cleaned(apps[0]))
        yield apps, settings, url


@pytest.mark.opensearch
@pytest.mark.postgres
async def test_importers_take_turns_and_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MAX_ATTEMPTS", 1)  # a conflict between the two would be an error
    async with two_importers("postgres", tmp_path) as (apps, settings, url):
        await apps[0].services.alerts.save(AlertDraft(7, None, 7, "ferry", utc_now()))

        async def bring_all(app: App, outlet: str) -> None:
            for n, text in enumerate(NEWS[outlet]):
                await bring(app, f"{outlet} {n}", text)

        await asyncio.gather(bring_all(apps[0], "Courier"), bring_all(apps[1], "Herald"))
        assert await find_inconsistencies(settings[0]) == (6, [])
        stories = await apps[0].writer.stories.known()
        assert len(set(stories.values())) == 4
        assert await apps[1].writer.stories.known() == stories
        async with Database.open(url) as database, database.read() as connection:
            assert await connection.scalar(select(func.count()).select_from(match_batches)) == 2


@pytest.mark.opensearch
@pytest.mark.parametrize("kind", KINDS)
async def test_article_joins_its_story_when_the_index_is_replaced_between_both(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch, importing = Generations.switch, set[asyncio.Task[None]]()

    async def switch_while_importing(
        generations: Generations, new: Mapping[str, str], *, now: datetime
    ) -> None:
        """Switch after another process had time to import an article into the old index."""
        importing.add(asyncio.create_task(bring(apps[0], "Aground", FERRY)))
        await asyncio.wait(importing, timeout=GAP_S)
        await switch(generations, new, now=now)

    async with two_importers(kind, tmp_path) as (apps, settings, _):
        await bring(apps[1], "Budget", BUDGET)
        monkeypatch.setattr(Generations, "switch", switch_while_importing)
        await rebuild(settings[0], progress=no_progress)
        await bring(apps[1], "Rescued", FERRY_AGAIN)
        await asyncio.gather(*importing)
        stories = await apps[0].writer.stories.known()
        assert (len(stories), len(set(stories.values()))) == (3, 2)
        assert await find_inconsistencies(settings[0]) == (3, [])


@pytest.mark.opensearch
@pytest.mark.parametrize("kind", KINDS)
async def test_article_joins_its_story_right_after_an_undo(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch, switched = Generations.switch, asyncio.Event()

    async def switch_and_tell(generations: Generations, new: Mapping[str, str], *, now: datetime) -> None:
        await switch(generations, new, now=now)
        switched.set()

    async with two_importers(kind, tmp_path) as (apps, settings, _):
        await bring(apps[1], "Budget", BUDGET)
        await rebuild(settings[0], progress=no_progress)
        await bring(apps[0], "Aground", FERRY)
        await apps[1].pipeline.follow()
        monkeypatch.setattr(Generations, "switch", switch_and_tell)
        undoing = asyncio.create_task(undo(settings[0]))
        await switched.wait()
        await bring(apps[1], "Rescued", FERRY_AGAIN)
        await undoing
        stories = await apps[0].writer.stories.known()
        assert (len(stories), len(set(stories.values()))) == (3, 2)
