"""How fast one large file is ingested, and how much memory that takes, from an empty corpus to its end.

    python -m benchmarks.ingest_file [--articles 100000] [--every 10000] [--corpus news] [--data FOLDER]
                                     [--cores N] [--file FILE.jsonl] [--json FILE]

The file of JSON lines is written first, unless it exists (`--articles` counts for nothing then), and is read
as `newsbot ingest` reads it. Articles that the data folder has already are read and skipped. A row is printed
after every `--every` articles:

articles: read so far; per_s, cpu_per_s: articles since the last row, per second by the clock and of CPU time,
of this process and of workers that have ended, so not of those that are running (`--cores` above 1);
anonymous_mb: memory of its own; anonymous_peak_mb: the most that was seen after a batch since the last row,
so not what a batch needs only meanwhile; mapped_mb: memory that files back, which the system can take away;
max_loop_block_ms and max_loop_cpu_ms: since the last row, as in `benchmarks.ingest`.
At 300 words of news, a million articles are 2 GB.
"""

import argparse
import asyncio
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.corpora import Corpus, News, Zipf
from benchmarks.ingest import settings_for, write
from benchmarks.timing import LoopDelay, Row, print_table, watch_loop, write_json
from bot.app.runtime.process import keep_loop_responsive, limit_malloc_arenas
from bot.app.wiring import App, open_app
from bot.ingest.folder import FolderReader
from bot.ingest.folder_scan import FileState
from bot.ingest.report import IngestReport

MEMORY_FIELDS = ("anonymous_mb", "anonymous_peak_mb", "mapped_mb")
FIELDS = ("articles", "per_s", "cpu_per_s", *MEMORY_FIELDS, "max_loop_block_ms", "max_loop_cpu_ms")
CORPORA: dict[str, Callable[[int], Corpus]] = {"news": News, "zipf": Zipf}


def main() -> None:
    """Run from the command line."""
    options = _arguments()
    limit_malloc_arenas()
    with _folder(options.data) as data:
        file = options.file or data / "articles.jsonl"
        if not file.exists():
            corpus: Corpus = CORPORA[options.corpus](options.words)
            write(file, corpus, range(options.articles))
        rows = asyncio.run(measure(file, data / "data", every=options.every, cores=options.cores))
    print_table(rows, FIELDS)
    if options.json:
        write_json(options.json, rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=300, help="words per article")
    parser.add_argument("--corpus", choices=CORPORA, default="news", help="see benchmarks/corpora.py")
    parser.add_argument("--every", type=int, default=10_000, help="articles between two rows")
    parser.add_argument("--cores", type=int, default=1, help="processes that analyse; 1 for this one alone")
    parser.add_argument("--data", type=Path, help="folder to keep; default is a temporary one")
    parser.add_argument("--file", type=Path, help="JSON lines to read or write; default is in the folder")
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """Yield a folder: one that is kept, or a temporary one."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
    else:
        with tempfile.TemporaryDirectory() as name:
            yield Path(name)


async def measure(file: Path, data: Path, *, every: int, cores: int) -> list[Row]:
    """Ingest a file; return the rows."""
    settings = settings_for(data.parent / "none", data, cores)
    async with open_app(settings, read_corpus=False) as app:
        keep_loop_responsive()
        async with watch_loop() as delay:
            return await _ingest(app, file, _Follower(delay, every))


async def _ingest(app: App, file: Path, follower: "_Follower") -> list[Row]:
    files = [FileState(file, file.name, file.stat().st_size, "")]
    reader = FolderReader(file.parent, files)
    origin = str(file.parent.resolve())
    report = await app.pipeline.ingest(reader, origin=origin, progress=follower.follow)
    follower.add_row(report.read)
    return follower.rows


class _Follower:
    """Makes a row after every `every` articles."""

    def __init__(self, delay: LoopDelay, every: int) -> None:
        self.rows: list[Row] = []
        self._delay, self._every = delay, every
        self._articles, self._clock_s, self._cpu_s = 0, time.perf_counter(), _cpu_s()
        self._peak_mb = 0

    def follow(self, report: IngestReport) -> None:
        """Look at the memory, and add a row if it is time to."""
        self._peak_mb = max(self._peak_mb, _memory().get("anonymous_mb", 0))
        if report.read - self._articles >= self._every:
            self.add_row(report.read)

    def add_row(self, articles: int) -> None:
        """Add a row about the articles since the last one; none for no articles."""
        count, clock_s, cpu_s = articles - self._articles, time.perf_counter(), _cpu_s()
        if not count:
            return
        row = {
            "articles": articles,
            "per_s": round(count / (clock_s - self._clock_s), 1),
            "cpu_per_s": round(count / (cpu_s - self._cpu_s), 1),
            **_with_peak(_memory(), self._peak_mb),
            "max_loop_block_ms": round(1000 * self._delay.clock_s, 1),
            "max_loop_cpu_ms": round(1000 * self._delay.cpu_s, 1),
        }
        print(json.dumps(row), flush=True)
        self.rows.append(row)
        self._articles, self._clock_s, self._cpu_s, self._peak_mb = articles, clock_s, cpu_s, 0
        self._delay.clock_s = self._delay.cpu_s = 0.0


def _cpu_s() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _with_peak(memory: Row, peak_mb: int) -> Row:
    return memory and {**memory, "anonymous_peak_mb": max(peak_mb, memory["anonymous_mb"])}


def _memory() -> Row:
    """Return the memory of this process, by what backs it; nothing where the system doesn't say."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return {}
    kb = {
        name: int(value.split()[0])
        for name, _, value in (line.partition(":") for line in lines)
        if name.startswith("Rss")
    }
    return {"anonymous_mb": kb["RssAnon"] // 1024, "mapped_mb": (kb["RssFile"] + kb["RssShmem"]) // 1024}


if __name__ == "__main__":
    main()
