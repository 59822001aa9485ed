"""A new article against all saved queries: looked up by their rarest required term, then evaluated exactly.

What a word's term is depends on the article's language, so every language has lookup lists of its own, made
when the first article in it arrives. Queries of words alone are checked many at a time, the others by the
plain evaluator.
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
from bot.alerts.matching.alert_table import SIMPLE, AlertTable
from bot.alerts.matching.term_index import AlertTermIndex, Rarity
from bot.alerts.ports import AlertChange
from bot.corpus.article import Article
from bot.search.analyzer import chain, supported
from bot.search.query.matcher import Subject
from bot.search.query.parser import Query

FORMAT = 1


class Percolator:
    """All saved alerts, ready to be held against articles.

    Args:
        rarity: How many articles hold a term; by default all are as rare.
        store: Which store the alerts are of, as its `AlertLog` says.
    """

    def __init__(self, rarity: Rarity = lambda term: 0, *, store: int = 0) -> None:
        self._rarity = rarity
        self.store = store
        self._register = AlertTable()
        self._languages: dict[str, AlertTermIndex] = {}
        self.applied = 0
        """Number of the last change taken in, 0 for none."""

    def __len__(self) -> int:
        return len(self._register.slot_of)

    def apply(self, changes: Iterable[AlertChange]) -> None:
        """Take in changes to alerts, numbers ascending; those already taken in are skipped."""
        for change in changes:
            if change.number > self.applied:
                self.applied = change.number
                self.discard(change.alert_id)
                if change.alert is not None:
                    self.add(change.alert)

    def add(self, alert: Alert) -> None:
        """Take in an alert; one with the same id gives way to it."""
        slot = self._register.add(alert)
        for lists in self._languages.values():
            lists.add(slot)

    def discard(self, alert_id: AlertId) -> None:
        """Forget an alert; an unknown one is no error."""
        self._register.discard(alert_id)

    def matches(self, article: Article, *, now: datetime) -> tuple[AlertId, ...]:
        """Return the alerts that an article taken in at `now` (aware UTC) fires, ids ascending."""
        if not self._register.slot_of or article.sample:
            return ()
        register, subject = self._register, Subject(article)
        lists = self._lists(supported(article.language))
        found, present = lists.candidates(subject.present)
        slots = register.speaking(found, article, now=now)
        simple = (register.flags[slots] & SIMPLE) != 0
        holding = lists.holding(slots[simple], present)
        others = [
            slot
            for slot in np.unique(slots[~simple]).tolist()
            if subject.matches(Query("", register.tree(slot)))
        ]
        fired = np.sort(register.ids[np.concatenate([holding, np.array(others, np.int32)])])
        return tuple(map(AlertId, fired.tolist()))

    def save(self, file: Path) -> None:
        """Keep everything in a file, which `load` reads without parsing a query; replaces it whole."""
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        arrays: dict[str, Any] = {
            "numbers": np.array([FORMAT, self.store, self.applied], np.int64),
            "languages": np.frombuffer("\n".join(self._languages).encode(), np.uint8),
        }
        with fresh.open("wb") as out:
            np.savez(out, **arrays | self._register.arrays())
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)

    @classmethod
    def load(cls, file: Path, rarity: Rarity = lambda term: 0, *, store: int = 0) -> "Percolator":
        """Return what `save` kept of a store; an empty one when there is none that this program reads."""
        made = cls(rarity, store=store)
        arrays = _read(file)
        if arrays is None or arrays["numbers"][:2].tolist() != [FORMAT, store]:
            return made
        made._register = AlertTable.of_arrays(arrays)
        made.applied = int(arrays["numbers"][2])
        for language in arrays["languages"].tobytes().decode().split():
            made._lists(language)
        return made

    def _lists(self, language: str) -> AlertTermIndex:
        if language not in self._languages:
            self._languages[language] = AlertTermIndex(chain(language), self._register, self._rarity)
        return self._languages[language]


def _read(file: Path) -> dict[str, npt.NDArray[Any]] | None:
    try:
        with np.load(file, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, BadZipFile):
        return None
