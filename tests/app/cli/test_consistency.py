"""The deep look finds what does not fit, and nothing where all fits."""

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


async def test_nothing_is_wrong_after_reloads_and_an_undo(settings: Settings) -> None:
    assert await find_inconsistencies(settings) == (3, [])


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM article_rows WHERE id = 'c'", "missing from the corpus: c"),
        ("UPDATE article_rows SET story_id = NULL WHERE id = 'c'", "have no story: c"),
        ("UPDATE article_rows SET change = 1000 WHERE id = 'd'", "not as their last change left them: d"),
        ("UPDATE article_rows SET generation = 77 WHERE id = 'g'", "rows of generation 77"),
        ("UPDATE counters SET value = 1 WHERE name = 'change'", "counter of changes is at 1"),
        (
            "INSERT INTO match_batches (article_id, story_id, alert_ids, expanded, committed_at)"
            " VALUES ('nobody', 's', '[1]', 0, '2026-11-01 12:00:00')",
            "promised to people and were never added: nobody",
        ),
    ],
)
async def test_what_does_not_fit_is_named(settings: Settings, damage: str, said: str) -> None:
    async with Database.open(settings.store_url) as database, database.write() as connection:
        await connection.execute(text(damage))
    _, wrong = await find_inconsistencies(settings)
    assert said in "; ".join(wrong)


async def test_an_index_that_lost_an_article_is_found_out(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        gone = app.index.snapshot.find("c")
        assert gone is not None
        view, at = gone
        view.live_mask[at] = False
        found = await app.stores.consistency.look()
        assert set(found.stories) - set(app.index.snapshot.ids()) == {"c"}
