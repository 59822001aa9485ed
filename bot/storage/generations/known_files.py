"""The files that were read to their end, in the database."""

from sqlalchemy import select

from bot.ingest.folder_scan import KnownFile
from bot.storage.database import Database
from bot.storage.schema.generations import file_marks


class SqlKnownFiles:
    """Reads which files need not be read again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known_files(self, origin: str) -> dict[str, KnownFile]:
        """Return files read to their end whose articles have not changed since, by source."""
        query = select(file_marks).where(file_marks.c.source.startswith(f"{origin}/", autoescape=True))
        async with self._database.read() as connection:
            rows = await connection.execute(query)
            return {row.source: KnownFile(row.mark, row.articles, row.leans) for row in rows}
