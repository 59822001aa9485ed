"""Alerts about articles that a reload brings: once, for news only, and never by an undo."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.alerts.alert import AlertDraft
from bot.app.cli.reload import send_held_alerts
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.article import ArticleId
from bot.ingest.reload.generation import AlertDecision
from bot.storage.database import Database
from bot.storage.schema.delivery import match_batches
from bot.storage.schema.follows import developments
from tests.factories import write_jsonl

CHAT = 7


WORDS = ("alder", "birch", "cedar", "damson", "elder", "fir", "gorse", "hazel", "ivy", "juniper")


SOON = datetime.now(UTC)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Date a test's reports shortly after its alerts, however long other tests took before."""
    monkeypatch.setattr(sys.modules[__name__], "SOON", datetime.now(UTC) + timedelta(minutes=20))


def report(number: int, *, days: float = 0) -> dict[str, Any]:
    """Return a report on an event of its own."""
    # Letters, because digits are words of their own.
    own = f"{chr(ord('a') + number // 26)}{chr(ord('a') + number % 26)}x"
    words = " ".join(word + own for word in WORDS)
    published = SOON - timedelta(days=days)
    return {
        "id": f"r{number}",
        "title": f"Harbour {words}",
        "text": f"{words} harbour {' '.join(reversed(words.split()))}.",
        "published": published.isoformat(),
    }


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return Settings(_env_file=None, corpus=tmp_path / "corpus", data=tmp_path / "data", reload_max_drop=1.0)


def write(settings: Settings, *records: dict[str, Any]) -> None:
    write_jsonl(settings.corpus / "one.jsonl", *records)


async def watch_harbours(app: App) -> None:
    draft = AlertDraft(CHAT, None, CHAT, "harbour", datetime.now(UTC))
    await app.services.alerts.save(draft)


async def expanded(app: App) -> int:
    """Expand all match batches; return the number of messages."""
    outbox = app.services.delivery.outbox
    while await outbox.expand(now=app.services.clock(), limit=100):
        pass
    return sum((await outbox.counts(CHAT)).values())


async def held(settings: Settings) -> int:
    async with Database.open(settings.store_url) as database, database.read() as connection:
        query = select(match_batches.c.id).where(match_batches.c.held.is_not(None))
        return len((await connection.execute(query)).all())


