"""Checks that articles, change log, generations, stories and match batches are consistent."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, literal, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.ingest.reload.generation import GenerationState
from bot.storage.change_log import active_generation, last_number
from bot.storage.database import Database
from bot.storage.schema.articles import article_rows, articles, story_redirects
from bot.storage.schema.change_log import changes
from bot.storage.schema.delivery import match_batches
from bot.storage.schema.generations import generation_changes, generations, switches

PAGE = 5_000
MAX_NAMED = 5
"""Articles named per problem."""


@dataclass(frozen=True, slots=True)
class ConsistencyReport:
    """The outcome of a consistency check.

    Args:
        stories: The story of each live article.
        changes: The number of the change that brought each live article's text.
        last_change: Number of the newest change to an article.
        problems: Descriptions for operators; empty if the database is consistent.
    """

    stories: Mapping[ArticleId, str | None]
    changes: Mapping[ArticleId, int]
    last_change: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    live: bool
    undone: bool


class SqlConsistencyCheck:
    """Checks the whole database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run(self) -> ConsistencyReport:
        """Check one snapshot of the database."""
        async with self._database.read() as connection:
            log = await _newest_lines(connection)
            live = await _live(connection)
            problems = [
                *await _file_problems(connection),
                *_log_problems(log, live),
                *await _counter_problems(connection),
                *await _generation_problems(connection),
                *await _story_problems(connection, live),
                *await _match_problems(connection),
            ]
            last = max((line.number for line in log.values()), default=0)
        stories = {ArticleId(article_id): row.story_id for article_id, row in live.items()}
        numbers = {ArticleId(article_id): log[article_id].number for article_id in live if article_id in log}
        return ConsistencyReport(stories, numbers, last, tuple(problems))


async def _file_problems(connection: AsyncConnection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    lines = list(await connection.scalars(text("PRAGMA integrity_check")))
    return [] if lines == ["ok"] else [f"SQLite's integrity check: {'; '.join(lines[:MAX_NAMED])}"]


async def _newest_lines(connection: AsyncConnection) -> dict[str, _Line]:
    """Return the newest change of every article that ever existed."""
    plain = select(changes.c.number, changes.c.kind, changes.c.article_id, literal(0).label("back"))
    plain = plain.where(changes.c.kind != ChangeKind.MOVED.value)
    switched = select(
        (switches.c.base + generation_changes.c.position).label("number"),
        generation_changes.c.kind,
        generation_changes.c.article_id,
        switches.c.back,
    ).join_from(switches, generation_changes, generation_changes.c.generation == switches.c.generation)
    newest: dict[str, _Line] = {}
    for query in (plain, switched):
        async for row in _rows(connection, query):
            if row.article_id not in newest or newest[row.article_id].number < row.number:
                removes = ChangeKind.ADDED if row.back else ChangeKind.REMOVED
                newest[row.article_id] = _Line(row.number, row.kind != removes.value, bool(row.back))
    return newest


async def _live(connection: AsyncConnection) -> dict[str, Row[Any]]:
    query = select(articles.c.id, articles.c.change, articles.c.story_id)
    return {row.id: row async for row in _rows(connection, query)}


async def _rows(connection: AsyncConnection, query: Select[Any]) -> AsyncIterator[Row[Any]]:
    result = await connection.stream(query.execution_options(yield_per=PAGE))
    async for row in result:
        yield row


def _log_problems(log: Mapping[str, _Line], live: Mapping[str, Row[Any]]) -> list[str]:
    logged = {article_id for article_id, line in log.items() if line.live}
    # Undoing a generation restores the articles of older changes.
    outdated = {
        article_id
        for article_id in logged & set(live)
        if log[article_id].number != live[article_id].change and not log[article_id].undone
    }
    return [
        *_named("articles that the change log has as removed", set(live) - logged),
        *_named("articles missing from the corpus", logged - set(live)),
        *_named("articles that differ from their last change", outdated),
    ]


async def _counter_problems(connection: AsyncConnection) -> list[str]:
    last = await last_number(connection)
    highest = [
        await connection.scalar(select(func.max(table.c.number))) or 0 for table in (changes, switches)
    ]
    return [] if last >= max(highest) else [f"the change counter is at {last}, the log at {max(highest)}"]


async def _generation_problems(connection: AsyncConnection) -> list[str]:
    """Find rows of generations that are cleaned up, and generations that are wrongly marked live."""
    active, _ = await active_generation(connection)
    unclean = set(await connection.scalars(select(generations.c.id).where(generations.c.swept.is_(False))))
    present = set()
    for column in (article_rows.c.generation, article_rows.c.until):
        present |= set(await connection.scalars(select(column).distinct()))
    leftover = sorted(present - {None, 0, active, *unclean})
    marked_live = select(generations.c.id).where(generations.c.state == GenerationState.LIVE.value)
    live = set(await connection.scalars(marked_live))
    return [
        *(f"rows of generation {generation} were left behind" for generation in leftover),
        *([] if not live or live == {active} else [f"generation {active} is active, not {live}"]),
    ]


async def _story_problems(connection: AsyncConnection, live: Mapping[str, Row[Any]]) -> list[str]:
    redirects = {row.story_id: row.into for row in await connection.execute(select(story_redirects))}
    return [
        *_named(
            "articles without a story",
            {article_id for article_id, row in live.items() if row.story_id is None},
        ),
        *_named(
            "articles in a merged story",
            {article_id for article_id, row in live.items() if row.story_id in redirects},
        ),
        *_named(
            "stories that redirect to a redirect",
            {story for story, into in redirects.items() if into in redirects},
        ),
    ]


async def _match_problems(connection: AsyncConnection) -> list[str]:
    """Find match batches without an article: both are committed together, by an ingest or by a switch."""
    ids = match_batches.c.article_id
    by_ingest = select(changes.c.article_id).where(
        changes.c.article_id == ids, changes.c.kind == ChangeKind.ADDED.value
    )
    by_switch = select(generation_changes.c.article_id).where(
        generation_changes.c.article_id == ids, generation_changes.c.kind == ChangeKind.ADDED.value
    )
    orphans = select(ids).where(~by_ingest.exists(), ~by_switch.exists())
    return _named("match batches of unknown articles", set(await connection.scalars(orphans)))


def _named(problem: str, ids: set[str]) -> list[str]:
    if not ids:
        return []
    return [f"{problem}: {len(ids):,} ({', '.join(sorted(ids)[:MAX_NAMED])})"]
