"""The worst that people can type: what each kind of question costs, parsed, searched and with its passages.

    python -m benchmarks.questions [--articles 100000] [--kinds NAME ...] [--index FOLDER] [--json FILE]

Articles are 300 invented words in Zipf's proportions, in five languages and three scripts, by fifty outlets.
Each kind is asked in several ways, whole: nothing is cut as the bot would cut it. Times are this process's
processor time, so that a busy machine changes little. With --index the index is kept in a folder, and taken
from there the next time.

median_ms, most_ms: over the questions of a kind, of each the quicker of two askings, so that neither memory
read for the first time nor a collection of garbage is counted; first_ms: the kind's very first question.
"""

import argparse
import asyncio
import json
import platform
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.corpora import HEAD, VOCABULARY, Zipf, article, invented
from bot.corpus.article import Article, Certainty, Hop, Provenance
from bot.errors import QueryError
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, Order, SearchRequest
from bot.search.query.parser import parse

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LOOP = asyncio.new_event_loop()
T = TypeVar("T")
BATCH = 1_000
ASKED = 8
"""Questions of a kind."""
SHOWN = 5
"""Articles of an answer, whose sentences are looked at."""
RANKED = 100
LONG = 4_000
BAR_MS = 50.0
FIELDS = ("kind", "median_ms", "most_ms", "first_ms", "example")
_LETTERS = {
    "ar": str.maketrans("abcdefghijklmnoprstuvwz", "ابچدهفگحيجكلمنوپرستعڤثز"),
    "fa": str.maketrans("abcdefghijklmnoprstuvwz", "ابچدهفگحیجکلمنوپرستعڤثز"),
    "ru": str.maketrans("abcdefghijklmnoprstuvwz", "абцдефгхийклмнопрстувщз"),
    "tr": str.maketrans("ousc", "öüşç"),
}
_LANGUAGES = ("en", "en", "tr", "ar", "ru", "fr")


def main() -> int:
    """Run from the command line; return 1 when a question takes longer than it may."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--kinds", nargs="+", metavar="NAME", choices=[*KINDS], default=[*KINDS])
    options.add_argument("--index", type=Path, metavar="FOLDER")
    options.add_argument("--json", type=Path, metavar="FILE")
    given = options.parse_args()
    index = wait(_index(given.articles, given.index))
    rows = [_row(index, name) for name in given.kinds]
    _print(rows)
    if given.json:
        machine = f"{platform.machine()} Python {platform.python_version()}"
        kept = [{"articles": given.articles, **row} for row in rows]
        given.json.write_text(json.dumps({"machine": machine, "rows": kept}, indent=1), encoding="utf-8")
    return int(any(row["most_ms"] > BAR_MS for row in rows))


def wait(work: Coroutine[Any, Any, T]) -> T:
    """Return what some work returns; `asyncio.run` would write the result out for Python's signals."""
    return LOOP.run_until_complete(work)


async def _index(articles: int, folder: Path | None) -> LocalIndex:
    index = LocalIndex.open(folder) if folder else LocalIndex()
    done = await index.applied()
    while done < articles:
        numbers = range(done + 1, min(done + BATCH, articles) + 1)
        await index.apply([IndexChange(number, *_numbered(number)) for number in numbers])
        done = numbers[-1]
    await index.save()
    return index


def _numbered(number: int) -> tuple[Any, Article]:
    language = _LANGUAGES[number % len(_LANGUAGES)]
    plain = article(Zipf(300), number)
    made = replace(
        plain,
        title=written(plain.title, language),
        text=written(plain.text, language),
        language=language,
        author=f"{invented(number % 400)} {invented(number % 37)}",
        published_at=NOW - timedelta(minutes=7 * number),
        provenance=Provenance(Hop(f"Outlet {invented(number % 50)}", Certainty.STATED)),
    )
    return made.id, made


def written(text: str, language: str) -> str:
    """Return invented words in a language's letters, one for one, so that places stay."""
    return text.translate(_LETTERS[language]) if language in _LETTERS else text


@dataclass
class Words:
    """Words of the corpus, drawn as often as they stand in it."""

    draw: np.random.Generator

    def some(self, count: int, language: str = "en") -> list[str]:
        """Return words in a language's letters."""
        ranks = HEAD * ((1 + VOCABULARY / HEAD) ** self.draw.random(count) - 1)
        return [written(invented(int(rank)), language) for rank in ranks]

    def frequent(self, count: int, language: str = "en") -> list[str]:
        """Return words that stand in many articles."""
        return [written(invented(int(rank)), language) for rank in self.draw.integers(0, 60, count)]

    def mistyped(self, count: int, language: str = "en") -> list[str]:
        """Return words with one letter doubled and another changed."""
        found = []
        for word in self.some(count, language):
            at = int(self.draw.integers(0, len(word) - 1))
            found.append(word[:at] + word[at] + word[at:-1] + str(self.draw.choice([*"qxy"])))
        return found

    def noise(self, count: int) -> list[str]:
        """Return runs of letters that are no words."""
        return ["".join(self.draw.choice([*"abcdefghijklmnopqrstuvwxyz"], 11)) for _ in range(count)]


