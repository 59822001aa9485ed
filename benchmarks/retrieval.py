"""Search quality on a collection in BEIR's layout, through the bot's own search.

    python -m benchmarks.retrieval DIR --run OUT.trec [--json FILE]

With judgments it also compares the search with plain BM25 (rank_bm25's model over the same terms): mean
average precision of both, questions won, lost and level, and the p-value of a two-sided paired
randomization test.

DIR contains queries.jsonl {"_id", "text"}, corpus.jsonl {"_id", "title", "text"} (or meta.json {"corpus": its
path, relative to DIR}) and qrels.tsv (a heading, then question, article, judgment). OUT gets lines
`qid Q0 docid rank score newsbot`.
"""

import argparse
import asyncio
import json
import platform
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from bot.corpus.analysis.language import identify_language
from bot.corpus.analysis.sentences import split_sentences
from bot.corpus.article import Article, ArticleId
from bot.errors import QueryError
from bot.questions.phrasing import parse_question
from bot.search.analyzer import analyze
from bot.search.bm25 import PostingsBM25
from bot.search.local_index import LocalIndex
from bot.search.ports import Hit, IndexChange, SearchRequest
from bot.search.query.query import Query
from bot.search.ranking.top_k import top_k

DEPTH = 1_000
BATCH = 500
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SHUFFLES = 20_000
Judgments = dict[str, set[str]]


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def corpus_path(folder: Path) -> Path:
    """Return the path of a collection's articles: its own file, or the file that its meta.json names."""
    own = folder / "corpus.jsonl"
    if own.exists():
        return own
    return folder / str(json.loads((folder / "meta.json").read_text(encoding="utf-8"))["corpus"])


def article(row: dict[str, Any]) -> Article:
    """Return a collection's article as the bot reads it, with its language and sentences."""
    title, text = str(row.get("title") or ""), str(row["text"])
    language = identify_language(text)
    spans = split_sentences(text, language)
    return Article(ArticleId(str(row["_id"])), title=title, text=text, language=language, sentences=spans)


async def build_index(folder: Path) -> LocalIndex:
    """Return an index of a collection, filled in batches as the bot does."""
    index = LocalIndex()
    articles = [article(row) for row in json_lines(corpus_path(folder))]
    changes = [IndexChange(number, added.id, added) for number, added in enumerate(articles, 1)]
    for begin in range(0, len(changes), BATCH):
        await index.apply(changes[begin : begin + BATCH])
    return index


def question(text: str) -> Query:
    """Return a collection's question as parsed, or an empty query if the parser refuses it."""
    try:
        return parse_question(text, now=NOW)
    except QueryError:
        return Query(text)


def read_judgments(path: Path) -> Judgments:
    """Return the relevant articles of each question that has any; empty without a file."""
    relevant: Judgments = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else ():
        question_id, article_id, judgment = line.split("\t")
        if int(judgment) > 0:
            relevant.setdefault(question_id, set()).add(article_id)
    return relevant


def average_precision(ranked: Sequence[str], relevant: set[str]) -> float:
    """Return the mean precision at each relevant article, 0 for missing ones; in [0, 1]."""
    ranks = [rank for rank, article_id in enumerate(ranked, 1) if article_id in relevant]
    return sum(number / rank for number, rank in enumerate(ranks, 1)) / len(relevant)


def bm25_ranking(index: LocalIndex, text: str) -> list[str]:
    """Return the ranking of rank_bm25's model for a question's terms, nothing added."""
    snapshot = index.snapshot
    best = max(
        (analyze(text, name) for name in snapshot.languages),
        key=lambda terms: sum(map(snapshot.doc_freq, terms)),
    )
    hits = top_k(PostingsBM25.over(snapshot), best, DEPTH)
    return [snapshot.article_id(doc) for doc, _ in hits]


def p_value(differences: Sequence[float]) -> float:
    """Return how often the mean of differences with random signs is as far from 0, in (0, 1].

    Source:
        Smucker, Allan, Carterette 2007, A Comparison of Statistical Significance Tests for IR Evaluation.
    """
    draw = np.random.default_rng(29)
    values = np.array(differences)
    signs = draw.choice(np.array([-1.0, 1.0]), (SHUFFLES, len(values)))
    as_far = np.abs(signs @ values) >= abs(values.sum()) - 1e-12
    return float((as_far.sum() + 1) / (SHUFFLES + 1))


def compare_with_bm25(ours: Sequence[float], plain: Sequence[float]) -> dict[str, float]:
    """Return both means, the questions won, lost and level, and the p-value."""
    differences = [a - b for a, b in zip(ours, plain, strict=True)]
    won, lost = (sum(sign * difference > 1e-9 for difference in differences) for sign in (1, -1))
    return {
        "map": round(float(np.mean(ours)), 4),
        "plain_map": round(float(np.mean(plain)), 4),
        "won": won,
        "lost": lost,
        "level": len(differences) - won - lost,
        "p": round(p_value(differences), 4),
    }


async def run(folder: Path, out: Path) -> dict[str, float]:
    """Write the answers to all questions into a run file; return the figures."""
    relevant = read_judgments(folder / "qrels.tsv")
    ours, plain = [], []
    began = time.perf_counter()
    index = await build_index(folder)
    built = time.perf_counter()
    took: list[float] = []
    with out.open("w", encoding="utf-8") as lines:
        for row in json_lines(folder / "queries.jsonl"):
            asked = time.perf_counter()
            request = SearchRequest(question(str(row["text"])), NOW, limit=DEPTH)
            result = await index.search(request)
            took.append((time.perf_counter() - asked) * 1_000)
            lines.writelines(_lines(str(row["_id"]), result.hits))
            if judged := relevant.get(str(row["_id"])):
                ours.append(average_precision([hit.article_id for hit in result.hits], judged))
                plain.append(average_precision(bm25_ranking(index, str(row["text"])), judged))
    articles = index.snapshot.articles
    await index.close()
    return {
        "articles": articles,
        "queries": len(took),
        "build_s": round(built - began, 2),
        "median_ms": round(float(np.median(took)), 2) if took else 0.0,
        "p99_ms": round(float(np.percentile(took, 99)), 2) if took else 0.0,
        **(compare_with_bm25(ours, plain) if ours else {}),
    }


def _lines(query_id: str, hits: Sequence[Hit]) -> Iterator[str]:
    """Yield run lines; scores fall by rank, so that a scorer keeps the order of equal hits."""
    for rank, hit in enumerate(hits, 1):
        yield f"{query_id} Q0 {hit.article_id} {rank} {len(hits) - rank + 1} newsbot\n"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--run", type=Path, required=True, metavar="OUT")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    row = {"collection": options.folder.name, **asyncio.run(run(options.folder, options.run))}
    print("  ".join(f"{name} {value}" for name, value in row.items()))
    if options.json:
        machine = f"{platform.machine()} Python {platform.python_version()}"
        options.json.write_text(json.dumps({"machine": machine, "rows": [row]}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
