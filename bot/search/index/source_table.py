"""The table of article sources (outlets, host, author, language), with lookups for filters."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from bot.corpus.article import Article
from bot.search.analyzer import analyzer_language
from bot.search.index.array_file import copy_array
from bot.search.index.segment import Bools, Ints
from bot.search.query.ast import Field, FieldName
from bot.search.query.matcher import SourceNames, person_names, plain


class SourceTable:
    """Numbers every distinct source. It only grows, so snapshots share it; one writer adds.

    Args:
        sources: In the order of their numbers, from 0.
    """

    def __init__(self, sources: Iterable[SourceNames] = ()) -> None:
        self.sources: list[SourceNames] = []
        self.publishers = NameColumn()
        self.languages = NameColumn()
        self.analyzers = NameColumn()
        self._numbers: dict[SourceNames, int] = {}
        self._outlets = _FilterLookup()
        self._authors = _FilterLookup()
        for source in sources:
            self._add(source)

    def number(self, article: Article) -> int:
        """Return the number of an article's source, a new number for a new source."""
        source = SourceNames.of(article)
        number = self._numbers.get(source)
        return self._add(source) if number is None else number

    def matching(self, wanted: Field) -> Bools:
        """Return which sources match a filter, shape (at least the number of sources,)."""
        size = len(self.sources) + 1
        words = plain(wanted.value).split()
        if wanted.name is FieldName.LANG:
            return self.languages.equal_to(plain(wanted.value), size)
        if wanted.name is FieldName.BY:
            return self._authors.matching(wanted, person_names(wanted.value).split()[:1], size)
        host = "." + "".join(words).removeprefix("www.")
        return self._outlets.matching(wanted, [*words[:1], host], size)

    def _add(self, source: SourceNames) -> int:
        number = self._numbers[source] = len(self.sources)
        words = {word for name in source.outlets for word in name.split()} | _host_suffixes(source.host)
        self._outlets.add((source.outlets, source.host), source, words)
        self._authors.add(source.author, source, set(source.author.split()))
        self.publishers.add(source.publisher)
        self.languages.add(source.language)
        self.analyzers.add(analyzer_language(source.language))
        self.sources.append(source)
        return number


class NameColumn:
    """One name per source; equal names share a number."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._of_source = array("i")
        self._numbers: dict[str, int] = {}

    def add(self, name: str) -> None:
        """Append the next source's name."""
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        self._of_source.append(number)

    def equal_to(self, name: str, size: int) -> Bools:
        """Return which of the first `size` sources have a name, shape (size,)."""
        equal = np.zeros(size, np.bool_)
        numbers = copy_array(self._of_source)[:size]
        equal[: len(numbers)] = numbers == self._numbers.get(name, -1)
        return equal

    def numbers_of(self, source_ids: Ints) -> Ints:
        """Return the index in `names` of each source's name."""
        return copy_array(self._of_source)[source_ids]


class _FilterLookup:
    """Sources by the value that one kind of filter looks at; sources with equal values are tested once."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._of_source = array("i")
        self._examples: list[SourceNames] = []
        self._by_word: dict[str, list[int]] = {}

    def add(self, value: object, source: SourceNames, words: Iterable[str]) -> None:
        """Append the next source.

        Args:
            value: What the filter looks at.
            words: The words that a matching filter may begin with.
        """
        number = self._numbers.setdefault(value, len(self._examples))
        if number == len(self._examples):
            self._examples.append(source)
            for word in words:
                self._by_word.setdefault(word, []).append(number)
        self._of_source.append(number)

    def matching(self, wanted: Field, first_words: Sequence[str], size: int) -> Bools:
        """Return which of the first `size` sources match a filter that begins with one of some words."""
        numbers = copy_array(self._of_source)[:size]
        matches = np.zeros(len(self._examples), np.bool_)
        candidates = [number for word in first_words for number in [*self._by_word.get(word, ())]]
        matches[[n for n in candidates if n < len(matches) and self._examples[n].match(wanted)]] = True
        result = np.zeros(size, np.bool_)
        result[: len(numbers)] = matches.take(numbers, mode="clip") if len(matches) else False
        return result


def _host_suffixes(host: str) -> set[str]:
    """Return the parts of a host that a filter may name: ".bbc.co.uk", ".co.uk", ".uk"."""
    labels = host.split(".") if host else []
    return {"." + ".".join(labels[i:]) for i in range(len(labels))}
