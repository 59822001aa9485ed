"""The search engines that `benchmarks.speed` measures, behind one interface."""

import asyncio
import itertools
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from bot.corpus.article import Article

if TYPE_CHECKING:
    from bot.search.kernel.kernel import Kernel

BEST = 10
NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Engine(Protocol):
    """A ranked index.

    Args:
        persistent: Whether it is saved in its folder; otherwise it is in memory only.
        updatable: Whether articles can be added to a saved index.
    """

    name: str
    persistent: bool
    updatable: bool

    def open(self, folder: Path) -> None:
        """Open the index in a folder; an empty index in an empty folder."""
        ...

    def add(self, articles: Sequence[Article]) -> None:
        """Add articles; searches find them when this returns."""
        ...

    def finish(self) -> None:
        """Save everything and wait for background work."""
        ...

    def search(self, question: str) -> list[str]:
        """Return the ids of the best articles."""
        ...


class Newsbot:
    """The ranking alone: words to the ids of the ten best."""

    name = "newsbot"
    persistent = updatable = True

    def open(self, folder: Path) -> None:
        """Open the index in a folder; an empty index in an empty folder."""
        from bot.search.local_index import LocalIndex

        self.kernel = self._kernel(folder)
        self.index = LocalIndex.open(folder, kernel=self.kernel)
        self.number = asyncio.run(self.index.applied())

    def _kernel(self, folder: Path) -> "Kernel | None":
        return None

    def add(self, articles: Sequence[Article]) -> None:
        """Add articles; searches find them when this returns."""
        from bot.search.ports import IndexChange

        numbers = itertools.count(self.number + 1)
        changes = [
            IndexChange(number, article.id, article)
            for number, article in zip(numbers, articles, strict=False)
        ]
        asyncio.run(self.index.apply(changes))
        self.number += len(changes)

    def finish(self) -> None:
        """Save everything and wait for background work."""
        asyncio.run(self.index.save())

    def search(self, question: str) -> list[str]:
        """Return the ids of the best articles."""
        from bot.search.analyzer import analyze
        from bot.search.bm25 import PostingsBM25
        from bot.search.ranking.top_k import top_k

        snapshot = self.index.snapshot
        hits = top_k(PostingsBM25.over(snapshot, kernel=self.kernel), analyze(question, "en"), BEST)
        return [snapshot.article_id(doc) for doc, _ in hits]


class NewsbotCompiled(Newsbot):
    """The same with the library that `newsbot accelerate` compiles, next to the index's folder."""

    name = "newsbot (compiled)"

    def _kernel(self, folder: Path) -> "Kernel | None":
        from bot.search.kernel.library import open_kernel

        kernel = open_kernel(folder.parent)
        if kernel is None:
            raise RuntimeError("the compiled search can't be loaded: this would measure NumPy's")
        return kernel


class NewsbotSearch(Newsbot):
    """The bot's whole search: parsing, spelling, passages, smoothing, counts, facets."""

    name = "newsbot, whole"

    def search(self, question: str) -> list[str]:
        """Return the ids of the best articles."""
        from bot.search.ports import SearchRequest
        from bot.search.query.parser import parse

        request = SearchRequest(parse(question, now=NOW), NOW, limit=BEST)
        return [hit.article_id for hit in self.index.search_blocking(request).hits]


class NewsbotSearchCompiled(NewsbotSearch, NewsbotCompiled):
    """The whole search with the compiled library."""

    name = "newsbot, whole (compiled)"


class RankBm25:
    """rank_bm25 as published: it scores every article for every question."""

    name = "rank_bm25"
    persistent = updatable = False

    def open(self, folder: Path) -> None:
        """Start empty."""
        self.texts: list[list[str]] = []
        self.ids: list[str] = []

    def add(self, articles: Sequence[Article]) -> None:
        """Collect articles."""
        from bot.search.analyzer import analyze

        self.ids += [article.id for article in articles]
        self.texts += [analyze(f"{article.title}. {article.text}", "en") for article in articles]

    def finish(self) -> None:
        """Build the index."""
        from rank_bm25 import BM25Plus

        self.model = BM25Plus(self.texts)

    def search(self, question: str) -> list[str]:
        """Return the ids of the best articles."""
        from bot.search.analyzer import analyze

        scores = self.model.get_scores(analyze(question, "en"))
        best = np.argpartition(-scores, BEST)[:BEST] if len(scores) > BEST else np.arange(len(scores))
        return [self.ids[i] for i in best[np.argsort(-scores[best])]]


