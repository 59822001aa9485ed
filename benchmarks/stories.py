"""Clusters articles into stories, in the order of the input file.

python -m benchmarks.stories IN.jsonl --out PRED.jsonl [--json FILE]

Each line of IN is {"id", "title", "text"} with an optional "language" (English without one) and "story", the
true one; each line of PRED is
{"id", "story"}. If all true stories are known, prints BCubed precision, recall and F1.
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
    """Cluster the articles, write the predictions and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.input.read_text(encoding="utf-8").splitlines()]
    articles = [build_article(_raw(row), now=NOW) for row in rows]
    clusterer = StoryClusterer()
    started = time.process_time()
    for article in articles:
        clusterer.assign(article)
    seconds = time.process_time() - started
    stories = clusterer.stories()
    predicted = [stories[article.id] for article in articles]
    lines = (
        json.dumps({"id": row["id"], "story": story}) for row, story in zip(rows, predicted, strict=True)
    )
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures: dict[str, Any] = {
        "articles": len(rows),
        "stories": len(set(predicted)),
        "ms_an_article": 1e3 * seconds / len(rows),
        **(_bcubed([row["story"] for row in rows], predicted) if all("story" in row for row in rows) else {}),
    }
    for name, value in figures.items():
        print(f"{name:<16}{value:.3f}" if isinstance(value, float) else f"{name:<16}{value}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"machine": platform.platform(), "rows": [figures]}))


def _raw(row: dict[str, Any]) -> RawArticle:
    title = row.get("title") or None
    language = row.get("language", "en")
    return RawArticle(
        text=row["text"], source=str(row["id"]), id=str(row["id"]), title=title, language=language
    )


def _bcubed(true: list[Any], predicted: list[Any]) -> dict[str, float]:
    """Return BCubed precision, recall and F1.

    Source:
        Amigo et al. 2009, A comparison of extrinsic clustering evaluation metrics, section 4.
    """
    pairs = list(zip(true, predicted, strict=True))
    both, of_true, of_predicted = Counter(pairs), Counter(true), Counter(predicted)
    precision = sum(both[pair] / of_predicted[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / of_true[pair[0]] for pair in pairs) / len(pairs)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


if __name__ == "__main__":
    main()
