"""The corpus folder compared with its last read: which files must be read again."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.corpus.article import ArticleId
from bot.ingest.folder import FolderReader
from bot.ingest.folder_scan import FileState, KnownFile, changed_files, is_same, scan_folder
from bot.ingest.reload.generation import ReloadLog
from bot.ingest.run import IngestRun
from bot.ingest.writer import ArticleWriter


@dataclass(frozen=True, slots=True)
class FolderScan:
    """The folder as it is now.

    Args:
        files: All files.
        changed: Files that must be read.
        unchanged_articles: Articles and rejects in the other files.
        same: Whether no file was added, changed or deleted.
    """

    files: Sequence[FileState]
    changed: Sequence[FileState]
    unchanged_articles: int
    same: bool

    @property
    def unchanged(self) -> set[str]:
        """Sources of the files that need not be read."""
        return {file.source for file in self.files} - {file.source for file in self.changed}


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder of articles, and what the log remembers about it."""

    folder: Path
    log: ReloadLog
    writer: ArticleWriter

    @property
    def origin(self) -> str:
        """Prefix of the sources of its articles."""
        return str(self.folder)

    async def scan(self, touched: Collection[Path] | None = None) -> FolderScan:
        """Return which files must be read again.

        Args:
            touched: The only files and folders in which something changed; None when unknown.
        """
        by_source = await self.log.known_files(self.origin)
        known = {self._relative(source): file for source, file in by_source.items()}
        hashes = {} if touched is None else self._untouched(known, touched)
        files = await asyncio.to_thread(scan_folder, self.folder, hashes)
        known_hashes = {source: file.file_hash for source, file in known.items()}
        if is_same(files, known_hashes):
            return FolderScan(files, (), sum(file.articles for file in known.values()), same=True)
        must_read = {file.source for file in changed_files(files, known_hashes)}
        # A file that shares a text or an id with others may come out differently now.
        must_read |= {file.source for file in files if file.source in known and known[file.source].shared}
        changed = [file for file in files if file.source in must_read]
        unchanged = sum(known[file.source].articles for file in files if file.source not in must_read)
        return FolderScan(files, changed, unchanged, same=False)

    def _untouched(self, known: Mapping[str, KnownFile], touched: Collection[Path]) -> dict[str, str]:
        """Return the hashes of the files outside of `touched`."""
        # A watcher may use another name for the folder than the settings do.
        folder, paths = self.folder.resolve(), {path.parent.resolve() / path.name for path in touched}
        return {
            source: file.file_hash
            for source, file in known.items()
            if paths.isdisjoint([folder / source, *(folder / source).parents])
        }

    async def reader(self, scan: FolderScan, run: IngestRun) -> FolderReader:
        """Return a reader of the changed files; record the articles of unchanged files in the run."""
        unchanged = {f"{self.origin}/{source}" for source in scan.unchanged}
        # Rejects in unchanged files are still rejects.
        rejects = [
            reject
            for reject in await self.log.rejects(self.origin)
            if f"{self.origin}/{self._relative(reject.source)}" in unchanged
        ]
        run.report = replace(run.report, rejected=(*run.report.rejected, *rejects))
        known: dict[str, dict[str, ArticleId]] = {file.source: {} for file in scan.changed}
        if not scan.same:
            async for records in self.writer.sources(self.origin):
                stay = {record.id: record.source for record in records if record.source in unchanged}
                await run.first_read.update(stay)
                for record in records:
                    digests = known.get(self._relative(record.source))
                    if digests is not None and record.content_hash:
                        digests[record.content_hash] = record.id
        return FolderReader(self.folder, scan.changed, known)

    def _relative(self, source: str) -> str:
        return source.removeprefix(f"{self.origin}/")

    async def remember_rejects(self, run: IngestRun, now: datetime) -> None:
        """Store all rejects of the folder for the next read, those in unchanged files included."""
        await self.log.put_rejects(self.origin, run.report.rejected, now)

    async def remember(
        self, scan: FolderScan, reader: FolderReader, run: IngestRun, *, at_change: int
    ) -> None:
        """Store which files were read to their end, for the next read."""
        origin = self.origin
        records = {
            source: KnownFile(file.file_hash, reader.counts[file.source], source in run.shared_sources)
            for file in reader.files
            if file.file_hash and file.source in reader.counts and (source := f"{origin}/{file.source}")
        }
        present = {f"{origin}/{file.source}" for file in scan.files}
        deleted = [source for source in await self.log.known_files(origin) if source not in present]
        await self.log.record_files(records, deleted=deleted, at_change=at_change)
