"""A process to be killed: the whole app that ingests, reloads and takes back, again and again."""

import asyncio
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import bot.ingest.candidates
import bot.ingest.pipeline
import bot.ingest.reload.service
import bot.storage.generations.cleanup
from bot.alerts.alert import AlertDraft
from bot.app.corpus_folder import read_corpus_folder
from bot.app.log_config import configure_logs
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.errors import UserError

FILES, A_FILE = 6, 8


def settings_in(folder: Path) -> Settings:
    """The settings of the app in a folder."""
    return Settings(_env_file=None, corpus=folder / "corpus", data=folder / "data", reload_max_drop=1.0)


def write(folder: Path, edition: int) -> None:
    """Write an edition: some articles changed, some added and some removed since the previous."""
    folder.mkdir(exist_ok=True)
    for file in range(FILES):
        numbers = range(edition + file * A_FILE, edition + (file + 1) * A_FILE)
        (folder / f"{file}.jsonl").write_text("\n".join(json.dumps(record(n, edition)) for n in numbers))


def record(number: int, edition: int) -> dict[str, str]:
    """Return an article of an edition."""
    plan = edition if number % 3 == 0 else 0
    return {
        "id": f"report-{number}",
        "title": f"Report {number}",
        "text": f"The harbour of town {number} was rebuilt, plan {plan}.",
    }


async def main(folder: Path, first: int) -> None:
    """Continue from an edition until killed."""
    configure_logs("error")
    settings = settings_in(folder)
    write(settings.corpus, first)
    async with open_app(settings) as app:
        await app.services.alerts.store.add(AlertDraft(1, None, 2, "harbour", datetime.now(UTC)))
        print("ready", flush=True)  # noqa: T201
        for edition in range(first + 1, first + 10_000):
            await _step(app, settings, edition)


async def _step(app: App, settings: Settings, edition: int) -> None:
    write(settings.corpus, edition)
    if edition % 4 == 0:
        await read_corpus_folder(app.services.reload)
        return
    over = await app.services.reload.reload()
    assert not over.report.reason, over.report.reason
    if edition % 4 == 2:
        try:
            await app.services.reload.undo()
        except UserError:
            assert over.report.added == 0


if __name__ == "__main__":
    bot.ingest.candidates.MOST_ARTICLES = 5
    bot.ingest.pipeline.MOST_ARTICLES = 5
    bot.ingest.reload.service.MOST_ARTICLES = 5
    bot.storage.generations.cleanup.ROWS = 4
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
