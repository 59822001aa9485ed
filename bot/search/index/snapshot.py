"""A snapshot: the segments, live articles and corpus statistics that one search sees, all immutable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.search.index.addresses import AddressTable
from bot.search.index.columns import Columns
from bot.search.index.id_hashes import hash_ids
from bot.search.index.postings import PostingList, PostingListPart
from bot.search.index.segment import Bools, Ints, Longs, Segment
from bot.search.index.source_table import SourceTable
from bot.search.index.speaker_table import SpeakerTable
from bot.search.index.term_dictionary import TermDictionary


@dataclass(frozen=True)
class SegmentView:
    """A segment as one snapshot sees it.

    Args:
        live_docs: Which of its articles are not deleted; None when all are live.
        doc_base: Number of its first article among all of the snapshot.
        file: Name of the file that the segment is mapped from; "" for a segment in memory.
    """

    segment: Segment
    live_docs: Bools | None
    doc_base: int
    file: str = ""

    @cached_property
    def live_mask(self) -> Bools:
        """`live_docs`, always as an array."""
        return np.ones(len(self.segment), np.bool_) if self.live_docs is None else self.live_docs

    @cached_property
    def doc_end(self) -> int:
        """Number after that of its last article."""
        return self.doc_base + len(self.segment)


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements by doc.

    Args:
        docs: (s,) the article of each, ascending.
        speakers: (s,) number of the speaker in the snapshot's speaker table.
        sentences: (s,) number of the sentence in the article.
    """

    docs: Ints
    speakers: Ints
    sentences: npt.NDArray[np.unsignedinteger]

    def of(self, speakers: Bools) -> Bools:
        """Return which statements some speakers make, shape (s,)."""
        if not len(speakers):
            return np.zeros(len(self.docs), np.bool_)
        return speakers.take(self.speakers, mode="clip")


@dataclass(frozen=True, slots=True)
class DocLengths:
    """Article lengths, and how far impacts may be off: segments compute them with their own mean length.

    Args:
        terms: (n,) terms of each article.
        mean: Mean length now.
        high: Largest ratio of the mean now to a segment's mean, >= 1.
        low: Smallest ratio, <= 1.
    """

    terms: Ints
    mean: float
    high: float = 1.0
    low: float = 1.0


