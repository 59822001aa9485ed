"""Writes batches of articles: one transaction each, with consecutive change numbers."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

import bot
from bot.corpus.article import ArticleId
from bot.corpus.ports import Change, ChangeKind
from bot.errors import VersionConflict
from bot.ingest.batch import Batch, Revision, StoredRecord
from bot.ingest.dedupe import Candidate, Known
from bot.ingest.identity import Identity, identity_of
from bot.storage.articles.moves import (
    StoredMove,
    match_again,
    move_articles,
    stored_moves,
    waiting_alerts,
)
from bot.storage.articles.redirects import redirect, with_current_stories
from bot.storage.articles.revisions import archive, delete_archived, replace_rows
from bot.storage.articles.rows import Json, article_values
from bot.storage.articles.store import fingerprints_of
from bot.storage.articles.story_changes import move_updates, removal_updates, revision_updates
from bot.storage.articles.unmatched import record_unmatched, settle_late, unmatched
from bot.storage.change_log import last_number, take_numbers
from bot.storage.database import Database, change_among, rows_among
from bot.storage.delivery.expansion import follow_articles
from bot.storage.delivery.matches import insert_matches, requeue_matches
from bot.storage.delivery.story_updates import record_updates
from bot.storage.follow_state import record_checks
from bot.storage.schema.articles import article_revisions, article_rows, articles
from bot.storage.schema.change_log import changes
from bot.storage.schema.generations import file_marks

PAGE = 2_000
"""Articles in a batch of `sources`."""
_STORED = (articles.c.id, articles.c.source, articles.c.reading)


class SqlArticleCommit:
    """Implements `bot.ingest.batch.ArticleCommit`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known(self, ids: Sequence[ArticleId], fingerprints: Sequence[str]) -> Known:
        """Return what is stored under these ids and with these texts."""
        async with self._database.read() as connection:
            stored = await fingerprints_of(connection, ids)
            return Known(
                stored,
                await _holders(connection, fingerprints),
                await last_number(connection),
                await _former(connection, [article_id for article_id in ids if article_id not in stored]),
            )

    async def content_hashes(self, ids: Sequence[ArticleId]) -> dict[ArticleId, StoredRecord]:
        """Return the source and content hash of every stored id."""
        async with self._database.read() as connection:
            rows = await rows_among(connection, select(*_STORED), articles.c.id, ids)
        return {row[0]: StoredRecord(*row) for row in rows}

    async def identities(self, ids: Sequence[ArticleId], addresses: Sequence[str]) -> list[Identity]:
        """Return the identities of the live articles with these ids, or with these keys of addresses."""
        columns = (articles.c.id, articles.c.url, articles.c.title, articles.c.published_at, articles.c.extra)
        found: dict[str, Identity] = {}
        async with self._database.read() as connection:
            for column, keys in ((articles.c.id, ids), (articles.c.address, addresses)):
                rows = await rows_among(connection, select(*columns), column, keys)
                found |= {row.id: identity_of(*row) for row in rows}
        return list(found.values())

    async def touch(self, unchanged: Sequence[Candidate]) -> None:
        """Update source, content hash and program of articles whose stored texts are the same."""
        rows = [
            {
                "_id": candidate.article.id,
                "_text": candidate.fingerprint,
                "source": candidate.article.source,
                "reading": candidate.content_hash,
                "program": bot.__version__,
            }
            for candidate in unchanged
        ]
        same = (article_rows.c.id == bindparam("_id"), article_rows.c.fingerprint == bindparam("_text"))
        if rows:
            async with self._database.write() as connection:
                await connection.execute(update(article_rows).where(*same), rows)

    async def commit(self, batch: Batch) -> list[Change]:
        """Store a batch in one transaction; return its lines of the change log, in order.

        Raises:
            VersionConflict: Another process committed after `based_on`, changed a stored revision, or stored
                one of the texts.
            StoreError: The database failed.
        """
        rows = await asyncio.to_thread(rows_of, batch.revisions)
        async with self._database.write() as connection:
            ids = [ArticleId(row["id"]) for row in rows]
            stored = await fingerprints_of(connection, [*ids, *batch.removed, *batch.expired])
            await _check_conflicts(connection, batch, stored)
            batch = await with_current_stories(connection, batch)
            for row, revision in zip(rows, batch.revisions, strict=True):
                row["story_id"] = revision.story_id
            moves = await stored_moves(connection, batch.moves)
            log = list(_log_lines(batch, ids, moves, stored))
            if log or batch.redirects:
                numbers = await take_numbers(connection, len(log))
                for number, line in zip(numbers, log, strict=True):
                    line |= {"number": number, "at": batch.at}
                for number, row in zip(numbers, rows, strict=False):
                    row["change"] = number
                await _write(connection, batch, rows, moves, stored)
            if log:
                await connection.execute(insert(changes), log)
            await settle_late(connection, batch.late)
            await delete_archived(connection, batch.expired)
        return [Change(line["number"], ChangeKind(line["kind"]), line["article_id"]) for line in log]

    async def unmatched(self, limit: int) -> list[ArticleId]:
        """Return articles that were stored without their matches, the longest waiting first."""
        async with self._database.read() as connection:
            return await unmatched(connection, limit)

    async def sources(self, origin: str) -> AsyncIterator[list[StoredRecord]]:
        """Yield the live articles read from `origin`, in batches."""
        after = 0
        while True:
            query = (
                select(articles.c.key, *_STORED)
                .where(articles.c.source.startswith(f"{origin}/", autoescape=True), articles.c.key > after)
                .order_by(articles.c.key)
                .limit(PAGE)
            )
            async with self._database.read() as connection:
                rows = (await connection.execute(query)).all()
            if not rows:
                return
            after = rows[-1].key
            yield [StoredRecord(*row[1:]) for row in rows]


