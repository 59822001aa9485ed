"""Articles written to the database: one batch, one transaction, one stretch of the change log."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.corpus.article import ArticleId
from bot.corpus.ports import Change, ChangeKind
from bot.errors import VersionConflict
from bot.ingest.batch import Batch, Revision, StoredRecord
from bot.ingest.dedupe import Candidate, Known
from bot.storage.alerts.expansion import follow_articles, move_messages, requeue_matches
from bot.storage.alerts.story_updates import record_updates
from bot.storage.articles.revisions import archive, forget, put_in_place
from bot.storage.articles.rows import Json, article_values
from bot.storage.articles.store import fingerprints_of
from bot.storage.change_log import last_number, take_numbers
from bot.storage.database import Database, chunks
from bot.storage.schema.alerts import alerts, match_batches, outbox, story_news
from bot.storage.schema.articles import article_revisions, article_rows, articles, changes, story_redirects
from bot.storage.schema.generations import file_marks
from bot.stories.story import StoryId

SCAN = 2_000
_STORED = (articles.c.id, articles.c.source, articles.c.reading)


class SqlArticleCommit:
    """`bot.ingest.batch.ArticleCommit` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known(self, ids: Sequence[ArticleId], fingerprints: Sequence[str]) -> Known:
        """Return what is stored under these ids and with these texts."""
        async with self._database.read() as connection:
            stored = await fingerprints_of(connection, ids)
            return Known(
                stored,
                await holders_of(connection, fingerprints),
                await last_number(connection),
                await _former(connection, [each for each in ids if each not in stored]),
            )

    async def content_hashes(self, ids: Sequence[ArticleId]) -> dict[ArticleId, StoredRecord]:
        """Return where each known id was read, and what."""
        found: dict[ArticleId, StoredRecord] = {}
        async with self._database.read() as connection:
            for part in chunks(ids):
                query = select(*_STORED).where(articles.c.id.in_(part))
                found |= {row[0]: StoredRecord(*row) for row in await connection.execute(query)}
        return found

    async def touch(self, same: Sequence[Candidate]) -> None:
        """Note where articles were read this time, and what, whose stored texts are the same."""
        rows = [
            {
                "_id": each.article.id,
                "_text": each.fingerprint,
                "source": each.article.source,
                "reading": each.content_hash,
            }
            for each in same
        ]
        here = (article_rows.c.id == bindparam("_id"), article_rows.c.fingerprint == bindparam("_text"))
        if rows:
            async with self._database.write() as connection:
                await connection.execute(update(article_rows).where(*here), rows)

    async def commit(self, batch: Batch) -> list[Change]:
        """Store a batch whole or not at all; return its lines of the change log, in order.

        Raises:
            VersionConflict: Somebody committed after `based_on`, a stored revision is not the one compared
                with, or a new text is stored already.
            StoreError: The database refused.
        """
        rows = await asyncio.to_thread(rows_of, batch.revisions)
        async with self._database.write() as connection:
            ids = [ArticleId(row["id"]) for row in rows]
            stored = await fingerprints_of(connection, [*ids, *batch.removed, *batch.expired])
            await _recheck(connection, batch, stored)
            removed = [each for each in dict.fromkeys((*batch.removed, *batch.expired)) if each in stored]
            kept = [each for each in removed if each not in batch.expired]
            log = [
                *(_line(ChangeKind.CHANGED if each in stored else ChangeKind.ADDED, each) for each in ids),
                *(_line(ChangeKind.REMOVED, each) for each in removed),
            ]
            if not log:
                return []
            numbers = await take_numbers(connection, len(log))
            for number, line in zip(numbers, log, strict=True):
                line |= {"number": number, "at": batch.at}
            for number, row in zip(numbers, rows, strict=False):
                row["change"] = number
            news = await _leaving(connection, kept)
            leaving = [*(each for each in ids if each in stored), *removed]
            await _unmark(connection, rows, leaving)
            await archive(connection, [each for each in leaving if each not in batch.expired], batch.at)
            await forget(connection, batch.expired)
            await put_in_place(connection, rows, leaving)
            await _redirect(connection, batch.redirects)
            await follow_articles(connection, {row["id"]: row["story_id"] for row in rows})
            await requeue_matches(connection, [each for each in ids if each not in stored], batch.at)
            await _promise(connection, batch)
            await record_updates(connection, [*news, *_news(batch, stored)], batch.at)
            await connection.execute(insert(changes), log)
        return [Change(line["number"], ChangeKind(line["kind"]), line["article_id"]) for line in log]

    async def sources(self, origin: str) -> AsyncIterator[list[StoredRecord]]:
        """Yield the live articles read from `origin`, in batches."""
        after = 0
        while True:
            query = (
                select(articles.c.key, *_STORED)
                .where(articles.c.source.startswith(f"{origin}/", autoescape=True), articles.c.key > after)
                .order_by(articles.c.key)
                .limit(SCAN)
            )
            async with self._database.read() as connection:
                rows = (await connection.execute(query)).all()
            if not rows:
                return
            after = rows[-1].key
            yield [StoredRecord(*row[1:]) for row in rows]


