"""The table of everybody who is quoted in an article, with lookups for `said:`."""

from collections.abc import Iterable

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.index.segment import Bools, Longs
from bot.search.query.speaking import Wanted, key_words, speaks_as, wanted_speaker

_SCANNED = 1_000
"""Keys that are looked through one by one; more are joined into one text first."""
_SIMILAR = 0.6
"""Least share of letters that similar words have in common."""
_SEPARATOR = "\t"


class SpeakerTable:
    """Numbers every distinct speaker. It only grows, so snapshots share it; one writer adds.

    Args:
        lines: Of `lines`, in the order of their numbers, from 0.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self.keys: list[str] = []
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._joined = ("", np.zeros(1, np.int64))
        for line in lines:
            key, _, name = line.partition(_SEPARATOR)
            self._add(key, name)

    def lines(self, first: int) -> list[str]:
        """Return a line for each speaker from number `first` on."""
        rows = zip(self.keys[first:], self.names[first:], strict=False)
        return [f"{key}{_SEPARATOR}{name}" for key, name in rows]

    def number(self, key: str, name: str) -> int:
        """Return the number of a speaker, a new one for a new key."""
        number = self._numbers.get(key)
        return self._add(key, name) if number is None else number

    def matching(self, wanted: Wanted) -> Bools:
        """Return which speakers are the one looked for, shape (at least the number of speakers,)."""
        keys = self.keys
        text, starts = self._text()
        matches = np.zeros(len(keys), np.bool_)
        known = len(starts) - 1
        candidates = {*_places(text, starts, wanted.typed), *_places(text, starts, wanted.person)}
        numbers = [*candidates, *range(known, len(matches))]
        matches[[number for number in numbers if speaks_as(keys[number], wanted)]] = True
        return matches

    def similar(self, value: str, counts: Longs) -> list[str]:
        """Return up to three names with a word similar to the last one of a value, the most quoted first.

        Args:
            counts: Statements of each speaker.
        """
        word = wanted_speaker(value).typed.rpartition(" ")[2]
        words = {part for key in self.keys for part in key_words(key).split()}
        found = process.extract(word, words, scorer=OSA.normalized_similarity, limit=3, score_cutoff=_SIMILAR)
        numbers = [n for near, *_ in found for n in np.flatnonzero(self.matching(Wanted(near, ""))).tolist()]
        numbers.sort(key=lambda n: -counts[n] if n < len(counts) else 0)
        return list(dict.fromkeys(self.names[n] for n in numbers))[:3]

    def _add(self, key: str, name: str) -> int:
        number = len(self.keys)
        self.names.append(name)
        self.keys.append(key)
        self._numbers[key] = number
        return number

    def _text(self) -> tuple[str, Longs]:
        """Return the words of most keys in one text, and where each begins there.

        One long text is searched much faster than many short ones.
        """
        if len(self.keys) - len(self._joined[1]) >= _SCANNED:
            lines = [f" {key_words(key)} \n" for key in self.keys]
            self._joined = ("".join(lines), np.cumsum([0, *map(len, lines)]))
        return self._joined


def _places(text: str, starts: Longs, words: str) -> set[int]:
    """Return the numbers of the keys that contain words in a row."""
    found: list[int] = []
    place = text.find(f" {words} ") if words else -1
    while place >= 0:
        found.append(place)
        place = text.find(f" {words} ", place + 1)
    return set((np.searchsorted(starts, found, side="right") - 1).tolist())
