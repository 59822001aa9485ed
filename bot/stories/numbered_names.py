"""Names with numbers: terms, articles, stories. Saved ones are in a mapped file, later ones in memory."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_ENCODING = "utf-8", "surrogatepass"
_HASH_BYTES = 8


@dataclass(frozen=True, slots=True)
class PackedNames:
    """Distinct names by number, and the way back; may be mapped.

    Args:
        text: All names in UTF-8, in the order of their numbers, shape (bytes,).
        ends: Where each ends there, shape (n,).
        hashes: Of all names, ascending, shape (n,).
        numbers: Those that the hashes belong to, shape (n,).
    """

    text: Array
    ends: Array
    hashes: Array
    numbers: Array

    @classmethod
    def empty(cls) -> "PackedNames":
        """Return no names."""
        nothing = np.zeros(0, np.int64)
        return cls(nothing.astype(np.uint8), nothing, nothing.astype(np.uint64), nothing.astype(np.int32))

    @classmethod
    def of(cls, arrays: Mapping[str, Array], prefix: str) -> "PackedNames":
        """Return names from arrays as `arrays` names them."""
        return cls(*(arrays[f"{prefix}_{field}"] for field in cls.__slots__))

    def arrays(self, prefix: str) -> dict[str, Array]:
        """Return the arrays by name."""
        return {f"{prefix}_{field}": getattr(self, field) for field in self.__slots__}

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self.ends)

    def name(self, number: int) -> str:
        """Return the name with a number."""
        ends = self.ends.data
        return str(self.text.data[ends[number - 1] if number else 0 : ends[number]], *_ENCODING)

    def find(self, name: str) -> int | None:
        """Return the number of a name, None for an unknown one."""
        # Views, as calls of numpy take three times as long for a single value.
        wanted, hashes, numbers = _hash(name), self.hashes.data, self.numbers.data
        at = bisect_left(hashes, wanted)
        while at < len(hashes) and hashes[at] == wanted:
            if self.name(numbers[at]) == name:
                return int(numbers[at])
            at += 1
        return None

    def followed_by(self, names: Sequence[str]) -> "PackedNames":
        """Return these names and then others."""
        encoded = [name.encode(*_ENCODING) for name in names]
        ends = np.cumsum([int(self.ends[-1]) if len(self) else 0, *map(len, encoded)])[1:]
        hashes = np.concatenate([self.hashes, _hashes(names)])
        order = np.argsort(hashes, kind="stable")  # quick: most are in order
        added = np.arange(len(self), len(self) + len(names), dtype=np.int32)
        return PackedNames(
            np.concatenate([self.text, np.frombuffer(b"".join(encoded), np.uint8)]),
            np.concatenate([self.ends, ends.astype(np.int64)]),
            hashes[order],
            np.concatenate([self.numbers, added])[order],
        )


class NumberedNames:
    """Distinct names by number; numbers count up from 0 in the order in which names are added.

    Args:
        saved: The names that have the first numbers.
    """

    def __init__(self, saved: PackedNames | None = None) -> None:
        self._saved = PackedNames.empty() if saved is None else saved
        self._added: dict[str, int] = {}
        self._names: list[str] = []

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._saved) + len(self._names)

    def __iter__(self) -> Iterator[str]:
        """Yield all names in the order of their numbers."""
        yield from map(self._saved.name, range(len(self._saved)))
        yield from self._names

    def __contains__(self, name: str) -> bool:
        """Return whether a name has a number."""
        return self.find(name) is not None

    def find(self, name: str) -> int | None:
        """Return the number of a name, None for an unknown one."""
        number = self._added.get(name)
        return self._saved.find(name) if number is None and len(self._saved) else number

    def number(self, name: str) -> int:
        """Return the number of a name, the next one for a new name."""
        number = self.find(name)
        if number is None:
            number = self._added[name] = len(self)
            self._names.append(name)
        return number

    def name(self, number: int) -> str:
        """Return the name with a number."""
        added = number - len(self._saved)
        return self._saved.name(number) if added < 0 else self._names[added]

    def packed(self) -> PackedNames:
        """Return all names as they are saved."""
        return self._saved.followed_by(self._names) if self._names else self._saved

    def keep_in(self, saved: PackedNames) -> None:
        """Read names from a file from now on: those that `packed` returned; later ones stay in memory."""
        self._names = self._names[len(saved) - len(self._saved) :]
        self._saved = saved
        self._added = {name: number for number, name in enumerate(self._names, len(saved))}


def _hashes(names: Sequence[str]) -> npt.NDArray[np.uint64]:
    """Return 64 bits of each name's hash, shape (n,), the same on every machine."""
    return np.fromiter(map(_hash, names), np.uint64, len(names))


def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(*_ENCODING), digest_size=_HASH_BYTES).digest(), "little")
