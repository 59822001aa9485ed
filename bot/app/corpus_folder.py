"""Reads what changed in the corpus folder, and logs the result."""

from collections.abc import Collection
from pathlib import Path

import structlog

from bot.app.progress import ProgressFactory, no_progress
from bot.ingest.folder import FolderReader
from bot.ingest.reload.service import ReloadService
from bot.ingest.report import IngestReport
from handlers.telegram.localize import in_english

log = structlog.get_logger()


async def read_corpus_folder(
    reload: ReloadService,
    *,
    progress: ProgressFactory = no_progress,
    touched: Collection[Path] | None = None,
) -> IngestReport:
    """Ingest what changed in the corpus folder; articles of deleted files are removed.

    Args:
        touched: The only files and folders in which something changed; None when unknown.
    """
    folder = reload.folder
    if not folder.is_dir():
        log.warning("corpus_missing", folder=str(folder))
        return IngestReport()
    with progress(f"Reading {folder}", "kB") as report_progress:

        def on_batch(reader: FolderReader, report: IngestReport) -> None:
            report_progress(reader.done // 1000, reader.total // 1000, f"{report.read:,} articles")

        report = await reload.update(on_batch, touched)
    _log_report(folder, report)
    return report


def _log_report(folder: Path, report: IngestReport) -> None:
    if report.added or report.changed or report.removed:
        counts = {"added": report.added, "changed": report.changed, "removed": report.removed}
        log.info("corpus_read", folder=str(folder), **counts)
    if report.withheld:
        hint = "to remove them: newsbot reload --anyway"
        log.warning("articles_kept", folder=str(folder), missing=report.withheld, hint=hint)
    for reject in report.rejected:
        log.warning("rejected", source=reject.source, line=reject.line, reason=in_english(reject.reason))
