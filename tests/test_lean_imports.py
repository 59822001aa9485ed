"""Libraries import without the parts that newsbot never uses, which stay importable."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def imported_by(code: str) -> set[str]:
    """Return the modules that a new process has loaded after `code`."""
    program = f"{code}; import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("library", "left_out"),
    [
        ("httpx", {"httpx._main", "click", "pygments"}),
        ("listparser", {"lxml", "requests"}),
        ("sqlalchemy.ext.asyncio", {"sqlalchemy.orm"}),
        ("structlog", {"rich"}),
        ("telegram", {"cryptography"}),
        ("uvicorn", {"click", "uvicorn.main", "watchfiles"}),
    ],
)
def test_library_is_imported_without_its_unused_parts(library: str, left_out: set[str]) -> None:
    loaded = imported_by(f"from bot.lean_imports import import_lean; import_lean({library!r})")
    assert library in loaded
    assert not left_out & loaded


def test_left_out_parts_can_be_imported_later() -> None:
    code = "from bot.lean_imports import import_lean; import_lean('httpx', 'sqlalchemy.ext.asyncio')"
    later = "import httpx._main; from sqlalchemy.ext.asyncio.session import AsyncSession; assert AsyncSession"
    assert {"httpx._main", "click", "sqlalchemy.orm"} <= imported_by(f"{code}; {later}")


def test_part_that_is_loaded_already_stays() -> None:
    code = "import rich; from bot.lean_imports import import_lean; import_lean('structlog')"
    assert "rich" in imported_by(f"{code}; import structlog; assert structlog.dev.rich is rich")


def test_missing_library_is_not_searched_for_at_every_request() -> None:
    if find_spec("sniffio") is not None:
        pytest.skip("sniffio is installed")
    code = "from bot.lean_imports import import_lean; import_lean('httpx')"
    assert "sniffio" in imported_by(f"{code}; import sys; assert sys.modules['sniffio'] is None")


@pytest.mark.parametrize(
    "use",
    [
        "AsyncSession()",
        "AsyncSession.begin",
        "isinstance(0, AsyncSession)",
        "class Own(AsyncSession): ...",
    ],
)
def test_name_of_a_left_out_part_says_so_when_it_is_used(use: str) -> None:
    code = "from bot.lean_imports import import_lean; import_lean('sqlalchemy.ext.asyncio')"
    program = f"{code}\nfrom sqlalchemy.ext.asyncio import AsyncSession\n{use}"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert "import it from sqlalchemy.ext.asyncio.session" in done.stderr.splitlines()[-1]
