"""All alerts as columns of numbers: what a million of them take is counted in tens of megabytes.

A slot is an alert's place in every column. A changed alert gets a new slot; the old one is dead.
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

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
S = TypeVar("S", bound=np.generic)
DEAD, PAUSED, SIMPLE = 1, 2, 4


class Column(Generic[S]):
    """An array that grows at its end."""

    def __init__(self, values: npt.NDArray[S]) -> None:
        self._held = values
        self._size = len(values)

    def __len__(self) -> int:
        return self._size

    @property
    def values(self) -> npt.NDArray[S]:
        """Everything in it, not copied."""
        return self._held[: self._size]

    def extend(self, values: Sequence[int]) -> None:
        """Put numbers at the end."""
        size = self._size + len(values)
        if size > len(self._held):
            grown = np.zeros(max(size, 2 * len(self._held), 64), self._held.dtype)
            grown[: self._size] = self.values
            self._held = grown
        self._held[self._size : size] = values
        self._size = size


class AlertTable:
    """Alerts by slot: when they were saved, whether they speak, which words they ask for.

    A query that asks for words and nothing else is `SIMPLE`: its words stand in `words`. Any other keeps its
    tree.
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
        """Where a simple query's words begin in `pool`, by slot."""
        return self._starts.values

    @property
    def counts(self) -> npt.NDArray[np.uint8]:
        """How many words it has, by slot."""
        return self._counts.values

    @property
    def pool(self) -> Ints:
        """Word numbers of all simple queries."""
        return self._pool.values

    def add(self, alert: Alert) -> int:
        """Take in an alert in place of the one with its id; return its slot."""
        self.discard(alert.id)
        return self._put(alert, alert.query.root)

    def discard(self, alert_id: AlertId) -> None:
        """Forget an alert; an unknown one is no error."""
        slot = self.slot_of.pop(alert_id, None)
        if slot is not None:
            self.flags[slot] |= DEAD
            self._trees.pop(slot, None)
            self._decoded.pop(slot, None)

    def tree(self, slot: int) -> Node | None:
        """Return the query of a slot that is not simple."""
        if slot not in self._decoded:
            if len(self._decoded) >= _REMEMBERED:
                self._decoded.clear()
            self._decoded[slot] = decode(self._trees[slot])
        return self._decoded[slot]

    def complex_slots(self) -> list[int]:
        """The live slots whose queries are more than words."""
        return list(self._trees)

    def simple_words(self, slot: int) -> list[int]:
        """The word numbers of a simple query."""
        start = int(self.starts[slot])
        found: list[int] = self.pool[start : start + int(self.counts[slot])].tolist()
        return found

    def speaking(self, slots: Ints, article: Article, *, now: datetime) -> Ints:
        """Return those of `slots` that an article taken in at `now` (aware UTC) may be reported to."""
        if article.sample or not len(slots):
            return slots[:0]
        published = _microseconds(article.published_at or now)
        speak = (self.flags[slots] & (DEAD | PAUSED)) == 0
        speak &= self._since.values[slots] <= published
        speak &= self._silent_until.values[slots] <= _microseconds(now)
        kept: Ints = slots[speak]
        return kept

    def _put(self, alert: Alert, root: Node | None) -> int:
        slot = len(self)
        words = simple(root)
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
        """Return everything as arrays, dead slots left out, for `of_arrays`."""
        live = np.flatnonzero((self.flags & DEAD) == 0)
        counts = self.counts[live].astype(np.int64)
        ends = np.cumsum(counts)
        gather = np.repeat(self.starts[live] - (ends - counts), counts) + np.arange(
            ends[-1] if len(ends) else 0
        )
        used = set(self.pool[gather.astype(np.int64)].tolist())
        # A word that no alert asks for any more may be all that is left of somebody who is forgotten.
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
    def of_arrays(cls, arrays: dict[str, npt.NDArray[Any]]) -> "AlertTable":
        """Return the register that `arrays` wrote; nothing is parsed."""
        made = cls()
        words = arrays["words"].tobytes().decode()
        made.words = words.split("\n") if words else []
        made._number_of = {word: number for number, word in enumerate(made.words)}
        counts = arrays["counts"].astype(np.int64)
        made._ids = Column(arrays["ids"])
        made._since = Column(arrays["since"])
        made._silent_until = Column(arrays["silent_until"])
        made._flags = Column(arrays["flags"])
        made._counts = Column(arrays["counts"])
        made._starts = Column((np.cumsum(counts) - counts).astype(np.int32))
        made._pool = Column(arrays["pool"])
        made.slot_of = dict(zip(map(AlertId, made.ids.tolist()), range(len(made)), strict=True))
        lines = arrays["trees"].tobytes().split(b"\n")
        made._trees = {slot: line for slot, line in enumerate(lines) if line}
        return made


_REMEMBERED = 50_000


def simple(root: Node | None) -> tuple[str, ...] | None:
    """Return the words of a query that asks for words and nothing else, each once; None for any other."""
    nodes = root.nodes if isinstance(root, And) else (root,)
    if len(nodes) > 255 or not all(isinstance(node, Word) for node in nodes):
        return None
    return tuple(dict.fromkeys(node.text for node in nodes if isinstance(node, Word)))


def _microseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)