class Bm25s:
    """bm25s with numba: scores are precomputed, nothing can be added."""

    name = "bm25s (numba)"
    persistent, updatable = True, False

    def open(self, folder: Path) -> None:
        """Open the index in a folder."""
        import bm25s

        self.folder = folder
        self.stemmer: Any = None
        self.texts: list[str] = []
        if any(folder.iterdir()):
            self.model = bm25s.BM25.load(folder, mmap=True)
            self.ids = (folder / "ids.txt").read_text(encoding="utf-8").split("\n")
            self.model.activate_numba_scorer()
        else:
            self.ids = []

    def add(self, articles: Sequence[Article]) -> None:
        """Collect articles."""
        self.ids += [article.id for article in articles]
        self.texts += [f"{article.title}. {article.text}" for article in articles]

    def finish(self) -> None:
        """Build the index and save it."""
        import bm25s

        self.model = bm25s.BM25(backend="numba")
        self.model.index(self._tokens(self.texts), show_progress=False)
        self.texts = []
        self.model.save(self.folder)
        (self.folder / "ids.txt").write_text("\n".join(self.ids), encoding="utf-8")

    def search(self, question: str) -> list[str]:
        """Return the ids of the best articles."""
        tokens = self._tokens([question], ids=False)
        if not tokens[0]:  # only stop words, for which bm25s raises
            return []
        indices, _ = self.model.retrieve(tokens, k=BEST, show_progress=False)
        return [self.ids[i] for i in indices[0].tolist()]

    def _tokens(self, texts: list[str], *, ids: bool = True) -> Any:
        import bm25s
        import Stemmer

        stem = self.stemmer = self.stemmer or Stemmer.Stemmer("english")
        return bm25s.tokenize(texts, stopwords="en", stemmer=stem, return_ids=ids, show_progress=False)


class Tantivy:
    """tantivy with English stems and words joined by OR; the best ten without a total, its fastest mode."""

    name = "tantivy"
    persistent = updatable = True

    def open(self, folder: Path) -> None:
        """Open the index in a folder; an empty index in an empty folder."""
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("text", stored=False, tokenizer_name="en_stem")
        self.index = tantivy.Index(builder.build(), path=str(folder))
        self.writer: Any = None

    def add(self, articles: Sequence[Article]) -> None:
        """Add articles; searches find them when this returns."""
        import tantivy

        self.writer = self.writer or self.index.writer(128_000_000, 1)
        for article in articles:
            text = f"{article.title}. {article.text}"
            self.writer.add_document(tantivy.Document(id=article.id, text=text))
        self.writer.commit()
        self.index.reload()

    def finish(self) -> None:
        """Wait for merges."""
        self.writer.wait_merging_threads()
        self.writer = None
        self.index.reload()

    def search(self, question: str) -> list[str]:
        """Return the ids of the best articles."""
        searcher = self.index.searcher()
        result = searcher.search(self.index.parse_query(question, ["text"]), BEST, count=False)
        return [searcher.doc(address)["id"][0] for _, address in result.hits]


class Fts5:
    """SQLite's full-text index with English stems, ranked by its bm25()."""

    name = "SQLite FTS5"
    persistent = updatable = True

    def open(self, folder: Path) -> None:
        """Open the index in a folder; an empty index in an empty folder."""
        self.database = sqlite3.connect(folder / "fts.db", check_same_thread=False)
        self.database.execute("PRAGMA journal_mode = WAL")
        create = "CREATE VIRTUAL TABLE IF NOT EXISTS news USING fts5(id UNINDEXED, text, tokenize = 'porter')"
        self.database.execute(create)

    def add(self, articles: Iterable[Article]) -> None:
        """Add articles; searches find them when this returns."""
        rows = [(article.id, f"{article.title}. {article.text}") for article in articles]
        with self.database:
            self.database.executemany("INSERT INTO news VALUES (?, ?)", rows)

    def finish(self) -> None:
        """Do nothing: every insert is saved."""

    def search(self, question: str) -> list[str]:
        """Return the ids of the best articles."""
        words = " OR ".join(f'"{word}"' for word in question.split())
        sql = "SELECT id FROM news WHERE news MATCH ? ORDER BY rank LIMIT ?"
        return [row[0] for row in self.database.execute(sql, (words, BEST))]


ENGINES: dict[str, type[Engine]] = {
    "newsbot": Newsbot,
    "newsbot-compiled": NewsbotCompiled,
    "newsbot-whole": NewsbotSearch,
    "newsbot-whole-compiled": NewsbotSearchCompiled,
    "tantivy": Tantivy,
    "bm25s": Bm25s,
    "fts5": Fts5,
    "rank_bm25": RankBm25,
}
