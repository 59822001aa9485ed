"""The distinct queries of all alerts as columns of numbers; a query that several people saved is kept once.

A query that is one word or an AND of words is `SIMPLE` and stored as numbers of `words`; any other is stored
as an encoded tree.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.alerts.matching.column import Column, Ints, Longs, ranges
from bot.search.query.ast import And, Node, Word
from bot.search.query.codec import decode, encode
from bot.search.words import is_one_term

SIMPLE = 4


class QueryTable:
    """Queries by number, each with the number of alerts that use it."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._word_numbers: dict[str, int] = {}
        self._flags = Column(np.zeros(0, np.uint8))
        self._starts = Column(np.zeros(0, np.int64))
        self._counts = Column(np.zeros(0, np.uint8))
        self._pool = Column(np.zeros(0, np.int32))
        self._users = Column(np.zeros(0, np.int32))
        self._trees: dict[int, bytes] = {}
        self._numbers = _HashTable(np.zeros(0, np.int64))

    def __len__(self) -> int:
        return len(self._flags)

    @property
    def flags(self) -> npt.NDArray[np.uint8]:
        """SIMPLE or 0, by query."""
        return self._flags.values

    @property
    def starts(self) -> Longs:
        """Offset of a simple query's words in `pool`, by query."""
        return self._starts.values

    @property
    def counts(self) -> npt.NDArray[np.uint8]:
        """Number of words of a simple query, by query."""
        return self._counts.values

    @property
    def pool(self) -> Ints:
        """Word numbers of all simple queries, one query after the other."""
        return self._pool.values

    @property
    def users(self) -> Ints:
        """Number of alerts that use a query, by query."""
        return self._users.values

    def add(self, root: Node | None) -> tuple[int, bool]:
        """Count one more alert that uses a query; return the query's number, and whether it is new."""
        words = plain_words(root)
        line = encode(root) if words is None else "\0".join(words).encode()
        hashed = _hash(line, is_simple=words is not None)
        number = self._numbers.get(hashed)
        is_new = number is None
        if number is None:
            number = len(self)
            self._append(words)
            self._numbers.add(hashed, number)
        if words is None:
            self._trees[number] = line
        self.users[number] += 1
        return number, is_new

    def release(self, number: int) -> None:
        """Count one alert less that uses a query; forget a tree that none uses."""
        self.users[number] -= 1
        if not self.users[number]:
            self._trees.pop(number, None)

    def tree(self, number: int) -> Node | None:
        """Return the tree of a query that isn't simple and that an alert uses."""
        return decode(self._trees[number])

    def complex_numbers(self) -> list[int]:
        """Return the queries in use that aren't simple."""
        return list(self._trees)

    def simple_words(self, number: int) -> list[int]:
        """Return the word numbers of a simple query."""
        start = int(self.starts[number])
        numbers: list[int] = self.pool[start : start + int(self.counts[number])].tolist()
        return numbers

    def _append(self, words: Sequence[str] | None) -> None:
        self._starts.extend([len(self._pool)])
        self._counts.extend([len(words or ())])
        self._pool.extend([self._word_number(word) for word in words or ()])
        self._flags.extend([0 if words is None else SIMPLE])
        self._users.extend([0])

    def _word_number(self, word: str) -> int:
        if word not in self._word_numbers:
            self._word_numbers[word] = len(self.words)
            self.words.append(word)
        return self._word_numbers[word]

    def arrays(self) -> tuple[dict[str, npt.NDArray[Any]], Ints]:
        """Return the queries in use as arrays for `from_arrays`, and the new number of every old one."""
        used = np.flatnonzero(self.users > 0)
        renumbered = np.full(len(self), -1, np.int32)
        renumbered[used] = np.arange(len(used))
        counts = self.counts[used].astype(np.int64)
        pool = self.pool[ranges(self.starts[used], counts)]
        in_use = set(pool.tolist())
        # A word that no alert uses any more may come from a person whose data was erased.
        words = [word if number in in_use else "" for number, word in enumerate(self.words)]
        lines = [self._trees.get(number, b"") for number in used.tolist()]
        return {
            "query_flags": self.flags[used],
            "query_hashes": self._numbers.hashes(len(self))[used],
            "counts": self.counts[used],
            "pool": pool,
            "trees": np.frombuffer(b"\n".join(lines), np.uint8),
            "words": np.frombuffer("\n".join(words).encode(), np.uint8),
        }, renumbered

    @classmethod
    def from_arrays(cls, arrays: dict[str, npt.NDArray[Any]], users: Ints) -> "QueryTable":
        """Return the table that `arrays` wrote; parses no query.

        Args:
            users: Number of alerts that use a query, by query.
        """
        table = cls()
        words = arrays["words"].tobytes().decode()
        table.words = words.split("\n") if words else []
        table._word_numbers = {word: number for number, word in enumerate(table.words)}
        counts = arrays["counts"].astype(np.int64)
        table._flags = Column(arrays["query_flags"])
        table._counts = Column(arrays["counts"])
        table._starts = Column(np.cumsum(counts) - counts)
        table._pool = Column(arrays["pool"])
        table._users = Column(users)
        lines = arrays["trees"].tobytes().split(b"\n")
        table._trees = {number: line for number, line in enumerate(lines) if line}
        table._numbers = _HashTable(arrays["query_hashes"])
        return table


class _HashTable:
    """Query numbers by 64-bit hash: sorted arrays for the first ones, a dictionary for later ones.

    Two of a million different queries share a hash with a chance of 3 in 10⁸ (a million squared / 2⁶⁵).
    """

    def __init__(self, hashes: Longs) -> None:
        self._order = np.argsort(hashes, kind="stable").astype(np.int32)
        self._sorted = hashes[self._order]
        self._added: dict[int, int] = {}

    def get(self, hashed: int) -> int | None:
        """Return the number of the query with a hash, if there is one."""
        at = int(np.searchsorted(self._sorted, hashed))
        if at < len(self._sorted) and self._sorted[at] == hashed:
            return int(self._order[at])
        return self._added.get(hashed)

    def add(self, hashed: int, number: int) -> None:
        """Add a query that is new."""
        self._added[hashed] = number

    def hashes(self, size: int) -> Longs:
        """Return the hashes of all `size` queries, by number."""
        hashes = np.zeros(size, np.int64)
        hashes[self._order] = self._sorted
        if self._added:
            hashes[list(self._added.values())] = list(self._added)
        return hashes


def _hash(line: bytes, *, is_simple: bool) -> int:
    digest = hashlib.blake2b(line, digest_size=8, person=b"simple" if is_simple else b"tree")
    return int.from_bytes(digest.digest(), "little", signed=True)


def plain_words(root: Node | None) -> tuple[str, ...] | None:
    """Return the distinct words, sorted, of a query that is a word or an AND of words, each of one term."""
    nodes = root.nodes if isinstance(root, And) else (root,)
    if len(nodes) > 255 or not all(isinstance(node, Word) and is_one_term(node.text) for node in nodes):
        return None
    return tuple(sorted({node.text for node in nodes if isinstance(node, Word)}))
