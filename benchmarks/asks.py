"""Answers to questions as people ask them, through the product's own question path.

    python -m benchmarks.asks ASKS.jsonl --corpus CORPUS.jsonl --out PRED.jsonl [--json FILE]

ASKS has lines {"id", "text", "previous"?}, CORPUS {"_id", "title", "text"}. PRED gets {"id", "brief", "hits",
"shown_sentences", "not_found", "unknown_words"}. A question with "previous" is asked as a follow-up to it.
"""

import argparse
import asyncio
import json
import platform
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.chats.view import LISTED_ENTRIES
from bot.questions.model import Answer, Question


def main() -> None:
    """Ask every question, write one prediction a line, and print how long answers took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("asks", type=Path)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    asks = _rows(arguments.asks)
    with tempfile.TemporaryDirectory() as folder:
        predictions, seconds = asyncio.run(_answers(asks, arguments.corpus, Path(folder)))
    lines = [json.dumps(prediction, ensure_ascii=False) for prediction in predictions]
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    median, p99 = (float(np.percentile(seconds, share)) * 1e3 for share in (50, 99))
    print(f"{len(asks)} questions, median {median:.1f} ms, p99 {p99:.1f} ms")
    if arguments.json:
        summary = {"questions": len(asks), "median_ms": median, "p99_ms": p99, "machine": platform.platform()}
        arguments.json.write_text(json.dumps(summary, indent=2), encoding="utf-8")


async def _answers(
    asks: list[dict[str, Any]], corpus: Path, folder: Path
) -> tuple[list[dict[str, Any]], list[float]]:
    articles = folder / "corpus"
    articles.mkdir()
    records = [{"id": row["_id"], "title": row["title"], "text": row["text"]} for row in _rows(corpus)]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (articles / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    predictions, seconds = [], []
    values: dict[str, Any] = {"_env_file": None, "corpus": articles, "data": folder / "data", "feeds": False}
    settings = Settings(**values)
    async with open_app(settings) as app:
        for ask in asks:
            started = time.perf_counter()
            answer = await _ask(app, ask)
            seconds.append(time.perf_counter() - started)
            predictions.append({"id": ask["id"], **_prediction(answer)})
    return predictions, seconds


async def _ask(app: App, ask: dict[str, Any]) -> Answer:
    questions, now = app.services.questions, app.services.clock()
    return await questions.ask(Question(ask["text"], now, previous=_previous(ask), size=LISTED_ENTRIES))


def _previous(ask: dict[str, Any]) -> str:
    previous = ask.get("previous") or ""
    return previous if isinstance(previous, str) else " ".join(previous)


def _prediction(answer: Answer) -> dict[str, Any]:
    return {
        "brief": [{"text": sentence.text, "article": sentence.article_id} for sentence in answer.brief],
        "hits": [entry.article.id for entry in answer.entries],
        "shown_sentences": [
            {"text": entry.article.title, "article": entry.article.id} for entry in answer.entries
        ],
        "not_found": answer.no_results is not None or not answer.about,
        "unknown_words": [*answer.unknown, *(answer.no_results.unknown if answer.no_results else ())],
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