async def test_articles_new_to_the_corpus_fire_alerts_once(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        await watch_harbours(app)
        write(settings, report(1), report(2))
        first = await app.services.reload.reload()
        assert (first.report.matched, first.report.alerts) == (2, AlertDecision.SEND)
        assert await expanded(app) == 2
        again = await app.services.reload.reload()
        assert again.report.alerts is AlertDecision.NONE
        write(settings, report(1) | {"text": f"{report(1)['text']} It was closed."}, report(2), report(3))
        third = await app.services.reload.reload()
        assert (third.report.changed, third.report.matched) == (1, 1)
        assert await expanded(app) == 3


async def test_articles_older_than_the_alert_fire_nothing(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        await watch_harbours(app)
        write(settings, report(1, days=2))
        assert (await app.services.reload.reload()).report.alerts is AlertDecision.NONE
        assert await expanded(app) == 0


async def test_undo_fires_nothing_and_neither_does_the_reload_after_it(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, report(1))
        await app.services.reload.reload()
        await watch_harbours(app)
        write(settings, report(2))
        await app.services.reload.reload()
        assert await expanded(app) == 1
        await app.services.reload.undo()
        assert await expanded(app) == 1
        await app.services.reload.reload()
        assert await expanded(app) == 1


async def test_alerts_about_much_news_wait_for_a_decision(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        await watch_harbours(app)
        write(settings, *map(report, range(30)))
        generation = await app.services.reload.reload()
        assert generation.report.alerts is AlertDecision.ASK
        assert await expanded(app) == 0
        sent = await app.services.reload.send_alerts(generation.id)
        assert sent.report.alerts is AlertDecision.SEND
        await app.services.reload.send_alerts(generation.id)
        assert await expanded(app) == 30


async def test_held_alerts_are_found_after_another_reload(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_app(settings, read_corpus=False) as app:
        await watch_harbours(app)
        write(settings, *map(report, range(30)))
        await app.services.reload.reload()
        await app.services.reload.reload()
    assert await send_held_alerts(settings) == 0
    async with open_app(settings, read_corpus=False) as app:
        assert await expanded(app) == 30
    assert await send_held_alerts(settings) == 1
    assert "No reload holds alerts back" in capsys.readouterr().out


async def test_undo_drops_alerts_that_wait_for_a_decision(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        await watch_harbours(app)
        write(settings, *map(report, range(30)))
        generation = await app.services.reload.reload()
        assert await held(settings) == 30
        await app.services.reload.undo()
        await app.services.reload.send_alerts(generation.id)
        assert await expanded(app) == 0


@pytest.mark.parametrize("decision", ["send", "quiet", "undo"])
async def test_followers_wait_for_the_decision_too(settings: Settings, decision: str) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, report(1))
        await app.services.reload.reload()
        await watch_harbours(app)
        story = await app.services.delivery.follows.story_of(ArticleId("r1"))
        await app.services.alerts.save(AlertDraft(CHAT, None, CHAT, "", datetime.now(UTC), follows=story))
        again = report(1) | {"id": "again", "publisher": "Mill Gazette"}
        again["text"] += " Divers counted 120 boats in the bay."
        write(settings, report(1), again, *map(report, range(2, 40)))
        generation = await app.services.reload.reload()
        assert generation.report.alerts is AlertDecision.ASK
        assert await developments_of(app, settings) == 0
        if decision == "send":
            await app.services.reload.send_alerts(generation.id)
        elif decision == "quiet":
            await app.services.reload.keep_quiet(generation.id)
        else:
            await app.services.reload.undo()
        assert (await developments_of(app, settings) > 0) is (decision == "send")


async def test_a_message_that_is_due_waits_for_no_decision(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, report(1))
        await app.services.reload.reload()
        await watch_harbours(app)
        story = await app.services.delivery.follows.story_of(ArticleId("r1"))
        await app.services.alerts.save(AlertDraft(CHAT, None, CHAT, "", datetime.now(UTC), follows=story))
        again, third = (report(1) | {"id": name, "publisher": "Mill Gazette"} for name in ("again", "third"))
        again["text"] += " Divers counted 120 boats in the bay."
        write(settings, report(1), again)
        await app.services.reload.reload()
        due = await developments_of(app, settings)
        assert due > 0
        again["text"] += " It was closed."
        write(settings, report(1), again, *map(report, range(2, 40)))
        generation = await app.services.reload.reload()
        assert generation.report.alerts is AlertDecision.ASK
        third["text"] += " It stayed open."
        write(settings, report(1), again, third, *map(report, range(2, 40)))
        await app.services.reload.reload()
        assert await developments_of(app, settings) >= due


async def developments_of(app: App, settings: Settings) -> int:
    """Return how many developments followers are sent, once every check is done."""
    while await app.services.delivery.follows.check_next(now=datetime.now(UTC), limit=10):
        pass
    async with Database.open(settings.store_url) as database, database.read() as connection:
        return len((await connection.execute(select(developments))).all())


async def test_quiet_reload_without_matches_is_quiet_for_followers(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, report(1))
        await app.services.reload.reload()
        story = await app.services.delivery.follows.story_of(ArticleId("r1"))
        await app.services.alerts.save(AlertDraft(CHAT, None, CHAT, "", datetime.now(UTC), follows=story))
        again = report(1) | {"id": "again", "publisher": "Mill Gazette"}
        write(settings, report(1), again)
        await app.services.reload.reload(quiet=True)
        assert await developments_of(app, settings) == 0
        write(
            settings,
            report(1),
            again,
            again | {"id": "third", "text": again["text"] + " Divers counted 120 boats in the bay."},
        )
        await app.services.reload.reload()
        assert await developments_of(app, settings) > 0


async def test_start_and_watch_fire_alerts_too(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        await watch_harbours(app)
        write(settings, report(1))
    async with open_app(settings) as app:
        assert await expanded(app) == 1
        write(settings, report(1), report(2))
        await app.services.reload.update()
        assert await expanded(app) == 2


async def test_quiet_reload_fires_nothing(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        await watch_harbours(app)
        write(settings, report(1))
        generation = await app.services.reload.reload(quiet=True)
        assert generation.report.alerts is AlertDecision.QUIET
        await app.services.reload.send_alerts(generation.id)
        assert await expanded(app) == 0
