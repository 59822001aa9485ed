"""Files read to their end, rejects and staged changes, in the database."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.corpus.ports import ChangeKind
from bot.errors import RejectedInput
from bot.ingest.folder_scan import KnownFile
from bot.ingest.reload.generation import GenerationId, StagedChange
from bot.storage.articles.rows import Json
from bot.storage.database import chunks, rows_among
from bot.storage.generations.known_files import SqlKnownFiles
from bot.storage.schema.articles import articles
from bot.storage.schema.change_log import changes
from bot.storage.schema.generations import file_marks, generation_changes, rejects, switches


class SqlReloadLog(SqlKnownFiles):
    """Implements `bot.ingest.reload.generation.ReloadLog`."""

    async def record_files(
        self, files: Mapping[str, KnownFile], *, deleted: Sequence[str], at_change: int
    ) -> None:
        """Record files that were read to their end, except those whose articles changed after `at_change`."""
        for sources in chunks(deleted):
            async with self._database.write() as connection:
                await connection.execute(delete(file_marks).where(file_marks.c.source.in_(sources)))
        for part in chunks(list(files)):
            async with self._database.write() as connection:
                changed = await _changed_files(connection, at_change)
                if changed is None:
                    return
                await connection.execute(delete(file_marks).where(file_marks.c.source.in_(part)))
                rows = [_file_values(source, files[source]) for source in part if source not in changed]
                if rows:
                    await connection.execute(insert(file_marks), rows)

    async def rejects(self, origin: str | None = None) -> list[RejectedInput]:
        """Return the rejects of an origin, by default of all."""
        query = select(rejects).order_by(rejects.c.id)
        if origin is not None:
            query = query.where(rejects.c.origin == origin)
        async with self._database.read() as connection:
            rows = await connection.execute(query)
            return [RejectedInput(row.reason, source=row.source, line=row.line) for row in rows]

    async def put_rejects(self, origin: str, found: Sequence[RejectedInput], now: datetime) -> None:
        """Replace the rejects of an origin."""
        async with self._database.write() as connection:
            await connection.execute(delete(rejects).where(rejects.c.origin == origin))
        for part in chunks(found):
            rows = [
                {"origin": origin, "source": r.source, "line": r.line, "reason": r.reason, "at": now}
                for r in part
            ]
            async with self._database.write() as connection:
                await connection.execute(insert(rejects), rows)

    async def changes(self, generation: GenerationId, kind: ChangeKind, limit: int) -> list[StagedChange]:
        """Return the first `limit` changes of a kind that a generation made."""
        columns = generation_changes.c
        query = (
            select(generation_changes)
            .where(columns.generation == generation, columns.kind == kind.value)
            .order_by(columns.position)
            .limit(limit)
        )
        async with self._database.read() as connection:
            rows = await connection.execute(query)
            return [StagedChange(ChangeKind(row.kind), ArticleId(row.article_id), row.title) for row in rows]


def _file_values(source: str, file: KnownFile) -> Json:
    return {"source": source, "mark": file.file_hash, "articles": file.articles, "leans": file.shared}


async def _changed_files(connection: AsyncConnection, after: int) -> set[str] | None:
    """Return the files of articles changed after a change number; None if that is unknown."""
    moved = changes.c.kind == ChangeKind.MOVED.value
    newer = (await connection.execute(select(changes).where(changes.c.number > after, ~moved))).all()
    switched = await connection.scalar(select(switches.c.number).where(switches.c.number > after).limit(1))
    if switched is not None or any(row.kind == ChangeKind.REMOVED.value for row in newer):
        return None
    ids = [row.article_id for row in newer]
    return {row.source for row in await rows_among(connection, select(articles.c.source), articles.c.id, ids)}
