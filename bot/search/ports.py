"""The search index as the rest of the app sees it: requests, results, and the port `ArticleIndex`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

import numpy as np
import numpy.typing as npt

from bot.corpus.article import Article, ArticleId
from bot.corpus.ports import CorpusFacts
from bot.search.query.query import Query


class Order(StrEnum):
    """How hits are ordered."""

    RELEVANCE = "relevance"
    NEWEST = "newest"


Synonyms = Mapping[str, tuple[str, ...]]
"""For words of a query, the words that may stand for them in an answer ("killed" for "died")."""
NO_SYNONYMS: Synonyms = {}
Spellings = Mapping[str, Mapping[str, frozenset[str]]]
"""For words of a query, other spellings of the same name, and the languages that write it so."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A search.

    Args:
        query: A query without words or filters matches every article.
        now: The present moment, aware UTC.
        since: Search only articles published from this moment on (a period chosen by a button); None for all.
        samples: Whether the invented starter articles are searched.
        limit: Maximum number of hits, 1 to 1,000.
        spellings: Find articles of their languages, too.
    """

    query: Query
    now: datetime
    order: Order = Order.RELEVANCE
    since: datetime | None = None
    samples: bool = True
    limit: int = 100
    spellings: Spellings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SharedWords:
    """A search for articles of a time that share words, in several languages.

    Args:
        words: What to share, by the articles' language (ISO 639-1).
        since: First moment of publication, aware UTC.
        until: Last moment.
        samples: Whether the invented starter articles are searched.
        limit: Maximum number of articles in each language.
    """

    words: Mapping[str, Sequence[str]]
    since: datetime
    until: datetime
    samples: bool = True
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked article.

    Args:
        score: Comparable within one result only, >= 0.
        matches: Whether the query matches (every word, phrase and filter holds), as alerts define it.
    """

    article_id: ArticleId
    score: float
    matches: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that no article contains, and the known words that were searched for instead."""

    word: str
    replacements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """Article counts over everything that contains any of the words, within filters and period."""

    days: dict[date, int] = field(default_factory=dict)
    publishers: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Ranked hits, and what explains an empty result.

    Args:
        total: Articles that contain any of the words, within filters and period; >= len(hits).
        matched: How many of them the query matches.
        outside_period: Articles that only `since` excluded.
        unknown: Words of the query that no article contains.
        suggestions: The known words nearest to the unknown ones, best first, at most 6.
        spellings: Those of the request that some article has.
    """

    hits: tuple[Hit, ...]
    total: int
    matched: int
    outside_period: int = 0
    corrections: tuple[Correction, ...] = ()
    unknown: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    spellings: Synonyms = field(default_factory=dict)
    facets: Facets = field(default_factory=Facets)


@dataclass(frozen=True, slots=True)
class Passages:
    """An article's sentences as the forward index holds them.

    Args:
        terms: int32 term numbers of the body, in text order.
        starts: int32, shape (sentences + 1,): sentence i of `Article.sentences` is
            terms[starts[i]:starts[i + 1]].
        idf: float64, shape (len(terms),): idf of each term in `terms`, > 0.
        scores: float64, shape (sentences,): BM25 of each sentence for the query; zeros without a query.
        words: The query's words of which some article contains the word itself or a synonym.
        weights: float64, shape (words,): their idf, > 0.
        in_sentence: bool, shape (sentences, words): which sentence contains which word or a synonym of it.
        in_title: bool, shape (words,).
    """

    article_id: ArticleId
    terms: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int32]
    idf: npt.NDArray[np.float64]
    scores: npt.NDArray[np.float64]
    words: tuple[str, ...] = ()
    weights: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    in_sentence: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros((0, 0), np.bool_))
    in_title: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))


@dataclass(frozen=True, slots=True)
class Mentions:
    """Article counts by day and publisher.

    Args:
        days: Every day from the first article's to the last article's.
        publishers: (name, count for each of `days`), most articles first; "" for an unknown publisher.
        undated: Matching articles without a day.
    """

    days: tuple[date, ...] = ()
    publishers: tuple[tuple[str, tuple[int, ...]], ...] = ()
    undated: int = 0


@dataclass(frozen=True, slots=True)
class IndexChange:
    """An entry of the change log with the current article; None when it was removed.

    Args:
        visible_with: Number of the last change that must become visible together with this one; 0 for none.
        moved: Whether the article only moved to another story.
    """

    number: int
    article_id: ArticleId
    article: Article | None
    visible_with: int = 0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class IndexStats:
    """The size of the index; `terms` is 0 where they are not counted.

    Args:
        number: Number of the last applied change.
    """

    number: int
    articles: int
    terms: int
    segments: int
    disk_bytes: int


class ArticleIndex(Protocol):
    """A searchable copy of the store that follows its change log."""

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        ...

    async def stats(self) -> IndexStats:
        """Return the size of the index."""
        ...

    async def facts(self) -> CorpusFacts:
        """Return figures of the articles in the index."""
        ...

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Apply changes, numbers ascending; changes already applied are skipped."""
        ...

    async def search(self, request: SearchRequest) -> SearchResult:
        """Return the best articles for a query."""
        ...

    async def similar(self, article_id: ArticleId, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most similar to an article in the index."""
        ...

    async def nearest(self, text: str, *, limit: int) -> tuple[Hit, ...]:
        """Return the articles most similar to a text; scores are cosines in [0, 1]."""
        ...

    async def sharing(self, request: SharedWords) -> list[ArticleId]:
        """Return the articles that share most of a request's words, best first within each language."""
        ...

    async def passages(
        self, ids: Sequence[ArticleId], query: Query | None, *, synonyms: Synonyms = NO_SYNONYMS
    ) -> list[Passages]:
        """Return the sentences of those articles that are in the index, in the order given."""
        ...
