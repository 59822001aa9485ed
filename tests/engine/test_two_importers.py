"""Two processes import at the same time, on one database and one cluster."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import func, select

from bot.alerts.alert import AlertDraft
from bot.app.cli.consistency import find_inconsistencies
from bot.app.clock import utc_now
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.raw import RawArticle
from bot.ingest import pipeline
from bot.storage.database import Database
from bot.storage.schema.delivery import match_batches
from tests.databases import migrated_database
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


@pytest.mark.opensearch
@pytest.mark.postgres
async def test_importers_take_turns_and_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MAX_ATTEMPTS", 1)  # a conflict between the two would be an error
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(open_cluster())
        url = await stack.enter_async_context(migrated_database("postgres", tmp_path))
        settings = [
            Settings(
                _env_file=None,
                corpus=tmp_path,
                data=tmp_path / name,
                engine_url=SecretStr(URL),
                database_url=SecretStr(url),
            )
            for name in ("one", "two")
        ]
        apps = [await stack.enter_async_context(open_app(own, read_corpus=False)) for own in settings]
        await stack.enter_async_context(cleaned(apps[0]))
        await apps[0].services.alerts.save(AlertDraft(7, None, 7, "ferry", utc_now()))

        async def bring(app: App, outlet: str) -> None:
            for n, text in enumerate(NEWS[outlet]):
                title = f"{outlet} {n}"
                await app.pipeline.ingest([RawArticle(text=f"{title}\n\n{text}", source=f"{title}.txt")])

        await asyncio.gather(bring(apps[0], "Courier"), bring(apps[1], "Herald"))
        assert await find_inconsistencies(settings[0]) == (6, [])
        stories = await apps[0].writer.stories.known()
        assert len(set(stories.values())) == 4
        assert await apps[1].writer.stories.known() == stories
        async with Database.open(url) as database, database.read() as connection:
            assert await connection.scalar(select(func.count()).select_from(match_batches)) == 2
