"""Progress of long work: shown in a terminal, logged elsewhere, and a way to cancel it."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import structlog

from bot.app import progress
from bot.app.progress import ReportProgress, StopRequested, cancellable, ignore_progress, show_progress
from bot.app.settings import Settings
from bot.app.wiring import open_app


def test_progress_is_logged_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LOG_EVERY_S", 0.0)
    with structlog.testing.capture_logs() as logs, show_progress("Reading corpus", "kB") as report:
        report(10, 200, "3 articles")
        report(20, None)
    assert [(line["task"], line["done"], line.get("total"), line.get("note")) for line in logs] == [
        ("Reading corpus", 10, 200, "3 articles"),
        ("Reading corpus", 20, None, None),
    ]


def test_quick_work_logs_no_progress() -> None:
    with structlog.testing.capture_logs() as logs, show_progress("Reading corpus", "kB") as report:
        report(10, 200)
    assert logs == []


def test_progress_is_a_bar_in_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with show_progress("Reading corpus", "kB") as report:
        report(10, 200, "3 articles")
    assert "Reading corpus" in capsys.readouterr().err


def test_cancellable_work_stops_at_its_next_report() -> None:
    stop = asyncio.Event()
    report = cancellable(ignore_progress, stop)
    report(1, 2)
    stop.set()
    with pytest.raises(StopRequested):
        report(2, 2)


async def test_start_reports_how_much_of_the_corpus_is_read(tmp_path: Path) -> None:
    reports: list[tuple[str, int, int | None, str]] = []

    @contextmanager
    def record(task: str, unit: str) -> Iterator[ReportProgress]:
        yield lambda done, total, note="": reports.append((task, done, total, note))

    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "page.txt").write_text("Quay rebuilt\n\n" + "The quay was rebuilt. " * 200)
    settings = Settings(_env_file=None, corpus=tmp_path / "corpus", data=tmp_path / "data")
    async with open_app(settings, progress=record):
        pass
    assert reports == [(f"Reading {tmp_path / 'corpus'}", 4, 4, "1 articles")]
