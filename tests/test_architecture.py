"""The import contracts hold, and a module that breaks them is caught."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.profiles import PATIENCE_S

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts of pyproject.toml over the packages in `folder`."""
    code = (
        "import sys; from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    )
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command,
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )


def broken(output: str) -> set[str]:
    """Return the names of the broken contracts."""
    return set(re.findall(r"^(.+) BROKEN", output, re.MULTILINE))


def test_unlisted_module_with_foreign_imports_breaks_the_contracts(tmp_path: Path) -> None:
    for package in ("bot", "handlers"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    before = lint(tmp_path)
    assert (before.returncode, broken(before.stdout)) == (0, set()), before.stdout + before.stderr
    planted = tmp_path / "bot" / "planted.py"
    planted.write_text('"""Imports what it may not."""\n\nimport httpx\nimport sqlalchemy\nimport telegram\n')
    after = lint(tmp_path)
    assert after.returncode != 0
    assert broken(after.stdout) >= {
        "Layers of bot",
        "Only handlers and bot.app import telegram",
        "Only bot.storage imports databases",
        "Only bot.corpus.web imports httpx",
    }