def _starred(words: list[str], letters: int) -> str:
    return " ".join(f"{word[:letters]}*" for word in words)


def _nested(words: list[str]) -> str:
    return "".join(f"({word} OR " for word in words[:-1]) + words[-1] + ")" * (len(words) - 1)


def _over(joined: str) -> Callable[[Words], str]:
    return lambda words: joined.join(words.some(LONG // 4))[:LONG]


KINDS: dict[str, Callable[[Words], str]] = {
    "nothing": lambda words: "",
    "words": lambda words: " ".join(words.some(4)),
    "frequent words": lambda words: " ".join(words.frequent(30)),
    "4,000 characters": _over(" "),
    "4,000 characters of OR": _over(" OR "),
    "4,000 characters of -": _over(" -"),
    "groups in groups": lambda words: _nested(words.frequent(20)),
    "groups side by side": lambda words: " OR ".join(f"({a} -{b})" for a, b in _pairs(words.frequent(60))),
    "a* b* c*": lambda words: _starred(words.frequent(3), 1),
    "ba* ce* di*": lambda words: _starred(words.frequent(3), 2),
    "sixty prefixes": lambda words: _starred(words.some(60), 2),
    "Arabic prefixes": lambda words: _starred(words.frequent(6, "ar"), 2),
    "Arabic prefixes, negated": lambda words: "-" + _starred(words.frequent(6, "ar"), 2).replace(" ", " -"),
    "phrases": lambda words: " ".join(f'"{a} {b}"' for a, b in _pairs(words.frequent(20))),
    "one long phrase": lambda words: f'"{" ".join(words.frequent(60))}"',
    "a phrase again and again": lambda words: f'"{" ".join(words.frequent(1) * 60)}"',
    "phrases of common words": lambda words: '"the of and" "in the" "to be or not to be" "what is this"',
    "many without": lambda words: " ".join(f"-{word}" for word in words.frequent(60)),
    "without phrases": lambda words: " ".join(f'-"{a} {b}"' for a, b in _pairs(words.frequent(40))),
    "filters": lambda words: " ".join(f"source:{a} -by:{b} lang:en" for a, b in _pairs(words.frequent(20))),
    "a filter alone": lambda words: f"lang:{words.draw.choice([*'ear'])}n",
    "dates": lambda words: " ".join(["since October 2019", "last week", "منذ أكتوبر 2019"] * 20),
    "nearly dates": lambda words: "between 2019 and since before the last past " * 90,
    "mistyped": lambda words: " ".join(words.mistyped(12)),
    "mistyped, Arabic": lambda words: " ".join(words.mistyped(12, "ar")),
    "mistyped, Russian": lambda words: " ".join(words.mistyped(12, "ru")),
    "no words": lambda words: " ".join(words.noise(12)),
    "all scripts": lambda words: " ".join(
        w for each in ("en", "ar", "ru", "tr") for w in words.some(5, each)
    ),
    "one endless word": lambda words: words.some(1)[0] * LONG,
    "marks": lambda words: "́" * LONG + " e" + "́" * LONG,
    "signs": lambda words: str(words.draw.choice(['"(', ")-", "*-", '"', "OR(", "«“", "::", "--"])) * LONG,
    "pasted": lambda words: " ".join(words.some(1_300)),
    "pasted, Arabic": lambda words: " ".join(words.some(1_300, "ar")),
}
"""What is asked. Those that begin with "pasted" are looked up as whole texts."""


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    return zip(words[::2], words[1::2], strict=True)


def _row(index: LocalIndex, kind: str) -> dict[str, Any]:
    words = Words(np.random.default_rng(17))
    asked = [KINDS[kind](words) for _ in range(ASKED)]
    took = [[_timed(index, kind, text) for text in asked] for _ in range(2)]
    best = np.min(took, axis=0)
    example = asked[0] if len(asked[0]) <= 40 else f"{asked[0][:39]}…"
    return {
        "kind": kind,
        "median_ms": round(float(np.median(best)), 1),
        "most_ms": round(float(best.max()), 1),
        "first_ms": round(took[0][0], 1),
        "example": example,
    }


def _timed(index: LocalIndex, kind: str, text: str) -> float:
    began = time.process_time()
    wait(index.nearest(text, limit=20)) if kind.startswith("pasted") else _ask(index, text)
    return (time.process_time() - began) * 1_000


def _ask(index: LocalIndex, text: str) -> None:
    """Do with a question all that an answer needs."""
    try:
        query = parse(text, now=NOW)
    except QueryError:
        return
    order = Order.RELEVANCE if query.words else Order.NEWEST
    result = index.search_blocking(SearchRequest(query, NOW, order=order, limit=RANKED))
    query.understood()
    wait(index.passages([hit.article_id for hit in result.hits[:SHOWN]], query))


def _print(rows: list[dict[str, Any]]) -> None:
    table = Table(*FIELDS)
    for row in rows:
        table.add_row(*(str(row[name]) for name in FIELDS), style="red" if row["most_ms"] > BAR_MS else "")
    Console(width=130).print(table)


if __name__ == "__main__":
    sys.exit(main())
