"""Where a run read each article first: in memory up to a point, then in a temporary file."""

import asyncio
import json
import sqlite3
import weakref
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from bot.corpus.article import ArticleId
from bot.errors import StoreError

MAX_IN_MEMORY = 20_000
"""Articles, about 200 bytes each; all further ones are in the file."""
_CACHE_KIB = 1_000
_OF_SOME = "SELECT id, source FROM sources WHERE id IN (SELECT value FROM json_each(?))"


class FirstSources:
    """Sources by article, of any number of articles in bounded memory.

    The file is used in a thread, for a whole batch at once: after every single statement, the event loop
    would wait for its turn among the threads that analyse.

    All methods raise `StoreError` if the temporary file can't be read or written.
    """

    def __init__(self) -> None:
        self._newest: dict[ArticleId, str] = {}
        self._file: sqlite3.Connection | None = None
        self._turn = asyncio.Lock()

    async def count(self) -> int:
        """Return the number of articles."""
        async with self._turn:
            if not self._file:
                return len(self._newest)
            return await asyncio.to_thread(self._count_in_file, self._file)

    async def of(self, ids: Collection[ArticleId]) -> dict[ArticleId, str]:
        """Return the sources of those of some articles that were read."""
        async with self._turn:
            found = {article_id: self._newest[article_id] for article_id in ids if article_id in self._newest}
            others = [article_id for article_id in ids if article_id not in found]
            if self._file and others:
                found |= await asyncio.to_thread(_read, self._file, others)
            return found

    async def update(self, sources: Mapping[ArticleId, str]) -> None:
        """Set the sources of articles."""
        async with self._turn:
            self._newest.update(sources)
            if len(self._newest) > MAX_IN_MEMORY:
                await asyncio.to_thread(self._write)

    def _count_in_file(self, file: sqlite3.Connection) -> int:
        self._write()
        with _translated():
            return int(file.execute("SELECT count(*) FROM sources").fetchone()[0])

    def _write(self) -> None:
        """Move all articles to the file."""
        with _translated():
            file = self._file = self._file or self._new_file()
            file.execute("BEGIN")
            # In order of their ids: neighbours share a page.
            file.executemany("INSERT OR REPLACE INTO sources VALUES (?, ?)", sorted(self._newest.items()))
            file.execute("COMMIT")
            self._newest.clear()

    def _new_file(self) -> sqlite3.Connection:
        """Return a database that SQLite removes when it is closed."""
        file = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, file.close)
        file.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        file.execute("PRAGMA journal_mode = OFF")
        file.execute("CREATE TABLE sources (id TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID")
        return file


def _read(file: sqlite3.Connection, ids: Collection[ArticleId]) -> dict[ArticleId, str]:
    with _translated():
        return dict(file.execute(_OF_SOME, (json.dumps(list(ids)),)))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"the temporary file of what was read: {error}") from error
