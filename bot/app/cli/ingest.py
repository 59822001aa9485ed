"""`newsbot ingest`: files, folders and addresses into the corpus, with what came of each."""

import asyncio
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from bot.app.progress import shown
from bot.app.runtime.process import keep_loop_free
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.raw import ReadResult
from bot.corpus.readers import files_in
from bot.corpus.readers.response import is_article_file, read_response
from bot.corpus.web.ports import MAX_BYTES, Fetcher
from bot.errors import ConfigError, FetchError, RejectedInput, localizable
from bot.ingest.folder import FileState, FolderReader
from bot.ingest.report import IngestReport
from handlers.telegram.localize import in_english

MOST_REJECTS = 50
"""Rejects printed one by one."""
MOST_FILE_BYTES = 64_000_000
"""Of a file of articles behind an address."""


async def ingest_all(settings: Settings, sources: Sequence[str], *, rejects: Path | None = None) -> int:
    """Read sources into the corpus one after the other, and print what came of each.

    Args:
        sources: Paths, or addresses that begin with http:// or https://.
        rejects: A file for every reject, as JSON lines.

    Returns:
        Exit code: 0, or 1 when anything was rejected.

    Raises:
        ConfigError: A path is not there, or the file of rejects can't be written.
    """
    for source in sources:
        if not _is_address(source) and not Path(source).exists():
            raise ConfigError(f"{source} is not there.")
    async with open_app(settings, read_corpus=False, announce=shown) as house:
        keep_loop_free()
        reports = [await _ingest(source, house) for source in sources]
    rejected = [each for report in reports for each in report.rejected]
    if rejects is not None:
        _write(rejects, rejected)
    return 1 if rejected else 0


async def _ingest(source: str, house: App) -> IngestReport:
    console, so_far = Console(soft_wrap=True), IngestReport()

    def note(report: IngestReport) -> None:
        nonlocal so_far
        so_far = report
        step(reel.done // 1000 if reel else report.read, reel.total // 1000 if reel else None, _short(report))

    reel = None if _is_address(source) else _reel(Path(source))
    reads: Iterable[ReadResult] = await articles_at(source, house.poller.fetcher) if reel is None else reel
    with shown(f"Reading {source}", "kB" if reel else "articles") as step:
        try:
            origin = str(reel.folder.resolve()) if reel else ""
            so_far = await house.articles.ingest(reads, origin=origin, progress=note)
        except asyncio.CancelledError:
            console.print(f"{escape(source)}: interrupted after {counts(so_far)}; run it again to go on.")
            raise
    print_rejects(console, so_far.rejected, so_far.rejections)
    console.print(f"{escape(source)}: {counts(so_far)}", highlight=False)
    return so_far


async def articles_at(url: str, fetcher: Fetcher) -> list[ReadResult]:
    """Return the articles of a feed, a page or a file of articles behind an address."""
    try:
        if not await fetcher.allowed(url):
            return [RejectedInput(localizable("why-robots"), source=url)]
        answer = await fetcher.get(url, max_bytes=MOST_FILE_BYTES if is_article_file(url) else MAX_BYTES)
    except FetchError as error:
        return [RejectedInput(error.reason, source=url)]
    if answer.status != 200:
        return [RejectedInput(localizable("why-status", status=str(answer.status)), source=url)]
    return await asyncio.to_thread(lambda: list(read_response(answer, url)))


def print_rejects(console: Console, rejected: Sequence[RejectedInput], total: int) -> None:
    """Print rejects, the first ones one by one.

    Args:
        total: How many there are, listed or not.
    """
    for each in rejected[:MOST_REJECTS]:
        console.print(f"[red]rejected[/] {escape(in_english(each))}", highlight=False)
    if total > MOST_REJECTS:
        listed = "all of them" if total == len(rejected) else f"the first {len(rejected):,}"
        console.print(f"... and {total - MOST_REJECTS:,} more rejected (--rejects FILE has {listed})")


def counts(report: IngestReport) -> str:
    """Return what became of what was read, in one line."""
    return (
        f"+{report.added:,} added, ~{report.changed:,} changed, {report.unchanged:,} unchanged, "
        f"{report.duplicates:,} duplicates, {report.rejections:,} rejected"
    )


def _short(report: IngestReport) -> str:
    return f"{report.read:,} articles, +{report.added:,} ~{report.changed:,}, {report.rejections:,} rejected"


def _is_address(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def _reel(path: Path) -> FolderReader:
    folder = path if path.is_dir() else path.parent
    files = list(files_in(path)) if path.is_dir() else [path]
    return FolderReader(
        folder, [FileState(each, each.relative_to(folder).as_posix(), _size(each), "") for each in files]
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _write(file: Path, rejected: Sequence[RejectedInput]) -> None:
    rows = [{"file": each.source, "line": each.line, "reason": in_english(each.reason)} for each in rejected]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    try:
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"The rejects can't be written to {file}: {error.strerror}") from error
