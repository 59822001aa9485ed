"""How fast articles are ingested, from files to searchable, at a given corpus size; and what a reload costs.

    python -m benchmarks.ingest [--articles 100000] [--more 5000] [--texts corpus.jsonl ...] [--json FILE]
                                [--cores N] [--no-feeds]

All code is the product's: JSON lines are read, parsed, analysed (language, provenance, sentences), assigned
to stories, stored in SQLite and indexed, while another task measures how long the event loop is blocked.

articles: number processed; per_s: per second of wall clock; cpu_per_s: per second of this process's CPU time;
memory_mb: resident memory at the end; max_loop_block_ms: longest block of the loop, by the clock;
max_loop_cpu_ms: most CPU time this process used, in all its threads, while the loop was blocked: its own
share, however busy the machine.
"""

import argparse
import asyncio
import gc
import json
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.corpora import Corpus, ShuffledSentences, Zipf
from benchmarks.ingest_feeds import rows as feed_rows
from benchmarks.timing import Row, print_table, timed, write_json
from bot.app.runtime.process import keep_loop_responsive, limit_malloc_arenas
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.files import files_in
from bot.corpus.readers import read_file

OUTLETS = ("Harbour Post", "Ridge Courier", "Delta Wire", "Plain Dealer of Orn", "Coast Evening")
FIRST = datetime(2026, 9, 1, 6, tzinfo=UTC)
CHANGED = 0.01
"""Share of the articles that the second reload finds changed."""


def main() -> None:
    """Run from the command line."""
    options = _arguments()
    limit_malloc_arenas()
    rows = asyncio.run(measure(options))
    if options.feeds:
        rows += feed_rows()
    print_table(rows)
    if options.json:
        write_json(options.json, rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000, help="articles stored before the measurement")
    parser.add_argument("--more", type=int, default=2_000, help="articles in the measurement")
    parser.add_argument("--words", type=int, default=300, help="words per article")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="collections of real sentences")
    parser.add_argument("--cores", type=int, default=1, help="processes that analyse; 1 for this one alone")
    parser.add_argument("--no-feeds", dest="feeds", action="store_false", help="leave out rows about feeds")
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


async def measure(options: argparse.Namespace) -> list[Row]:
    """Return the rows of one run."""
    corpus: Corpus = ShuffledSentences(options.texts, options.words) if options.texts else Zipf(options.words)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "corpus"
        folder.mkdir()
        settings = settings_for(folder, Path(name) / "data", options.cores)
        write(folder / "first.jsonl", corpus, range(options.articles))
        async with open_app(settings, read_corpus=False) as app:
            keep_loop_responsive()
            rows.append(await timed("ingest into an empty corpus", lambda: _ingest(app, folder)))
            write(folder / "more.jsonl", corpus, range(options.articles, options.articles + options.more))
            what = f"ingest at {options.articles:,} stored"
            rows.append(await timed(what, lambda: _ingest(app, folder, only="more.jsonl")))
            rows.append(await timed("first reload, all known", lambda: _reload(app)))
            rows.append(await timed("reload, unchanged", lambda: _reload(app)))
            write(folder / "first.jsonl", corpus, range(options.articles), edited=True)
            rows.append(await timed(f"reload, {CHANGED:.0%} changed", lambda: _reload(app)))
            rows.append(await timed("undo", lambda: _undo(app)))
        gc.collect()
        rows.append(await timed("start", lambda: _start(settings)))
    return rows


def settings_for(folder: Path, data: Path, cores: int) -> Settings:
    """Return settings with a corpus folder, a data folder, and a number of processes that analyse."""
    values: dict[str, Any] = {"_env_file": None, "corpus": folder, "data": data}
    values["analysis_processes"] = cores - 1
    return Settings(**values)


def write(path: Path, corpus: Corpus, numbers: range, *, edited: bool = False) -> None:
    """Write articles as JSON lines; with `edited`, some have another sentence."""
    with path.open("w", encoding="utf-8") as file:
        for number in numbers:
            file.write(json.dumps(_record(corpus, number, edited=edited), ensure_ascii=False) + "\n")


def _record(corpus: Corpus, number: int, *, edited: bool) -> Row:
    title, sentences = corpus.text(number)
    text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
    if edited and number % round(1 / CHANGED) == 0:
        text += "\n\nThe account was added to later."
    return {
        "id": f"article-{number}",
        "title": title,
        "text": text,
        "publisher": OUTLETS[number % len(OUTLETS)],
        "published": (FIRST + timedelta(seconds=60 * number % 7_000_000)).isoformat(),
    }


async def _ingest(app: App, folder: Path, only: str = "") -> int:
    results = (result for path in files_in(folder) for result in read_file(path, root=folder))
    raws = (result for result in results if not only or result.source == only)
    report = await app.pipeline.ingest(raws, origin=str(folder))
    return report.added + report.changed


async def _reload(app: App) -> int:
    report = (await app.services.reload.reload()).report
    if report.reason:
        raise SystemExit(f"the reload was aborted: {report.reason}")
    return report.added + report.changed + report.unchanged


async def _undo(app: App) -> int:
    report = (await app.services.reload.undo()).report
    return report.added + report.changed + report.removed


async def _start(settings: Settings) -> int:
    async with open_app(settings) as app:
        return (await app.services.questions.corpus.facts()).articles


if __name__ == "__main__":
    main()
