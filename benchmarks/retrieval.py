"""Search quality on a collection in BEIR layout, through the product's own search path.

    python -m benchmarks.retrieval DIR --run OUT.trec [--json FILE]

With judgements it also says how the questions fare beside plain BM25 (rank_bm25's model over the same terms):
average precision of both, questions won, lost and level, and p, how often chance alone would part them so far
(two-sided paired randomisation test).

DIR holds queries.jsonl {"_id", "text"}, corpus.jsonl {"_id", "title", "text"} (or meta.json {"corpus": path
of it, relative to DIR}) and qrels.tsv (a heading, then question, article, judgement). OUT gets lines
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
Judgements = dict[str, set[str]]


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def corpus_path(folder: Path) -> Path:
    """Return where a collection's articles are: its own file, or the one its meta.json names."""
    own = folder / "corpus.jsonl"
    if own.exists():
        return own
    return folder / str(json.loads((folder / "meta.json").read_text(encoding="utf-8"))["corpus"])


def article(row: dict[str, Any]) -> Article:
    """Return a collection's article as the product reads it: language and sentences found."""
    title, text = str(row.get("title") or ""), str(row["text"])
    language = identify_language(text)
    spans = split_sentences(text, language)
    return Article(ArticleId(str(row["_id"])), title=title, text=text, language=language, sentences=spans)


async def indexed(folder: Path) -> LocalIndex:
    """Return an index of a collection, added in batches as the program does."""
    index = LocalIndex()
    articles = [article(row) for row in json_lines(corpus_path(folder))]
    changes = [IndexChange(number, each.id, each) for number, each in enumerate(articles, 1)]
    for begin in range(0, len(changes), BATCH):
        await index.apply(changes[begin : begin + BATCH])
    return index


def question(text: str) -> Query:
    """Return a collection's question as parsed; one the parser refuses finds nothing."""
    try:
        return parse_question(text, now=NOW)
    except QueryError:
        return Query(text)


def judgements(path: Path) -> Judgements:
    """Return the relevant articles of each question that has any; none without a file."""
    found: Judgements = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else ():
        question_id, article_id, judged = line.split("\t")
        if int(judged) > 0:
            found.setdefault(question_id, set()).add(article_id)
    return found


def average_precision(ranked: Sequence[str], relevant: set[str]) -> float:
    """Return the mean precision at each relevant article, 0 for one not found; in [0, 1]."""
    places = [place for place, found in enumerate(ranked, 1) if found in relevant]
    return sum(number / place for number, place in enumerate(places, 1)) / len(relevant)


def plain_ranking(index: LocalIndex, text: str) -> list[str]:
    """Return what rank_bm25's model finds for a question's terms, nothing added."""
    snapshot = index.snapshot
    best = max(
        (analyze(text, name) for name in snapshot.languages),
        key=lambda terms: sum(map(snapshot.doc_freq, terms)),
    )
    found = top_k(PostingsBM25.over(snapshot), best, DEPTH)
    return [snapshot.article_id(place) for place, _ in found]


def by_chance(differences: Sequence[float]) -> float:
    """Return how often differences with signs tossed up are as far from 0 on the mean, in (0, 1].

    Source:
        Smucker, Allan, Carterette 2007, A Comparison of Statistical Significance Tests for IR Evaluation.
    """
    draw = np.random.default_rng(29)
    values = np.array(differences)
    signs = draw.choice(np.array([-1.0, 1.0]), (SHUFFLES, len(values)))
    as_far = np.abs(signs @ values) >= abs(values.sum()) - 1e-12
    return float((as_far.sum() + 1) / (SHUFFLES + 1))


def beside_plain(ours: Sequence[float], plain: Sequence[float]) -> dict[str, float]:
    """Return both means, the questions won, lost and level, and p."""
    differences = [a - b for a, b in zip(ours, plain, strict=True)]
    won, lost = (sum(sign * each > 1e-9 for each in differences) for sign in (1, -1))
    return {
        "map": round(float(np.mean(ours)), 4),
        "plain_map": round(float(np.mean(plain)), 4),
        "won": won,
        "lost": lost,
        "level": len(differences) - won - lost,
        "p": round(by_chance(differences), 4),
    }


async def run(folder: Path, out: Path) -> dict[str, float]:
    """Answer all questions into a run file; return what it took."""
    relevant = judgements(folder / "qrels.tsv")
    ours, plain = [], []
    began = time.perf_counter()
    index = await indexed(folder)
    built = time.perf_counter()
    took: list[float] = []
    with out.open("w", encoding="utf-8") as lines:
        for row in json_lines(folder / "queries.jsonl"):
            asked = time.perf_counter()
            request = SearchRequest(question(str(row["text"])), NOW, limit=DEPTH)
            result = await index.search(request)
            took.append((time.perf_counter() - asked) * 1_000)
            lines.writelines(_lines(str(row["_id"]), result.hits))
            if wanted := relevant.get(str(row["_id"])):
                ours.append(average_precision([hit.article_id for hit in result.hits], wanted))
                plain.append(average_precision(plain_ranking(index, str(row["text"])), wanted))
    articles = index.snapshot.articles
    await index.close()
    return {
        "articles": articles,
        "queries": len(took),
        "build_s": round(built - began, 2),
        "median_ms": round(float(np.median(took)), 2) if took else 0.0,
        "p99_ms": round(float(np.percentile(took, 99)), 2) if took else 0.0,
        **(beside_plain(ours, plain) if ours else {}),
    }


def _lines(query_id: str, hits: Sequence[Hit]) -> Iterator[str]:
    """Run lines; the score falls by rank, so that a scorer keeps the order of equals."""
    for rank, hit in enumerate(hits, 1):
        yield f"{query_id} Q0 {hit.article_id} {rank} {len(hits) - rank + 1} newsbot\n"


def main() -> None:
    """Run from the command line."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path, metavar="DIR")
    options.add_argument("--run", type=Path, required=True, metavar="OUT")
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    row = {"collection": given.folder.name, **asyncio.run(run(given.folder, given.run))}
    print("  ".join(f"{name} {value}" for name, value in row.items()))
    if given.json:
        machine = f"{platform.machine()} Python {platform.python_version()}"
        given.json.write_text(json.dumps({"machine": machine, "rows": [row]}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
