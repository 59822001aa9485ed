"""Where a run read each article first: in memory up to a point, then in a temporary file."""

import asyncio
import json
import sqlite3
import weakref
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import TypeVar

from bot.corpus.article import ArticleId
from bot.errors import StoreError

MAX_IN_MEMORY = 20_000
"""Articles, about 200 bytes each; all further ones are in the file."""
_CACHE_KIB = 1_000
_OF_SOME = "SELECT id, source FROM sources WHERE id IN (SELECT value FROM json_each(?))"
T = TypeVar("T")


class FirstSources:
    """Sources by article, of any number of articles in bounded memory.

    The file is used in a thread, for a whole batch at once: after every single statement, the event loop
    would wait for its turn among the threads that analyse.

    SQLite creates the file in `SQLITE_TMPDIR`, else `TMPDIR`, else `/var/tmp`. Where that is in memory, as
    `/tmp` of a container, memory isn't bounded: the Dockerfile sets the first to the data folder.

    All methods raise `StoreError` if the temporary file can't be read or written, now or earlier: it has no
    journal, so that a failed write leaves it in an unknown state.
    """

    def __init__(self) -> None:
        self._newest: dict[ArticleId, str] = {}
        self._file: sqlite3.Connection | None = None
        self._error: sqlite3.Error | None = None
        self._turn = asyncio.Lock()

    async def count(self) -> int:
        """Return the number of articles."""
        async with self._turn:
            if not self._file:
                return len(self._newest)
            return await self._in_thread(partial(self._count_in_file, self._file))

    async def of(self, ids: Collection[ArticleId]) -> dict[ArticleId, str]:
        """Return the sources of those of some articles that were read."""
        async with self._turn:
            found = {article_id: self._newest[article_id] for article_id in ids if article_id in self._newest}
            others = [article_id for article_id in ids if article_id not in found]
            if self._file and others:
                found |= await self._in_thread(partial(_read, self._file, others))
            return found

    async def update(self, sources: Mapping[ArticleId, str]) -> None:
        """Set the sources of articles."""
        async with self._turn:
            self._newest.update(sources)
            if len(self._newest) > MAX_IN_MEMORY:
                await self._in_thread(self._write)

    async def _in_thread(self, use: Callable[[], T]) -> T:
        """Use the file in a thread, unless it failed before; then raise the first error again."""
        if self._error is None:
            try:
                return await asyncio.to_thread(use)
            except sqlite3.Error as error:
                self._error = error
        raise StoreError(f"the temporary file of what was read: {self._error}") from self._error

    def _count_in_file(self, file: sqlite3.Connection) -> int:
        self._write()
        return int(file.execute("SELECT count(*) FROM sources").fetchone()[0])

    def _write(self) -> None:
        """Move all articles to the file."""
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
    return dict(file.execute(_OF_SOME, (json.dumps(list(ids)),)))
