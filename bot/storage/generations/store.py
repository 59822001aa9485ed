"""Generations in the database: staged in batches, activated and undone in one step."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, insert, select, update

import bot
from bot.alerts.matching.match import MatchBatch
from bot.corpus.article import ArticleId
from bot.corpus.ports import Change, ChangeKind
from bot.errors import Localizable, localizable
from bot.ingest.batch import Revision
from bot.ingest.reload.generation import (
    AlertDecision,
    Generation,
    GenerationId,
    GenerationState,
    NothingToUndo,
    ReloadReport,
    ReloadRunning,
)
from bot.storage.articles.commit import rows_of
from bot.storage.articles.moves import move_staged
from bot.storage.articles.redirects import follow_redirects
from bot.storage.articles.revisions import mark_undone
from bot.storage.database import Database
from bot.storage.generations.cleanup import clean_up, finalize
from bot.storage.generations.matches import (
    News,
    check_stories,
    drop_matches,
    follow_articles_of,
    release_matches,
    store_news,
)
from bot.storage.generations.rows import STAGING, check_open, close_dead, end, generation_of, report_values
from bot.storage.generations.staging import change_count, stage
from bot.storage.generations.switch import activate, drop_conflicting
from bot.storage.schema.delivery import match_batches
from bot.storage.schema.generations import generation_changes, generations, switches
from bot.stories.story import StoryId


class SqlGenerationStore:
    """Implements `bot.ingest.reload.generation.GenerationStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Ends with its process, however that ends.
        self._lease = database.lease("reload")
        self._busy = False

    async def begin(self, origin: str, admin_id: int | None, now: datetime) -> Generation:
        """Open a generation; leftovers of generations whose process died are removed first.

        Raises:
            ReloadRunning: Another generation is open.
        """
        row = {
            "origin": origin,
            "admin_id": admin_id,
            "started_at": now,
            "state": STAGING,
            "swept": False,
            "report": report_values(ReloadReport()),
            "program": bot.__version__,
        }
        await self._acquire()
        try:
            async with self._database.write() as connection:
                await close_dead(connection, now)
                added = await connection.execute(insert(generations).values(row).returning(generations))
                opened = generation_of(added.one())
            await clean_up(self._database)
        except BaseException:
            await self._release()
            raise
        return opened

    async def _acquire(self) -> None:
        if self._busy or not await self._lease.take():
            raise ReloadRunning(await self._running_reason())
        self._busy = True

    async def _release(self) -> None:
        self._busy = False
        await self._lease.release()

    async def _running_reason(self) -> Localizable:
        last = await self.get()
        if last is None or last.state is not GenerationState.STAGING:
            return localizable("reload-undoing")
        return localizable("reload-running", since=f"{last.started_at:%H:%M:%S} UTC")

    async def stage(
        self, generation: Generation, revisions: Sequence[Revision], removed: Sequence[ArticleId]
    ) -> None:
        """Add revisions and removals to an open generation.

        Raises:
            VersionConflict: The generation is closed.
        """
        rows = await asyncio.to_thread(rows_of, revisions)
        async with self._database.write() as connection:
            await check_open(connection, generation)
            await stage(connection, generation.id, rows, removed)

    async def switch(
        self,
        generation: Generation,
        report: ReloadReport,
        matches: Sequence[MatchBatch] = (),
        redirects: Mapping[StoryId, StoryId] | None = None,
        *,
        moves: Mapping[ArticleId, StoryId] | None = None,
        based_on: int,
        now: datetime,
    ) -> list[Change]:
        """Make a generation active in one step; the one before can no longer be undone.

        Raises:
            VersionConflict: The generation is closed.
        """
        news = News(matches, moves or {}, redirects or {})
        lines = await self._activate(replace(generation, report=report), news, based_on, now)
        await self._release()
        return lines

    async def _activate(
        self, generation: Generation, news: News, based_on: int, now: datetime
    ) -> list[Change]:
        if await self._is_empty(generation):
            await self._close(generation, GenerationState.UNCHANGED, generation.report, now)
            return []
        await finalize(self._database)
        async with self._database.write() as connection:
            await check_open(connection, generation)
            await drop_conflicting(connection, generation.id, based_on)
            if not await change_count(connection, generation.id):
                await end(connection, replace(generation, state=GenerationState.UNCHANGED), now)
                return []
            last = await activate(connection, generation.id, now, undo=False)
            await move_staged(connection, generation.id, news.moves)
            await follow_redirects(connection, generation.id)
            await follow_articles_of(connection, generation.id)
            await store_news(connection, generation, news, now)
            if (decision := generation.report.alerts) is not AlertDecision.ASK:
                await check_stories(connection, generation.id, quiet=decision is AlertDecision.QUIET)
            await end(connection, replace(generation, state=GenerationState.LIVE), now)
        return await self._changes(generation.id, last)

    async def decide(self, generation: GenerationId, decision: AlertDecision, now: datetime) -> Generation:
        """Send or drop the matches that a generation holds, once; return the generation as it is then."""
        query = select(generations).where(generations.c.id == generation)
        async with self._database.write() as connection:
            decided = generation_of((await connection.execute(query)).one())
            if decided.report.alerts is not AlertDecision.ASK:
                return decided
            if decision is AlertDecision.SEND:
                await release_matches(connection, generation, now)
            else:
                await drop_matches(connection, generation)
            await check_stories(connection, generation, quiet=decision is not AlertDecision.SEND)
            decided = replace(decided, report=replace(decided.report, alerts=decision))
            report = {"report": report_values(decided.report)}
            await connection.execute(update(generations).where(generations.c.id == generation).values(report))
        return decided

    async def abort(self, generation: Generation, report: ReloadReport, now: datetime) -> None:
        """Close a generation without making it active."""
        try:
            await self._close(generation, GenerationState.FAILED, report, now)
            await clean_up(self._database)
        finally:
            await self._release()

    async def undo(self, generation: GenerationId | None, now: datetime) -> Generation:
        """Revert the active generation in one step; return it.

        Raises:
            NothingToUndo: There is none.
            ReloadRunning: A reload is running.
        """
        await self._acquire()
        try:
            undone = await self._undo(generation, now)
            await clean_up(self._database)
        finally:
            await self._release()
        return undone

    async def _undo(self, generation: GenerationId | None, now: datetime) -> Generation:
        live = select(generations).where(generations.c.state == GenerationState.LIVE.value)
        async with self._database.write() as connection:
            await close_dead(connection, now)
            row = (await connection.execute(live)).first()
            if row is None or generation not in (None, row.id):
                raise NothingToUndo(localizable("reload-done-with"))
            undone = replace(generation_of(row), state=GenerationState.UNDONE)
            await activate(connection, undone.id, now, undo=True)
            await mark_undone(connection, undone.id)
            await follow_articles_of(connection, undone.id)
            await check_stories(connection, undone.id, quiet=False)
            await drop_matches(connection, undone.id)
            await end(connection, undone, now)
        return undone

    async def get(self, generation: GenerationId | None = None) -> Generation | None:
        """Return a generation, by default the newest; None when there is none."""
        query = select(generations).order_by(generations.c.id.desc()).limit(1)
        if generation is not None:
            query = query.where(generations.c.id == generation)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return generation_of(row) if row else None

    async def holding(self) -> Generation | None:
        """Return the newest generation that holds matches for a decision; None when none does."""
        async with self._database.read() as connection:
            newest = await connection.scalar(select(func.max(match_batches.c.held)))
        return await self.get(newest) if newest is not None else None

    async def _is_empty(self, generation: Generation) -> bool:
        async with self._database.read() as connection:
            return await change_count(connection, generation.id) == 0

    async def _close(
        self, generation: Generation, state: GenerationState, report: ReloadReport, now: datetime
    ) -> None:
        closed = replace(generation, state=state, report=report)
        async with self._database.write() as connection:
            await end(connection, closed, now, only=generations.c.state == STAGING)

    async def _changes(self, generation: GenerationId, last: int) -> list[Change]:
        query = select(generation_changes).where(generation_changes.c.generation == generation)
        async with self._database.read() as connection:
            base = await connection.scalar(select(switches.c.base).where(switches.c.number == last)) or 0
            rows = await connection.execute(query.order_by(generation_changes.c.position))
            return [
                Change(base + row.position, ChangeKind(row.kind), ArticleId(row.article_id), together=last)
                for row in rows
            ]
