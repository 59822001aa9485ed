"""What must hold before a generation comes into force; a check that fails calls the reload off."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.corpus.article import Article, ArticleId
from bot.errors import Failure, localizable
from bot.ingest.reload.generation import ReloadReport
from bot.search.ports import SearchRequest, SearchResult
from bot.search.query.parser import parse

QUESTIONS = 20
"""Articles asked for by their headlines before the switch, at most."""
FOUND_WITHIN = 10
LEAST_FOUND = 0.5
"""Share of these that must be among the first `FOUND_WITHIN`."""


class ReloadAborted(Failure):
    """The reload was called off: the corpus stays as it was."""


class IndexStage(Protocol):
    """Indexing beside the running index."""

    async def stage(self, articles: Sequence[Article]) -> None:
        """Analyse articles beside the running index, so that they can come into force all at once."""
        ...

    async def search_staged(
        self, requests: Sequence[SearchRequest], gone: Sequence[ArticleId]
    ) -> list[SearchResult]:
        """Return what searches would find with everything prepared in force and some articles gone."""
        ...

    async def discard_staged(self) -> None:
        """Let go of what was prepared."""
        ...


def no_great_drop(report: ReloadReport, max_drop: float) -> None:
    """Refuse a great drop: more likely a folder half copied than news withdrawn.

    Args:
        max_drop: Share of the articles that may go at once, in [0, 1].

    Raises:
        Kept: More would go.
    """
    before = report.removed + report.changed + report.unchanged
    if report.removed > before * max_drop:
        share = f"{100 * max_drop:g}"
        raise ReloadAborted(localizable("why-drop", removed=report.removed, before=before, share=share))


async def found_by_headlines(
    index: IndexStage,
    headlines: Sequence[tuple[ArticleId, str]],
    gone: Sequence[ArticleId],
    now: datetime,
) -> None:
    """Ask for some of the new articles by their headlines, in the index as it would be.

    Raises:
        Kept: Too few were found.
    """
    chosen = headlines[:: -(-len(headlines) // QUESTIONS) or 1]
    asked = await asyncio.to_thread(_questions, chosen, now)
    results = await index.search_staged([request for _, request in asked], gone)
    found = sum(
        any(hit.article_id == article_id for hit in result.hits)
        for (article_id, _), result in zip(asked, results, strict=True)
    )
    if found < LEAST_FOUND * len(asked):
        raise ReloadAborted(localizable("why-smoke", found=found, asked=len(asked)))


def _questions(
    headlines: Sequence[tuple[ArticleId, str]], now: datetime
) -> list[tuple[ArticleId, SearchRequest]]:
    """Ask for each article by its headline; those of stop words alone ask for nothing."""
    parsed = [(article_id, parse(title, now=now)) for article_id, title in headlines]
    return [
        (article_id, SearchRequest(query, now, limit=FOUND_WITHIN))
        for article_id, query in parsed
        if query.root is not None
    ]
