"""Whether the tables agree with each other: articles, change log, generations, stories, promises."""

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
from bot.storage.schema.alerts import match_batches
from bot.storage.schema.articles import article_rows, articles, changes, story_redirects
from bot.storage.schema.generations import generation_changes, generations, switches

PAGE = 5_000
MOST_NAMED = 5
"""Articles named for each thing that is wrong."""


@dataclass(frozen=True, slots=True)
class ConsistencyReport:
    """What the store says of itself.

    Args:
        stories: The story of each living article.
        last_change: Number of the newest change to an article.
        wrong: What does not fit, in words; empty when all does.
    """

    stories: Mapping[ArticleId, str | None]
    last_change: int
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    living: bool
    back: bool


class SqlConsistencyCheck:
    """Looks through the whole database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def look(self) -> ConsistencyReport:
        """Return what there is and what does not fit, all of one picture of the database."""
        async with self._database.read() as connection:
            log = await _newest_lines(connection)
            live = await _live(connection)
            wrong = [
                *await _file(connection),
                *_log_and_articles(log, live),
                *await _numbers(connection),
                *await _rows_astray(connection),
                *await _stories(connection, live),
                *await _promises(connection),
            ]
            last = max((line.number for line in log.values()), default=0)
        return ConsistencyReport(
            {ArticleId(each): row.story_id for each, row in live.items()}, last, tuple(wrong)
        )


async def _file(connection: AsyncConnection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []
    said = list(await connection.scalars(text("PRAGMA integrity_check")))
    return [] if said == ["ok"] else [f"SQLite's own check says: {'; '.join(said[:MOST_NAMED])}"]


async def _newest_lines(connection: AsyncConnection) -> dict[str, _Line]:
    """The newest line of the change log for each article there ever was."""
    plain = select(changes.c.number, changes.c.kind, changes.c.article_id, literal(0).label("back"))
    switched = select(
        (switches.c.base + generation_changes.c.position).label("number"),
        generation_changes.c.kind,
        generation_changes.c.article_id,
        switches.c.back,
    ).join_from(switches, generation_changes, generation_changes.c.generation == switches.c.generation)
    found: dict[str, _Line] = {}
    for query in (plain, switched):
        async for row in _pages(connection, query):
            if row.article_id not in found or found[row.article_id].number < row.number:
                gone = ChangeKind.ADDED if row.back else ChangeKind.REMOVED
                found[row.article_id] = _Line(row.number, row.kind != gone.value, bool(row.back))
    return found


async def _live(connection: AsyncConnection) -> dict[str, Row[Any]]:
    query = select(articles.c.id, articles.c.change, articles.c.story_id)
    return {row.id: row async for row in _pages(connection, query)}


async def _pages(connection: AsyncConnection, query: Select[Any]) -> AsyncIterator[Row[Any]]:
    result = await connection.stream(query.execution_options(yield_per=PAGE))
    async for row in result:
        yield row


def _log_and_articles(log: Mapping[str, _Line], live: Mapping[str, Row[Any]]) -> list[str]:
    living = {each for each, line in log.items() if line.living}
    # After a generation was taken back an article is as an older change left it.
    other = {
        each for each in living & set(live) if log[each].number != live[each].change and not log[each].back
    }
    return [
        *_named("are in the corpus against the change log", set(live) - living),
        *_named("are missing from the corpus", living - set(live)),
        *_named("are not as their last change left them", other),
    ]


async def _numbers(connection: AsyncConnection) -> list[str]:
    last = await last_number(connection)
    highest = [
        await connection.scalar(select(func.max(table.c.number))) or 0 for table in (changes, switches)
    ]
    return [] if last >= max(highest) else [f"the counter of changes is at {last}, the log at {max(highest)}"]


async def _rows_astray(connection: AsyncConnection) -> list[str]:
    """Rows of generations that are over and swept."""
    generation, _ = await active_generation(connection)
    waiting = set(await connection.scalars(select(generations.c.id).where(generations.c.swept.is_(False))))
    kept = {None, 0, generation, *waiting}
    found = set()
    for column in (article_rows.c.generation, article_rows.c.until):
        found |= set(await connection.scalars(select(column).distinct()))
    live = select(generations.c.id).where(generations.c.state == GenerationState.LIVE.value)
    said = set(await connection.scalars(live))
    return [
        *(f"rows of generation {each} were left behind" for each in sorted(found - kept)),
        *([] if not said or said == {generation} else [f"generation {generation} is in force, not {said}"]),
    ]


async def _stories(connection: AsyncConnection, live: Mapping[str, Row[Any]]) -> list[str]:
    redirects = {row.story_id: row.into for row in await connection.execute(select(story_redirects))}
    return [
        *_named("have no story", {each for each, row in live.items() if row.story_id is None}),
        *_named(
            "are in a story that went into another",
            {i for i, row in live.items() if row.story_id in redirects},
        ),
        *_named("are stories led on twice", {each for each, into in redirects.items() if into in redirects}),
    ]


async def _promises(connection: AsyncConnection) -> list[str]:
    """A match batch is committed with the article that makes it."""
    known = select(changes.c.article_id).where(
        changes.c.article_id == match_batches.c.article_id, changes.c.kind == ChangeKind.ADDED.value
    )
    orphans = select(match_batches.c.article_id).where(~known.exists())
    return _named("are promised to people and were never added", set(await connection.scalars(orphans)))


def _named(what: str, ids: set[str]) -> list[str]:
    if not ids:
        return []
    some = ", ".join(sorted(ids)[:MOST_NAMED])
    return [f"{len(ids):,} {what}: {some}{', …' if len(ids) > MOST_NAMED else ''}"]
