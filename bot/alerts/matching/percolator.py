"""Matches a new article against all saved queries: candidates by their rarest required key, then exactly.

A word's term depends on the article's language, so each language has its own term index, built when its first
article arrives. Queries made of words alone are checked in bulk, all others one by one; a query that many
people saved is checked once.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.alert_table import AlertTable
from bot.alerts.matching.requirement import Rarity
from bot.alerts.matching.term_index import QueryTermIndex
from bot.alerts.ports import AlertChange
from bot.corpus.article import Article
from bot.search.analyzer import analyzer_for, analyzer_language
from bot.search.query.matcher import AnalyzedArticle

FORMAT = 3
"""Increases when the file changes, or what the parser makes of a query."""


class Percolator:
    """Finds the alerts that match an article.

    Args:
        rarity: Returns how many articles contain a term. Only speed depends on it, so it may be out of date.
        store_id: Identifies the store the alerts come from, as `AlertLog.store_id` does.
    """

    def __init__(self, rarity: Rarity = lambda term: 0, *, store_id: int = 0) -> None:
        self._rarity = rarity
        self.store_id = store_id
        self._table = AlertTable()
        self._term_indexes: dict[str, QueryTermIndex] = {}
        self.applied = 0
        """Number of the last applied change, 0 for none."""

    def __len__(self) -> int:
        return len(self._table.slot_of)

    def __contains__(self, alert_id: AlertId) -> bool:
        return alert_id in self._table.slot_of

    def apply(self, changes: Iterable[AlertChange]) -> None:
        """Apply changes by ascending number; skip those already applied."""
        for change in changes:
            if change.number > self.applied:
                self.applied = change.number
                self.discard(change.alert_id)
                if change.alert is not None:
                    self.add(change.alert)

    def add(self, alert: Alert) -> None:
        """Add an alert, or replace the one with its id."""
        new_query = self._table.add(alert)
        if new_query is not None:
            for term_index in self._term_indexes.values():
                term_index.add(new_query)

    def discard(self, alert_id: AlertId) -> None:
        """Remove an alert if it exists."""
        self._table.discard(alert_id)

    def matches(self, article: Article, *, now: datetime, silent: bool = False) -> tuple[AlertId, ...]:
        """Return the alerts that report an article ingested at `now` (aware UTC), ids ascending.

        Args:
            silent: Whether alerts count that are paused or muted.
        """
        if not self._table.slot_of or article.sample:
            return ()
        term_index = self._term_index(analyzer_language(article.language))
        slots = self._table.slots_of(term_index.matching(AnalyzedArticle(article)))
        reporting = self._table.active(slots, article, now=now, silent=silent)
        return tuple(map(AlertId, np.sort(self._table.ids[reporting]).tolist()))

    def save(self, file: Path) -> None:
        """Atomically write everything to a file that `load` reads without parsing queries."""
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".new")
        arrays: dict[str, Any] = {
            "numbers": np.array([FORMAT, self.store_id, self.applied], np.int64),
            "languages": np.frombuffer("\n".join(self._term_indexes).encode(), np.uint8),
        }
        with partial.open("wb") as out:
            np.savez(out, **arrays | self._table.arrays())
            out.flush()
            os.fsync(out.fileno())
        partial.replace(file)

    @classmethod
    def load(cls, file: Path, rarity: Rarity = lambda term: 0, *, store_id: int = 0) -> "Percolator":
        """Return what `save` wrote; empty if the file is missing, unreadable or from another store."""
        percolator = cls(rarity, store_id=store_id)
        arrays = _read(file)
        if arrays is None or arrays["numbers"][:2].tolist() != [FORMAT, store_id]:
            return percolator
        percolator._table = AlertTable.from_arrays(arrays)
        percolator.applied = int(arrays["numbers"][2])
        for language in arrays["languages"].tobytes().decode().split():
            percolator._term_index(language)
        return percolator

    def _term_index(self, language: str) -> QueryTermIndex:
        if language not in self._term_indexes:
            self._term_indexes[language] = QueryTermIndex(
                analyzer_for(language), self._table.queries, self._rarity
            )
        return self._term_indexes[language]


def _read(file: Path) -> dict[str, npt.NDArray[Any]] | None:
    try:
        with np.load(file, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, BadZipFile):
        return None