async def _former(connection: AsyncConnection, ids: Sequence[ArticleId]) -> frozenset[ArticleId]:
    """Those that were here once: kept as an old text, or put aside by the generation in force."""
    found: set[str] = set()
    for part in chunks(ids):
        kept = select(article_revisions.c.id).where(article_revisions.c.id.in_(part)).distinct()
        aside = select(article_rows.c.id).where(article_rows.c.id.in_(part), article_rows.c.generation == 0)
        found |= {*(await connection.scalars(kept)), *(await connection.scalars(aside))}
    return frozenset(map(ArticleId, found))


def rows_of(revisions: Sequence[Revision]) -> list[Json]:
    """Return what `article_rows` keeps of revisions, but for their numbers."""
    return [
        article_values(each.article)
        | {"fingerprint": each.fingerprint, "story_id": each.story_id, "reading": each.content_hash}
        for each in revisions
    ]


def _line(kind: ChangeKind, article_id: ArticleId) -> Json:
    return {"kind": kind.value, "article_id": article_id}


async def holders_of(connection: AsyncConnection, fingerprints: Sequence[str]) -> dict[str, ArticleId]:
    """Return the live article that holds the text of each fingerprint, inside a transaction."""
    found: dict[str, ArticleId] = {}
    for part in chunks(fingerprints):
        query = select(articles.c.fingerprint, articles.c.id).where(articles.c.fingerprint.in_(part))
        found |= {row.fingerprint: ArticleId(row.id) for row in await connection.execute(query)}
    return found


async def _recheck(connection: AsyncConnection, batch: Batch, stored: dict[ArticleId, str]) -> None:
    if batch.based_on not in (None, last := await last_number(connection)):
        raise VersionConflict(f"computed at change {batch.based_on}, but the log is at {last}")
    for each in batch.revisions:
        if stored.get(each.article.id) != each.replaces:
            raise VersionConflict(f"article {each.article.id} was committed by somebody else")
    leaving = {*(each.article.id for each in batch.revisions), *batch.removed, *batch.expired}
    new = [each.fingerprint for each in batch.revisions if each.replaces is None]
    for holder in (await holders_of(connection, new)).values():
        if holder not in leaving:
            raise VersionConflict(f"the same text was committed by somebody else as {holder}")


async def _redirect(connection: AsyncConnection, redirects: Mapping[StoryId, StoryId]) -> None:
    """Lead merged stories to the ones they went into, and those that led to them likewise."""
    into = story_redirects.c.into
    for gone, kept in redirects.items():
        for table in (article_rows, match_batches, story_news):
            await connection.execute(update(table).where(table.c.story_id == gone).values(story_id=kept))
        await move_messages(connection, outbox.c.story_id == gone, kept)
        await connection.execute(update(story_redirects).where(into == gone).values(into=kept))
        await connection.execute(insert(story_redirects).values(story_id=gone, into=kept))


async def _unmark(connection: AsyncConnection, rows: Sequence[Json], leaving: Sequence[ArticleId]) -> None:
    """Forget that the files of these articles were read whole."""
    touched = {row["source"] for row in rows}
    for part in chunks(leaving):
        touched |= set(await connection.scalars(select(articles.c.source).where(articles.c.id.in_(part))))
    for sources in chunks(sorted(touched)):
        await connection.execute(delete(file_marks).where(file_marks.c.source.in_(sources)))


def _news(batch: Batch, stored: dict[ArticleId, str]) -> Iterator[tuple[StoryId, ArticleId, ChangeKind]]:
    """What the revisions do to their stories, those that went into others included."""
    for each in batch.revisions:
        if each.story_id is not None:
            known = each.article.id in stored
            story = batch.redirects.get(each.story_id, each.story_id)
            yield story, each.article.id, ChangeKind.CHANGED if known else ChangeKind.ADDED


async def _leaving(
    connection: AsyncConnection, removed: Sequence[ArticleId]
) -> list[tuple[StoryId, ArticleId, ChangeKind]]:
    """The stories that lose an article."""
    found = []
    for part in chunks(removed):
        query = select(articles.c.story_id, articles.c.id).where(articles.c.id.in_(part))
        found += [
            (StoryId(row.story_id), ArticleId(row.id), ChangeKind.REMOVED)
            for row in await connection.execute(query)
            if row.story_id is not None
        ]
    return found


async def _promise(connection: AsyncConnection, batch: Batch) -> None:
    """Write the match batches, without the alerts that are gone meanwhile."""
    fired = sorted({alert_id for match in batch.matches for alert_id in match.alert_ids})
    live: set[int] = set()
    for part in chunks(fired):
        live |= set(await connection.scalars(select(alerts.c.id).where(alerts.c.id.in_(part))))
    rows = [
        {
            "article_id": match.article_id,
            "story_id": match.story_id,
            "alert_ids": [each for each in match.alert_ids if each in live],
            "expanded": 0,
            "committed_at": match.committed_at,
            "title": match.title,
            "publisher": match.publisher,
            "language": match.language,
        }
        for match in batch.matches
    ]
    if kept := [row for row in rows if row["alert_ids"]]:
        await connection.execute(insert(match_batches), kept)
