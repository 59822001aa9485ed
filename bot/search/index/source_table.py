"""Outlets, hosts, authors and languages of the articles, each set of them with a number."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from bot.corpus.article import Article
from bot.search.analyzer import supported
from bot.search.index.array_file import taken
from bot.search.index.segment import Bools, Ints
from bot.search.query.ast import Field, FieldName
from bot.search.query.matcher import Sources, plain


class SourceBook:
    """Grows only, so snapshots share it; one writer adds.

    Args:
        sources: In the order of their numbers, from 0.
    """

    def __init__(self, sources: Iterable[Sources] = ()) -> None:
        self.sources: list[Sources] = []
        self.publishers = Names()
        self.languages = Names()
        self.chains = Names()
        self._numbers: dict[Sources, int] = {}
        self._outlets = _Named()
        self._authors = _Named()
        for source in sources:
            self._add(source)

    def number(self, article: Article) -> int:
        """Return the number of an article's sources, a new one for new ones."""
        source = Sources.of(article)
        number = self._numbers.get(source)
        return self._add(source) if number is None else number

    def holding(self, wanted: Field) -> Bools:
        """Return which sources a filter holds for, shape (sources,)."""
        count = len(self.sources) + 1
        words = plain(wanted.value).split()
        if wanted.name is FieldName.LANG:
            return self.languages.named(plain(wanted.value), count)
        if wanted.name is FieldName.BY:
            return self._authors.holding(wanted, words[:1], count)
        return self._outlets.holding(wanted, [*words[:1], "." + "".join(words).removeprefix("www.")], count)

    def _add(self, source: Sources) -> int:
        number = self._numbers[source] = len(self.sources)
        words = {word for name in source.outlets for word in name.split()} | _endings(source.host)
        self._outlets.add((source.outlets, source.host), source, words)
        self._authors.add(source.author, source, set(source.author.split()))
        self.publishers.add(source.publisher)
        self.languages.add(source.language)
        self.chains.add(supported(source.language))
        self.sources.append(source)
        return number


class Names:
    """One name for each source; equal names share a number."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._of = array("i")
        self._numbers: dict[str, int] = {}

    def add(self, name: str) -> None:
        """Take in the next source's name."""
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        self._of.append(number)

    def named(self, name: str, count: int) -> Bools:
        """Return which of the first `count` sources have a name."""
        held = np.zeros(count, np.bool_)
        numbers = taken(self._of)[:count]
        held[: len(numbers)] = numbers == self._numbers.get(name, -1)
        return held

    def of(self, sources: Ints) -> Ints:
        """Return the number in `names` of the names of many sources."""
        return taken(self._of)[sources]


class _Named:
    """Sources by what one kind of filter looks at, each value once, however many sources share it."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._of = array("i")
        self._examples: list[Sources] = []
        self._words: dict[str, list[int]] = {}

    def add(self, value: object, source: Sources, words: Iterable[str]) -> None:
        """Take in the next source, its value, and the words a filter for it may begin with."""
        number = self._numbers.setdefault(value, len(self._examples))
        if number == len(self._examples):
            self._examples.append(source)
            for word in words:
                self._words.setdefault(word, []).append(number)
        self._of.append(number)

    def holding(self, wanted: Field, words: Sequence[str], count: int) -> Bools:
        """Return which of the first `count` sources a filter holds for that begins with one of the words."""
        numbers = taken(self._of)[:count]
        held = np.zeros(len(self._examples), np.bool_)
        candidates = [number for word in words for number in [*self._words.get(word, ())]]
        held[[each for each in candidates if each < len(held) and self._examples[each].hold(wanted)]] = True
        found = np.zeros(count, np.bool_)
        found[: len(numbers)] = held.take(numbers, mode="clip") if len(held) else False
        return found


def _endings(host: str) -> set[str]:
    """ ".bbc.co.uk" -> itself, ".co.uk", ".uk": what a filter may name of it."""
    parts = host.split(".") if host else []
    return {"." + ".".join(parts[i:]) for i in range(len(parts))}
