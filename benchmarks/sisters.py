"""Links to stories of other languages: how many are right, how many are shown, what a card costs.

    python -m benchmarks.sisters [FILE] [--articles 100000]

FILE holds one article a line: id, event, language, title, text, published. Without it, our own samples are
read. With --articles, the cost is measured among that many, a thousand a day.
"""

import argparse
import asyncio
import json
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any

from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.corpus.article import Article, ArticleId
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, SharedWords
from bot.stories.fingerprint import fingerprint_of
from bot.stories.sister_words import sister_words
from bot.stories.sisters import WINDOW, linked

SAMPLES = Path(__file__).parents[1] / "tests/data/sisters/events.jsonl"
A_DAY = 1_000
CANDIDATES = 3
Row = dict[str, Any]


def main() -> None:
    """Print precision and recall of the links shown, and the cost of a card."""
    parser = argparse.ArgumentParser("python -m benchmarks.sisters", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--articles", type=int, default=0)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    asyncio.run(measure_links(rows))
    if options.articles:
        asyncio.run(measure_cost(rows, options.articles))


async def measure_links(rows: Sequence[Row]) -> None:
    """Print how many of the links shown are right, and how many of the possible ones are shown."""
    events = {row["id"]: row["event"] for row in rows}
    languages: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        languages[row["event"]].add(row["language"])
    right = wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        lines = (json.dumps({**row, "sample": False}, ensure_ascii=False) for row in rows)
        corpus.joinpath("events.jsonl").write_text("\n".join(lines), encoding="utf-8")
        async with open_app(Settings(corpus=corpus, data=Path(folder, "data"))) as app:
            for row in rows:
                found = await app.services.questions.sisters(ArticleId(row["id"]))
                same = [events[sister.article.id] == row["event"] for sister in found.sisters]
                right, wrong = right + sum(same), wrong + len(same) - sum(same)
    possible = sum(len(languages[row["event"]]) - 1 for row in rows)
    shown = right + wrong
    print(f"links shown {shown}, precision {right / max(shown, 1):.3f}, recall {right / possible:.3f}")


async def measure_cost(rows: Sequence[Row], count: int) -> None:
    """Print the CPU time it takes to find the sisters of an article, without reading articles from disk."""
    articles = {article.id: article for article in (_made(rows, number) for number in range(count))}
    index, compared = LocalIndex(), 0
    times, searches = list[float](), list[float]()
    ids = list(articles)
    for start in range(0, count, 5_000):
        part = ids[start : start + 5_000]
        await index.apply(
            [IndexChange(number, each, articles[each]) for number, each in enumerate(part, start + 1)]
        )
    for asked in random.Random(1).sample(ids, 200):
        article = articles[asked]
        assert article.published_at
        begun = process_time()
        request = SharedWords(
            sister_words([article], {article.language}),
            since=article.published_at - WINDOW,
            until=article.published_at + WINDOW,
            limit=CANDIDATES,
        )
        candidates = await index.sharing(request)
        searched = process_time()
        own = fingerprint_of(article)
        sum(linked(own, fingerprint_of(articles[each])) for each in candidates)
        times.append(process_time() - begun)
        searches.append(searched - begun)
        compared += len(candidates)
    await index.close()
    searches.sort()
    times.sort()
    print(
        f"{count:,} articles: median {times[len(times) // 2] * 1e3:.1f} ms, 95 % within"
        f" {times[int(len(times) * 0.95)] * 1e3:.1f} ms, of which {searches[len(times) // 2] * 1e3:.1f} ms to"
        f" search; {compared / len(times):.0f} articles compared"
    )


def _made(rows: Sequence[Row], number: int) -> Article:
    """Return an article like a sample, with other numbers and the words of others in its language."""
    row, draw = rows[number % len(rows)], random.Random(number)
    others = [other["text"] for other in rows if other["language"] == row["language"]]
    words = " ".join(draw.sample(others, 4)).split()
    draw.shuffle(words)
    text = re.sub(r"\d+", lambda _: str(draw.randint(2, 999)), f"{row['text']} {' '.join(words)}.")
    at = datetime.fromisoformat(row["published"]) + timedelta(days=number // A_DAY)
    return Article(
        id=ArticleId(f"n{number}"),
        title=row["title"],
        text=text,
        language=row["language"],
        published_at=at,
    )


if __name__ == "__main__":
    main()
