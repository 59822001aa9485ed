"""Build, memory, disk, queries, updates and cold start: ours beside its peers, in one run.

    python -m benchmarks.speed --articles 100000 [--words 300] [--texts corpus.jsonl ...] [--engines a,b]
                               [--json FILE]

Articles are invented words in Zipf's proportions; with --texts also real sentences dealt anew. Every engine
gets the same articles and questions, builds in one process and answers in a second one, one after the other.

memory_mb: resident memory of the answering process, touched mapped pages included; median_ms, p99_ms: a
question's words to the ids of the best ten; visible_ms: 100 new articles handed in until one is found;
cold_ms: start of the process to its first answer; blocked_ms: the longest answer while articles are added.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.corpora import Corpus, Dealt, Zipf, article, plain_words, questions
from benchmarks.engines import ENGINES, Engine
from bot.corpus.article import Article, ArticleId, Span

BATCH = 500
FRESH = 100
QUESTIONS = 1_000
WARM_UP = 100
ROUNDS = 5
TELLING = 8
FIELDS = [
    *("engine", "corpus", "articles", "build_s", "memory_mb", "disk_mb", "median_ms", "p99_ms"),
    *("visible_ms", "cold_ms", "blocked_ms"),
]
MOST = {"rank_bm25": 20_000, "bm25s": 200_000, "fts5": 200_000}
"""Engines that are left out of larger runs: they would take the memory or the hour."""


def main() -> None:
    """Run from the command line."""
    given = _arguments()
    if given.part:
        part = {"build": build, "serve": serve}[given.part]
        print(json.dumps(part(given)))
        return
    rows = list(_rows(given))
    _print(rows)
    if given.json:
        machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        given.json.write_text(json.dumps({"machine": machine, "rows": rows}, indent=1), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--words", type=int, default=300, help="words of an article")
    options.add_argument("--texts", type=Path, nargs="+", default=[], help="collections for real sentences")
    options.add_argument("--engines", default=",".join(ENGINES))
    options.add_argument("--json", type=Path, metavar="FILE")
    for hidden in ("--part", "--engine"):
        options.add_argument(hidden, help=argparse.SUPPRESS)
    for hidden in ("--folder", "--corpus"):
        options.add_argument(hidden, type=Path, help=argparse.SUPPRESS)
    options.add_argument("--began", type=float, help=argparse.SUPPRESS)
    return options.parse_args()


def _rows(given: argparse.Namespace) -> Iterator[dict[str, Any]]:
    corpora: dict[str, Corpus] = {"zipf": Zipf(given.words)}
    if given.texts:
        corpora["text"] = Dealt(given.texts, given.words)
    for name, corpus in corpora.items():
        with tempfile.TemporaryDirectory(prefix="newsbot-speed-") as folder:
            written = Path(folder) / "corpus.jsonl"
            _write(corpus, given.articles, written)
            for engine in given.engines.split(","):
                if given.articles <= MOST.get(engine, given.articles):
                    yield _row(engine, name, written, given.articles)


def _write(corpus: Corpus, articles: int, path: Path) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for number in range(articles + ROUNDS * FRESH):
            each = article(corpus, number)
            spans = [span.start for span in each.sentences]
            lines.write(json.dumps([each.title, each.text, spans]) + "\n")
    asked = path.with_name("questions.json")
    asked.write_text(json.dumps(list(questions(corpus, articles, QUESTIONS))), encoding="utf-8")


def _row(engine: str, corpus: str, written: Path, articles: int) -> dict[str, Any]:
    folder = written.parent / engine
    shared = written.parent / "newsbot"
    folder.mkdir()
    built: dict[str, Any] = {}
    if engine == "newsbot-whole" and shared.exists():
        shutil.copytree(shared, folder, dirs_exist_ok=True)
    else:
        built = _call("build", engine, folder, written, articles)
    row = {"engine": ENGINES[engine].name, "corpus": corpus, "articles": articles, **built}
    if ENGINES[engine].kept:
        row |= _call("serve", engine, folder, written, articles)
    row = {name: row.get(name) for name in FIELDS}
    print(json.dumps(row), file=sys.stderr)
    if engine != "newsbot":
        shutil.rmtree(folder)
    return row


def _call(part: str, engine: str, folder: Path, written: Path, articles: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.speed", "--part", part, "--engine", engine]
    command += ["--folder", str(folder), "--corpus", str(written), "--articles", str(articles)]
    done = subprocess.run([*command, "--began", str(time.time())], check=True, stdout=subprocess.PIPE)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _articles(path: Path, begin: int, end: int) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, begin, end), begin):
            title, text, starts = json.loads(line)
            ends = [*(start - 1 for start in starts[1:]), len(text)]
            spans = tuple(map(Span, starts, ends))
            yield Article(
                ArticleId(f"article-{number}"), title=title, text=text, language="en", sentences=spans
            )


def build(given: argparse.Namespace) -> dict[str, Any]:
    """Return what building took, and everything else for an engine that can't be kept."""
    engine = ENGINES[given.engine]()
    engine.open(given.folder)
    took = 0.0
    articles = _articles(given.corpus, 0, given.articles)
    while batch := list(islice(articles, BATCH)):
        began = time.perf_counter()
        engine.add(batch)
        took += time.perf_counter() - began
    began = time.perf_counter()
    engine.finish()
    took += time.perf_counter() - began
    row: dict[str, Any] = {"build_s": round(took, 1)}
    if not engine.kept:
        return row | _answers(engine, given)
    size = sum(path.stat().st_size for path in given.folder.rglob("*") if path.is_file())
    return row | {"disk_mb": round(size / 1e6, 1)}


