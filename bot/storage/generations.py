"""Generations in the database: staged row by row, put in force and taken back by one number."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.commit import Revision
from bot.corpus.article import ArticleId
from bot.corpus.ports import Change, ChangeKind
from bot.errors import VersionConflict, Wording, wording
from bot.generation import (
    Generation,
    GenerationId,
    GenerationState,
    NothingToUndo,
    ReloadReport,
    ReloadRunning,
)
from bot.storage.change_log import take_numbers
from bot.storage.commit import latest_revisions, rows_of
from bot.storage.database import Database, in_parts
from bot.storage.generation_sweep import settle, sweep
from bot.storage.generation_tables import file_marks, generation_changes, generations, switches
from bot.storage.rows import Json
from bot.storage.tables import article_rows, articles, changes, counters

_STAGING = GenerationState.STAGING.value


class SqlGenerationStore:
    """`bot.generation.GenerationStore` on the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Held by one process at a time, and let go of when it dies, however it dies.
        self._lease = database.lease("reload")
        self._busy = False

    async def begin(self, origin: str, admin_id: int | None, now: datetime) -> Generation:
        """Open a generation; what dead ones left behind is removed first.

        Raises:
            ReloadRunning: Another one is open.
        """
        row = {
            "origin": origin,
            "admin_id": admin_id,
            "started_at": now,
            "state": _STAGING,
            "swept": False,
            "report": asdict(ReloadReport()),
        }
        await self._take()
        try:
            async with self._database.write() as connection:
                await _close_dead(connection, now)
                added = await connection.execute(insert(generations).values(row).returning(generations))
                opened = generation_of(added.one())
            await sweep(self._database)
        except BaseException:
            await self._let_go()
            raise
        return opened

    async def _take(self) -> None:
        if self._busy or not await self._lease.take():
            raise ReloadRunning(await self._under_way())
        self._busy = True

    async def _let_go(self) -> None:
        self._busy = False
        await self._lease.release()

    async def _under_way(self) -> Wording:
        last = await self.get()
        if last is None or last.state is not GenerationState.STAGING:
            return wording("reload-undoing")
        return wording("reload-running", since=f"{last.started_at:%H:%M:%S} UTC")

    async def stage(
        self, generation: Generation, revisions: Sequence[Revision], removed: Sequence[ArticleId]
    ) -> None:
        """Put revisions beside the running corpus, and note what is to leave it.

        Raises:
            VersionConflict: The generation is closed.
        """
        rows = await asyncio.to_thread(rows_of, revisions)
        ids = [ArticleId(row["id"]) for row in rows]
        async with self._database.write() as connection:
            await _still_open(connection, generation)
            there = await _titles(connection, [*ids, *removed])
            leaving = [each for each in removed if each in there]
            lines = [
                *(
                    _line(ChangeKind.CHANGED if r["id"] in there else ChangeKind.ADDED, r["id"], r["title"])
                    for r in rows
                ),
                *(_line(ChangeKind.REMOVED, each, there[each]) for each in leaving),
            ]
            if not lines:
                return
            first = await _count(connection, generation.id) + 1
            for position, line in enumerate(lines, first):
                line |= {"generation": generation.id, "position": position}
            await connection.execute(insert(generation_changes), lines)
            await _put_aside(connection, generation.id, [*ids, *leaving])
            await _beside(connection, generation.id, rows, first)

    async def switch(
        self, generation: Generation, report: ReloadReport, *, based_on: int, now: datetime
    ) -> list[Change]:
        """Put a generation in force, all at once; the one before can no longer be taken back.

        Raises:
            VersionConflict: The generation is closed.
        """
        lines = await self._switched(generation, report, based_on, now)
        await self._let_go()
        return lines

    async def _switched(
        self, generation: Generation, report: ReloadReport, based_on: int, now: datetime
    ) -> list[Change]:
        if await self._changes_nothing(generation):
            await self._close(generation, GenerationState.UNCHANGED, report, now)
            return []
        await settle(self._database)
        async with self._database.write() as connection:
            await _still_open(connection, generation)
            await _yield_to_newer(connection, generation.id, based_on)
            if not await _count(connection, generation.id):
                await _end(connection, generation.id, GenerationState.UNCHANGED, report, now)
                return []
            last = await _switch(connection, generation.id, now, back=False)
            await _end(connection, generation.id, GenerationState.LIVE, report, now)
        return await self._lines(generation.id, last)

    async def give_up(self, generation: Generation, report: ReloadReport, now: datetime) -> None:
        """Close a generation that is not to come into force."""
        try:
            await self._close(generation, GenerationState.FAILED, report, now)
            await sweep(self._database)
        finally:
            await self._let_go()

    async def undo(self, generation: GenerationId | None, now: datetime) -> Generation:
        """Take the generation in force back, all at once; return it.

        Raises:
            NothingToUndo: There is none.
            ReloadRunning: A reload is under way.
        """
        await self._take()
        try:
            undone = await self._taken_back(generation, now)
            await sweep(self._database)
        finally:
            await self._let_go()
        return undone

    async def _taken_back(self, generation: GenerationId | None, now: datetime) -> Generation:
        live = select(generations).where(generations.c.state == GenerationState.LIVE.value)
        async with self._database.write() as connection:
            await _close_dead(connection, now)
            row = (await connection.execute(live)).first()
            if row is None or generation not in (None, row.id):
                raise NothingToUndo(wording("reload-done-with"))
            undone = replace(generation_of(row), state=GenerationState.UNDONE)
            await _switch(connection, undone.id, now, back=True)
            await _end(connection, undone.id, undone.state, undone.report, now)
        return undone

    async def get(self, generation: GenerationId | None = None) -> Generation | None:
        """Return a generation, the newest when none is named; None when there is none."""
        query = select(generations).order_by(generations.c.id.desc()).limit(1)
        if generation is not None:
            query = query.where(generations.c.id == generation)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return generation_of(row) if row else None

    async def _changes_nothing(self, generation: Generation) -> bool:
        async with self._database.read() as connection:
            return await _count(connection, generation.id) == 0

    async def _close(
        self, generation: Generation, state: GenerationState, report: ReloadReport, now: datetime
    ) -> None:
        async with self._database.write() as connection:
            await _end(connection, generation.id, state, report, now, only=generations.c.state == _STAGING)

    async def _lines(self, generation: GenerationId, last: int) -> list[Change]:
        query = select(generation_changes).where(generation_changes.c.generation == generation)
        async with self._database.read() as connection:
            base = await connection.scalar(select(switches.c.base).where(switches.c.number == last)) or 0
            rows = await connection.execute(query.order_by(generation_changes.c.position))
            return [
                Change(base + row.position, ChangeKind(row.kind), ArticleId(row.article_id), together=last)
                for row in rows
            ]


