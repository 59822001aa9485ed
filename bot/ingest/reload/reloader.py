"""One reload: the corpus folder is read next to the active corpus, which is then switched in one step.

files --folder_state.py--> changed files --pipeline.batches--> articles that are new or changed
    --stories, index.stage--> staged as a generation       (questions still see the active corpus)
    --checks.py--> no large drop, and searches for headlines find their articles
    ┌ one short transaction ──────────────────────────────────────────────┐
    │ the generation becomes active, with one stretch of the change log   │
    └─────────────────────────────────────────────────────────────────────┘
every process follows the log; delivery sends what alerts match of the new articles, after a question to the
operator if much of the corpus is new (news.py). `undo` reverts the generation and sends nothing.
"""

from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.errors import localizable, reason_of
from bot.ingest.batch import Revision
from bot.ingest.candidates import MAX_BATCH_ARTICLES
from bot.ingest.dedupe import IngestPlan, Known, deduplicate
from bot.ingest.matching import require_complete
from bot.ingest.one_by_one import store_isolated
from bot.ingest.pipeline import IngestPipeline
from bot.ingest.reload.checks import IndexStage, ReloadAborted, check_drop, check_headlines_found
from bot.ingest.reload.folder_state import FolderScan, FolderState
from bot.ingest.reload.generation import GenerationStore
from bot.ingest.reload.news import report_with_alerts
from bot.ingest.reload.progress import ReloadJob, Stage
from bot.ingest.run import AnalysedBatch
from bot.ingest.writer import ArticleWriter


@dataclass(frozen=True, slots=True)
class Reloader:
    """Stages the corpus folder as a generation and switches to it; see `ReloadService` for the limits."""

    pipeline: IngestPipeline
    writer: ArticleWriter
    generations: GenerationStore
    index: IndexStage
    folder_state: FolderState
    clock: Callable[[], datetime]
    corpus_size: Callable[[], Awaitable[int]]
    max_drop: float
    max_news: float

    async def run(self, job: ReloadJob, enter: Callable[[Stage], None], *, anyway: bool) -> None:
        """Read the folder, stage what is new, check it, and switch to it.

        Args:
            enter: Called when a stage begins, and after every batch.
            anyway: Whether any number of articles may be removed.

        Raises:
            ReloadAborted: A check failed, or the folder doesn't exist.
        """
        enter(Stage.LOOKING)
        scan = await self._scan(job)
        job.reader = reader = await self.folder_state.reader(scan, job.run)
        if scan.same:
            await self._switch(job)
            return
        enter(Stage.READING)
        async with aclosing(self.pipeline.batches(reader, self.folder_state.origin, job.run)) as batches:
            async for batch in batches:
                await store_isolated(batch, partial(self._stage, job))
                enter(Stage.READING)
        await self._stage_missing(job)
        await self.folder_state.remember_rejects(job.run, self.clock())
        enter(Stage.CHECKING)
        if not anyway:
            check_drop(job.report(), self.max_drop)
        await check_headlines_found(self.index, job.headlines, job.removed, self.clock())
        enter(Stage.SWITCHING)
        await self._switch(job)
        last = await self.writer.store.last_change()
        await self.folder_state.remember(scan, reader, job.run, at_change=last)

    async def _scan(self, job: ReloadJob) -> FolderScan:
        if not self.folder_state.folder.is_dir():
            raise ReloadAborted(localizable("why-no-folder", folder=self.folder_state.origin))
        job.based_on = await self.writer.store.last_change()
        scan = await self.folder_state.scan()
        job.unchanged = scan.unchanged_articles
        return scan

    async def _stage(self, job: ReloadJob, batch: AnalysedBatch) -> None:
        """Stage the new and changed articles of a batch."""
        await job.run.first_read.update(batch.unchanged)
        if not batch.candidates:
            await job.record(IngestPlan(), batch)
            return
        async with self.writer.exclusive():
            known = await self._known(job, batch)
            read_before = await job.run.first_read.of([new.article.id for new in batch.candidates])
            plan = deduplicate(batch.candidates, known, read_before)
            articles = [candidate.article for candidate in plan.news]
            async with self.writer.assign(articles, staged=True) as assigned:
                require_complete(assigned)
                revisions = [
                    Revision.of(candidate, assignment.story_id)
                    for candidate, assignment in zip(plan.news, assigned, strict=True)
                ]
                matches = await self.pipeline.matching.of_news(
                    plan.added, assigned, known, self.pipeline.clock()
                )
                await self.generations.stage(job.generation, revisions, plan.removed)
            job.record_staged(plan, assigned, known, matches)
            await self.writer.touch(plan.to_touch)
        await self.index.stage(articles)
        await job.record(plan, batch)

    async def _known(self, job: ReloadJob, batch: AnalysedBatch) -> Known:
        """Return what is stored or staged about a batch."""
        known = await self.writer.known(batch.candidates)
        texts = [candidate.fingerprint for candidate in batch.candidates]
        staged = {text: job.texts[text] for text in texts if text in job.texts}
        return replace(known, holders={**known.holders, **staged})

    async def _stage_missing(self, job: ReloadJob) -> None:
        """Stage the removal of articles that are in no file; those of files with rejects stay."""
        missing = await self.writer.missing(self.folder_state.origin, job.run)
        for start in range(0, len(missing), MAX_BATCH_ARTICLES):
            await self.generations.stage(job.generation, [], missing[start : start + MAX_BATCH_ARTICLES])
        job.removed += missing

    async def _switch(self, job: ReloadJob) -> None:
        async with self.writer.exclusive():
            size = await self.corpus_size()
            report = report_with_alerts(job, corpus_size=size, max_news=self.max_news)
            changes = await self.generations.switch(
                job.generation,
                report,
                job.matches,
                job.redirects,
                moves=job.moves,
                based_on=job.based_on,
                now=self.clock(),
            )
            self.writer.committed(changes)
            if changes:
                await self.writer.keep_moves(job.staged)
            left_out = set(job.staged) - {change.article_id for change in changes}
            await self.writer.withdraw(sorted(left_out))
            await self.writer.follow()

    async def abort(self, job: ReloadJob, error: BaseException) -> None:
        """Close the generation of a reload that failed, and drop what it staged."""
        async with self.writer.exclusive():
            await self.writer.withdraw(job.staged)
        await self.generations.abort(job.generation, job.report(reason_of(error)), self.clock())
