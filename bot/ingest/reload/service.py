"""The reload, whole: the corpus folder read anew beside the running corpus, then switched in one step.

files --corpus/folder.py--> those that changed --article_path.analysed--> articles that are new or changed
    --stories, index.prepare--> staged as a generation beside the running one      (questions go on)
    --guard: no great drop--> --smoke: articles are found by their headlines-->
    ┌ one short transaction ─────────────────────────────────────────┐
    │ the generation's number put in force, one stretch of the change log │
    └────────────────────────────────────────────────────────────────┘
    every process follows the log; `undo` takes the number back. Nobody is ever told of either.
"""

import asyncio
from collections.abc import Callable, Collection
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.admin.audit import AuditEntry, AuditLog
from bot.corpus.ports import ChangeKind
from bot.errors import NewsbotError, RejectedInput, localizable, reason_of
from bot.ingest.batch import Revision
from bot.ingest.candidates import MOST_ARTICLES
from bot.ingest.dedupe import IngestPlan, Known, sift
from bot.ingest.folder import FolderReader
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.reload.checks import IndexStage, ReloadAborted, found_by_headlines, no_great_drop
from bot.ingest.reload.folder_state import FolderState, Look
from bot.ingest.reload.generation import (
    Generation,
    GenerationId,
    GenerationState,
    GenerationStore,
    ReloadLog,
    StagedChange,
)
from bot.ingest.reload.progress import Progress, ReloadJob, Stage
from bot.ingest.report import IngestReport
from bot.ingest.run import AnalysedBatch, IngestRun

MAX_DROP = 0.3
"""Share of a folder's articles that may go at once."""


