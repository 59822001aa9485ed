"""Which articles match alerts: new ones, once; not what merely happens to files."""

from pathlib import Path

from bot.alerts.alert import AlertDraft
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.delivery.outbox import OutboxState
from tests.factories import write_jsonl

CALM = {"id": "a", "title": "A calm day", "text": "Nothing much happened in Tavira on Monday."}
STORM = CALM | {"text": "A hailstorm broke greenhouse roofs in Tavira on Monday."}
ANOTHER = {
    "id": "b",
    "title": "Insurers",
    "text": "A hailstorm in Faro cost insurers nine millions last night.",
}
THIRD = {
    "id": "c",
    "title": "Skiers",
    "text": "Skiers above Monchique were caught by a hailstorm and came home.",
}


def settings_in(folder: Path) -> Settings:
    (folder / "corpus").mkdir(exist_ok=True)
    return Settings(_env_file=None, corpus=folder / "corpus", data=folder / "data", reload_max_drop=1.0)


async def waiting_notifications(app: App) -> int:
    outbox, now = app.services.delivery.outbox, app.services.clock()
    while await outbox.expand(now=now, limit=100):
        pass
    return (await outbox.counts()).get(OutboxState.WAITING, 0)


async def save(app: App) -> None:
    await app.services.alerts.save(AlertDraft(1, None, 1, "hailstorm", app.services.clock()))


async def test_new_article_matches_once_whatever_happens_to_its_file(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    async with open_app(settings) as app:
        await save(app)
        write_jsonl(tmp_path / "corpus" / "articles.jsonl", CALM)
    for articles, expected in (
        ([CALM], 0),
        ([STORM], 0),  # an edit is not news
        ([STORM, ANOTHER], 1),
        ([STORM, ANOTHER], 1),
        ([STORM], 1),
        ([STORM, ANOTHER], 1),  # neither is a file that comes back
    ):
        write_jsonl(tmp_path / "corpus" / "articles.jsonl", *articles)
        async with open_app(settings) as app:
            assert await waiting_notifications(app) == expected


async def test_articles_that_a_reload_brings_match_once(tmp_path: Path) -> None:
    write_to = settings_in(tmp_path)
    write_jsonl(tmp_path / "corpus" / "articles.jsonl", CALM)
    async with open_app(write_to) as app:
        await save(app)
        write_jsonl(tmp_path / "corpus" / "articles.jsonl", STORM, ANOTHER)
        await app.services.reload.reload()
        assert await waiting_notifications(app) == 1, "an edit is not news"
        await app.services.reload.undo()
        assert await waiting_notifications(app) == 1
        await app.services.reload.reload()
        assert await waiting_notifications(app) == 1
        write_jsonl(tmp_path / "corpus" / "articles.jsonl", STORM, ANOTHER, THIRD)
        await app.services.reload.update()
        assert await waiting_notifications(app) == 2
