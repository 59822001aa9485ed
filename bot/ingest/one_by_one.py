"""Stores a batch; an error over one of its articles rejects that article alone."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.corpus.faults import Fault, is_about_article
from bot.ingest.run import AnalysedBatch

Store = Callable[[AnalysedBatch], Awaitable[None]]


async def store_isolated(batch: AnalysedBatch, store: Store) -> None:
    """Store a batch; if that raises an error of this program, store its articles one by one.

    Args:
        store: Stores a batch and records its results. After an error it may be called with the same articles.

    Raises:
        NewsbotError: What failed is not an article, as the database.
    """
    try:
        await store(batch)
    except Exception as error:
        if not is_about_article(error):
            raise
        await store(replace(batch, candidates=()))
        for candidate in batch.candidates:
            await _store_alone(AnalysedBatch((candidate,), {}, ()), store)


async def _store_alone(batch: AnalysedBatch, store: Store) -> None:
    try:
        await store(batch)
    except Exception as error:
        if not is_about_article(error):
            raise
        article = batch.candidates[0].article
        fault = Fault.of(error, source=article.source, article_id=article.id)
        await store(AnalysedBatch((), {}, (fault.rejected(),)))
