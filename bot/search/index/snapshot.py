"""What one search sees: segments with their living articles and the corpus statistics, all unchanging."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.search.index.builder import build
from bot.search.index.segment import UNDATED, Bools, Ints, Lengths, Longs, Segment, id_keys
from bot.search.index.source_table import SourceBook
from bot.search.index.term_dictionary import TermDictionary

_DAY = 86_400_000_000


@dataclass(frozen=True)
class SegmentView:
    """A segment as one snapshot sees it.

    Args:
        alive: Which of its articles are live; None when all are.
        base: Place of its first article among all places of the snapshot.
        file: Name of the file the segment is mapped from; "" for one in memory.
    """

    segment: Segment
    alive: Bools | None
    base: int
    file: str = ""

    @cached_property
    def living(self) -> Bools:
        """Which articles are live, always as an array."""
        return np.ones(len(self.segment), np.bool_) if self.alive is None else self.alive

    @cached_property
    def end(self) -> int:
        """Place after its last article."""
        return self.base + len(self.segment)


@dataclass(frozen=True)
class Snapshot:
    """The index at one moment.

    Args:
        number: The last change taken in.
        df: Live articles holding each term, by term number.
        length: Terms of all live articles.
        sources: Names behind the segments' source numbers.
        languages: Languages whose chains its articles were analysed by.
    """

    number: int = 0
    views: tuple[SegmentView, ...] = ()
    df: Ints = field(default_factory=lambda: np.zeros(0, np.int32))
    articles: int = 0
    length: int = 0
    lexicon: TermDictionary = field(default_factory=TermDictionary)
    sources: SourceBook = field(default_factory=SourceBook)
    languages: tuple[str, ...] = ("und",)

    @property
    def mean_length(self) -> float:
        """Mean terms of a live article; 1 when there are none."""
        return self.length / self.articles if self.length else 1.0

    @cached_property
    def lengths(self) -> Lengths:
        """Terms of each article, by place."""
        means = [self.mean_length / view.segment.mean_length for view in self.views]
        return Lengths(self.column("lengths"), self.mean_length, max([1.0, *means]), min([1.0, *means]))

    @cached_property
    def alive(self) -> Bools | None:
        """Which places hold live articles; None when all do."""
        if all(view.alive is None for view in self.views):
            return None
        return np.concatenate([view.living for view in self.views])

    @cached_property
    def published(self) -> Longs:
        """When each article was published, by place; see `Segment.published`."""
        return self.column("published")

    @cached_property
    def calendar(self) -> tuple[int, Ints]:
        """The day before the first one, in days since 1970, and each article's day from there; 0 for none."""
        dated = self.published != UNDATED
        days = np.where(dated, self.published // _DAY, 0)
        eve = int(days[dated].min()) - 1 if dated.any() else 0
        return eve, np.where(dated, days - eve, 0).astype(np.int32)

    @cached_property
    def origins(self) -> Ints:
        """Number of each article's names in `sources`, by place."""
        return self.column("sources")

    @cached_property
    def publishers(self) -> Ints:
        """Number of each article's publisher in `sources.publishers`, by place."""
        return self.sources.publishers.of(self.origins)

    @cached_property
    def chains(self) -> Ints:
        """Number in `sources.chains` of the language each article was analysed in, by place."""
        return self.sources.chains.of(self.origins)

    @cached_property
    def samples(self) -> Bools:
        """Which articles are invented, by place."""
        return self.column("samples")

    def column(self, name: str) -> npt.NDArray[Any]:
        """Return an array of segments with one value an article, for all places."""
        columns = [getattr(view.segment, name) for view in self.views] or [getattr(build(()), name)]
        return np.concatenate(columns) if len(columns) > 1 else columns[0]

    def article_id(self, place: int) -> str:
        """Return the id of the article at a place."""
        view, at = self.at(place)
        return view.segment.article_id(at)

    def holding(self, term: str) -> int:
        """Return how many live articles hold a term."""
        number = self.lexicon.numbers.get(term, len(self.df))
        return int(self.df[number]) if number < len(self.df) else 0

    def ids(self) -> Iterator[str]:
        """Yield the id of every live article."""
        for view in self.views:
            yield from map(view.segment.article_id, np.flatnonzero(view.living).tolist())

    def place(self, article_id: str) -> tuple[SegmentView, int] | None:
        """Return where the live version of an article is: its view and its place there."""
        ids = [article_id]
        keys = id_keys(ids)
        for view in reversed(self.views):
            for _, at in view.segment.find(ids, keys):
                if view.living[at]:
                    return view, at
        return None

    def at(self, place: int) -> tuple[SegmentView, int]:
        """Return the view and the place there of a place among all."""
        for view in self.views:
            if place < view.end:
                return view, place - view.base
        raise IndexError(place)

    def split(self, places: Longs) -> Iterator[tuple[SegmentView, Longs, Longs]]:
        """Yield (view, positions in `places`, places there) for each view that holds some."""
        for view in self.views:
            where = np.flatnonzero((places >= view.base) & (places < view.end))
            if len(where):
                yield view, where, places[where] - view.base


def laid_out(views: Sequence[SegmentView]) -> tuple[SegmentView, ...]:
    """Return views with their places laid end to end, empty ones left out."""
    found: list[SegmentView] = []
    base = 0
    for view in views:
        if len(view.segment):
            found.append(view if view.base == base else replace(view, base=base))
            base = found[-1].end
    return tuple(found)
