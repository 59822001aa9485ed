"""`newsbot ingest`: adds files, folders and addresses to the corpus."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from bot.app.progress import show_progress
from bot.app.runtime.process import keep_loop_responsive, limit_malloc_arenas
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.files import files_in
from bot.corpus.raw import ReadResult
from bot.corpus.readers.response import is_article_file, read_response
from bot.corpus.web.ports import MAX_FEED_BYTES, Fetcher
from bot.errors import ConfigError, FetchError, RejectedInput, localizable
from bot.ingest.folder import FolderReader
from bot.ingest.folder_scan import FileState
from bot.ingest.report import IngestReport
from handlers.telegram.localize import in_english

MAX_REJECTS_PRINTED = 50
MAX_FILE_BYTES = 64_000_000
"""Size limit for a file of articles at an address."""


async def ingest_sources(settings: Settings, sources: Sequence[str], *, rejects: Path | None = None) -> int:
    """Ingest sources one after the other, and print the result of each.

    Args:
        sources: Paths, or addresses that begin with http:// or https://.
        rejects: File to write all rejects to, as JSON lines.

    Returns:
        Exit code: 1 when anything was rejected, else 0.

    Raises:
        ConfigError: A path does not exist, or the file of rejects can't be written.
    """
    for source in sources:
        if not _is_address(source) and not Path(source).exists():
            raise ConfigError(f"{source} does not exist.")
    limit_malloc_arenas()
    async with open_app(settings, read_corpus=False, progress=show_progress) as app:
        keep_loop_responsive()
        reports = [await _ingest(source, app) for source in sources]
    rejected = [reject for report in reports for reject in report.rejected]
    if rejects is not None:
        _write_rejects(rejects, rejected)
    return 1 if rejected else 0


async def _ingest(source: str, app: App) -> IngestReport:
    reader = None if _is_address(source) else _folder_reader(Path(source))
    reads = reader or await fetch_articles(source, app.poller.fetcher)
    origin = str(reader.folder.resolve()) if reader else ""
    console, so_far = Console(soft_wrap=True), IngestReport()
    with show_progress(f"Reading {source}", "kB" if reader else "articles") as report_progress:

        def on_batch(report: IngestReport) -> None:
            nonlocal so_far
            so_far = report
            done, total = (reader.done // 1000, reader.total // 1000) if reader else (report.read, None)
            report_progress(done, total, _short(report))

        try:
            so_far = await app.pipeline.ingest(reads, origin=origin, progress=on_batch)
        except asyncio.CancelledError:
            console.print(f"{escape(source)}: interrupted after {counts(so_far)}. To continue, run it again.")
            raise
    print_rejects(console, so_far.rejected, so_far.rejections)
    console.print(f"{escape(source)}: {counts(so_far)}", highlight=False)
    return so_far


async def fetch_articles(url: str, fetcher: Fetcher) -> list[ReadResult]:
    """Return the articles of a feed, a page or a file of articles at an address."""
    try:
        if not await fetcher.allowed(url):
            return [RejectedInput(localizable("why-robots"), source=url)]
        is_file = is_article_file(url)
        max_bytes = MAX_FILE_BYTES if is_file else MAX_FEED_BYTES
        response = await fetcher.get(url, max_bytes=max_bytes, cut=not is_file)
    except FetchError as error:
        return [RejectedInput(error.reason, source=url)]
    if response.status != 200:
        return [RejectedInput(localizable("why-status", status=str(response.status)), source=url)]
    return await asyncio.to_thread(lambda: list(read_response(response, url)))


def print_rejects(console: Console, rejected: Sequence[RejectedInput], total: int) -> None:
    """Print the first rejects, and how many more there are.

    Args:
        total: Number of all rejects, those beyond `rejected` included.
    """
    for reject in rejected[:MAX_REJECTS_PRINTED]:
        console.print(f"[red]rejected[/] {escape(in_english(reject))}", highlight=False)
    if total > MAX_REJECTS_PRINTED:
        listed = "all of them" if total == len(rejected) else f"the first {len(rejected):,}"
        console.print(f"... and {total - MAX_REJECTS_PRINTED:,} more (--rejects FILE writes {listed})")


def counts(report: IngestReport) -> str:
    """Return the counts of a run in one line."""
    return (
        f"{report.added:,} added, {report.changed:,} changed, {report.unchanged:,} unchanged, "
        f"{report.duplicates:,} duplicate, {report.rejections:,} rejected"
    )


def _short(report: IngestReport) -> str:
    return f"{report.read:,} articles, {report.added:,} added, {report.rejections:,} rejected"


def _is_address(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def _folder_reader(path: Path) -> FolderReader:
    folder = path if path.is_dir() else path.parent
    files = list(files_in(path)) if path.is_dir() else [path]
    states = [FileState(file, file.relative_to(folder).as_posix(), _size(file), "") for file in files]
    return FolderReader(folder, states)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _write_rejects(file: Path, rejected: Sequence[RejectedInput]) -> None:
    rows = [
        {"file": reject.source, "line": reject.line, "reason": in_english(reject.reason)}
        for reject in rejected
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    try:
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"Can't write the rejects to {file}: {error.strerror}") from error