@dataclass(frozen=True)
class Snapshot:
    """The index at one moment.

    A doc is the number of an article here: its number in its segment plus the segment's `doc_base`. Deleted
    articles keep their numbers until a merge drops them.

    Args:
        number: Number of the last applied change.
        df: Live articles that contain each term, by term number.
        articles: Live articles.
        length: Terms in all live articles.
        sources: Names behind the segments' source ids.
        speakers: Names behind the segments' statements.
        languages: Languages whose analyzers the articles went through.
        columns: Those of `views`.
    """

    number: int = 0
    views: tuple[SegmentView, ...] = ()
    df: Ints = field(default_factory=lambda: np.zeros(0, np.int32))
    articles: int = 0
    length: int = 0
    dictionary: TermDictionary = field(default_factory=TermDictionary)
    sources: SourceTable = field(default_factory=SourceTable)
    speakers: SpeakerTable = field(default_factory=SpeakerTable)
    languages: tuple[str, ...] = ("und",)
    columns: Columns = field(default_factory=Columns)

    @property
    def mean_length(self) -> float:
        """Mean number of terms in a live article; 1 when there are none."""
        return self.length / self.articles if self.length else 1.0

    @cached_property
    def lengths(self) -> DocLengths:
        """Terms of each article, by doc."""
        ratios = [self.mean_length / view.segment.mean_length for view in self.views]
        return DocLengths(self.column("lengths"), self.mean_length, max([1.0, *ratios]), min([1.0, *ratios]))

    @cached_property
    def live_docs(self) -> Bools | None:
        """Which articles are live, by doc; None when all are."""
        if all(view.live_docs is None for view in self.views):
            return None
        return np.concatenate([view.live_mask for view in self.views])

    @cached_property
    def addresses(self) -> AddressTable:
        """Where the arrays are that compiled code reads.

        Raises:
            ValueError: Compiled code can't read them.
        """
        return AddressTable(self.segments, self.lengths.terms, self.live_docs)

    @property
    def published(self) -> Longs:
        """When each article was published, by doc; see `Segment.published`."""
        return self.column("published")

    @property
    def days(self) -> tuple[int, Ints]:
        """A day before the first article (days since 1970), and days after it by doc, 0 for none."""
        return self.columns.eve(self.segments, self.sources), self.column("days")

    @cached_property
    def days_size(self) -> int:
        """Number above all in `days`."""
        return int(self.days[1].max(initial=0)) + 1

    @property
    def source_ids(self) -> Ints:
        """Number of each article's source in `sources`, by doc."""
        return self.column("source_ids")

    @property
    def statements(self) -> "Statements":
        """Who says what in all articles, deleted ones included."""
        return Statements(*map(self.column, ("statement_docs", "statement_speakers", "statement_sentences")))

    @property
    def publishers(self) -> Ints:
        """Index of each article's publisher in `sources.publishers.names`, by doc."""
        return self.column("publishers")

    @property
    def analyzers(self) -> Ints:
        """Index of each article's analyzer language in `sources.analyzers.names`, by doc."""
        return self.column("analyzers")

    @property
    def samples(self) -> Bools:
        """Which articles are samples, by doc."""
        return self.column("sample_flags")

    def column(self, name: str) -> npt.NDArray[Any]:
        """Return one of `Columns`, for all docs."""
        return self.columns.get(name, self.segments, self.sources)

    @property
    def segments(self) -> list[tuple[Segment, int]]:
        """The segments, each with the number of its first article."""
        return [(view.segment, view.doc_base) for view in self.views]

    def article_id(self, doc: int) -> str:
        """Return the id of an article."""
        view, local = self.locate(doc)
        return view.segment.article_id(local)

    def doc_freq(self, term: str) -> int:
        """Return how many live articles contain a term."""
        number = self.dictionary.numbers.get(term, len(self.df))
        return int(self.df[number]) if number < len(self.df) else 0

    def postings(self, term: int) -> PostingList:
        """Return a term's posting list, deleted articles included."""
        parts, max_impact = [], 0
        for view in self.views:
            if located := view.segment.postings(term):
                begin, end, impact = located
                parts.append(PostingListPart(view.segment, begin, end, view.doc_base))
                max_impact = max(max_impact, impact)
        return PostingList(parts, max_impact, term)

    def ids(self) -> Iterator[str]:
        """Yield the id of every live article."""
        for view in self.views:
            yield from map(view.segment.article_id, np.flatnonzero(view.live_mask).tolist())

    def find(self, article_id: str) -> tuple[SegmentView, int] | None:
        """Return the view that holds an article's live version, and its doc there; None when it has none."""
        ids = [article_id]
        hashes = hash_ids(ids)
        for view in reversed(self.views):
            for _, local in view.segment.find(ids, hashes):
                if view.live_mask[local]:
                    return view, local
        return None

    def locate(self, doc: int) -> tuple[SegmentView, int]:
        """Return the view that holds an article, and its doc there."""
        for view in self.views:
            if doc < view.doc_end:
                return view, doc - view.doc_base
        raise IndexError(doc)

    def split(self, docs: Longs) -> Iterator[tuple[SegmentView, Longs, Longs]]:
        """Yield (view, indices in `docs`, docs in the view) for each view that holds some of them."""
        for view in self.views:
            indices = np.flatnonzero((docs >= view.doc_base) & (docs < view.doc_end))
            if len(indices):
                yield view, indices, docs[indices] - view.doc_base


def lay_out(views: Sequence[SegmentView]) -> tuple[SegmentView, ...]:
    """Return views with consecutive `doc_base`s, without the empty ones."""
    laid_out: list[SegmentView] = []
    base = 0
    for view in views:
        if len(view.segment):
            laid_out.append(view if view.doc_base == base else replace(view, doc_base=base))
            base = laid_out[-1].doc_end
    return tuple(laid_out)
