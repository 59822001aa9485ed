"""Clusters articles into stories, in the order of the input file.

python -m benchmarks.stories IN.jsonl --out PRED.jsonl [--shuffle SEED] [--dated SEED] [--half 0|1]
    [--first ARCHIVE.jsonl] [--json FILE]

Each line of IN is {"id", "title", "text"} with an optional "language" (English without one) and "story", the
true one; each line of PRED is
{"id", "story"}. If all true stories are known, prints BCubed precision, recall and F1.

pieces: share of the true stories of four or more articles of which no two are together; moved: articles that
left their story without it, per 100 articles. With --dated, stories begin at random times within 60 days, and
their articles come within four; --half takes half of the true stories, by a hash of their names; --first adds
articles before, which are not counted.
"""

import argparse
import hashlib
import json
import platform
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article
from bot.corpus.raw import RawArticle
from bot.stories.assignment import moved_alone
from bot.stories.clusterer import WINDOW, StoryClusterer

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = 60
LARGE = 4
"""Articles of a story that should not be in pieces."""
Record = dict[str, Any]


def main() -> None:
    """Cluster the articles, write the predictions and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shuffle", type=int, metavar="SEED")
    parser.add_argument("--dated", type=int, metavar="SEED")
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--first", type=Path, help="articles that come before")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = _chosen(_read(arguments.input), arguments.half, arguments.shuffle)
    articles = [build_article(_raw(row), now=NOW) for row in rows]
    if arguments.dated is not None:
        rows, articles = _dated(rows, articles, random.Random(arguments.dated))
    clusterer = StoryClusterer()
    for row in _read(arguments.first) if arguments.first else ():
        clusterer.assign(build_article(_raw(row), now=NOW))
    started = time.process_time()
    assigned = [clusterer.assign(article) for article in articles]
    seconds = time.process_time() - started
    stories = clusterer.stories()
    predicted = [stories[article.id] for article in articles]
    moved = sum(len(moved_alone([assignment])) for assignment in assigned)
    lines = (
        json.dumps({"id": row["id"], "story": story}) for row, story in zip(rows, predicted, strict=True)
    )
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures: dict[str, Any] = {
        "articles": len(rows),
        "stories": len(set(predicted)),
        "ms_an_article": 1e3 * seconds / len(rows),
        "moved": 100 * moved / len(rows),
    }
    if all("story" in row for row in rows):
        true = [row["story"] for row in rows]
        figures |= _bcubed(true, predicted) | {"pieces": _pieces(true, predicted)}
    for name, value in figures.items():
        print(f"{name:<16}{value:.3f}" if isinstance(value, float) else f"{name:<16}{value}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"machine": platform.platform(), "rows": [figures]}))


def _read(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _chosen(rows: list[Record], half: int | None, seed: int | None) -> list[Record]:
    """Return one half of the rows, or all; in a random order, or as they are."""
    if half is not None:
        rows = [row for row in rows if hashlib.sha256(str(row["story"]).encode()).digest()[-1] % 2 == half]
    return random.Random(seed).sample(rows, len(rows)) if seed is not None else rows


def _dated(
    rows: Sequence[Record], articles: Sequence[Article], draw: random.Random
) -> tuple[list[Record], list[Article]]:
    """Return rows and articles with dates, oldest first."""
    begin = {story: draw.uniform(0, DAYS) for story in sorted({str(row["story"]) for row in rows})}
    stream = []
    for row, article in zip(rows, articles, strict=True):
        at = NOW + timedelta(days=begin[str(row["story"])]) + draw.random() * WINDOW
        stream.append((row, replace(article, published_at=at)))
    stream.sort(key=lambda pair: (pair[1].published_at or NOW, pair[1].id))
    return [row for row, _ in stream], [article for _, article in stream]


def _pieces(true: Sequence[Any], predicted: Sequence[Any]) -> float:
    """Return the share of large true stories of which no two articles are together."""
    large = [story for story, count in Counter(true).items() if count >= LARGE]
    most = Counter[Any]()
    for (story, _), count in Counter(zip(true, predicted, strict=True)).items():
        most[story] = max(most[story], count)
    return sum(most[story] == 1 for story in large) / max(len(large), 1)


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
