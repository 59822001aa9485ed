"""The index as the rest of the house sees it: requests, results, and the port itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article, ArticleId
from bot.search.query.parser import Query


class Order(StrEnum):
    """How hits are ordered."""

    RELEVANCE = "relevance"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search.

    Args:
        query: Parsed question; one without words or filters matches every article.
        now: The present moment, aware UTC.
        since: Only articles published at or after this moment (the period chosen by a button); None for all.
        samples: Whether the invented starter articles may be found.
        limit: Most hits wanted, 1 to 1,000.
    """

    query: Query
    now: datetime
    order: Order = Order.RELEVANCE
    since: datetime | None = None
    samples: bool = True
    limit: int = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """One ranked article.

    Args:
        score: Comparable within one result only, >= 0.
        matches: Whether the query *matches* (every word, phrase and filter holds), as alerts understand it.
    """

    article_id: ArticleId
    score: float
    matches: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """A question's word that no article holds, and the known words searched for instead."""

    word: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts over every article with any of the words, inside filters and period."""

    days: dict[date, int] = field(default_factory=dict)
    publishers: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Ranked hits and what a person wants to know when there are none.

    Args:
        total: Articles with any of the words, inside filters and period (>= len(hits)).
        matched: How many of these the query matches.
        outside_period: Articles that `since` alone kept out.
        unknown: Words of the question that no article holds.
        suggestions: For the unknown words: nearest known words, best first, at most 6.
    """

    hits: tuple[Hit, ...]
    total: int
    matched: int
    outside_period: int = 0
    repairs: tuple[Repair, ...] = ()
    unknown: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    facets: Facets = field(default_factory=Facets)


@dataclass(frozen=True, slots=True)
class Passages:
    """One article's sentences as the forward index holds them.

    Args:
        terms: int32 term ids of the body, in text order.
        starts: int32, shape (sentences + 1,): sentence i is terms[starts[i]:starts[i + 1]];
            i counts as in `Article.sentences`.
        idf: float64, shape (len(terms),): corpus idf of each term of `terms`, > 0.
        scores: float64, shape (sentences,): BM25 of each for the query, corpus idf; zeros without one.
    """

    article_id: ArticleId
    terms: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int32]
    idf: npt.NDArray[np.float64]
    scores: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class IndexChange:
    """A line of the change log with the article as it is now; None when it was removed.

    Args:
        together: Number of the last change that is to become visible with this one; 0 when it stands alone.
    """

    number: int
    article_id: ArticleId
    article: Article | None
    together: int = 0


@dataclass(frozen=True, slots=True)
class IndexFigures:
    """The index in figures.

    Args:
        number: The last change taken in.
        disk_bytes: What its files take.
    """

    number: int
    articles: int
    terms: int
    segments: int
    disk_bytes: int


class ArticleIndex(Protocol):
    """A searchable copy of the store that follows its change log."""

    async def applied(self) -> int:
        """Return the number of the last change taken in, 0 for none."""
        ...

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Take in changes, numbers ascending; those already taken in are skipped."""
        ...

    async def search(self, request: SearchRequest) -> SearchResult:
        """Return the best articles for a question."""
        ...

    async def similar(self, article_id: ArticleId, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most like one in the index, itself left out."""
        ...

    async def nearest(self, text: str, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most like a pasted text; scores are cosines in [0, 1]."""
        ...

    async def passages(self, ids: Sequence[ArticleId], query: Query | None) -> list[Passages]:
        """Return the sentences of the articles known to the index, in the order asked."""
        ...
