"""Where the outlets of stories differ: lists what would be shown, to be read and judged.

python -m benchmarks.differences IN.jsonl --out DIFFERENCES.jsonl [--json FILE]

Each line of IN is {"id", "title", "text", "story"}, optionally "language" (English without one), "publisher"
(the id without one: every article is an outlet of its own) and "published". Each line of DIFFERENCES is
{"story", "key", "later", "versions": [{"figure", "outlets", "sentences"}]}.
"""

import argparse
import json
import platform
import time
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article
from bot.corpus.raw import RawArticle
from bot.stories.origins import origins
from bot.summaries.difference import Difference
from bot.summaries.differences import differences

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """List the differences of all stories; print how many there are and what they cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    stories: dict[str, list[Article]] = defaultdict(list)
    for text in arguments.input.read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        stories[str(row["story"])].append(build_article(_raw(row), now=NOW))
    found, seconds = [], 0.0
    for story, articles in stories.items():
        of_story = origins(articles)
        started = time.process_time()
        shown = differences(articles, of_story)
        seconds += time.process_time() - started
        found += [_row(story, difference) for difference in shown]
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in found]
    arguments.out.write_text("".join(lines), encoding="utf-8")
    count = sum(map(len, stories.values()))
    figures = {
        "articles": count,
        "stories": sum(len(articles) > 1 for articles in stories.values()),
        "differences": len(found),
        "ms_for_20_articles": round(20e3 * seconds / max(count, 1), 2),
    }
    for name, value in figures.items():
        print(f"{name:<20}{value}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"machine": platform.platform(), "rows": [figures]}))


def _raw(row: dict[str, Any]) -> RawArticle:
    return RawArticle(
        text=row["text"],
        source=str(row["id"]),
        id=str(row["id"]),
        title=row.get("title") or None,
        language=row.get("language", "en"),
        publisher=row.get("publisher") or str(row["id"]),
        published=row.get("published"),
    )


def _row(story: str, difference: Difference) -> dict[str, Any]:
    versions = [
        {
            "figure": version.figure,
            "outlets": [voice.outlet for voice in version.voices],
            "sentences": [voice.sentence.text for voice in version.voices],
        }
        for version in difference.versions
    ]
    return {"story": story, "key": difference.key, "later": difference.later, "versions": versions}


if __name__ == "__main__":
    main()
