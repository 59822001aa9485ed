"""Articles per second through the analyzer, by language, on one core.

    python -m benchmarks.analysis [--articles 3000] [--json FILE]

Articles have 300 words: two in five are stop words of the language, the others are invented words
distributed by Zipf's law, in its letters and with its endings. No text is analyzed twice. The first tenth
is also measured alone, because most of its words are not cached yet. Times are this process's processor
time.
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

from benchmarks.corpora import HEAD, VOCABULARY, invented_word
from benchmarks.questions import transliterate
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
    """Run from the command line; return 1 when a language is slower than its bar."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=3_000)
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    rows = [_row(language, options.articles) for language in ENDINGS]
    _print(rows)
    if options.json:
        machine = f"{platform.machine()} Python {platform.python_version()}"
        options.json.write_text(json.dumps({"machine": machine, "rows": rows}, indent=1), encoding="utf-8")
    return int(any(row["articles_s"] < row["bar"] for row in rows))


def _row(language: str, articles: int) -> dict[str, Any]:
    texts = _texts(language, articles)
    first = max(articles // 10, 1)
    began = time.process_time()
    _analyze(texts[:first], language)
    first_done = time.process_time()
    _analyze(texts[first:], language)
    done = time.process_time()
    return {
        "language": language,
        "articles": articles,
        "articles_s": round(articles / (done - began)),
        "first_articles_s": round(first / (first_done - began)),
        "bar": BARS.get(language, LEAST),
    }


def _analyze(texts: Sequence[str], language: str) -> None:
    for text in texts:
        analyze(text, language)


def _texts(language: str, articles: int) -> list[str]:
    draw = np.random.default_rng(3)
    common, endings = sorted(stop_words(language)), ["", "", *ENDINGS[language].split()]
    texts = []
    for _ in range(articles):
        ranks = HEAD * ((1 + VOCABULARY / HEAD) ** draw.random(WORDS) - 1)
        words = [
            transliterate(invented_word(int(rank)), language) + endings[int(rank) % len(endings)]
            for rank in ranks.tolist()
        ]
        for at in np.flatnonzero(draw.random(WORDS) < COMMON).tolist():
            words[at] = common[int(draw.integers(len(common)))]
        texts.append(" ".join(words) + ".")
    return texts


def _print(rows: list[dict[str, Any]]) -> None:
    table = Table(*FIELDS)
    for row in rows:
        table.add_row(
            *(str(row[name]) for name in FIELDS), style="red" if row["articles_s"] < row["bar"] else ""
        )
    Console(width=100).print(table)


if __name__ == "__main__":
    sys.exit(main())
