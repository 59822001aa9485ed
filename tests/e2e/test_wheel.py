"""The built wheel is complete: it runs in an empty folder, without the repository."""

import asyncio
import hashlib
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.parser import Parser
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.preview.page.browser import PHONE, chromium, tab, visit
from tests.profiles import PATIENCE_S

ROOT = Path(__file__).parents[2]
EPOCH = "1700000000"


def build(folder: Path) -> Path:
    """Return a wheel built into a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=120)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel's files; a wheel without scripts is installed by unpacking it."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_wheel_is_reproducible(wheel: Path, tmp_path: Path) -> None:
    assert (
        hashlib.sha256(wheel.read_bytes()).digest() == hashlib.sha256(build(tmp_path).read_bytes()).digest()
    )


def test_wheel_holds_all_that_the_packages_and_samples_hold(unpacked: Path) -> None:
    kept = {".py", ".toml", ".ftl", ".html", ".css", ".js", ".svg", ".mako"}
    for package in ("bot", "handlers"):
        files = {path.relative_to(ROOT) for path in (ROOT / package).rglob("*") if path.suffix in kept}
        assert not {path for path in files if not (unpacked / path).is_file()}
    samples = {path.relative_to(ROOT / "seeds") for path in (ROOT / "seeds").rglob("*") if path.is_file()}
    assert not {path for path in samples if not (unpacked / "bot/app/seeds" / path).is_file()}


def test_metadata_say_what_an_index_shows(unpacked: Path) -> None:
    (file,) = unpacked.glob("*.dist-info/METADATA")
    metadata = Parser().parsestr(file.read_text(encoding="utf-8"))
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata["License-Expression"] == "MIT"
    assert all(metadata[name] for name in ("Summary", "Requires-Python", "Keywords", "Author"))
    assert {"charts", "postgres"} <= set(metadata.get_all("Provides-Extra", []))


@asynccontextmanager
async def preview(unpacked: Path, folder: Path) -> AsyncIterator[tuple[str, str]]:
    """Run `newsbot preview` in a folder that is its home, too; yield its address and its first line."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(unpacked),
        "NEWSBOT_FEEDS": "off",
        "NEWSBOT_MONITOR": "off",
        "NEWSBOT_PREVIEW_PORT": "0",
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "preview"),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    try:
        async with asyncio.timeout(4 * PATIENCE_S):
            first = (await process.stderr.readline()).decode()
            found = None
            while not found and (line := await process.stdout.readline()):
                found = re.search(r"Open (http://\S+)", line.decode())
        assert found, (await process.stderr.read()).decode()
        yield found[1], first
    finally:
        process.terminate()
        await process.communicate()


@pytest.mark.browser
@pytest.mark.slow
async def test_wheel_answers_in_the_preview(unpacked: Path, tmp_path: Path) -> None:
    async with preview(unpacked, tmp_path) as (url, first):
        data = tmp_path / ".local/share/newsbot"
        assert str(data) in first
        assert (data / "newsbot.db").is_file()
        assert {path.name for path in tmp_path.iterdir()} <= {".local", ".cache", ".config"}
        async with chromium() as browser, tab(browser, size=PHONE) as page, visit(page, url) as chat:
            await chat.ask("Moscow meeting intelligence chiefs")
            await expect(chat.last).to_contain_text("Hakan Fidan")
