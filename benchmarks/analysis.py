"""Articles a second through the analysis chain, by language, on one core.

    python -m benchmarks.analysis [--articles 3000] [--json FILE]

Articles of 300 words: two of five are the language's common words, the others invented in Zipf's proportions
and written in its letters, with endings. No text is analysed twice; the first tenth, in which the chain meets
most words for the first time, is given too. Times are this process's processor time.
"""

import argparse
import json
import platform
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.corpora import HEAD, VOCABULARY, invented
from benchmarks.questions import written
from bot.languages.stopwords import stop_words
from bot.search.analyzer import analyze

WORDS = 300
COMMON = 0.4
BARS = {"en": 3_000}
LEAST = 1_000
FIELDS = ("language", "articles", "articles_s", "first_articles_s", "bar")
ENDINGS = {
    "en": "s ing ed 's", "ar": "ات ين ها ون", "tr": "lar de'ki 'dan ı", "ru": "ами ого ить ые",
    "fr": "s es ment ions", "de": "en er ung isch", "es": "s es mente ando", "fa": "ها ان ی هایی",
}  # fmt: skip


def main() -> int:
    """Run from the command line; return 1 when a language is slower than it may be."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=3_000)
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    rows = [_row(language, given.articles) for language in ENDINGS]
    _print(rows)
    if given.json:
        machine = f"{platform.machine()} Python {platform.python_version()}"
        given.json.write_text(json.dumps({"machine": machine, "rows": rows}, indent=1), encoding="utf-8")
    return int(any(row["articles_s"] < row["bar"] for row in rows))


def _row(language: str, articles: int) -> dict[str, Any]:
    texts = _texts(language, articles)
    first = max(articles // 10, 1)
    began = time.process_time()
    _analyse(texts[:first], language)
    met = time.process_time()
    _analyse(texts[first:], language)
    took = time.process_time()
    return {
        "language": language,
        "articles": articles,
        "articles_s": round(articles / (took - began)),
        "first_articles_s": round(first / (met - began)),
        "bar": BARS.get(language, LEAST),
    }


def _analyse(texts: Sequence[str], language: str) -> None:
    for text in texts:
        analyze(text, language)


def _texts(language: str, articles: int) -> list[str]:
    draw = np.random.default_rng(3)
    common, endings = sorted(stop_words(language)), ["", "", *ENDINGS[language].split()]
    found = []
    for _ in range(articles):
        ranks = HEAD * ((1 + VOCABULARY / HEAD) ** draw.random(WORDS) - 1)
        words = [
            written(invented(int(rank)), language) + endings[int(rank) % len(endings)]
            for rank in ranks.tolist()
        ]
        for at in np.flatnonzero(draw.random(WORDS) < COMMON).tolist():
            words[at] = common[int(draw.integers(len(common)))]
        found.append(" ".join(words) + ".")
    return found


def _print(rows: list[dict[str, Any]]) -> None:
    table = Table(*FIELDS)
    for row in rows:
        table.add_row(
            *(str(row[name]) for name in FIELDS), style="red" if row["articles_s"] < row["bar"] else ""
        )
    Console(width=100).print(table)


if __name__ == "__main__":
    sys.exit(main())
