"""All alerts as columns of numbers, so that a million of them take only tens of megabytes.

A slot is an alert's index in every column. A changed alert gets a new slot, and the old one is marked dead.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from bot.alerts.alert import Alert, AlertId
from bot.corpus.article import Article
from bot.search.query.ast import And, Node, Word
from bot.search.query.codec import decode, encode
from bot.search.words import is_one_term

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
S = TypeVar("S", bound=np.generic)
DEAD, PAUSED, SIMPLE = 1, 2, 4


class Column(Generic[S]):
    """A growable array."""

    def __init__(self, values: npt.NDArray[S]) -> None:
        self._buffer = values
        self._size = len(values)

    def __len__(self) -> int:
        return self._size

    @property
    def values(self) -> npt.NDArray[S]:
        """All values, as a view."""
        return self._buffer[: self._size]

    def extend(self, values: Sequence[int]) -> None:
        """Append numbers."""
        size = self._size + len(values)
        if size > len(self._buffer):
            grown = np.zeros(max(size, 2 * len(self._buffer), 64), self._buffer.dtype)
            grown[: self._size] = self.values
            self._buffer = grown
        self._buffer[self._size : size] = values
        self._size = size


class AlertTable:
    """Alerts by slot: when they were saved, whether they are silent, and what they search for.

    A query that is one word or an AND of words is `SIMPLE` and stored as numbers of `words`; any other is
    stored as an encoded tree.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self._number_of: dict[str, int] = {}
        self.slot_of: dict[AlertId, int] = {}
        self._ids = Column(np.zeros(0, np.int64))
        self._since = Column(np.zeros(0, np.int64))
        self._silent_until = Column(np.zeros(0, np.int64))
        self._flags = Column(np.zeros(0, np.uint8))
        self._starts = Column(np.zeros(0, np.int32))
        self._counts = Column(np.zeros(0, np.uint8))
        self._pool = Column(np.zeros(0, np.int32))
        self._trees: dict[int, bytes] = {}
        self._decoded: dict[int, Node | None] = {}

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> Longs:
        """Alert id by slot."""
        return self._ids.values

    @property
    def flags(self) -> npt.NDArray[np.uint8]:
        """DEAD, PAUSED, SIMPLE by slot."""
        return self._flags.values

    @property
    def starts(self) -> Ints:
        """Offset of a simple query's words in `pool`, by slot."""
        return self._starts.values

    @property
    def counts(self) -> npt.NDArray[np.uint8]:
        """Number of words of a simple query, by slot."""
        return self._counts.values

    @property
    def pool(self) -> Ints:
        """Word numbers of all simple queries, one query after the other."""
        return self._pool.values

    def add(self, alert: Alert) -> int:
        """Add an alert, or replace the one with its id; return its slot."""
        self.discard(alert.id)
        return self._put(alert, alert.query.root)

    def discard(self, alert_id: AlertId) -> None:
        """Mark an alert's slot as dead, if it exists."""
        slot = self.slot_of.pop(alert_id, None)
        if slot is not None:
            self.flags[slot] |= DEAD
            self._trees.pop(slot, None)
            self._decoded.pop(slot, None)

    def tree(self, slot: int) -> Node | None:
        """Return the query tree of a slot that isn't simple."""
        if slot not in self._decoded:
            if len(self._decoded) >= _MAX_DECODED:
                self._decoded.clear()
            self._decoded[slot] = decode(self._trees[slot])
        return self._decoded[slot]

    def complex_slots(self) -> list[int]:
        """Return the live slots that aren't simple."""
        return list(self._trees)

    def simple_words(self, slot: int) -> list[int]:
        """Return the word numbers of a simple query."""
        start = int(self.starts[slot])
        numbers: list[int] = self.pool[start : start + int(self.counts[slot])].tolist()
        return numbers

    def active(self, slots: Ints, article: Article, *, now: datetime) -> Ints:
        """Return the `slots` whose alerts may report an article that their queries match.

        None reports a sample. An alert reports no article published before it was saved, and none while it is
        paused or muted. A date without an hour is a day, which may have begun before the alert was saved.

        Args:
            now: When the article is ingested, aware UTC; replaces a missing publication date.
        """
        if article.sample or not len(slots):
            return slots[:0]
        published = _microseconds(article.latest_at or now)
        active = (self.flags[slots] & (DEAD | PAUSED)) == 0
        active &= self._since.values[slots] <= published
        active &= self._silent_until.values[slots] <= _microseconds(now)
        active_slots: Ints = slots[active]
        return active_slots

    def _put(self, alert: Alert, root: Node | None) -> int:
        slot = len(self)
        words = plain_words(root)
        numbers = [self._number(word) for word in words or ()]
        self._starts.extend([len(self._pool)])
        self._counts.extend([len(numbers)])
        self._pool.extend(numbers)
        if words is None:
            self._trees[slot] = encode(root)
        self._ids.extend([alert.id])
        self._since.extend([_microseconds(alert.created_at)])
        self._silent_until.extend([_microseconds(alert.muted_until) if alert.muted_until else 0])
        self._flags.extend([(PAUSED if alert.paused else 0) | (0 if words is None else SIMPLE)])
        self.slot_of[alert.id] = slot
        return slot

    def _number(self, word: str) -> int:
        if word not in self._number_of:
            self._number_of[word] = len(self.words)
            self.words.append(word)
        return self._number_of[word]

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return everything but dead slots as arrays for `from_arrays`."""
        live = np.flatnonzero((self.flags & DEAD) == 0)
        counts = self.counts[live].astype(np.int64)
        ends = np.cumsum(counts)
        gather = np.repeat(self.starts[live] - (ends - counts), counts) + np.arange(
            ends[-1] if len(ends) else 0
        )
        used = set(self.pool[gather.astype(np.int64)].tolist())
        # A word that no alert uses any more may come from a person whose data was erased.
        words = [word if number in used else "" for number, word in enumerate(self.words)]
        lines = [self._trees.get(slot, b"") for slot in live.tolist()]
        return {
            "ids": self.ids[live],
            "since": self._since.values[live],
            "silent_until": self._silent_until.values[live],
            "flags": self.flags[live],
            "counts": self.counts[live],
            "pool": self.pool[gather.astype(np.int64)],
            "trees": np.frombuffer(b"\n".join(lines), np.uint8),
            "words": np.frombuffer("\n".join(words).encode(), np.uint8),
        }

    @classmethod
    def from_arrays(cls, arrays: dict[str, npt.NDArray[Any]]) -> "AlertTable":
        """Return the table that `arrays` wrote; parses no query."""
        table = cls()
        words = arrays["words"].tobytes().decode()
        table.words = words.split("\n") if words else []
        table._number_of = {word: number for number, word in enumerate(table.words)}
        counts = arrays["counts"].astype(np.int64)
        table._ids = Column(arrays["ids"])
        table._since = Column(arrays["since"])
        table._silent_until = Column(arrays["silent_until"])
        table._flags = Column(arrays["flags"])
        table._counts = Column(arrays["counts"])
        table._starts = Column((np.cumsum(counts) - counts).astype(np.int32))
        table._pool = Column(arrays["pool"])
        table.slot_of = dict(zip(map(AlertId, table.ids.tolist()), range(len(table)), strict=True))
        lines = arrays["trees"].tobytes().split(b"\n")
        table._trees = {slot: line for slot, line in enumerate(lines) if line}
        return table


_MAX_DECODED = 50_000


def plain_words(root: Node | None) -> tuple[str, ...] | None:
    """Return the distinct words of a query that is a word or an AND of words, each of one term, else None."""
    nodes = root.nodes if isinstance(root, And) else (root,)
    if len(nodes) > 255 or not all(isinstance(node, Word) and is_one_term(node.text) for node in nodes):
        return None
    return tuple(dict.fromkeys(node.text for node in nodes if isinstance(node, Word)))


def _microseconds(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)
