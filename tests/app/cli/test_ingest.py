"""`newsbot ingest`: files, compressed files, addresses; interrupted and run again."""

import asyncio
import ctypes
import gzip
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.app.cli.ingest import fetch_articles
from bot.app.runtime.process import MALLOC_ARENAS
from bot.corpus.raw import RawArticle, ReadResult
from bot.errors import RejectedInput
from handlers.telegram.localize import in_english
from tests.app.runtime.test_run import Newsbot, newsbot, output
from tests.feeds.documents import BRIDGE, FERRY, page, rss
from tests.profiles import PATIENCE_S
from tests.site import Site, SiteResponse, open_fetcher

__all__ = ["newsbot"]
HTML = "text/html; charset=utf-8"
RECORD = {"title": "Lighthouse relit", "text": "The lamp on Gull Rock shone again on Monday."}


async def read(site: Site, path: str) -> list[ReadResult]:
    async with open_fetcher(site) as web:
        return await fetch_articles(site.url(path), web)


def wait_until_in(file: Path, words: bytes, *, longest_s: float = 30.0) -> None:
    """Wait until another process has written words to a file."""
    until = time.monotonic() + longest_s
    while not (file.exists() and words in file.read_bytes()):
        assert time.monotonic() < until
        time.sleep(0.02)


async def test_address_may_be_a_feed_a_page_or_a_file(site: Site) -> None:
    line = json.dumps(RECORD)
    site.pages |= {
        "/feed": SiteResponse(rss(BRIDGE, FERRY)),
        "/page": SiteResponse(page("Bridge", BRIDGE[1] * 3, FERRY[1] * 3), type=HTML),
        "/news.jsonl": SiteResponse(f"{line}\n{{oops\n", type="text/plain"),
        "/news.jsonl.gz?v=2": SiteResponse(gzip.compress(line.encode()), type="application/gzip"),
    }
    assert [result.title for result in await read(site, "/feed") if isinstance(result, RawArticle)] == [
        BRIDGE[0],
        FERRY[0],
    ]
    (article,) = await read(site, "/page")
    assert isinstance(article, RawArticle)
    assert (article.url, article.title) == (site.url("/page"), "Bridge")
    good, bad = await read(site, "/news.jsonl")
    assert (good.source, isinstance(bad, RejectedInput) and bad.line) == (site.url("/news.jsonl"), 2)
    (packed,) = await read(site, "/news.jsonl.gz?v=2")
    assert isinstance(packed, RawArticle)
    assert packed.title == RECORD["title"]


async def test_unreadable_addresses_are_rejected_with_a_reason(site: Site) -> None:
    site.pages |= {
        "/robots.txt": SiteResponse("User-agent: *\nDisallow: /private", type="text/plain"),
        "/empty": SiteResponse("<html><body></body></html>", type=HTML),
        "/broken.json.gz": SiteResponse(b"not gzip"),
    }
    reasons = {
        "/private": "robots.txt",
        "/missing": "404",
        "/empty": "no article",
        "/broken.json.gz": "damaged",
    }
    for path, words in reasons.items():
        (reject,) = await read(site, path)
        assert isinstance(reject, RejectedInput)
        assert words in in_english(reject)


async def test_private_address_is_rejected(newsbot: Newsbot, site: Site) -> None:
    code, out, _ = await output(await newsbot("ingest", site.url("/feed")))
    assert (code, "robots.txt" in out or "not public" in out) == (1, True)
    assert site.requests == []


async def test_all_file_formats_are_read_compressed_or_not(newsbot: Newsbot, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    contents = {
        "a.txt": "Harbour dredged\n\nThe harbour of Port Veyra was dredged for the first time in nine years.",
        "b.md": "Mill sold\n\nThe old mill was sold on Friday to the cooperative of bakers.",
        "c.html": page("Bridge", BRIDGE[1] * 4, FERRY[1] * 4),
        "d.json": json.dumps(
            [{"title": "Choir wins", "text": "The choir of Ardicova won the prize in Lindmar."}]
        ),
        "e.jsonl": json.dumps(RECORD) + "\n{oops\n",
        "f.xml": "<news><article><title>Well dug</title><body>A well was dug in the Sindyan valley.</body>"
        "</article></news>",
    }
    for name, text in contents.items():
        changed = text.replace("the", "one").replace("The", "One")
        (folder / name).write_text(text, encoding="utf-8")
        (folder / f"{name}.gz").write_bytes(gzip.compress(changed.encode()))
    rejects = tmp_path / "rejects.jsonl"
    code, out, _ = await output(await newsbot("ingest", str(folder), "--rejects", str(rejects)))
    assert (code, "12 added" in out, "2 rejected" in out) == (1, True, True), out
    written = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [(reject["file"], reject["line"]) for reject in written] == [("e.jsonl", 2), ("e.jsonl.gz", 2)]


async def test_interrupted_ingest_reports_its_counts_and_continues_when_run_again(
    newsbot: Newsbot, tmp_path: Path
) -> None:
    file, total = tmp_path / "many.jsonl", 1_500
    lines = [
        json.dumps({"title": f"Report {n}", "text": f"Report number {n} of the harbour, ship {n * 7919}."})
        for n in range(total)
    ]
    file.write_text("\n".join(lines))
    process = await newsbot("ingest", str(file))
    await asyncio.to_thread(wait_until_in, tmp_path / "data" / "newsbot.db-wal", b"Report 1")
    process.send_signal(signal.SIGINT)
    code, out, _ = await output(process)
    assert (code, "interrupted after" in out, "run it again" in out) == (130, True, True), out
    code, out, _ = await output(await newsbot("ingest", str(file)))
    found = re.search(r"([\d,]+) added, 0 changed, ([\d,]+) unchanged", out)
    assert found
    added, unchanged = (int(number.replace(",", "")) for number in found.groups())
    assert (code, added + unchanged) == (0, total)
    assert added < total


HEAPS = """
import asyncio, ctypes, sys
from pathlib import Path
from bot.app.cli.ingest import ingest_sources
from bot.app.settings import Settings
folder = Path(sys.argv[1])
asyncio.run(ingest_sources(Settings(_env_file=None, corpus=folder, data=folder / "data"), [str(folder)]))
c = ctypes.CDLL(None)
c.malloc_info(0, ctypes.c_void_p.in_dll(c, "stdout"))
c.fflush(None)
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="the C library is not glibc")
def test_threads_share_two_heaps(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(RECORD))
    command = [sys.executable, "-c", HEAPS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE_S)
    assert 1 <= done.stdout.count("<heap nr=") <= MALLOC_ARENAS
