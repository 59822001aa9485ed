"""The search engine and its peers in one run: build, memory, disk, queries, updates and cold start.

    python -m benchmarks.speed --articles 100000 [--words 300] [--texts corpus.jsonl ...] [--engines a,b]
                               [--json FILE]

Articles are invented words distributed by Zipf's law; with --texts there are also articles of shuffled real
sentences. Every engine gets the same articles and questions. Engines run one after the other; each builds its
index in one process and answers in another.

memory_mb: resident memory of the answering process, with the mapped pages it has touched (of newsbot's
engines, only the whole search gives pages back above 400 MB, as the bot does); median_ms,
p99_ms: from a question's words to the ids of the best ten; visible_ms: from adding 100 articles to finding
one of them; cold_ms: from the start of the process to its first answer; blocked_ms: the longest answer
while articles are added.
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

from benchmarks.corpora import Corpus, ShuffledSentences, Zipf, make_article, questions, words_of
from benchmarks.engines import ENGINES, Engine
from bot.corpus.article import Article, ArticleId, Span
from bot.search.kernel.library import COMPILERS, FOLDER, build_library

BATCH = 500
FRESH = 100
QUESTIONS = 1_000
WARM_UP = 100
ROUNDS = 5
UNIQUE_WORDS = 8
"""Words of a question that should find one article only."""
FIELDS = [
    *("engine", "corpus", "articles", "build_s", "memory_mb", "disk_mb", "median_ms", "p99_ms"),
    *("visible_ms", "cold_ms", "blocked_ms"),
]
SHARING = ("newsbot-compiled", "newsbot-whole", "newsbot-whole-compiled")
"""Engines that search a copy of newsbot's index."""
MAX_ARTICLES = {"rank_bm25": 20_000, "bm25s": 200_000, "fts5": 200_000}
"""Engines that larger runs skip: they would need too much memory or time."""


