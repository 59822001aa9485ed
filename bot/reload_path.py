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
import time
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from bot.article_path import Analysed, ArticlePath, IngestReport, Run
from bot.commit import Revision
from bot.corpus.article import Article, ArticleId
from bot.corpus.folder import FileState, Reel, look_at, unread
from bot.corpus.reading import MOST_ARTICLES
from bot.corpus.sift import Candidate, Sifted, sift
from bot.errors import NewsbotError, RejectedInput
from bot.generation import (
    FileMark,
    Generation,
    GenerationId,
    GenerationState,
    GenerationStore,
    ReloadBook,
    ReloadReport,
)
from bot.search.ports import SearchRequest, SearchResult
from bot.search.query import parse

MAX_DROP = 0.3
"""Share of a folder's articles that may go at once."""
QUESTIONS = 20
"""Articles asked for by their headlines before the switch, at most."""
FOUND_WITHIN = 10
LEAST_FOUND = 0.5
"""Share of these that must be among the first `FOUND_WITHIN`."""


class Stage(StrEnum):
    """Where a reload is."""

    LOOKING = "looking"
    READING = "reading"
    CHECKING = "checking"
    SWITCHING = "switching"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reload is.

    Args:
        share: Of the bytes there are to read, in [0, 1].
        remaining_s: Seconds it will still take, about; None when that can't be told yet.
    """

    stage: Stage
    report: ReloadReport
    share: float = 0.0
    remaining_s: float | None = None


class IndexStage(Protocol):
    """Indexing beside the running index."""

    async def prepare(self, articles: Sequence[Article]) -> None:
        """Analyse articles beside the running index, so that they can come into force all at once."""
        ...

    async def rehearse(
        self, requests: Sequence[SearchRequest], gone: Sequence[ArticleId]
    ) -> list[SearchResult]:
        """Return what searches would find with everything prepared in force and some articles gone."""
        ...

    async def forget_prepared(self) -> None:
        """Let go of what was prepared."""
        ...


class Kept(NewsbotError):
    """The reload was called off: the corpus stays as it was; the text says why."""


@dataclass(slots=True)
class _Work:
    """One reload on its way."""

    generation: Generation
    started: float
    run: Run = field(default_factory=Run)
    reel: Reel | None = None
    files: list[FileState] = field(default_factory=list)
    texts: dict[str, ArticleId] = field(default_factory=dict)
    staged: list[ArticleId] = field(default_factory=list)
    removed: list[ArticleId] = field(default_factory=list)
    headlines: list[tuple[ArticleId, str]] = field(default_factory=list)
    unchanged: int = 0
    leaning: set[str] = field(default_factory=set)
    based_on: int = 0

    def report(self, reason: str = "") -> ReloadReport:
        """The counts so far."""
        counts = self.run.report
        return ReloadReport(
            added=counts.added,
            changed=counts.changed,
            removed=len(self.removed),
            unchanged=counts.unchanged + self.unchanged,
            duplicates=counts.duplicates,
            expired=counts.expired,
            rejected=len(counts.rejected),
            reason=reason,
            seconds=time.monotonic() - self.started,
        )

    def progress(self, stage: Stage) -> Progress:
        """How far it is."""
        reel, spent = self.reel, time.monotonic() - self.started
        share = reel.done / reel.total if reel and reel.total else 0.0
        remaining = spent * (1 - share) / share if share > 0.02 else None
        return Progress(stage, self.report(), share, remaining)


@dataclass(slots=True)
class ReloadPath:
    """Reads the corpus folder anew.

    Args:
        folder: The corpus folder; its articles' origin.
        max_drop: Share of its articles that may go at once, in [0, 1].
    """

    articles: ArticlePath
    generations: GenerationStore
    book: ReloadBook
    index: IndexStage
    folder: Path
    clock: Callable[[], datetime]
    max_drop: float = MAX_DROP
    now_at: Progress | None = None
    stopping: bool = False

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
        origin = str(self.folder)
        generation = await self.generations.begin(origin, admin_id, self.clock())
        work = _Work(generation, time.monotonic())
        if retention := self.articles.retention:
            work.run.cutoff = await retention.cutoff()

        def tell(stage: Stage) -> None:
            if self.stopping and stage is not Stage.OVER:
                raise Kept("the program is being stopped")
            self.now_at = work.progress(stage)
            progress(self.now_at)

        try:
            await self._make(work, tell, anyway=anyway)
        except BaseException as error:
            await asyncio.shield(self._give_up(work, error))
            if not isinstance(error, NewsbotError | OSError):
                raise
        finally:
            await self.index.forget_prepared()
            tell(Stage.OVER)
            self.now_at = None
        over = await self.generations.get(generation.id)
        assert over is not None
        return over

    def stop(self) -> None:
        """Call off a reload that is under way, and any later one: the program is about to end."""
        self.stopping = True

    async def take_in(self, progress: Callable[[IngestReport], None] = lambda _: None) -> IngestReport:
        """Read what changed in the folder into the running corpus, as at a start: alerts hear of it.

        After an undo nothing is read until the next reload, as it would come back the same.
        """
        last = await self.generations.get()
        if last is not None and last.state is GenerationState.UNDONE:
            return IngestReport()
        origin = str(self.folder)
        marks = await self.book.marks(origin)
        files = await asyncio.to_thread(look_at, self.folder)
        known = {f"{origin}/{each.source}": each for each in files}
        if known.keys() == marks.keys() and all(marks[key].mark == each.mark for key, each in known.items()):
            return IngestReport(unchanged=sum(each.articles for each in marks.values()))
        reel = Reel(self.folder, files)
        report = await self.articles.ingest(reel, origin=origin, remove_missing=True, progress=progress)
        leans = bool(report.duplicates or report.rejected)
        await self._remember(reel, files, report.rejected, lambda _: leans)
        return report

    async def undo(self, generation: GenerationId | None = None) -> Generation:
        """Take the last reload back, in one step; return it.

        Args:
            generation: The one that is meant; None for whichever is in force.

        Raises:
            NothingToUndo: There is none.
            ReloadRunning: A reload is under way.
        """
        async with self.articles.working:
            undone = await self.generations.undo(generation, self.clock())
            await self.articles.caught_up()
        return undone

    async def _make(self, work: _Work, tell: Callable[[Stage], None], *, anyway: bool) -> None:
        tell(Stage.LOOKING)
        files = await self._changed_files(work)
        if files is None:
            await self._switch(work)
            return
        work.reel = Reel(self.folder, files)
        tell(Stage.READING)
        async with aclosing(self.articles.analysed(work.reel, work.generation.origin, work.run)) as batches:
            async for batch in batches:
                await self._stage(work, batch)
                tell(Stage.READING)
        await self._stage_missing(work)
        tell(Stage.CHECKING)
        if not anyway:
            await self._guard(work)
        await self._smoke(work)
        tell(Stage.SWITCHING)
        await self._switch(work)
        rejected, leaning = work.run.report.rejected, work.leaning
        await self._remember(work.reel, work.files, rejected, leaning.__contains__)

    async def _changed_files(self, work: _Work) -> list[FileState] | None:
        """The files to be read: not those that are as at the last read; None when all are."""
        if not self.folder.is_dir():
            raise Kept(f"the folder {self.folder} is not there")
        work.based_on = await self.articles.store.last_change()
        origin = work.generation.origin
        marks = await self.book.marks(origin)
        files = await asyncio.to_thread(look_at, self.folder)
        work.files = files
        known = {source.removeprefix(f"{origin}/"): mark for source, mark in marks.items()}
        fresh = unread(files, {source: each.mark for source, each in known.items()})
        if not fresh and len(known) == len(files):
            work.unchanged = sum(each.articles for each in known.values())
            await self._keep_rejects(work, set(known))
            return None
        names = {each.source for each in fresh}
        # What came of some hangs on other files too, of which at least one changed or went.
        fresh = [each for each in files if each.source in names or known[each.source].leans]
        names = {each.source for each in fresh}
        left = [each.source for each in files if each.source not in names]
        work.unchanged = sum(known[source].articles for source in left)
        await self._keep_rejects(work, set(left))
        await self._keep_articles(work, {f"{origin}/{source}" for source in left})
        return fresh

    async def _keep_rejects(self, work: _Work, sources: set[str]) -> None:
        """What was rejected in files that are not read again stays rejected."""
        origin = work.generation.origin
        kept = [
            each
            for each in await self.book.rejects(origin)
            if each.source.removeprefix(f"{origin}/") in sources
        ]
        work.run.report = replace(work.run.report, rejected=tuple(kept))

    async def _keep_articles(self, work: _Work, sources: set[str]) -> None:
        async for part in self.articles.commit.sources(work.generation.origin):
            for article_id, source in part:
                if source in sources:
                    work.run.first_read[article_id] = source
                    work.run.met.add(article_id)

    async def _stage(self, work: _Work, batch: Analysed) -> None:
        """Put what is new beside the running corpus."""
        run, articles = work.run, self.articles
        run.first_read.update(batch.same)
        candidates = batch.candidates
        async with articles.working:
            known = await articles.commit.known(
                [each.article.id for each in candidates], [each.fingerprint for each in candidates]
            )
            await articles.caught_up()
            staged = {
                mark: work.texts[mark] for each in candidates if (mark := each.fingerprint) in work.texts
            }
            done = sift(candidates, replace(known, holders={**known.holders, **staged}), run.first_read)
            news = [*done.added, *done.changed]
            assigned = await articles.stories.assign([each.article for each in news])
            work.staged += [each.article.id for each in news]
            revisions = [
                Revision(each.article, each.fingerprint, None, where.story_id, each.reading)
                for each, where in zip(news, assigned, strict=True)
            ]
            await self.generations.stage(work.generation, revisions, done.removed)
        await self.index.prepare([each.article for each in news])
        self._note(work, done, batch, news)

    def _note(self, work: _Work, done: Sifted, batch: Analysed, news: Sequence[Candidate]) -> None:
        work.texts.update({each.fingerprint: each.article.id for each in news})
        work.removed += done.removed
        work.headlines += [(each.article.id, each.article.title) for each in news]
        if done.duplicates:
            work.leaning |= {each.article.source for each in batch.candidates}
        work.leaning |= {each.source for each in done.rejected}
        work.run.note(done, batch)

    async def _stage_missing(self, work: _Work) -> None:
        """Note the articles that are in no file any more; those of a file with rejects stay."""
        missing = await self.articles.missing(work.generation.origin, work.run)
        for start in range(0, len(missing), MOST_ARTICLES):
            part = missing[start : start + MOST_ARTICLES]
            await self.generations.stage(work.generation, [], part)
        work.removed += missing

    async def _guard(self, work: _Work) -> None:
        """Refuse a great drop: more likely a folder half copied than news withdrawn."""
        report = work.report()
        before = report.removed + report.changed + report.unchanged
        if report.removed > before * self.max_drop:
            raise Kept(
                f"{report.removed:,} of {before:,} articles would go, more than {self.max_drop:.0%}; "
                "if that is right, reload “anyway”"
            )

    async def _smoke(self, work: _Work) -> None:
        """Ask for some of the new articles by their headlines, in the index as it would be."""
        chosen = work.headlines[:: -(-len(work.headlines) // QUESTIONS) or 1]
        asked = await asyncio.to_thread(_questions, chosen, self.clock())
        results = await self.index.rehearse([request for _, request in asked], work.removed)
        found = sum(
            any(hit.article_id == article_id for hit in result.hits)
            for (article_id, _), result in zip(asked, results, strict=True)
        )
        if found < LEAST_FOUND * len(asked):
            raise Kept(
                f"smoke questions failed: {found} of {len(asked)} new articles found by their headlines"
            )

    async def _switch(self, work: _Work) -> None:
        async with self.articles.working:
            lines = await self.generations.switch(
                work.generation, work.report(), based_on=work.based_on, now=self.clock()
            )
            self.articles.stories.committed(lines)
            left_out = set(work.staged) - {each.article_id for each in lines}
            await self.articles.stories.withdraw(sorted(left_out))
            await self.articles.caught_up()

    async def _remember(
        self,
        reel: Reel,
        files: Sequence[FileState],
        rejected: Sequence[RejectedInput],
        leans: Callable[[str], bool],
    ) -> None:
        """Keep which files were read whole, and what was rejected, for the next time.

        Args:
            files: All there are, read or not.
            leans: Whether what came of a source hangs on other files too.
        """
        origin = str(self.folder)
        last = await self.articles.store.last_change()
        marks = {
            source: FileMark(each.mark, reel.read[each.source], leans(source))
            for each in reel.files
            if each.mark and each.source in reel.read and (source := f"{origin}/{each.source}")
        }
        here = {f"{origin}/{each.source}" for each in files}
        gone = [source for source in await self.book.marks(origin) if source not in here]
        await self.book.mark(marks, gone=gone, at_change=last)
        await self.book.put_rejects(origin, rejected, self.clock())

    async def _give_up(self, work: _Work, error: BaseException) -> None:
        reason = (
            str(error)
            if isinstance(error, NewsbotError | OSError)
            else f"it broke off ({type(error).__name__})"
        )
        async with self.articles.working:
            await self.articles.stories.withdraw(work.staged)
        await self.generations.give_up(work.generation, work.report(reason), self.clock())


def _questions(
    headlines: Sequence[tuple[ArticleId, str]], now: datetime
) -> list[tuple[ArticleId, SearchRequest]]:
    """Ask for each article by its headline; those of stop words alone ask for nothing."""
    parsed = [(article_id, parse(title, now=now)) for article_id, title in headlines]
    return [
        (article_id, SearchRequest(query, now, limit=FOUND_WITHIN))
        for article_id, query in parsed
        if query.root is not None
    ]
