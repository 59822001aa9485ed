"""The ingest pipeline on a real database, with an index that only records what it receives."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.corpus.raw import RawArticle
from bot.errors import RejectedInput, localizable
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.writer import ArticleWriter
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.database import Database
from bot.storage.schema.articles import article_rows
from bot.stories.projection import StoryProjection
from tests.databases import KINDS, live_articles, opened_database
from tests.fakes.projection import MemoryProjection

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.fixture(params=KINDS)
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    async with opened_database(request.param, tmp_path) as opened:
        yield opened


def pipeline_on(database: Database, *projections: MemoryProjection) -> IngestPipeline:
    store = SqlArticleStore(database)
    stories = StoryProjection(store, SqlStoryStore(database))
    writer = ArticleWriter(store, SqlArticleCommit(database), stories, projections)
    return IngestPipeline(writer, lambda: NOW)


def raw(source: str, body: str, **fields: str) -> RawArticle:
    return RawArticle(
        text=f"Headline of {body}\n\n{body} happened in the harbour today.", source=source, **fields
    )


async def stored(database: Database) -> dict[str, str]:
    return {a.source: a.title for a in await live_articles(SqlArticleStore(database))}


async def test_ingested_articles_reach_the_index(database: Database) -> None:
    notebook = MemoryProjection()
    report = await pipeline_on(database, notebook).ingest([raw("a.txt", "One"), raw("b.txt", "Two")])
    assert (report.added, report.read, notebook.number) == (2, 2, 2)
    assert sorted(a.title for a in notebook.articles.values()) == ["Headline of One", "Headline of Two"]


async def test_ingesting_the_same_again_changes_nothing(database: Database) -> None:
    pipeline = pipeline_on(database)
    await pipeline.ingest([raw("a.txt", "One")])
    report = await pipeline.ingest([raw("a.txt", "One")])
    assert (report.unchanged, report.added, await pipeline.writer.store.last_change()) == (1, 0, 1)


async def test_changed_file_is_a_new_revision(database: Database) -> None:
    notebook = MemoryProjection()
    pipeline = pipeline_on(database, notebook)
    await pipeline.ingest([raw("a.txt", "One")])
    report = await pipeline.ingest([raw("a.txt", "Two")])
    assert report.changed == 1
    assert [a.title for a in notebook.articles.values()] == ["Headline of Two"]


async def test_same_text_in_two_files_is_one_article(database: Database) -> None:
    pipeline = pipeline_on(database)
    report = await pipeline.ingest([raw("a.txt", "One"), raw("b.txt", "One")])
    again = await pipeline.ingest([raw("a.txt", "One"), raw("b.txt", "One")])
    assert (report.added, report.duplicates, again.unchanged, again.duplicates) == (1, 1, 1, 1)
    assert list(await stored(database)) == ["a.txt"]


async def test_second_text_under_an_id_is_rejected_with_the_first_source(
    database: Database,
) -> None:
    report = await pipeline_on(database).ingest([raw("a.json", "One", id="7"), raw("b.json", "Two", id="7")])
    assert report.added == 1
    (rejected,) = report.rejected
    assert (rejected.source, "a.json" in str(rejected.reason)) == ("b.json", True)


async def test_file_with_an_undecodable_name_is_rejected(database: Database) -> None:
    report = await pipeline_on(database).ingest([raw("a\udcff.txt", "One"), raw("b.txt", "Two")])
    assert ([reject.source for reject in report.rejected], report.added) == (["a\\udcff.txt"], 1)


async def test_missing_articles_are_removed_on_request(database: Database) -> None:
    notebook = MemoryProjection()
    pipeline = pipeline_on(database, notebook)
    await pipeline.ingest([raw("a.txt", "One"), raw("b.txt", "Two")], origin="corpus")
    await pipeline.ingest([raw("c.txt", "Three")], origin="elsewhere")
    report = await pipeline.ingest([raw("a.txt", "One")], origin="corpus", remove_missing=True)
    assert report.removed == 1
    assert sorted(await stored(database)) == ["corpus/a.txt", "elsewhere/c.txt"]
    assert len(notebook.articles) == 2


async def test_article_of_an_unreadable_file_stays(database: Database) -> None:
    pipeline = pipeline_on(database)
    await pipeline.ingest([raw("a.txt", "One")], origin="corpus")
    broken = RejectedInput(localizable("why-no-words"), source="a.txt")
    report = await pipeline.ingest([broken], origin="corpus", remove_missing=True)
    assert (report.removed, report.rejected, list(await stored(database))) == (0, (broken,), ["corpus/a.txt"])


async def test_new_projection_catches_up_with_the_whole_log(database: Database) -> None:
    await pipeline_on(database).ingest([raw(f"{n}.txt", f"Event {n}") for n in range(7)])
    notebook, steps = MemoryProjection(), []
    reached = await pipeline_on(database, notebook).follow(lambda done, last: steps.append((done, last)))
    assert (reached, notebook.number, len(notebook.articles), steps) == (7, 7, 7, [(7, 7)])


async def test_articles_of_earlier_versions_get_their_statements(database: Database) -> None:
    speech = RawArticle(text="Flood\n\nAnn Roe said the flood took the bridge.", source="a.txt")
    await pipeline_on(database).ingest([speech])
    async with database.write() as connection:
        await connection.execute(update(article_rows).values(statements=None))
    notebook = MemoryProjection()
    await pipeline_on(database, notebook).follow()
    (article,) = notebook.articles.values()
    assert [statement.key for statement in article.statements or ()] == ["ann roe"]


async def test_concurrent_runs_store_each_article_once(database: Database) -> None:
    files = [raw(f"{n}.txt", f"Event {n}") for n in range(30)]
    reports = await asyncio.gather(*(pipeline_on(database).ingest(files) for _ in range(4)))
    assert sum(report.added for report in reports) == 30
    changes = await SqlArticleStore(database).changes(after=0, limit=100)
    assert [change.number for change in changes] == list(range(1, 31))


async def test_restart_is_searchable_before_its_stories_are_loaded(
    database: Database,
) -> None:
    await pipeline_on(database).ingest([raw("a.txt", "One ferry from Lindmar")])
    notebook = MemoryProjection()
    pipeline = pipeline_on(database, notebook)
    await pipeline.follow_without_stories()
    assert (notebook.number, await pipeline.writer.stories.applied()) == (1, 0)
    await pipeline.ingest([raw("b.txt", "One ferry from Lindmar", title="Again")])
    ids = [article.id for article in notebook.articles.values()]
    assigned = await SqlStoryStore(database).story_ids(ids)
    assert (len(assigned), len(set(assigned.values()))) == (2, 1)


async def test_unchanged_folder_loads_no_stories(database: Database) -> None:
    await pipeline_on(database).ingest([raw("a.txt", "One")], origin="folder", remove_missing=True)
    pipeline = pipeline_on(database)
    report = await pipeline.ingest([raw("a.txt", "One")], origin="folder", remove_missing=True)
    assert (report.unchanged, await pipeline.writer.stories.applied()) == (1, 0)


async def test_removed_article_leaves_its_story(database: Database) -> None:
    pipeline = pipeline_on(database)
    await pipeline.ingest([raw("a.txt", "One"), raw("b.txt", "Two")])
    await pipeline.ingest([raw("a.txt", "Two"), raw("c.txt", "Three")])
    assert len(await stored(database)) == len(await pipeline.writer.stories.known()) == 2
