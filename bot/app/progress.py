"""Progress of long work: a bar in a terminal, log lines elsewhere."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from time import monotonic
from typing import Protocol

import structlog

log = structlog.get_logger()
LOG_EVERY_S = 5.0


class ReportProgress(Protocol):
    """Shows how far a piece of work is."""

    def __call__(self, done: int, total: int | None, note: str = "") -> None:
        """Show the amount done, the total where it is known, and a note."""
        ...


class ProgressFactory(Protocol):
    """Starts to show the progress of a piece of work."""

    def __call__(self, task: str, unit: str) -> AbstractContextManager[ReportProgress]:
        """Return a context that shows progress while it lasts."""
        ...


class StopRequested(Exception):
    """Work was cancelled between two steps, because the program is about to stop."""


def ignore_progress(done: int, total: int | None, note: str = "") -> None:
    """Show nothing."""


def cancellable(report: ReportProgress, stop: asyncio.Event) -> ReportProgress:
    """Return a `report` that raises StopRequested once `stop` is set, which cancels the reporting work."""

    def report_or_stop(done: int, total: int | None, note: str = "") -> None:
        if stop.is_set():
            raise StopRequested
        report(done, total, note)

    return report_or_stop


@contextmanager
def no_progress(task: str, unit: str) -> Iterator[ReportProgress]:
    """Show nothing."""
    yield ignore_progress


@contextmanager
def show_progress(task: str, unit: str) -> Iterator[ReportProgress]:
    """Show progress on standard error: a bar in a terminal, elsewhere a log line every few seconds."""
    with (_bar if sys.stderr.isatty() else _lines)(task, unit) as report:
        yield report


@contextmanager
def _bar(task: str, unit: str) -> Iterator[ReportProgress]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    timing = (TextColumn(unit), TimeRemainingColumn(), TextColumn("{task.fields[note]}"))
    with Progress(*columns, *timing, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task(task, total=None, note="")

        def report(done: int, total: int | None, note: str = "") -> None:
            progress.update(bar, completed=done, total=total, note=note)

        yield report


@contextmanager
def _lines(task: str, unit: str) -> Iterator[ReportProgress]:
    due = monotonic() + LOG_EVERY_S

    def report(done: int, total: int | None, note: str = "") -> None:
        nonlocal due
        if monotonic() >= due:
            due = monotonic() + LOG_EVERY_S
            of = {"total": total} if total else {}
            log.info("progress", task=task, done=done, **of, unit=unit, **({"note": note} if note else {}))

    yield report