@dataclass(slots=True)
class ReloadService:
    """Reads the corpus folder anew.

    Args:
        folder: The corpus folder; its articles' origin.
        max_drop: Share of its articles that may go at once, in [0, 1].
    """

    articles: IngestPipeline
    generations: GenerationStore
    book: ReloadLog
    audit: AuditLog
    index: IndexStage
    folder: Path
    clock: Callable[[], datetime]
    max_drop: float = MAX_DROP
    now_at: Progress | None = None
    stopping: bool = False
    shelf: FolderState = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = FolderState(self.folder, self.book, self.articles.commit)

    async def reload(
        self,
        admin_id: int | None = None,
        *,
        anyway: bool = False,
        progress: Callable[[Progress], None] = lambda _: None,
    ) -> Generation:
        """Read the corpus folder anew, and switch to it; return what became of it.

        A failure leaves the corpus as it was: the generation's report says why.

        Args:
            admin_id: Who asked; None for the terminal.
            anyway: Whether it may drop any number of articles.
            progress: Called often.

        Raises:
            ReloadRunning: Another one is under way, here or in another process.
        """
        run = await self.articles.begun()
        work = ReloadJob(await self.generations.begin(self.shelf.origin, admin_id, self.clock()), run)

        def tell(stage: Stage) -> None:
            if self.stopping and stage is not Stage.OVER:
                raise ReloadAborted(localizable("why-stopping"))
            self.now_at = work.progress(stage)
            progress(self.now_at)

        try:
            await self._make(work, tell, anyway=anyway)
        except BaseException as error:
            await asyncio.shield(self._give_up(work, error))
            if not isinstance(error, NewsbotError | OSError):
                raise
        finally:
            await self.index.discard_staged()
            tell(Stage.OVER)
            self.now_at = None
        over = await self.generations.get(work.generation.id)
        assert over is not None
        await self.audit.note(AuditEntry(over.started_at, admin_id, "reload", over.summary))
        return over

    async def generation(self, generation_id: GenerationId | None = None) -> Generation | None:
        """Return a generation, by default the newest; None if there is none."""
        return await self.generations.get(generation_id)

    async def changes(self, generation: Generation, kind: ChangeKind, limit: int) -> list[StagedChange]:
        """Return the first `limit` changes of a kind that a generation made."""
        return await self.book.changes(generation.id, kind, limit)

    async def rejects(self, generation: Generation) -> list[RejectedInput]:
        """Return what was rejected when the folder was last read; nothing for a reload without rejects."""
        return await self.book.rejects(generation.origin) if generation.report.rejected else []

    async def all_rejects(self) -> list[RejectedInput]:
        """Return the rejects of the last read of every origin: folder and feeds."""
        return await self.book.rejects()

    def stop(self) -> None:
        """Call off a reload that is under way, and any later one: the program is about to end."""
        self.stopping = True

    async def take_in(
        self,
        progress: Callable[[IngestReport], None] = lambda _: None,
        touched: Collection[Path] | None = None,
    ) -> IngestReport:
        """Read what changed in the folder into the running corpus, as at a start: alerts hear of it.

        After an undo nothing is read until the next reload, as it would come back the same. When more would
        go than may at once, those articles stay, and the files are read again the next time.

        Args:
            touched: Files and folders outside of which nothing changed; None when that is not known.
        """
        last = await self.generations.get()
        if last is not None and last.state is GenerationState.UNDONE:
            return IngestReport()
        look = await self.shelf.look(touched)
        if look.settled:
            return IngestReport(unchanged=look.unchanged)
        run = await self.articles.begun()
        run.max_drop = self.max_drop
        reel = await self.shelf.reel(look, run)
        before = len(run.report.rejected)
        report = await self.articles.ingest(
            reel, origin=self.shelf.origin, run=run, remove_missing=True, progress=progress
        )
        if not report.withheld:
            await self._remember(look, reel, run)
            await self.shelf.remember_rejects(run, self.clock())
        return replace(report, rejected=report.rejected[before:])

    async def undo(self, generation: GenerationId | None = None, *, by: int | None = None) -> Generation:
        """Take the last reload back, in one step; return it.

        Args:
            generation: The one that is meant; None for whichever is in force.
            by: Telegram id of the admin; None for the terminal.

        Raises:
            NothingToUndo: There is none.
            ReloadRunning: A reload is under way.
        """
        asked_at = self.clock()
        async with self.articles.working:
            undone = await self.generations.undo(generation, asked_at)
            await self.articles.copies.follow()
        await self.audit.note(AuditEntry(asked_at, by, "reload undo", undone.summary))
        return undone

    async def _make(self, work: ReloadJob, tell: Callable[[Stage], None], *, anyway: bool) -> None:
        tell(Stage.LOOKING)
        look = await self._look(work)
        work.reel = reel = await self.shelf.reel(look, work.run)
        if look.settled:
            await self._switch(work)
            return
        tell(Stage.READING)
        batches = self.articles.analysis.batches(reel, self.shelf.origin, work.run)
        async with aclosing(batches):
            async for batch in batches:
                await self._stage(work, batch)
                tell(Stage.READING)
        await self._stage_missing(work)
        await self.shelf.remember_rejects(work.run, self.clock())
        tell(Stage.CHECKING)
        if not anyway:
            no_great_drop(work.report(), self.max_drop)
        await found_by_headlines(self.index, work.headlines, work.removed, self.clock())
        tell(Stage.SWITCHING)
        await self._switch(work)
        await self._remember(look, reel, work.run)

    async def _look(self, work: ReloadJob) -> Look:
        if not self.folder.is_dir():
            raise ReloadAborted(localizable("why-no-folder", folder=str(self.folder)))
        work.based_on = await self.articles.store.last_change()
        look = await self.shelf.look()
        work.unchanged = look.unchanged
        return look

    async def _stage(self, work: ReloadJob, batch: AnalysedBatch) -> None:
        """Put what is new beside the running corpus."""
        run, articles = work.run, self.articles
        run.first_read.update(batch.same)
        if not batch.candidates:
            work.note(IngestPlan(), batch, ())
            return
        async with articles.working:
            done = sift(batch.candidates, await self._known(work, batch), run.first_read)
            news = [*done.added, *done.changed]
            assigned = await articles.stories.assign([each.article for each in news])
            work.staged += [each.article.id for each in news]
            revisions = [
                Revision(each.article, each.fingerprint, None, where.story_id, each.content_hash)
                for each, where in zip(news, assigned, strict=True)
            ]
            await self.generations.stage(work.generation, revisions, done.removed)
            await articles.commit.touch(done.to_touch)
        await self.index.stage([each.article for each in news])
        work.note(done, batch, news)

    async def _known(self, work: ReloadJob, batch: AnalysedBatch) -> Known:
        """What is stored of a batch, or staged."""
        marks = [each.fingerprint for each in batch.candidates]
        known = await self.articles.commit.known([each.article.id for each in batch.candidates], marks)
        await self.articles.copies.follow()
        staged = {mark: work.texts[mark] for mark in marks if mark in work.texts}
        return replace(known, holders={**known.holders, **staged})

    async def _stage_missing(self, work: ReloadJob) -> None:
        """Note the articles that are in no file any more; those of a file with rejects stay."""
        missing = await self.articles.missing(work.generation.origin, work.run)
        for start in range(0, len(missing), MOST_ARTICLES):
            part = missing[start : start + MOST_ARTICLES]
            await self.generations.stage(work.generation, [], part)
        work.removed += missing

    async def _switch(self, work: ReloadJob) -> None:
        async with self.articles.working:
            lines = await self.generations.switch(
                work.generation, work.report(), based_on=work.based_on, now=self.clock()
            )
            self.articles.stories.committed(lines)
            left_out = set(work.staged) - {each.article_id for each in lines}
            await self.articles.stories.withdraw(sorted(left_out))
            await self.articles.copies.follow()

    async def _remember(self, look: Look, reel: FolderReader, run: IngestRun) -> None:
        last = await self.articles.store.last_change()
        await self.shelf.remember(look, reel, run, at_change=last)

    async def _give_up(self, work: ReloadJob, error: BaseException) -> None:
        async with self.articles.working:
            await self.articles.stories.withdraw(work.staged)
        await self.generations.give_up(work.generation, work.report(reason_of(error)), self.clock())
