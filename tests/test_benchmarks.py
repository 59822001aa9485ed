"""`make bench` and the documents name the existing benchmarks."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import ON_A_CLUSTER, ON_FILES, SMALL
from benchmarks.plot import PAGE, page_with, results
from tests.profiles import PATIENCE_S

ROOT = Path(__file__).parents[1]
HELPERS = {"feed_site", "soak_bot"}
"""Helper processes of ingest_feeds and soak."""
BENCHMARKS = {
    path.stem
    for path in (ROOT / "benchmarks").glob("*.py")
    if path.stem != "__main__" and '__name__ == "__main__"' in path.read_text(encoding="utf-8")
} - HELPERS
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def named(text: str) -> set[str]:
    """Return the benchmarks that a text names."""
    return set(re.findall(r"\bbenchmarks\.([a-z_]+)", text))


def test_make_bench_lists_every_benchmark() -> None:
    assert {*SMALL, *ON_FILES, *ON_A_CLUSTER} == BENCHMARKS
    assert not set(SMALL) & set(ON_FILES)


def test_contributing_names_every_benchmark() -> None:
    assert named((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")) == BENCHMARKS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page_names_only_existing_benchmarks(page: Path) -> None:
    assert named(page.read_text(encoding="utf-8")) <= BENCHMARKS


@pytest.mark.parametrize("name", sorted(BENCHMARKS))
def test_benchmark_documents_its_command(name: str) -> None:
    assert f"python -m benchmarks.{name}" in (ROOT / "benchmarks" / f"{name}.py").read_text(encoding="utf-8")


def test_performance_page_shows_the_stored_results() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = results()
    assert {row["articles"] for row in rows} >= {10_000, 100_000}
    assert page_with(text, rows) == text


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S)


def test_list_shows_every_benchmark() -> None:
    listed = run("--list")
    assert listed.returncode == 0
    assert {*re.findall(r"^  (\w+)", listed.stdout, re.MULTILINE)} == BENCHMARKS


def test_unknown_benchmark_is_refused_with_suggestions() -> None:
    refused = run("spead")
    assert refused.returncode == 2
    assert "speed" in refused.stderr
