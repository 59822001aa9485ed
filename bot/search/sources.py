"""Outlets, hosts, authors and languages of the articles, each set of them with a number."""

from collections.abc import Iterable

import numpy as np

from bot.corpus.article import Article
from bot.search.analyze import supported
from bot.search.match import Sources, plain
from bot.search.segment import Bools, Ints
from bot.search.syntax import Field, FieldName


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
        self._outlets: dict[str, list[int]] = {}
        self._authors: dict[str, list[int]] = {}
        for source in sources:
            self._add(source)

    def number(self, article: Article) -> int:
        """Return the number of an article's sources, a new one for new ones."""
        source = Sources.of(article)
        number = self._numbers.get(source)
        return self._add(source) if number is None else number

    def holding(self, wanted: Field) -> Bools:
        """Return which sources a filter holds for, shape (sources,)."""
        if wanted.name is FieldName.LANG:
            return self.languages.named(plain(wanted.value), len(self.sources) + 1)
        held = np.zeros(len(self.sources) + 1, np.bool_)
        held[[number for number in self._candidates(wanted) if self.sources[number].hold(wanted)]] = True
        return held

    def _candidates(self, wanted: Field) -> Iterable[int]:
        lists = self._authors if wanted.name is FieldName.BY else self._outlets
        words = plain(wanted.value).split()
        found = [*lists.get(words[0], ())] if words else []
        if wanted.name is FieldName.SOURCE:
            found += lists.get("." + "".join(words).removeprefix("www."), ())
        return found

    def _add(self, source: Sources) -> int:
        number = self._numbers[source] = len(self.sources)
        for word in {word for name in source.outlets for word in name.split()} | _endings(source.host):
            self._outlets.setdefault(word, []).append(number)
        for word in set(source.author.split()):
            self._authors.setdefault(word, []).append(number)
        self.publishers.add(source.publisher)
        self.languages.add(source.language)
        self.chains.add(supported(source.language))
        self.sources.append(source)
        return number


class Names:
    """One name for each source; equal names share a number."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._of: list[int] = []
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
        numbers = np.array(self._of, np.int32)[:count]
        held[: len(numbers)] = numbers == self._numbers.get(name, -1)
        return held

    def of(self, sources: Ints) -> Ints:
        """Return the number in `names` of the names of many sources."""
        return np.array(self._of, np.int32)[sources]


def _endings(host: str) -> set[str]:
    """ ".bbc.co.uk" -> itself, ".co.uk", ".uk": what a filter may name of it."""
    parts = host.split(".") if host else []
    return {"." + ".".join(parts[i:]) for i in range(len(parts))}
