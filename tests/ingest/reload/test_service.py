"""The reload path in the whole app: what is read, what is kept, what is too old."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app.corpus_folder import read_corpus_folder
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.article import Article, ArticleId
from bot.corpus.readers.jsonl import record_article
from bot.errors import localizable
from bot.ingest.reload.generation import GenerationState
from bot.search.ports import SearchRequest, SearchResult
from tests.conftest import OpenApp
from tests.databases import live_articles


def report(name: str, *, days: float | None = None, text: str = "The quay was rebuilt.") -> dict[str, Any]:
    record = {"id": name, "title": f"Report {name}", "text": f"{text} So says {name}."}
    if days is not None:
        record["published"] = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    return record


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return Settings(_env_file=None, corpus=tmp_path / "corpus", data=tmp_path / "data", reload_max_drop=1.0)


def write(settings: Settings, name: str, *records: dict[str, Any]) -> None:
    (settings.corpus / f"{name}.jsonl").write_text("\n".join(map(json.dumps, records)))


async def live(app: App) -> list[str]:
    return sorted([article.id for article in await live_articles(app.stores.articles)])


async def test_a_text_in_two_files_stays_when_the_one_that_was_stored_goes(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, "one", report("a"))
        write(settings, "two", report("a") | {"id": "twin"}, report("b"))
        first = await app.services.reload.reload()
        assert (first.report.added, first.report.duplicates) == (2, 1)
        (settings.corpus / "one.jsonl").unlink()
        await app.services.reload.reload()
        titles = [each.title for each in await app.stores.articles.get([ArticleId("a"), ArticleId("twin")])]
        assert titles == ["Report a"]


async def test_an_article_moved_to_another_file_stays_when_a_third_one_changes(
    settings: Settings,
) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, "one", report("a"))
        write(settings, "three", report("c"))
        await app.services.reload.reload()
        (settings.corpus / "one.jsonl").rename(settings.corpus / "two.jsonl")
        await app.services.reload.reload()
        write(settings, "three", report("c"), report("d"))
        await app.services.reload.reload()
        assert await live(app) == ["a", "c", "d"]


async def test_an_article_in_two_files_stays_when_either_goes(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        for gone, left in (("one", "two"), ("two", "one")):
            write(settings, gone, report("a"))
            write(settings, left, report("a"), report("b"))
            await app.services.reload.reload()
            (settings.corpus / f"{gone}.jsonl").unlink()
            await app.services.reload.reload()
            write(settings, "three", report(gone))
            await app.services.reload.reload()
            assert await live(app) == sorted(["a", "b", gone])


async def test_lines_that_are_as_they_were_are_not_parsed_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[int] = []

    def noted(record: Any, source: str, number: int, digest: str) -> Any:
        parsed.append(number)
        return record_article(record, source, number, digest)

    monkeypatch.setattr("bot.corpus.readers.jsonl.record_article", noted)
    async with open_app(settings, read_corpus=False) as app:
        write(settings, "one", *map(report, "abcd"))
        await app.services.reload.reload()
        write(settings, "one", report("a"), report("n"), report("b"), report("d") | {"text": "Other words."})
        parsed.clear()
        over = await app.services.reload.reload()
        counts = (over.report.added, over.report.changed, over.report.removed, over.report.unchanged)
        assert (parsed, counts) == ([2, 4], (1, 1, 1, 2))
        assert await live(app) == ["a", "b", "d", "n"]
        await app.services.reload.undo()
        assert await live(app) == ["a", "b", "c", "d"]
        again = await app.services.reload.reload()
        assert (again.report.added, again.report.changed, again.report.removed) == (1, 1, 1)


async def test_a_line_that_was_taken_in_is_rejected_behind_another_with_its_id(
    settings: Settings,
) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, "one", report("a"))
        await app.services.reload.reload()
        write(settings, "one", report("a") | {"text": "Newer words."}, report("a"))
        over = await app.services.reload.reload()
        assert (over.report.changed, over.report.rejected) == (1, 1)


async def test_what_was_undone_stays_away_at_a_start_and_comes_with_the_next_reload(
    settings: Settings,
) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, "one", report("a"))
        await app.services.reload.reload()
        write(settings, "one", report("a"), report("b"))
        await app.services.reload.reload()
        await app.services.reload.undo()
    async with open_app(settings) as app:
        assert await live(app) == ["a"]
        again = await app.services.reload.reload()
        assert (again.state, await live(app)) == (GenerationState.LIVE, ["a", "b"])


async def test_a_reload_in_another_process_is_followed(settings: Settings) -> None:
    write(settings, "one", report("a"))
    async with open_app(settings) as first, open_app(settings, read_corpus=False) as second:
        write(settings, "one", report("a"), report("b"))
        await second.services.reload.reload()
        await first.pipeline.follow()
        assert set(first.index.snapshot.ids()) == {"a", "b"}
        assert await first.writer.stories.known() == await second.writer.stories.known()
        await second.services.reload.undo()
        await first.pipeline.follow()
        assert set(first.index.snapshot.ids()) == {"a"}


async def test_a_folder_that_is_gone_keeps_the_corpus(settings: Settings) -> None:
    write(settings, "one", report("a"))
    async with open_app(settings) as app:
        settings.corpus.rename(settings.corpus.with_name("elsewhere"))
        over = await app.services.reload.reload()
        assert (over.state, await live(app)) == (GenerationState.FAILED, ["a"])
        assert over.report.reason == localizable("why-no-folder", folder=str(settings.corpus))


async def test_a_reload_is_called_off_when_the_program_is_to_end(settings: Settings) -> None:
    write(settings, "one", report("a"))
    async with open_app(settings) as app:
        write(settings, "one", report("b"))
        app.services.reload.stop()
        over = await app.services.reload.reload()
        assert (over.state, await live(app)) == (GenerationState.FAILED, ["a"])
        assert over.report.reason == localizable("why-stopping")


async def test_a_reload_that_was_kept_back_tells_its_own_rejects(settings: Settings) -> None:
    write(settings, "bad", {"title": "No text"})
    write(settings, "one", *map(report, "abcd"))
    async with open_app(settings) as app:
        careful = replace(app.services.reload, max_drop=0.1)
        (settings.corpus / "bad.jsonl").unlink()
        (settings.corpus / "one.jsonl").unlink()
        write(settings, "two", report("e"))
        kept = await careful.reload()
        assert (kept.state, await careful.rejects(kept)) == (GenerationState.FAILED, [])
        write(settings, "three", {"title": "No text either"})
        kept = await careful.reload()
        assert kept.state is GenerationState.FAILED
        assert [each.source for each in await careful.rejects(kept)] == ["three.jsonl"]


async def test_smoke_questions_that_find_nothing_keep_the_corpus(settings: Settings) -> None:
    write(settings, "one", report("a"))
    async with open_app(settings) as app:
        write(settings, "one", report("a"), report("b"), report("c"))
        deaf = replace(app.services.reload, index=_Deaf())
        over = await deaf.reload()
        assert (over.state, await live(app)) == (GenerationState.FAILED, ["a"])
        assert over.report.reason == localizable("why-smoke", found=0, asked=2)
        assert (await app.stores.consistency.look()).wrong == ()


class _Deaf:
    """An index that takes everything in and finds nothing."""

    async def stage(self, articles: Sequence[Article]) -> None:
        """Forget them."""

    async def search_staged(
        self, requests: Sequence[SearchRequest], gone: Sequence[ArticleId]
    ) -> list[SearchResult]:
        """Find nothing."""
        return [SearchResult((), 0, 0) for _ in requests]

    async def discard_staged(self) -> None:
        """Nothing was kept."""


async def test_articles_past_their_days_leave_store_and_index_and_are_not_read_again(
    open_with: OpenApp,
) -> None:
    articles = [report("new", days=1), report("old", days=40), report("undated")]
    async with open_with(*articles) as app:
        assert await live(app) == ["new", "old", "undated"]
    async with open_with(*articles, retention_days=30) as app:
        assert await app.pipeline.remove_expired() == 1
        assert await live(app) == ["new", "undated"]
        assert set(app.index.snapshot.ids()) == {"new", "undated"}
        over = await app.services.reload.reload()
        assert (over.report.expired, await live(app)) == (1, ["new", "undated"])
        assert (await app.stores.consistency.look()).wrong == ()


async def test_so_many_of_the_newest_are_kept(open_with: OpenApp) -> None:
    articles = [report(str(days), days=days) for days in range(1, 6)]
    async with open_with(*articles, retention_articles=3) as app:
        assert await app.pipeline.remove_expired() == 2
        assert await live(app) == ["1", "2", "3"]
        assert (await app.services.reload.reload()).report.expired == 2


async def test_a_start_on_an_unchanged_folder_reads_nothing(settings: Settings) -> None:
    write(settings, "one", report("a"), {"title": "no text"})
    async with open_app(settings) as app:
        assert [each.line for each in await app.services.reload.log.rejects()] == [2]
        again = await read_corpus_folder(app.services.reload)
        assert (again.unchanged, again.rejected) == (2, ())
        write(settings, "one", report("a", text="The quay was razed."))
        assert (await read_corpus_folder(app.services.reload)).changed == 1
        assert await app.services.reload.log.rejects() == []


async def test_a_start_reads_only_the_files_that_changed_and_notices_those_that_went(
    settings: Settings,
) -> None:
    write(settings, "one", report("a"), {"title": "no text"})
    write(settings, "two", report("b"))
    write(settings, "three", report("c"))
    async with open_app(settings) as app:
        write(settings, "two", report("b", text="The quay was razed."), report("d"))
        (settings.corpus / "three.jsonl").unlink()
        again = await read_corpus_folder(app.services.reload)
        # One file was read: nothing of the others counts as read, and its reject is not told again.
        assert (again.added, again.changed, again.unchanged, again.removed) == (1, 1, 0, 1)
        assert (again.rejected, await live(app)) == ((), ["a", "b", "d"])
        assert [each.line for each in await app.services.reload.log.rejects()] == [2]
        assert (await app.stores.consistency.look()).wrong == ()


async def test_of_a_watched_folder_only_what_was_touched_is_opened(settings: Settings) -> None:
    (settings.corpus / "deep").mkdir()
    for name in ("one", "two", "deep/three"):
        write(settings, name, report(name.removeprefix("deep/")))
    async with open_app(settings) as app:
        for name in ("one", "two", "deep/three"):
            write(settings, name, report(name.removeprefix("deep/"), text="It sank."))
        touched = {settings.corpus / "two.jsonl"}
        assert (await read_corpus_folder(app.services.reload, touched=touched)).changed == 1
        assert (
            await read_corpus_folder(app.services.reload, touched={settings.corpus / "deep"})
        ).changed == 1
        assert (await read_corpus_folder(app.services.reload)).changed == 1


async def test_at_a_start_a_great_drop_is_kept_back_until_it_is_made_good_or_meant(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    guarded = settings.model_copy(update={"reload_max_drop": 0.5})
    write(settings, "one", *map(report, "abcdefghijkl"))
    async with open_app(guarded) as app:
        write(settings, "one", report("a"), report("m"))
        for _ in range(2):
            cut = await read_corpus_folder(app.services.reload)
            assert (cut.removed, cut.withheld, await live(app)) == (0, 11, list("abcdefghijklm"))
        assert "newsbot reload --anyway" in capsys.readouterr().out
        write(settings, "one", *map(report, "abcdefghijkm"))
        whole = await read_corpus_folder(app.services.reload)
        assert (whole.removed, whole.withheld, await live(app)) == (1, 0, list("abcdefghijkm"))
        write(settings, "one", report("a"))
        assert (await read_corpus_folder(app.services.reload)).withheld == 11
        over = await app.services.reload.reload(anyway=True)
        assert (over.report.removed, await live(app)) == (11, ["a"])


async def test_at_a_start_a_file_deleted_from_a_small_folder_takes_its_articles_along(
    settings: Settings,
) -> None:
    guarded = settings.model_copy(update={"reload_max_drop": 0.1})
    write(settings, "one", report("a"))
    write(settings, "two", report("b"))
    async with open_app(guarded) as app:
        (settings.corpus / "two.jsonl").unlink()
        assert (await read_corpus_folder(app.services.reload)).removed == 1