def rows_of(revisions: Sequence[Revision]) -> list[Json]:
    """Return the rows of `article_rows` for revisions, without change and revision numbers."""
    return [
        article_values(revision.article)
        | {
            "fingerprint": revision.fingerprint,
            "story_id": revision.story_id,
            "reading": revision.content_hash,
        }
        for revision in revisions
    ]


async def _former(connection: AsyncConnection, ids: Sequence[ArticleId]) -> frozenset[ArticleId]:
    """Return the ids of removed articles: archived, or replaced by the active generation."""
    archived = select(article_revisions.c.id).distinct()
    replaced = select(article_rows.c.id).where(article_rows.c.generation == 0)
    rows = await rows_among(connection, archived, article_revisions.c.id, ids)
    rows += await rows_among(connection, replaced, article_rows.c.id, ids)
    return frozenset(ArticleId(row.id) for row in rows)


async def _holders(connection: AsyncConnection, fingerprints: Sequence[str]) -> dict[str, ArticleId]:
    """Return the live article with each fingerprint."""
    query = select(articles.c.fingerprint, articles.c.id)
    rows = await rows_among(connection, query, articles.c.fingerprint, fingerprints)
    return {row.fingerprint: ArticleId(row.id) for row in rows}


async def _check_conflicts(
    connection: AsyncConnection, batch: Batch, stored: Mapping[ArticleId, str]
) -> None:
    if batch.based_on not in (None, last := await last_number(connection)):
        raise VersionConflict(f"computed at change {batch.based_on}, but the log is at {last}")
    for revision in batch.revisions:
        if stored.get(revision.article.id) != revision.replaces:
            raise VersionConflict(f"another process committed article {revision.article.id}")
    leaving = {*(revision.article.id for revision in batch.revisions), *batch.removed, *batch.expired}
    new = [revision.fingerprint for revision in batch.revisions if revision.replaces is None]
    for holder in (await _holders(connection, new)).values():
        if holder not in leaving:
            raise VersionConflict(f"another process committed the same text as {holder}")


def _removed(batch: Batch, stored: Mapping[ArticleId, str]) -> list[ArticleId]:
    """Return the stored articles that the batch removes, expired ones included."""
    return [
        article_id for article_id in dict.fromkeys((*batch.removed, *batch.expired)) if article_id in stored
    ]


def _log_lines(
    batch: Batch, ids: Iterable[ArticleId], moves: Iterable[StoredMove], stored: Mapping[ArticleId, str]
) -> Iterator[Json]:
    """Yield the batch's lines of the change log, without numbers: revisions in order, removals, moves."""
    for article_id in ids:
        kind = ChangeKind.CHANGED if article_id in stored else ChangeKind.ADDED
        yield {"kind": kind.value, "article_id": article_id}
    for article_id in _removed(batch, stored):
        yield {"kind": ChangeKind.REMOVED.value, "article_id": article_id}
    for move in moves:
        yield {"kind": ChangeKind.MOVED.value, "article_id": move.article_id}


async def _write(
    connection: AsyncConnection,
    batch: Batch,
    rows: Sequence[Json],
    moves: Sequence[StoredMove],
    stored: Mapping[ArticleId, str],
) -> None:
    """Write everything of a batch except the change log."""
    removed, expired = _removed(batch, stored), set(batch.expired)
    leaving = [*(row["id"] for row in rows if row["id"] in stored), *removed]
    # Before the rows are deleted.
    removals = await removal_updates(
        connection, [article_id for article_id in removed if article_id not in expired]
    )
    await _forget_files(connection, rows, leaving)
    await archive(connection, [article_id for article_id in leaving if article_id not in expired], batch.at)
    await replace_rows(connection, rows, leaving)
    waiting = await waiting_alerts(connection, moves)
    await move_articles(connection, moves)
    await redirect(connection, batch.redirects)
    await follow_articles(connection, {row["id"]: row["story_id"] for row in rows})
    await requeue_matches(connection, [row["id"] for row in rows if row["id"] not in stored], batch.at)
    await insert_matches(connection, batch.matches)
    await match_again(connection, batch.rematches, moves, waiting)
    await record_unmatched(connection, batch, moves, waiting)
    updates = [*removals, *revision_updates(batch, stored), *move_updates(batch, moves)]
    await record_updates(connection, updates, batch.at)
    await record_checks(connection, [story_id for story_id, _, _ in updates])


async def _forget_files(
    connection: AsyncConnection, rows: Sequence[Json], leaving: Sequence[ArticleId]
) -> None:
    """Forget the files of these articles, so that the next reload reads them."""
    sources = {row["source"] for row in rows}
    rows_leaving = await rows_among(connection, select(articles.c.source), articles.c.id, leaving)
    sources |= {row.source for row in rows_leaving}
    await change_among(connection, delete(file_marks), file_marks.c.source, sorted(sources))
