"""Whose article: run the provenance analysis over a file of article texts.

    python -m benchmarks.provenance IN.jsonl --out PRED.jsonl [--json SUMMARY.json]

Reads only `id`, `text` and `title`, if any, of each line; never the labels.
"""

import argparse
import json
import platform
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.corpus.analysis.build import build_article
from bot.corpus.analysis.header import persons
from bot.corpus.article import Article, Certainty
from bot.corpus.raw import RawArticle


def main() -> None:
    """Write one prediction per line; print how much was recognised and how fast."""
    arguments = _arguments()
    articles = list(_articles(arguments.input))
    built = [
        build_article(raw, now=datetime.now(UTC)) for raw in articles
    ]  # loads gazetteer, model, patterns
    started = time.process_time()
    for raw in articles:
        build_article(raw, now=datetime.now(UTC))
    per_article_ms = (time.process_time() - started) * 1000 / max(1, len(built))
    with arguments.out.open("w", encoding="utf-8") as out:
        for article in built:
            out.write(json.dumps(prediction(article), ensure_ascii=False) + "\n")
    row = _row(built, per_article_ms)
    for name, value in row.items():
        print(f"{name:<16}{value}")
    if arguments.json:
        summary = {"machine": platform.platform(), "rows": [row]}
        arguments.json.write_text(json.dumps(summary, indent=1), encoding="utf-8")


def prediction(article: Article) -> dict[str, object]:
    """Return the article's provenance as one row of the prediction file."""
    stated = article.published is Certainty.STATED and article.published_at
    return {
        "id": article.id,
        "publisher": article.publisher,
        "author": list(persons(article.author or "")) or article.author,
        "dateline": article.dateline,
        "published": stated.isoformat() if stated else None,
        "original_source": [hop.name for hop in article.provenance.original],
        "cited": [hop.name for hop in article.provenance.cited],
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("input", type=Path, help="JSON lines with id and text")
    parser.add_argument("--out", type=Path, required=True, help="predictions, JSON lines")
    parser.add_argument("--json", type=Path, help="summary as JSON")
    return parser.parse_args()


def _articles(path: Path) -> Iterator[RawArticle]:
    with path.open(encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            row = json.loads(line)
            yield RawArticle(
                text=row["text"], title=row.get("title") or None, id=str(row["id"]), source=path.name
            )


def _row(built: list[Article], per_article_ms: float) -> dict[str, object]:
    return {
        "articles": len(built),
        "publisher": sum(article.publisher is not None for article in built),
        "original": sum(bool(article.provenance.original) for article in built),
        "cited": sum(len(article.provenance.cited) for article in built),
        "author": sum(article.author is not None for article in built),
        "dateline": sum(article.dateline is not None for article in built),
        "published": sum(article.published_at is not None for article in built),
        "ms_an_article": round(per_article_ms, 3),
    }


if __name__ == "__main__":
    main()
