"""Known items: does a headline, or an article's first sentence, find its article again?

    python -m benchmarks.known_items FILE... [--half 0|1] [--json FILE]

FILE has lines {"title", "text"}. The article is indexed without the words of the question: its body for its
headline, its body without the first sentence for that sentence. The bot's search is compared with plain BM25
(rank_bm25 with its own settings, over lower-cased words): mean reciprocal rank of both, which with one right
answer is the average precision, too, and the p-value of a two-sided paired randomization test.
"""

import argparse
import asyncio
import json
import platform
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from rank_bm25 import BM25Okapi

from benchmarks.retrieval import DEPTH, NOW, article, json_lines, p_value, question
from bot.corpus.analysis.sentences import split_sentences
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, SearchRequest

_WORD = re.compile(r"\w+")
_FEWEST_LETTERS = 20
"""Letters of a question; shorter ones tell articles apart only by chance."""
Item = tuple[str, str]
"""A question and the text that answers it."""


def items(path: Path) -> dict[str, list[Item]]:
    """Return the questions of a file by kind, each with its article's remaining text."""
    by_kind: dict[str, list[Item]] = {"headline": [], "first sentence": []}
    texts: set[str] = set()
    for row in json_lines(path):
        title, text = str(row.get("title") or "").strip(), str(row["text"]).strip()
        if text in texts:
            continue
        texts.add(text)
        if len(title) >= _FEWEST_LETTERS:
            by_kind["headline"].append((title, text.removeprefix(title)))
        first = split_sentences(text, article({"_id": "", "text": text}).language)[:1]
        if first and _FEWEST_LETTERS <= first[0].end < len(text) / 2:
            by_kind["first sentence"].append((text[first[0].start : first[0].end], text[first[0].end :]))
    return {kind: found for kind, found in by_kind.items() if found}


def plain_ranks(known: Sequence[Item]) -> Iterator[float]:
    """Yield the reciprocal rank of each right article in plain BM25, 0 without a common word."""
    model = BM25Okapi([_WORD.findall(text.lower()) for _, text in known])
    for number, (asked, _) in enumerate(known):
        scores = model.get_scores(_WORD.findall(asked.lower()))
        yield 1 / (1 + int((scores > scores[number]).sum())) if scores[number] > 0 else 0.0


async def our_ranks(known: Sequence[Item]) -> list[float]:
    """Return the reciprocal rank of each right article in the bot's search, 0 for one not found."""
    index = LocalIndex()
    articles = [article({"_id": str(number), "text": text}) for number, (_, text) in enumerate(known)]
    await index.apply([IndexChange(number, added.id, added) for number, added in enumerate(articles, 1)])
    ranks = []
    for number, (asked, _) in enumerate(known):
        result = await index.search(SearchRequest(question(asked), NOW, limit=min(DEPTH, len(known))))
        found = [str(hit.article_id) for hit in result.hits]
        ranks.append(1 / (1 + found.index(str(number))) if str(number) in found else 0.0)
    await index.close()
    return ranks


def compare(known: Sequence[Item], half: int | None) -> dict[str, float]:
    """Return the figures of both searches over all questions, or over every other one."""
    ours, plain = asyncio.run(our_ranks(known)), list(plain_ranks(known))
    step = slice(half, None, 2) if half is not None else slice(None)
    differences = [a - b for a, b in zip(ours[step], plain[step], strict=True)]
    return {
        "questions": len(differences),
        "mrr": round(float(np.mean(ours[step])), 3),
        "plain_mrr": round(float(np.mean(plain[step])), 3),
        "won": sum(difference > 0 for difference in differences),
        "lost": sum(difference < 0 for difference in differences),
        "p": round(p_value(differences), 3),
    }


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--half", type=int, choices=(0, 1), help="every other question, the others being 1")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    rows = []
    for path in options.files:
        for kind, known in items(path).items():
            rows.append({"file": path.stem, "kind": kind, **compare(known, options.half)})
            print("  ".join(f"{name} {value}" for name, value in rows[-1].items()), flush=True)
    if options.json:
        machine = f"{platform.machine()} Python {platform.python_version()}"
        options.json.write_text(json.dumps({"machine": machine, "rows": rows}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
