"""What a start reads of the corpus folder, what it removes, and what it keeps."""

import pytest

from bot.app.corpus_folder import read_corpus_folder
from bot.app.settings import Settings
from bot.app.wiring import open_app
from tests.ingest.reload.folder import live, report, write


async def test_start_on_an_unchanged_folder_reads_nothing(settings: Settings) -> None:
    write(settings, "one", report("a"), {"title": "no text"})
    async with open_app(settings) as app:
        assert [reject.line for reject in await app.services.reload.log.rejects()] == [2]
        again = await read_corpus_folder(app.services.reload)
        assert (again.unchanged, again.rejected) == (2, ())
        write(settings, "one", report("a", text="The quay was razed."))
        assert (await read_corpus_folder(app.services.reload)).changed == 1
        assert await app.services.reload.log.rejects() == []


async def test_start_reads_changed_files_and_removes_deleted_ones(
    settings: Settings,
) -> None:
    write(settings, "one", report("a"), {"title": "no text"})
    write(settings, "two", report("b"))
    write(settings, "three", report("c"))
    async with open_app(settings) as app:
        write(settings, "two", report("b", text="The quay was razed."), report("d"))
        (settings.corpus / "three.jsonl").unlink()
        again = await read_corpus_folder(app.services.reload)
        # One file was read: articles of the others are not counted, and its reject is not reported again.
        assert (again.added, again.changed, again.unchanged, again.removed) == (1, 1, 0, 1)
        assert (again.rejected, await live(app)) == ((), ["a", "b", "d"])
        assert [reject.line for reject in await app.services.reload.log.rejects()] == [2]
        assert (await app.stores.consistency.run()).problems == ()


async def test_only_touched_files_of_a_watched_folder_are_opened(settings: Settings) -> None:
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


async def test_start_keeps_articles_while_too_many_are_missing(
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
        generation = await app.services.reload.reload(anyway=True)
        assert (generation.report.removed, await live(app)) == (11, ["a"])


async def test_start_removes_the_articles_of_a_file_deleted_from_a_small_folder(
    settings: Settings,
) -> None:
    guarded = settings.model_copy(update={"reload_max_drop": 0.1})
    write(settings, "one", report("a"))
    write(settings, "two", report("b"))
    async with open_app(guarded) as app:
        (settings.corpus / "two.jsonl").unlink()
        assert (await read_corpus_folder(app.services.reload)).removed == 1
