"""Reloads in the whole app: what is read, what stays, what expires."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.corpus.article import Article, ArticleId
from bot.corpus.readers.jsonl import record_article
from bot.errors import SearchUnavailable, localizable
from bot.ingest.reload.generation import GenerationState
from bot.search.ports import SearchRequest, SearchResult
from bot.stories.assignment import Assignment
from bot.stories.projection import StoryProjection
from tests.conftest import OpenApp
from tests.ingest.reload.folder import live, report, write


async def test_text_in_two_files_stays_when_its_stored_file_is_deleted(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, "one", report("a"))
        write(settings, "two", report("a") | {"id": "twin"}, report("b"))
        first = await app.services.reload.reload()
        assert (first.report.added, first.report.duplicates) == (2, 1)
        (settings.corpus / "one.jsonl").unlink()
        await app.services.reload.reload()
        (article,) = await app.stores.articles.get([ArticleId("a"), ArticleId("twin")])
        assert article.title == "Report a"


async def test_article_moved_to_another_file_stays_when_a_third_one_changes(
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


async def test_article_in_two_files_stays_when_either_is_deleted(settings: Settings) -> None:
    async with open_app(settings, read_corpus=False) as app:
        for deleted, kept in (("one", "two"), ("two", "one")):
            write(settings, deleted, report("a"))
            write(settings, kept, report("a"), report("b"))
            await app.services.reload.reload()
            (settings.corpus / f"{deleted}.jsonl").unlink()
            await app.services.reload.reload()
            write(settings, "three", report(deleted))
            await app.services.reload.reload()
            assert await live(app) == sorted(["a", "b", deleted])


async def test_unchanged_lines_are_not_parsed_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[int] = []

    def counted(record: Any, source: str, number: int, digest: str) -> Any:
        parsed.append(number)
        return record_article(record, source, number, digest)

    monkeypatch.setattr("bot.corpus.readers.jsonl.record_article", counted)
    async with open_app(settings, read_corpus=False) as app:
        write(settings, "one", *map(report, "abcd"))
        await app.services.reload.reload()
        write(settings, "one", report("a"), report("n"), report("b"), report("d") | {"text": "Other words."})
        parsed.clear()
        generation = await app.services.reload.reload()
        done = generation.report
        counts = (done.added, done.changed, done.removed, done.unchanged)
        assert (parsed, counts) == ([2, 4], (1, 1, 1, 2))
        assert await live(app) == ["a", "b", "d", "n"]
        await app.services.reload.undo()
        assert await live(app) == ["a", "b", "c", "d"]
        again = await app.services.reload.reload()
        assert (again.report.added, again.report.changed, again.report.removed) == (1, 1, 1)


async def test_stored_line_is_rejected_after_another_with_its_id(
    settings: Settings,
) -> None:
    async with open_app(settings, read_corpus=False) as app:
        write(settings, "one", report("a"))
        await app.services.reload.reload()
        write(settings, "one", report("a") | {"text": "Newer words."}, report("a"))
        generation = await app.services.reload.reload()
        assert (generation.report.changed, generation.report.rejected) == (1, 1)


async def test_undone_articles_return_with_the_next_reload_not_at_a_start(
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


async def test_reload_in_another_process_is_followed(settings: Settings) -> None:
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


async def test_missing_folder_keeps_the_corpus(settings: Settings) -> None:
    write(settings, "one", report("a"))
    async with open_app(settings) as app:
        settings.corpus.rename(settings.corpus.with_name("elsewhere"))
        generation = await app.services.reload.reload()
        assert (generation.state, await live(app)) == (GenerationState.FAILED, ["a"])
        assert generation.report.reason == localizable("why-no-folder", folder=str(settings.corpus))


async def test_reload_is_aborted_when_the_program_stops(settings: Settings) -> None:
    write(settings, "one", report("a"))
    async with open_app(settings) as app:
        write(settings, "one", report("b"))
        app.services.reload.stop()
        generation = await app.services.reload.reload()
        assert (generation.state, await live(app)) == (GenerationState.FAILED, ["a"])
        assert generation.report.reason == localizable("why-stopping")


async def test_aborted_reload_lists_its_own_rejects(settings: Settings) -> None:
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
        assert [reject.source for reject in await careful.rejects(kept)] == ["three.jsonl"]


async def test_reload_is_aborted_when_headlines_are_not_found(settings: Settings) -> None:
    write(settings, "one", report("a"))
    async with open_app(settings) as app:
        write(settings, "one", report("a"), report("b"), report("c"))
        service = replace(app.services.reload, index=_EmptyIndex())
        generation = await service.reload()
        assert (generation.state, await live(app)) == (GenerationState.FAILED, ["a"])
        assert generation.report.reason == localizable("why-smoke", found=0, asked=2)
        assert (await app.stores.consistency.run()).problems == ()


class _EmptyIndex:
    """An index that finds nothing."""

    async def stage(self, articles: Sequence[Article]) -> None:
        """Do nothing."""

    async def search_staged(
        self, requests: Sequence[SearchRequest], removed: Sequence[ArticleId]
    ) -> list[SearchResult]:
        """Find nothing."""
        return [SearchResult((), 0, 0) for _ in requests]

    async def discard_staged(self) -> None:
        """Do nothing."""


async def test_reload_ends_when_staged_articles_cannot_be_dropped(settings: Settings) -> None:
    write(settings, "one", report("a"))
    async with open_app(settings) as app:
        write(settings, "one", report("a"), report("b"))
        service = replace(app.services.reload, index=_LostIndex())
        generation = await service.reload()
        assert (generation.state, service.current) == (GenerationState.FAILED, None)


class _LostIndex(_EmptyIndex):
    """An index that is away in the end."""

    async def discard_staged(self) -> None:
        """Fail."""
        raise SearchUnavailable("no answer")


async def test_reload_fails_while_similar_articles_cannot_be_found(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assign = StoryProjection.assign

    async def assign_partly(*arguments: Any, **options: Any) -> list[Assignment]:
        return [replace(story, complete=False) for story in await assign(*arguments, **options)]

    async with open_app(settings) as app:
        write(settings, "one", report("a"))
        monkeypatch.setattr(StoryProjection, "assign", assign_partly)
        assert (await app.services.reload.reload()).state is GenerationState.FAILED
        assert await live(app) == []
        monkeypatch.undo()
        assert (await app.services.reload.reload()).state is GenerationState.LIVE


async def test_expired_articles_are_removed_and_not_read_again(
    open_with: OpenApp,
) -> None:
    articles = [report("new", days=1), report("old", days=40), report("undated")]
    async with open_with(*articles) as app:
        assert await live(app) == ["new", "old", "undated"]
    async with open_with(*articles, retention_days=30) as app:
        assert await app.pipeline.remove_expired() == 1
        assert await live(app) == ["new", "undated"]
        assert set(app.index.snapshot.ids()) == {"new", "undated"}
        generation = await app.services.reload.reload()
        assert (generation.report.expired, await live(app)) == (1, ["new", "undated"])
        assert (await app.stores.consistency.run()).problems == ()


async def test_only_the_newest_articles_are_kept(open_with: OpenApp) -> None:
    articles = [report(str(days), days=days) for days in range(1, 6)]
    async with open_with(*articles, retention_articles=3) as app:
        assert await app.pipeline.remove_expired() == 2
        assert await live(app) == ["1", "2", "3"]
        assert (await app.services.reload.reload()).report.expired == 2