def main() -> None:
    """Run from the command line."""
    options = _options()
    if options.part:
        part = {"build": build, "serve": serve}[options.part]
        print(json.dumps(part(options)))
        return
    rows = list(_rows(options))
    _print(rows)
    if options.json:
        machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        options.json.write_text(json.dumps({"machine": machine, "rows": rows}, indent=1), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=300, help="words of an article")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="collections for real sentences")
    compiled = any(map(shutil.which, COMPILERS))
    usable = [name for name in ENGINES if compiled or not name.endswith("compiled")]
    if not compiled:
        print("compiled search is left out: there is no C compiler", file=sys.stderr)
    parser.add_argument("--engines", default=",".join(usable))
    parser.add_argument("--json", type=Path, metavar="FILE")
    for hidden in ("--part", "--engine"):
        parser.add_argument(hidden, help=argparse.SUPPRESS)
    for hidden in ("--folder", "--corpus"):
        parser.add_argument(hidden, type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--began", type=float, help=argparse.SUPPRESS)
    return parser.parse_args()


def _rows(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    corpora: dict[str, Corpus] = {"zipf": Zipf(options.words)}
    if options.texts:
        corpora["text"] = ShuffledSentences(options.texts, options.words)
    for name, corpus in corpora.items():
        with tempfile.TemporaryDirectory(prefix="newsbot-speed-") as folder:
            path = Path(folder) / "corpus.jsonl"
            _write(corpus, options.articles, path)
            if "compiled" in options.engines:
                build_library(path.parent / FOLDER)
            for engine in options.engines.split(","):
                if options.articles <= MAX_ARTICLES.get(engine, options.articles):
                    yield _row(engine, name, path, options.articles)


def _write(corpus: Corpus, articles: int, path: Path) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for number in range(articles + ROUNDS * FRESH):
            article = make_article(corpus, number)
            starts = [span.start for span in article.sentences]
            lines.write(json.dumps([article.title, article.text, starts]) + "\n")
    asked = json.dumps(list(questions(corpus, articles, QUESTIONS)))
    path.with_name("questions.json").write_text(asked, encoding="utf-8")


def _row(engine: str, corpus: str, path: Path, articles: int) -> dict[str, Any]:
    folder = path.parent / engine
    shared = path.parent / "newsbot"
    folder.mkdir()
    built: dict[str, Any] = {}
    if engine in SHARING and shared.exists():
        shutil.copytree(shared, folder, dirs_exist_ok=True)
    else:
        built = _call("build", engine, folder, path, articles)
    row = {"engine": ENGINES[engine].name, "corpus": corpus, "articles": articles, **built}
    if ENGINES[engine].persistent:
        row |= _call("serve", engine, folder, path, articles)
    row = {name: row.get(name) for name in FIELDS}
    print(json.dumps(row), file=sys.stderr)
    if engine != "newsbot":
        shutil.rmtree(folder)
    return row


def _call(part: str, engine: str, folder: Path, path: Path, articles: int) -> dict[str, Any]:
    """Return what one part of the benchmark measures in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.speed", "--part", part, "--engine", engine]
    command += ["--folder", str(folder), "--corpus", str(path), "--articles", str(articles)]
    done = subprocess.run([*command, "--began", str(time.time())], check=True, stdout=subprocess.PIPE)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _articles(path: Path, begin: int, end: int) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, begin, end), begin):
            title, text, starts = json.loads(line)
            ends = [*(start - 1 for start in starts[1:]), len(text)]
            spans = tuple(map(Span, starts, ends))
            yield Article(
                ArticleId(f"article-{number}"), title=title, text=text, language="en", sentences=spans
            )


def build(options: argparse.Namespace) -> dict[str, Any]:
    """Return the cost of building an index, and all other figures if the engine can't save it."""
    engine = ENGINES[options.engine]()
    engine.open(options.folder)
    took = 0.0
    articles = _articles(options.corpus, 0, options.articles)
    while batch := list(islice(articles, BATCH)):
        began = time.perf_counter()
        engine.add(batch)
        took += time.perf_counter() - began
    began = time.perf_counter()
    engine.finish()
    took += time.perf_counter() - began
    row: dict[str, Any] = {"build_s": round(took, 1)}
    if not engine.persistent:
        return row | _query_figures(engine, _questions(options))
    size = sum(path.stat().st_size for path in options.folder.rglob("*") if path.is_file())
    return row | {"disk_mb": round(size / 1e6, 1)}


def serve(options: argparse.Namespace) -> dict[str, Any]:
    """Return how a new process answers from a saved index."""
    engine = ENGINES[options.engine]()
    engine.open(options.folder)
    asked = _questions(options)
    engine.search(asked[0])
    row = {"cold_ms": round((time.time() - options.began) * 1_000), **_query_figures(engine, asked)}
    if engine.updatable:
        row |= _update_figures(engine, options, asked)
    return row


def _questions(options: argparse.Namespace) -> list[str]:
    asked: list[str] = json.loads(options.corpus.with_name("questions.json").read_text(encoding="utf-8"))
    return asked


def _query_figures(engine: Engine, asked: list[str]) -> dict[str, Any]:
    for question in asked[:WARM_UP]:
        engine.search(question)
    took = [_timed(engine, question) for question in asked[: QUESTIONS if engine.persistent else 100]]
    return {
        "median_ms": round(float(np.median(took)), 3),
        "p99_ms": round(float(np.percentile(took, 99)), 3),
        "memory_mb": round(_resident_mb()),
    }


def _timed(engine: Engine, question: str) -> float:
    began = time.perf_counter()
    engine.search(question)
    return (time.perf_counter() - began) * 1_000


def _update_figures(engine: Engine, options: argparse.Namespace, asked: list[str]) -> dict[str, Any]:
    """Add batches, first alone, then while questions are answered."""
    took = []
    for number in range(ROUNDS - 1):
        batch = _new_articles(options, number)
        began = time.perf_counter()
        engine.add(batch)
        ids = engine.search(_unique_question(batch[-1]))
        took.append((time.perf_counter() - began) * 1_000)
        assert batch[-1].id in ids
    batch = _new_articles(options, ROUNDS - 1)
    adding = threading.Thread(target=engine.add, args=(batch,))
    adding.start()
    waited = [0.0]
    for question in asked:
        waited.append(_timed(engine, question))
        if not adding.is_alive():
            break
    adding.join()
    return {"visible_ms": round(float(np.median(took)), 1), "blocked_ms": round(max(waited), 1)}


def _unique_question(article: Article) -> str:
    """Return a question that finds one article: words from all of it, because articles share sentences."""
    words = words_of(article)
    return " ".join(words[:: len(words) // UNIQUE_WORDS][:UNIQUE_WORDS])


def _new_articles(options: argparse.Namespace, number: int) -> list[Article]:
    begin = options.articles + number * FRESH
    return list(_articles(options.corpus, begin, begin + FRESH))


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
