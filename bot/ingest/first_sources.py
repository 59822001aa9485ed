"""Where a run read each article first: in memory up to a point, then in a temporary file."""

import sqlite3
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from bot.corpus.article import ArticleId
from bot.errors import StoreError

MAX_IN_MEMORY = 20_000
"""Articles, about 200 bytes each; all further ones are in the file."""
_CACHE_KIB = 1_000


class FirstSources(Mapping[ArticleId, str]):
    """Sources by article, of any number of articles in bounded memory.

    All methods raise `StoreError` if the temporary file can't be read or written.
    """

    def __init__(self) -> None:
        self._newest: dict[ArticleId, str] = {}
        self._file: sqlite3.Connection | None = None

    def __len__(self) -> int:
        """Return the number of articles; counts them."""
        if not self._file:
            return len(self._newest)
        with self._written() as file:
            return int(file.execute("SELECT count(*) FROM sources").fetchone()[0])

    def __iter__(self) -> Iterator[ArticleId]:
        """Yield all articles."""
        if not self._file:
            yield from self._newest
            return
        with self._written() as file:
            yield from (ArticleId(row[0]) for row in file.execute("SELECT id FROM sources"))

    def __contains__(self, article_id: object) -> bool:
        """Return whether an article was read."""
        return article_id in self._newest or self._filed_source(article_id) is not None

    def __getitem__(self, article_id: ArticleId) -> str:
        """Return the source of an article; raise `KeyError` for an unknown one."""
        source = self._newest.get(article_id)
        if source is None:
            source = self._filed_source(article_id)
        if source is None:
            raise KeyError(article_id)
        return source

    def update(self, sources: Mapping[ArticleId, str]) -> None:
        """Set the sources of articles."""
        self._newest.update(sources)
        if len(self._newest) > MAX_IN_MEMORY:
            with self._written():
                pass

    def _filed_source(self, article_id: object) -> str | None:
        if not self._file:
            return None
        with _translated():
            row = self._file.execute("SELECT source FROM sources WHERE id = ?", (article_id,)).fetchone()
        return row[0] if row else None

    @contextmanager
    def _written(self) -> Iterator[sqlite3.Connection]:
        """Move all articles to the file, and yield it."""
        with _translated():
            file = self._file = self._file or self._new_file()
            file.execute("BEGIN")
            # In order of their ids: neighbours share a page.
            file.executemany("INSERT OR REPLACE INTO sources VALUES (?, ?)", sorted(self._newest.items()))
            file.execute("COMMIT")
            self._newest.clear()
            yield file

    def _new_file(self) -> sqlite3.Connection:
        """Return a database that SQLite removes when it is closed."""
        file = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, file.close)
        file.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        file.execute("PRAGMA journal_mode = OFF")
        file.execute("CREATE TABLE sources (id TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID")
        return file


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"the temporary file of what was read: {error}") from error