def generation_of(row: Row[Any]) -> Generation:
    """Return the generation a row of `generations` holds."""
    return Generation(
        id=GenerationId(row.id),
        origin=row.origin,
        admin_id=row.admin_id,
        started_at=row.started_at,
        state=GenerationState(row.state),
        report=ReloadReport(**row.report),
    )


def _line(kind: ChangeKind, article_id: str, title: str) -> Json:
    return {"kind": kind.value, "article_id": article_id, "title": title}


async def _close_dead(connection: AsyncConnection, now: datetime) -> None:
    """Close generations whose process died: we hold the lease."""
    report = asdict(ReloadReport(reason="the program was stopped in the middle of it"))
    failed = {"state": GenerationState.FAILED.value, "ended_at": now, "report": report}
    await connection.execute(update(generations).where(generations.c.state == _STAGING).values(failed))


async def _still_open(connection: AsyncConnection, generation: Generation) -> None:
    mine = (generations.c.id == generation.id, generations.c.state == _STAGING)
    if await connection.scalar(select(generations.c.id).where(*mine)) is None:
        raise VersionConflict(f"generation {generation.id} is closed")


async def _end(
    connection: AsyncConnection,
    generation: int,
    state: GenerationState,
    report: ReloadReport,
    now: datetime,
    only: ColumnElement[bool] | None = None,
) -> None:
    mine = [generations.c.id == generation, *([] if only is None else [only])]
    values = {"state": state.value, "report": asdict(report), "ended_at": now}
    await connection.execute(update(generations).where(*mine).values(values))


