"""The versions of articles, read from the database: live rows, rows that a reload replaced, archived ones."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, false, literal, null, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.corpus.urls import url_key
from bot.corrections.ports import Ended, Version, VersionKey
from bot.corrections.text_changes import Text
from bot.storage.articles.stories import redirects_of
from bot.storage.change_log import active_generation, program_of, switched_at
from bot.storage.database import Database, rows_among
from bot.storage.schema.articles import article_revisions, article_rows, articles
from bot.stories.story import StoryId

_COLUMNS = (
    *("id", "revision", "fingerprint", "title", "language", "publisher"),
    *("url", "story_id", "sample", "published_at"),
)
_KEPT = article_revisions.c.undone.is_(False)


class SqlVersionStore:
    """Implements `bot.corrections.ports.VersionStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def versions(self, ids: Sequence[ArticleId]) -> dict[ArticleId, tuple[Version, ...]]:
        """Return the versions of each known article, oldest first."""
        async with self._database.read() as connection:
            rows = await _rows(connection, ids)
            last = {row.id: row for row in rows}
            rows = [row for row in rows if not row.reread or row is last[row.id]]
            ended = [row.fingerprint for row in last.values() if row.ended_at is not None]
            live = select(articles.c.fingerprint)
            held = await rows_among(connection, live, articles.c.fingerprint, ended)
        moved = {row.fingerprint for row in held}
        found: dict[ArticleId, list[Version]] = defaultdict(list)
        for row in rows:
            is_moved = row is last[row.id] and row.ended_at is not None and row.fingerprint in moved
            is_moved |= row.reread
            found[ArticleId(row.id)].append(_version_of(row, moved=is_moved))
        return {article_id: tuple(versions) for article_id, versions in found.items()}

    async def texts(self, keys: Sequence[VersionKey]) -> dict[VersionKey, Text]:
        """Return the texts of those versions that exist."""
        wanted, found = set(keys), {}
        ids = sorted({key.article_id for key in keys})
        async with self._database.read() as connection:
            for table in (article_revisions, article_rows):
                columns = select(table.c.id, table.c.revision, table.c.title, table.c.text)
                numbers = table.c.revision.in_(sorted({key.revision for key in keys}))
                for row in await rows_among(connection, columns.where(numbers), table.c.id, ids):
                    key = VersionKey(ArticleId(row.id), row.revision)
                    if key in wanted:
                        found[key] = Text(row.title, row.text)
        return found

    async def ended(self, *, limit: int) -> list[Ended]:
        """Return the versions that ended last, newest first."""
        old = article_revisions.c
        archived = select(old.ended_at, old.id, old.revision).where(_KEPT, old.reread.is_(False))
        newest = (old.ended_at.desc(), old.id.desc(), old.revision.desc())
        async with self._database.read() as connection:
            rows = [tuple(row) for row in await connection.execute(archived.order_by(*newest).limit(limit))]
            replaced = await _replaced(connection, "id", "revision")
            if replaced is not None:
                kept = replaced.where(~replaced.selected_columns.reread).limit(limit)
                rows += [(row.ended_at, row.id, row.revision) for row in await connection.execute(kept)]
        ended = [Ended(at, VersionKey(ArticleId(article_id), number)) for at, article_id, number in rows]
        return sorted(ended, reverse=True)[:limit]

    async def last_at(self, url: str) -> ArticleId | None:
        """Return the article that was at a URL last and was replaced or withdrawn; None without one."""
        ended = select(article_revisions.c.id).where(_KEPT, article_revisions.c.address == url_key(url))
        newest = ended.order_by(article_revisions.c.ended_at.desc()).limit(1)
        async with self._database.read() as connection:
            replaced = await _replaced(connection, "id")
            if replaced is not None:
                last = await connection.scalar(
                    replaced.where(article_rows.c.address == url_key(url)).limit(1)
                )
                if last is not None:
                    return ArticleId(last)
            found = await connection.scalar(newest)
        return ArticleId(found) if found is not None else None

    async def of_story(self, story_id: StoryId) -> list[ArticleId]:
        """Return the articles of a story, and those that were in it when they were withdrawn."""
        ids: dict[str, None] = {}
        async with self._database.read() as connection:
            story_id = (await redirects_of(connection, [story_id])).get(story_id, story_id)
            for table in (article_rows, article_revisions):
                query = select(table.c.id).where(table.c.story_id == story_id).order_by(table.c.id).distinct()
                ids |= dict.fromkeys(await connection.scalars(query))
            last = {row.id: row for row in await _rows(connection, [ArticleId(name) for name in ids])}
        return [ArticleId(name) for name, row in last.items() if row.story_id == story_id]


async def _rows(connection: AsyncConnection, ids: Sequence[ArticleId]) -> list[Row[Any]]:
    """Return the rows of articles' versions, oldest first, with the columns `ended_at` and `reread`."""
    old = article_revisions.c
    archived = select(*(old[name] for name in _COLUMNS), old.ended_at, old.reread).where(_KEPT)
    live = select(*(articles.c[name] for name in _COLUMNS), null().label("ended_at"), false().label("reread"))
    rows = await rows_among(connection, archived, old.id, ids)
    rows += await rows_among(connection, live, articles.c.id, ids)
    replaced = await _replaced(connection, *_COLUMNS)
    if replaced is not None:
        rows += await rows_among(connection, replaced, article_rows.c.id, ids)
    return sorted(rows, key=lambda row: (row.id, row.revision))


async def _replaced(connection: AsyncConnection, *names: str) -> Select[Any] | None:
    """Select the rows that the active generation replaced, as `_rows` does; None without a generation."""
    generation, _ = await active_generation(connection)
    if not generation:
        return None
    at = literal(await switched_at(connection, generation), article_revisions.c.ended_at.type)
    chosen = (article_rows.c[name] for name in names)
    reread = article_rows.c.program != await program_of(connection, generation)
    columns = select(*chosen, at.label("ended_at"), reread.label("reread"))
    return columns.where(article_rows.c.until == generation)


def _version_of(row: Row[Any], *, moved: bool) -> Version:
    return Version(
        VersionKey(ArticleId(row.id), row.revision),
        title=row.title,
        language=row.language,
        publisher=row.publisher,
        url=row.url,
        story_id=StoryId(row.story_id) if row.story_id else None,
        sample=row.sample,
        published_at=row.published_at,
        ended_at=row.ended_at,
        moved=moved,
    )
