"""The corpus folder beside what is remembered of its last read: which files need no reading."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.corpus.article import ArticleId
from bot.ingest.batch import ArticleCommit
from bot.ingest.folder import FileState, FolderReader, look_at, unread
from bot.ingest.reload.generation import KnownFile, ReloadLog
from bot.ingest.run import IngestRun


@dataclass(frozen=True, slots=True)
class Look:
    """The folder as it is now.

    Args:
        files: All there are.
        fresh: Those that must be read.
        unchanged: Articles of the others.
        settled: Whether nothing is new, changed or gone.
    """

    files: Sequence[FileState]
    fresh: Sequence[FileState]
    unchanged: int
    settled: bool

    @property
    def left(self) -> set[str]:
        """Sources of the files that need not be read."""
        return {each.source for each in self.files} - {each.source for each in self.fresh}


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder of articles, and what the book remembers of it."""

    folder: Path
    book: ReloadLog
    commit: ArticleCommit

    @property
    def origin(self) -> str:
        """What stands before the sources of its articles."""
        return str(self.folder)

    async def look(self, touched: Collection[Path] | None = None) -> Look:
        """Say which files must be read: not those that are as at the last read.

        Args:
            touched: Files and folders outside of which nothing changed since; None when that is not known.
        """
        files_read = await self.book.known_files(self.origin)
        known = {self._inside(source): file for source, file in files_read.items()}
        same = {} if touched is None else self._untouched(known, touched)
        files = await asyncio.to_thread(look_at, self.folder, same)
        fresh = unread(files, {source: each.file_hash for source, each in known.items()})
        if not fresh and len(known) == len(files):
            return Look(files, (), sum(each.articles for each in known.values()), settled=True)
        names = {each.source for each in fresh}
        # What came of some hangs on other files too, of which at least one changed or went.
        fresh = [each for each in files if each.source in names or known[each.source].shared]
        names = {each.source for each in fresh}
        left = [each.source for each in files if each.source not in names]
        return Look(files, fresh, sum(known[source].articles for source in left), settled=False)

    def _untouched(self, known: Mapping[str, KnownFile], touched: Collection[Path]) -> dict[str, str]:
        # Who watches may name the folder in another way than the settings do.
        folder, paths = self.folder.resolve(), {each.parent.resolve() / each.name for each in touched}
        return {
            source: each.file_hash
            for source, each in known.items()
            if paths.isdisjoint([folder / source, *(folder / source).parents])
        }

    async def reel(self, look: Look, run: IngestRun) -> FolderReader:
        """Return what reads the files that must be read; have a run know what stands in the others."""
        left = {f"{self.origin}/{source}" for source in look.left}
        # What was rejected in them stays rejected.
        rejects = await self.book.rejects(self.origin)
        kept = [each for each in rejects if f"{self.origin}/{self._inside(each.source)}" in left]
        run.report = replace(run.report, rejected=(*run.report.rejected, *kept))
        known: dict[str, dict[str, ArticleId]] = {each.source: {} for each in look.fresh}
        if not look.settled:
            async for part in self.commit.sources(self.origin):
                run.first_read.update((each.id, each.source) for each in part if each.source in left)
                for each in part:
                    if each.content_hash and (digests := known.get(self._inside(each.source))) is not None:
                        digests[each.content_hash] = each.id
        return FolderReader(self.folder, look.fresh, known)

    def _inside(self, source: str) -> str:
        return source.removeprefix(f"{self.origin}/")

    async def remember_rejects(self, run: IngestRun, now: datetime) -> None:
        """Keep what was rejected in the folder, now or before in files left alone, for the next time."""
        await self.book.put_rejects(self.origin, run.report.rejected, now)

    async def remember(self, look: Look, reel: FolderReader, run: IngestRun, *, at_change: int) -> None:
        """Keep which files were read whole, for the next time."""
        origin = self.origin
        known = {
            source: KnownFile(each.file_hash, reel.read[each.source], source in run.leaning)
            for each in reel.files
            if each.file_hash and each.source in reel.read and (source := f"{origin}/{each.source}")
        }
        here = {f"{origin}/{each.source}" for each in look.files}
        deleted = [source for source in await self.book.known_files(origin) if source not in here]
        await self.book.record_files(known, deleted=deleted, at_change=at_change)