async def _count(connection: AsyncConnection, generation: int) -> int:
    position = select(func.max(generation_changes.c.position))
    return await connection.scalar(position.where(generation_changes.c.generation == generation)) or 0


async def _titles(connection: AsyncConnection, ids: Sequence[ArticleId]) -> dict[str, str]:
    """The titles of those that are live."""
    found: dict[str, str] = {}
    for part in in_parts(ids):
        query = select(articles.c.id, articles.c.title).where(articles.c.id.in_(part))
        found |= {row.id: row.title for row in await connection.execute(query)}
    return found


async def _put_aside(connection: AsyncConnection, generation: int, ids: Sequence[ArticleId]) -> None:
    """Mark live rows to leave when the generation comes into force."""
    for part in in_parts(ids):
        live = select(articles.c.key).where(articles.c.id.in_(part))
        leaving = update(article_rows).where(article_rows.c.key.in_(live))
        await connection.execute(leaving.values(until=generation))


async def _beside(connection: AsyncConnection, generation: int, rows: Sequence[Json], first: int) -> None:
    """Put rows beside the live ones."""
    revision = await latest_revisions(connection, [ArticleId(row["id"]) for row in rows])
    for position, each in enumerate(rows, first):
        each |= {
            "generation": generation,
            "change": position,
            "revision": revision.get(each["id"], 0) + 1,
        }
    if rows:
        await connection.execute(insert(article_rows), rows)


async def _yield_to_newer(connection: AsyncConnection, generation: int, based_on: int) -> None:
    """Leave out what somebody else changed after the generation was compared with it."""
    newer = select(changes.c.article_id).where(changes.c.number > based_on)
    texts = select(articles.c.fingerprint).where(
        articles.c.id.in_(newer), articles.c.key.not_in(_leaving(generation))
    )
    same_text = select(article_rows.c.id).where(
        article_rows.c.generation == generation, article_rows.c.fingerprint.in_(texts)
    )
    for ids in ((await connection.scalars(newer)).all(), (await connection.scalars(same_text)).all()):
        for part in in_parts(ids):
            staged = and_(article_rows.c.generation == generation, article_rows.c.id.in_(part))
            await connection.execute(delete(article_rows).where(staged))
            aside = and_(article_rows.c.until == generation, article_rows.c.id.in_(part))
            await connection.execute(update(article_rows).where(aside).values(until=None))
            lines = generation_changes.c
            await connection.execute(
                delete(generation_changes).where(lines.generation == generation, lines.article_id.in_(part))
            )


def _leaving(generation: int) -> Any:
    return select(article_rows.c.key).where(article_rows.c.until == generation)


async def _switch(connection: AsyncConnection, generation: int, now: datetime, *, back: bool) -> int:
    """Put a generation in force, or back out of it; return the last of its numbers."""
    numbers = await take_numbers(connection, await _count(connection, generation))
    await _unmark_files(connection, generation)
    row = {"number": numbers[-1], "base": numbers[0] - 1, "generation": generation, "back": back, "at": now}
    await connection.execute(insert(switches), [row])
    for name, value in (("generation", 0 if back else generation), ("switch", 0 if back else numbers[-1])):
        await connection.execute(update(counters).where(counters.c.name == name).values(value=value))
    return numbers[-1]


async def _unmark_files(connection: AsyncConnection, generation: int) -> None:
    """Forget that the files were read whole whose articles a generation changes."""
    theirs = or_(article_rows.c.generation == generation, article_rows.c.until == generation)
    sources = select(article_rows.c.source).where(theirs)
    await connection.execute(delete(file_marks).where(file_marks.c.source.in_(sources)))
