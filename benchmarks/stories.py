"""Which articles are one story: JSON lines in, JSON lines out, in the order of the file.

python -m benchmarks.stories IN.jsonl --out PRED.jsonl [--json FILE]

IN has lines {"id", "title", "text"}, perhaps with "story", the true one; PRED gets {"id", "story"}.
With the truth the table has BCubed precision, recall and F1.
"""

import argparse
import json
import platform
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.corpus.analysis.build import build_article
from bot.corpus.raw import RawArticle
from bot.stories.clusterer import StoryClusterer

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Cluster, write, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.input.read_text(encoding="utf-8").splitlines()]
    articles = [build_article(_raw(row), now=NOW) for row in rows]
    clusterer = StoryClusterer()
    started = time.process_time()
    told = [clusterer.assign(article).story_id for article in articles]
    seconds = time.process_time() - started
    lines = (json.dumps({"id": row["id"], "story": story}) for row, story in zip(rows, told, strict=True))
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures: dict[str, Any] = {
        "articles": len(rows),
        "stories": len(set(told)),
        "ms_an_article": 1e3 * seconds / len(rows),
        **(_bcubed([row["story"] for row in rows], told) if all("story" in row for row in rows) else {}),
    }
    for name, value in figures.items():
        print(f"{name:<16}{value:.3f}" if isinstance(value, float) else f"{name:<16}{value}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"machine": platform.platform(), "rows": [figures]}))


def _raw(row: dict[str, Any]) -> RawArticle:
    title = row.get("title") or None
    return RawArticle(text=row["text"], source=str(row["id"]), id=str(row["id"]), title=title, language="en")


def _bcubed(true: list[Any], told: list[Any]) -> dict[str, float]:
    """BCubed precision, recall and F1.

    Source: Amigo et al. 2009, "A comparison of extrinsic clustering evaluation metrics", section 4.
    """
    both = Counter(zip(true, told, strict=True))
    of_true, of_told = Counter(true), Counter(told)
    precision = sum(both[pair] / of_told[pair[1]] for pair in zip(true, told, strict=True)) / len(true)
    recall = sum(both[pair] / of_true[pair[0]] for pair in zip(true, told, strict=True)) / len(true)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


if __name__ == "__main__":
    main()
