"""Ingests edition after edition of a corpus into a database until killed: for test_ingest_killed."""

import asyncio
import sys
from datetime import UTC, datetime

import bot.ingest.candidates
from bot.corpus.raw import RawArticle
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.writer import ArticleWriter
from bot.storage.articles.commit import SqlArticleCommit
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.stories.projection import StoryProjection

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
FILES = 40


def corpus(edition: int) -> list[RawArticle]:
    """Return an edition: every third file changed, one file added and one removed since the previous."""
    return [
        RawArticle(
            text=f"Report {n}\n\nThe harbour of town {n} was rebuilt, plan {edition if n % 3 == 0 else 0}.",
            source=f"{n}.txt",
        )
        for n in range(edition, edition + FILES)
    ]


async def main(url: str) -> None:
    """Ingest edition after edition until killed."""
    await migrate(url)
    async with Database.open(url) as database:
        store = SqlArticleStore(database)
        stories = StoryProjection(store, SqlStoryStore(database))
        path = IngestPipeline(ArticleWriter(store, SqlArticleCommit(database), stories), lambda: NOW)
        for edition in range(10_000):
            await path.ingest(corpus(edition), origin="corpus", remove_missing=True)
            if edition == 0:
                print("ready", flush=True)  # noqa: T201


if __name__ == "__main__":
    bot.ingest.candidates.MOST_ARTICLES = 7
    asyncio.run(main(sys.argv[1]))
