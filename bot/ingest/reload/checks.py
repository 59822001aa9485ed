"""Checks before a generation becomes active; a failed check aborts the reload."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.corpus.article import Article, ArticleId
from bot.errors import Failure, localizable
from bot.ingest.reload.generation import ReloadReport
from bot.search.ports import SearchRequest, SearchResult
from bot.search.query.parser import parse

MAX_HEADLINES = 20
"""New articles searched by their headlines, at most."""
FOUND_WITHIN = 10
"""An article counts as found when it is among this many hits."""
MIN_FOUND = 0.5
"""Share of the headlines whose article must be found."""


class ReloadAborted(Failure):
    """The reload was aborted: the corpus did not change."""


class IndexStage(Protocol):
    """Indexes articles next to the active index."""

    async def stage(self, articles: Sequence[Article]) -> None:
        """Index articles that a later switch makes searchable all at once."""
        ...

    async def search_staged(
        self, requests: Sequence[SearchRequest], removed: Sequence[ArticleId]
    ) -> list[SearchResult]:
        """Return the results of searches with staged articles active and `removed` ones left out."""
        ...

    async def discard_staged(self) -> None:
        """Discard the staged articles."""
        ...


def check_drop(report: ReloadReport, max_drop: float) -> None:
    """Check that a reload doesn't remove too much: probably the folder is half copied.

    Args:
        max_drop: Share of the articles that may be removed at once, in [0, 1].

    Raises:
        ReloadAborted: More would be removed.
    """
    before = report.removed + report.changed + report.unchanged
    if report.removed > before * max_drop:
        share = f"{100 * max_drop:g}"
        raise ReloadAborted(localizable("why-drop", removed=report.removed, before=before, share=share))


async def check_headlines_found(
    index: IndexStage,
    headlines: Sequence[tuple[ArticleId, str]],
    removed: Sequence[ArticleId],
    now: datetime,
) -> None:
    """Check that searches for the headlines of some new articles find them.

    Raises:
        ReloadAborted: Too few were found.
    """
    sample = headlines[:: -(-len(headlines) // MAX_HEADLINES) or 1]
    searches = await asyncio.to_thread(_searches, sample, now)
    results = await index.search_staged([request for _, request in searches], removed)
    found = sum(
        any(hit.article_id == article_id for hit in result.hits)
        for (article_id, _), result in zip(searches, results, strict=True)
    )
    if found < MIN_FOUND * len(searches):
        raise ReloadAborted(localizable("why-smoke", found=found, asked=len(searches)))


def _searches(
    headlines: Sequence[tuple[ArticleId, str]], now: datetime
) -> list[tuple[ArticleId, SearchRequest]]:
    """A search for each headline, except those made of stop words alone."""
    queries = [(article_id, parse(title, now=now)) for article_id, title in headlines]
    return [
        (article_id, SearchRequest(query, now, limit=FOUND_WITHIN))
        for article_id, query in queries
        if query.root is not None
    ]
