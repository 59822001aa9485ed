"""The article path on a real database, with an index that only remembers what it was told."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.corpus.raw import RawArticle
from bot.errors import RejectedInput, localizable
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.writer import ArticleWriter
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.database import Database
from bot.stories.projection import StoryProjection
from tests.databases import KINDS, live_articles, opened_database
from tests.fakes.follower import Notebook

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture(params=KINDS)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    async with opened_database(request.param, tmp_path) as opened:
        yield opened


def path_to(database: Database, *followers: Notebook) -> IngestPipeline:
    store = SqlArticleStore(database)
    ledger = StoryProjection(store, SqlStoryStore(database))
    writer = ArticleWriter(store, SqlArticleCommit(database), ledger, followers)
    return IngestPipeline(writer, lambda: NOW)


def raw(source: str, body: str, **fields: str) -> RawArticle:
    return RawArticle(
        text=f"Headline of {body}\n\n{body} happened in the harbour today.", source=source, **fields
    )


async def stored(database: Database) -> dict[str, str]:
    return {a.source: a.title for a in await live_articles(SqlArticleStore(database))}


async def test_what_was_read_can_be_found_by_the_index(database: Database) -> None:
    notebook = Notebook()
    report = await path_to(database, notebook).ingest([raw("a.txt", "One"), raw("b.txt", "Two")])
    assert (report.added, report.read, notebook.number) == (2, 2, 2)
    assert sorted(a.title for a in notebook.articles.values()) == ["Headline of One", "Headline of Two"]


async def test_reading_the_same_again_changes_nothing(database: Database) -> None:
    path = path_to(database)
    await path.ingest([raw("a.txt", "One")])
    report = await path.ingest([raw("a.txt", "One")])
    assert (report.unchanged, report.added, await path.writer.store.last_change()) == (1, 0, 1)


async def test_a_changed_file_is_a_new_revision_of_its_article(database: Database) -> None:
    notebook = Notebook()
    path = path_to(database, notebook)
    await path.ingest([raw("a.txt", "One")])
    report = await path.ingest([raw("a.txt", "Two")])
    assert report.changed == 1
    assert [a.title for a in notebook.articles.values()] == ["Headline of Two"]


async def test_the_same_text_in_two_files_is_one_article(database: Database) -> None:
    path = path_to(database)
    report = await path.ingest([raw("a.txt", "One"), raw("b.txt", "One")])
    again = await path.ingest([raw("a.txt", "One"), raw("b.txt", "One")])
    assert (report.added, report.duplicates, again.unchanged, again.duplicates) == (1, 1, 1, 1)
    assert list(await stored(database)) == ["a.txt"]


async def test_a_second_text_under_one_id_is_rejected_and_says_where_the_first_was(
    database: Database,
) -> None:
    report = await path_to(database).ingest([raw("a.json", "One", id="7"), raw("b.json", "Two", id="7")])
    assert report.added == 1
    (rejected,) = report.rejected
    assert (rejected.source, "a.json" in str(rejected.reason)) == ("b.json", True)


async def test_a_file_whose_name_is_not_text_is_rejected_and_the_rest_goes_on(database: Database) -> None:
    report = await path_to(database).ingest([raw("a\udcff.txt", "One"), raw("b.txt", "Two")])
    assert ([each.source for each in report.rejected], report.added) == (["a\\udcff.txt"], 1)


async def test_files_that_vanished_are_removed_when_asked(database: Database) -> None:
    notebook = Notebook()
    path = path_to(database, notebook)
    await path.ingest([raw("a.txt", "One"), raw("b.txt", "Two")], origin="corpus")
    await path.ingest([raw("c.txt", "Three")], origin="elsewhere")
    report = await path.ingest([raw("a.txt", "One")], origin="corpus", remove_missing=True)
    assert report.removed == 1
    assert sorted(await stored(database)) == ["corpus/a.txt", "elsewhere/c.txt"]
    assert len(notebook.articles) == 2


async def test_the_article_of_a_file_that_cannot_be_read_today_stays(database: Database) -> None:
    path = path_to(database)
    await path.ingest([raw("a.txt", "One")], origin="corpus")
    broken = RejectedInput(localizable("why-no-words"), source="a.txt")
    report = await path.ingest([broken], origin="corpus", remove_missing=True)
    assert (report.removed, report.rejected, list(await stored(database))) == (0, (broken,), ["corpus/a.txt"])


async def test_a_new_follower_catches_up_with_the_whole_log(database: Database) -> None:
    await path_to(database).ingest([raw(f"{n}.txt", f"Event {n}") for n in range(7)])
    notebook, seen = Notebook(), []
    reached = await path_to(database, notebook).follow(lambda done, of: seen.append((done, of)))
    assert (reached, notebook.number, len(notebook.articles), seen) == (7, 7, 7, [(7, 7)])


async def test_two_readers_of_the_same_files_store_each_article_once(database: Database) -> None:
    files = [raw(f"{n}.txt", f"Event {n}") for n in range(30)]
    reports = await asyncio.gather(*(path_to(database).ingest(files) for _ in range(4)))
    assert sum(report.added for report in reports) == 30
    changes = await SqlArticleStore(database).changes(after=0, limit=100)
    assert [change.number for change in changes] == list(range(1, 31))


async def test_a_restart_can_be_asked_before_the_stories_are_ready_and_still_knows_them(
    database: Database,
) -> None:
    await path_to(database).ingest([raw("a.txt", "One ferry from Lindmar")])
    notebook = Notebook()
    path = path_to(database, notebook)
    await path.follow_without_stories()
    assert (notebook.number, await path.writer.stories.applied()) == (1, 0)
    await path.ingest([raw("b.txt", "One ferry from Lindmar", title="Again")])
    stories = await SqlStoryStore(database).story_ids([each.id for each in notebook.articles.values()])
    assert (len(stories), len(set(stories.values()))) == (2, 1)


async def test_reading_an_unchanged_folder_makes_no_stories_ready(database: Database) -> None:
    await path_to(database).ingest([raw("a.txt", "One")], origin="folder", remove_missing=True)
    path = path_to(database)
    report = await path.ingest([raw("a.txt", "One")], origin="folder", remove_missing=True)
    assert (report.unchanged, await path.writer.stories.applied()) == (1, 0)


async def test_removed_article_leaves_its_story(database: Database) -> None:
    pipeline = path_to(database)
    await pipeline.ingest([raw("a.txt", "One"), raw("b.txt", "Two")])
    await pipeline.ingest([raw("a.txt", "Two"), raw("c.txt", "Three")])
    assert len(await stored(database)) == len(await pipeline.writer.stories.known()) == 2