def serve(given: argparse.Namespace) -> dict[str, Any]:
    """Return how a fresh process answers from what was built."""
    engine = ENGINES[given.engine]()
    engine.open(given.folder)
    asked = json.loads(given.corpus.with_name("questions.json").read_text(encoding="utf-8"))
    engine.search(asked[0])
    row = {"cold_ms": round((time.time() - given.began) * 1_000), **_answers(engine, given)}
    if engine.grows:
        row |= _growth(engine, given, asked)
    return row


def _answers(engine: Engine, given: argparse.Namespace) -> dict[str, Any]:
    asked = json.loads(given.corpus.with_name("questions.json").read_text(encoding="utf-8"))
    for question in asked[:WARM_UP]:
        engine.search(question)
    took = [_timed(engine, question) for question in asked[: QUESTIONS if engine.kept else 100]]
    return {
        "median_ms": round(float(np.median(took)), 3),
        "p99_ms": round(float(np.percentile(took, 99)), 3),
        "memory_mb": round(_resident_mb()),
    }


def _timed(engine: Engine, question: str) -> float:
    began = time.perf_counter()
    engine.search(question)
    return (time.perf_counter() - began) * 1_000


def _growth(engine: Engine, given: argparse.Namespace, asked: list[str]) -> dict[str, Any]:
    """Add batches: first alone, then while questions are answered."""
    took = []
    for number in range(ROUNDS - 1):
        batch = _fresh(given, number)
        began = time.perf_counter()
        engine.add(batch)
        found = engine.search(_telling(batch[-1]))
        took.append((time.perf_counter() - began) * 1_000)
        assert batch[-1].id in found
    batch = _fresh(given, ROUNDS - 1)
    adding = threading.Thread(target=engine.add, args=(batch,))
    adding.start()
    waited = [0.0]
    for question in asked:
        waited.append(_timed(engine, question))
        if not adding.is_alive():
            break
    adding.join()
    return {"visible_ms": round(float(np.median(took)), 1), "blocked_ms": round(max(waited), 1)}


def _telling(one: Article) -> str:
    """Return a question that finds one article: words from all over it, as sentences stand in many."""
    words = plain_words(one)
    return " ".join(words[:: len(words) // TELLING][:TELLING])


def _fresh(given: argparse.Namespace, number: int) -> list[Article]:
    begin = given.articles + number * FRESH
    return list(_articles(given.corpus, begin, begin + FRESH))


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _print(rows: list[dict[str, Any]]) -> None:
    table = Table(*FIELDS)
    for row in rows:
        table.add_row(*("–" if row[name] is None else str(row[name]) for name in FIELDS))
    Console(width=150).print(table)


if __name__ == "__main__":
    main()
