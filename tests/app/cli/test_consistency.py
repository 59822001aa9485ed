"""`newsbot doctor --deep` finds every inconsistency, and none in a consistent app."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.app.cli.consistency import find_inconsistencies
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.storage.database import Database


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    """An app in which articles were read, reloaded and taken back."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    chosen = Settings(_env_file=None, corpus=corpus, data=tmp_path / "data", reload_max_drop=1.0)
    async with open_app(chosen) as app:
        for names in ("abc", "acd", "cde", "ef", "undo", "cdg"):
            if names == "undo":
                await app.services.reload.undo()
                continue
            lines = [
                json.dumps({"id": name, "title": f"Title {name}", "text": f"Text {name} in {names}."})
                for name in names
            ]
            (corpus / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
            await app.services.reload.reload()
    return chosen


async def test_reloads_and_undo_leave_everything_consistent(settings: Settings) -> None:
    assert await find_inconsistencies(settings) == (3, [])


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("DELETE FROM article_rows WHERE id = 'c'", "missing from the corpus: 1 (c)"),
        ("UPDATE article_rows SET story_id = NULL WHERE id = 'c'", "without a story: 1 (c)"),
        ("UPDATE article_rows SET change = 1000 WHERE id = 'd'", "differ from their last change: 1 (d)"),
        ("UPDATE article_rows SET generation = 77 WHERE id = 'g'", "rows of generation 77"),
        ("UPDATE counters SET value = 1 WHERE name = 'change'", "the change counter is at 1"),
        (
            "INSERT INTO match_batches (article_id, story_id, alert_ids, expanded, committed_at)"
            " VALUES ('nobody', 's', '[1]', 0, '2026-11-01 12:00:00')",
            "match batches of unknown articles: 1 (nobody)",
        ),
    ],
)
async def test_damage_is_found(settings: Settings, damage: str, problem: str) -> None:
    async with Database.open(settings.store_url) as database, database.write() as connection:
        await connection.execute(text(damage))
    _, problems = await find_inconsistencies(settings)
    assert problem in "; ".join(problems)


async def test_article_missing_from_the_index_is_found(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        location = app.index.snapshot.find("c")
        assert location is not None
        view, at = location
        view.live_mask[at] = False
        report = await app.stores.consistency.run()
        assert set(report.stories) - set(app.index.snapshot.ids()) == {"c"}
