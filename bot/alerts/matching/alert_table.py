"""All alerts as columns of numbers, so that a million of them take only tens of megabytes.

A slot is an alert's index in every column. A changed alert gets a new slot, and the old one is marked dead.
"""

from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.column import Column, Ints, Longs
from bot.alerts.matching.lists import NumberLists
from bot.alerts.matching.query_table import QueryTable
from bot.corpus.article import Article

DEAD, PAUSED = 1, 2


class AlertTable:
    """Alerts by slot: when they were saved, whether they are silent, and which query they use."""

    def __init__(self) -> None:
        self.queries = QueryTable()
        self.slot_of: dict[AlertId, int] = {}
        self._ids = Column(np.zeros(0, np.int64))
        self._since = Column(np.zeros(0, np.int64))
        self._silent_until = Column(np.zeros(0, np.int64))
        self._flags = Column(np.zeros(0, np.uint8))
        self._query = Column(np.zeros(0, np.int32))
        self._by_query = NumberLists(np.zeros(0, np.int64), np.zeros(0, np.int32))

    @property
    def ids(self) -> Longs:
        """Alert id by slot."""
        return self._ids.values

    def add(self, alert: Alert) -> int | None:
        """Add an alert, or replace the one with its id; return the number of its query if that is new."""
        self.discard(alert.id)
        slot = len(self._ids)
        number, is_new = self.queries.add(alert.query.root)
        self._ids.extend([alert.id])
        self._since.extend([_microseconds(alert.created_at)])
        self._silent_until.extend([_microseconds(alert.muted_until) if alert.muted_until else 0])
        self._flags.extend([PAUSED if alert.paused else 0])
        self._query.extend([number])
        self._by_query.add(number, slot)
        self.slot_of[alert.id] = slot
        return number if is_new else None

    def discard(self, alert_id: AlertId) -> None:
        """Mark an alert's slot as dead, if it exists."""
        slot = self.slot_of.pop(alert_id, None)
        if slot is not None:
            self._flags.values[slot] |= DEAD
            self.queries.release(int(self._query.values[slot]))

    def slots_of(self, queries: Longs) -> Ints:
        """Return the slots of the alerts that use any of some queries, which are distinct."""
        return self._by_query.of(queries)

    def active(self, slots: Ints, article: Article, *, now: datetime, silent: bool = False) -> Ints:
        """Return the `slots` whose alerts may report an article that their queries match.

        None reports a sample. An alert reports no article published before it was saved, and none while it is
        paused or muted. A date without an hour is a day, which may have begun before the alert was saved.

        Args:
            now: When the article is ingested, aware UTC; replaces a missing publication date.
            silent: Whether alerts count that are paused or muted.
        """
        if article.sample or not len(slots):
            return slots[:0]
        published = _microseconds(article.latest_at or now)
        active = (self._flags.values[slots] & (DEAD if silent else DEAD | PAUSED)) == 0
        active &= self._since.values[slots] <= published
        if not silent:
            active &= self._silent_until.values[slots] <= _microseconds(now)
        active_slots: Ints = slots[active]
        return active_slots

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return everything but dead slots as arrays for `from_arrays`."""
        live = np.flatnonzero((self._flags.values & DEAD) == 0)
        queries, renumbered = self.queries.arrays()
        return queries | {
            "ids": self.ids[live],
            "since": self._since.values[live],
            "silent_until": self._silent_until.values[live],
            "flags": self._flags.values[live],
            "query": renumbered[self._query.values[live]],
        }

    @classmethod
    def from_arrays(cls, arrays: dict[str, npt.NDArray[Any]]) -> "AlertTable":
        """Return the table that `arrays` wrote; parses no query."""
        table, query = cls(), arrays["query"]
        users = np.bincount(query, minlength=len(arrays["query_flags"])).astype(np.int32)
        table.queries = QueryTable.from_arrays(arrays, users)
        table._ids = Column(arrays["ids"])
        table._since = Column(arrays["since"])
        table._silent_until = Column(arrays["silent_until"])
        table._flags = Column(arrays["flags"])
        table._query = Column(query)
        table._by_query = NumberLists(query.astype(np.int64), np.arange(len(query), dtype=np.int32))
        table.slot_of = dict(zip(map(AlertId, table.ids.tolist()), range(len(query)), strict=True))
        return table


def _microseconds(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)
