"""How fast articles come in: files to findable articles, at a size of the corpus; and what a reload costs.

    python -m benchmarks.ingest [--articles 100000] [--more 5000] [--texts corpus.jsonl ...] [--json FILE]
                                [--cores N] [--no-feeds]

Everything is the product's: JSON lines are read, parsed, analysed (language, provenance, sentences), put into
stories, stored in SQLite and indexed, while a task beside it measures how long the event loop was held up.

articles: how many went through; per_s: in a second of wall clock; cpu_per_s: in a second of this process's
processor time; memory_mb: resident memory at the end; max_loop_block_ms: the longest the loop was held up, by
the clock; max_loop_cpu_ms: the most processor time this process used, in all its threads, while the loop
waited: what it held up by itself, however busy the machine.
"""

import argparse
import asyncio
import gc
import json
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.corpora import Corpus, Dealt, Zipf
from benchmarks.ingest_feeds import rows as feed_rows
from benchmarks.timing import Row, print_table, timed, write_json
from bot.app.runtime.process import keep_loop_responsive
from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.corpus.readers import files_in, read_file

OUTLETS = ("Harbour Post", "Ridge Courier", "Delta Wire", "Plain Dealer of Orn", "Coast Evening")
FIRST = datetime(2026, 9, 1, 6, tzinfo=UTC)
CHANGED = 0.01
"""Share of the articles that another reload finds changed."""


def main() -> None:
    """Run from the command line."""
    given = _arguments()
    rows = asyncio.run(measure(given))
    if given.feeds:
        rows += feed_rows()
    print_table(rows)
    if given.json:
        write_json(given.json, rows)


def _arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=10_000, help="stored before the rate is taken")
    options.add_argument("--more", type=int, default=2_000, help="articles the rate is taken over")
    options.add_argument("--words", type=int, default=300, help="words of an article")
    options.add_argument("--texts", type=Path, nargs="+", default=[], help="collections for real sentences")
    options.add_argument("--cores", type=int, default=1, help="processes that analyse; 1 is this one alone")
    options.add_argument("--no-feeds", dest="feeds", action="store_false", help="leave the feeds' rows out")
    options.add_argument("--json", type=Path, metavar="FILE")
    return options.parse_args()


async def measure(given: argparse.Namespace) -> list[Row]:
    """Return the rows of one run."""
    corpus: Corpus = Dealt(given.texts, given.words) if given.texts else Zipf(given.words)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "corpus"
        folder.mkdir()
        settings = _settings(folder, Path(name) / "data", given.cores)
        write(folder / "first.jsonl", corpus, range(given.articles))
        async with open_app(settings, read_corpus=False) as app:
            keep_loop_responsive()
            rows.append(await timed("ingest into an empty corpus", lambda: _ingest(app, folder)))
            write(folder / "more.jsonl", corpus, range(given.articles, given.articles + given.more))
            what = f"ingest at {given.articles:,} stored"
            rows.append(await timed(what, lambda: _ingest(app, folder, only="more.jsonl")))
            rows.append(await timed("first reload, all known", lambda: _reload(app)))
            rows.append(await timed("reload, unchanged", lambda: _reload(app)))
            write(folder / "first.jsonl", corpus, range(given.articles), edited=True)
            rows.append(await timed(f"reload, {CHANGED:.0%} changed", lambda: _reload(app)))
            rows.append(await timed("undo", lambda: _undo(app)))
        gc.collect()
        rows.append(await timed("start", lambda: _start(settings)))
    return rows


def _settings(folder: Path, data: Path, cores: int) -> Settings:
    chosen: dict[str, Any] = {"_env_file": None, "corpus": folder, "data": data}
    chosen["analysis_processes"] = cores - 1
    return Settings(**chosen)


def write(path: Path, corpus: Corpus, numbers: range, *, edited: bool = False) -> None:
    """Write articles as JSON lines; with `edited`, some of them say something more."""
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
    over = await app.services.reload.reload()
    if over.report.reason:
        raise SystemExit(f"the reload was called off: {over.report.reason}")
    return over.report.added + over.report.changed + over.report.unchanged


async def _undo(app: App) -> int:
    over = await app.services.reload.undo()
    return over.report.added + over.report.changed + over.report.removed


async def _start(settings: Settings) -> int:
    async with open_app(settings) as app:
        return (await app.services.questions.corpus.facts()).articles


if __name__ == "__main__":
    main()
