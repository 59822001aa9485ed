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
EVENT_EVERY = 4


def corpus(edition: int) -> list[RawArticle]:
    """Return an edition: every third file changed, one file added and one removed since the previous.

    Every fourth file is reported twice more: in words that the first report lacks, and in the words of both,
    so that the last report merges the stories of the others.
    """
    numbers = range(edition, edition + FILES)
    events = [n for n in numbers if n % EVENT_EVERY == 0]
    return [
        *(_report(f"first-{n}", _words(n, "a")) for n in events),
        *(_changing(n, edition if n % 3 == 0 else 0) for n in numbers),
        *(_report(f"second-{n}", _words(n, "e")) for n in events),
        *(_report(f"both-{n}", f"{_words(n, 'a')} {_words(n, 'e')}") for n in events),
    ]


def _changing(number: int, plan: int) -> RawArticle:
    text = f"Report {number}\n\nThe harbour of town {number} was rebuilt, plan {plan}."
    return RawArticle(text=text, source=f"{number}.txt")


def _report(name: str, text: str) -> RawArticle:
    return RawArticle(text=f"{text}.", source=f"{name}.txt", language="en")


def _words(number: int, vowel: str) -> str:
    """Return words that no other number has."""
    name = "".join("bcdfghjklm"[int(digit)] for digit in str(number))
    return " ".join(f"{first}{vowel}{name}{vowel}z" for first in "bcdfghjklmnp")


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
