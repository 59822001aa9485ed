"""Reloads the corpus folder, reads what changed in it, undoes reloads, and decides about their alerts.

`reloader.py` shows a reload from start to end.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.admin.audit import AuditEntry, AuditLog
from bot.corpus.ports import ChangeKind
from bot.errors import NewsbotError, RejectedInput, SearchUnavailable, localizable
from bot.ingest.folder import FolderReader
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.reload.checks import IndexStage, ReloadAborted
from bot.ingest.reload.folder_state import FolderState
from bot.ingest.reload.generation import (
    AlertDecision,
    Generation,
    GenerationId,
    GenerationState,
    GenerationStore,
    ReloadLog,
    StagedChange,
)
from bot.ingest.reload.news import MAX_NEWS
from bot.ingest.reload.progress import Progress, ReloadJob, Stage
from bot.ingest.reload.reloader import Reloader
from bot.ingest.report import IngestReport
from bot.ingest.writer import ArticleWriter

MAX_DROP = 0.3
"""Share of a folder's articles that may be removed at once."""


@dataclass(slots=True)
class ReloadService:
    """Keeps the corpus in line with the corpus folder.

    Args:
        folder: The corpus folder; the origin of its articles.
        corpus_size: Returns the number of articles in the corpus.
        max_drop: Share of its articles that may be removed at once, in [0, 1].
        max_news: Share of the corpus that may be new for alerts to be sent without asking, in [0, 1].
        current: Progress of the reload that runs in this process; None between reloads.
    """

    pipeline: IngestPipeline
    writer: ArticleWriter
    generations: GenerationStore
    log: ReloadLog
    audit: AuditLog
    index: IndexStage
    folder: Path
    clock: Callable[[], datetime]
    corpus_size: Callable[[], Awaitable[int]]
    max_drop: float = MAX_DROP
    max_news: float = MAX_NEWS
    current: Progress | None = field(default=None, init=False)
    _job: ReloadJob | None = field(default=None, init=False)
    _stopping: bool = field(default=False, init=False)
    _folder_state: FolderState = field(init=False)
    _reloader: Reloader = field(init=False)

    def __post_init__(self) -> None:
        self._folder_state = FolderState(self.folder, self.log, self.writer)
        self._reloader = Reloader(
            self.pipeline,
            self.writer,
            self.generations,
            self.index,
            self._folder_state,
            self.clock,
            self.corpus_size,
            self.max_drop,
            self.max_news,
        )

    async def reload(
        self,
        admin_id: int | None = None,
        *,
        anyway: bool = False,
        quiet: bool = False,
        progress: Callable[[Progress], None] = lambda _: None,
    ) -> Generation:
        """Read the corpus folder and switch to the result; return the generation.

        A failure leaves the corpus as it is; the generation's report says why.

        Args:
            admin_id: Telegram id of the operator who asked; None for the command line.
            anyway: Whether any number of articles may be removed.
            quiet: Whether no alerts are sent about new articles.
            progress: Called often.

        Raises:
            ReloadRunning: Another reload is running, here or in another process.
        """
        run = await self.pipeline.start_run()
        generation = await self.generations.begin(str(self.folder), admin_id, self.clock())
        self._job = job = ReloadJob(generation, run, quiet=quiet)

        def enter(stage: Stage) -> None:
            if self._stopping and stage is not Stage.OVER:
                raise ReloadAborted(localizable("why-stopping"))
            self.current = job.progress(stage)
            progress(self.current)

        try:
            await self._reloader.run(job, enter, anyway=anyway)
        except BaseException as error:
            await asyncio.shield(self._reloader.abort(job, error))
            if not isinstance(error, NewsbotError | OSError):
                raise
        finally:
            with suppress(SearchUnavailable):  # the next reload drops them
                await self.index.discard_staged()
            enter(Stage.OVER)
            self.current = self._job = None
        done = await self.generations.get(generation.id)
        assert done is not None
        await self.audit.note(AuditEntry(done.started_at, admin_id, "reload", done.summary))
        return done

    async def send_alerts(self, generation: GenerationId, *, by: int | None = None) -> Generation:
        """Send the alerts about a reload's new articles that wait for a decision; return its generation."""
        return await self._decide(generation, AlertDecision.SEND, by)

    async def keep_quiet(self, generation: GenerationId, *, by: int | None = None) -> Generation:
        """Send no alerts about the new articles of a reload, running or finished; return its generation."""
        if self._job is not None and self._job.generation.id == generation:
            self._job.quiet = True
        return await self._decide(generation, AlertDecision.QUIET, by)

    async def _decide(self, generation: GenerationId, decision: AlertDecision, by: int | None) -> Generation:
        decided = await self.generations.decide(generation, decision, self.clock())
        detail = f"generation {generation}: {decision.value}"
        await self.audit.note(AuditEntry(self.clock(), by, "reload alerts", detail))
        return decided

    async def generation(self, generation_id: GenerationId | None = None) -> Generation | None:
        """Return a generation, by default the newest; None if there is none."""
        return await self.generations.get(generation_id)

    async def holding_alerts(self) -> Generation | None:
        """Return the newest generation whose alerts wait for a decision; None if none does."""
        return await self.generations.holding()

    async def changes(self, generation: Generation, kind: ChangeKind, limit: int) -> list[StagedChange]:
        """Return the first `limit` changes of a kind that a generation made."""
        return await self.log.changes(generation.id, kind, limit)

    async def rejects(self, generation: Generation) -> list[RejectedInput]:
        """Return the rejects of the folder's last read; none for a reload without rejects."""
        return await self.log.rejects(generation.origin) if generation.report.rejected else []

    async def all_rejects(self) -> list[RejectedInput]:
        """Return the rejects of the last read of every origin: folder and feeds."""
        return await self.log.rejects()

    def stop(self) -> None:
        """Abort a running reload and refuse later ones: the program is about to stop."""
        self._stopping = True

    async def update(
        self,
        progress: Callable[[FolderReader, IngestReport], None] = lambda _, __: None,
        touched: Collection[Path] | None = None,
    ) -> IngestReport:
        """Ingest what changed in the folder, without a generation: new articles match alerts.

        After an undo nothing is read until the next reload, which would otherwise be repeated here. When too
        many articles are missing, they stay, and the next update reads the files again.

        Args:
            progress: Called after every batch.
            touched: The only files and folders in which something changed; None when unknown.
        """
        last = await self.generations.get()
        if last is not None and last.state is GenerationState.UNDONE:
            return IngestReport()
        scan = await self._folder_state.scan(touched)
        if scan.same:
            return IngestReport(unchanged=scan.unchanged_articles)
        run = await self.pipeline.start_run()
        run.max_drop = self.max_drop
        reader = await self._folder_state.reader(scan, run)
        before = len(run.report.rejected)
        report = await self.pipeline.ingest(
            reader,
            origin=str(self.folder),
            run=run,
            remove_missing=True,
            progress=lambda so_far: progress(reader, so_far),
        )
        if not report.withheld:
            last_change = await self.writer.store.last_change()
            await self._folder_state.remember(scan, reader, run, at_change=last_change)
            await self._folder_state.remember_rejects(run, self.clock())
        return replace(report, rejected=report.rejected[before:])

    async def undo(self, generation: GenerationId | None = None, *, by: int | None = None) -> Generation:
        """Revert the last reload in one step; return its generation.

        Args:
            generation: The generation to undo; None for the active one.
            by: Telegram id of the operator; None for the command line.

        Raises:
            NothingToUndo: No generation is active, or another one than `generation`.
            ReloadRunning: A reload is running.
        """
        asked_at = self.clock()
        async with self.writer.exclusive():
            undone = await self.generations.undo(generation, asked_at)
            await self.writer.follow()
        await self.audit.note(AuditEntry(asked_at, by, "reload undo", undone.summary))
        return undone
