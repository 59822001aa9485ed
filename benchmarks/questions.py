"""The most expensive questions people can type: the time to parse, search and read passages, by kind.

    python -m benchmarks.questions [--articles 100000] [--kinds NAME ...] [--index FOLDER] [--compiled]
                                   [--json FILE]

Articles are 300 invented words distributed by Zipf's law, in five languages and three scripts, from fifty
outlets. Questions are not shortened as the bot would do. Times are this process's processor time, so that a
busy machine changes little. With --index the index is saved in a folder and opened from there the next
time. With --compiled, the compiled search answers, which `newsbot accelerate` builds.

median_ms, most_ms: over the questions of a kind, each asked twice and counted by its faster answer, so that
neither cold memory nor garbage collection counts; first_ms: the kind's very first question.
"""

import argparse
import asyncio
import json
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.corpora import HEAD, VOCABULARY, Zipf, invented_word, make_article
from bot.corpus.article import Article, Certainty, Hop, Provenance
from bot.errors import QueryError
from bot.search.kernel.kernel import Kernel
from bot.search.kernel.library import build_library
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, Order, SearchRequest
from bot.search.query.parser import parse

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LOOP = asyncio.new_event_loop()
T = TypeVar("T")
BATCH = 1_000
ASKED = 8
"""Questions per kind."""
SHOWN = 5
"""Articles of an answer, whose sentences are scored."""
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
    """Run from the command line; return 1 when a question exceeds `BAR_MS`."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--kinds", nargs="+", metavar="NAME", choices=[*KINDS], default=[*KINDS])
    parser.add_argument("--index", type=Path, metavar="FOLDER")
    parser.add_argument("--compiled", action="store_true")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    index = wait(_index(options.articles, options.index, _kernel() if options.compiled else None))
    rows = [_row(index, name) for name in options.kinds]
    _print(rows)
    if options.json:
        machine = f"{platform.machine()} Python {platform.python_version()}"
        saved = [{"articles": options.articles, **row} for row in rows]
        options.json.write_text(json.dumps({"machine": machine, "rows": saved}, indent=1), encoding="utf-8")
    return int(any(row["most_ms"] > BAR_MS for row in rows))


def wait(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine and return its result; `asyncio.run` would also format it, as it restores signals."""
    return LOOP.run_until_complete(work)


def _kernel() -> Kernel:
    with tempfile.TemporaryDirectory() as folder:
        return Kernel(build_library(Path(folder)))


async def _index(articles: int, folder: Path | None, kernel: Kernel | None) -> LocalIndex:
    index = LocalIndex.open(folder, kernel=kernel) if folder else LocalIndex(kernel=kernel)
    done = await index.applied()
    while done < articles:
        numbers = range(done + 1, min(done + BATCH, articles) + 1)
        await index.apply([IndexChange(number, *_numbered(number)) for number in numbers])
        done = numbers[-1]
    await index.save()
    return index


def _numbered(number: int) -> tuple[Any, Article]:
    language = _LANGUAGES[number % len(_LANGUAGES)]
    plain = make_article(Zipf(300), number)
    article = replace(
        plain,
        title=transliterate(plain.title, language),
        text=transliterate(plain.text, language),
        language=language,
        author=f"{invented_word(number % 400)} {invented_word(number % 37)}",
        published_at=NOW - timedelta(minutes=7 * number),
        provenance=Provenance(Hop(f"Outlet {invented_word(number % 50)}", Certainty.STATED)),
    )
    return article.id, article


def transliterate(text: str, language: str) -> str:
    """Return invented words in a language's letters, letter by letter, so that spans stay valid."""
    return text.translate(_LETTERS[language]) if language in _LETTERS else text


@dataclass
class Words:
    """Random words of the corpus."""

    draw: np.random.Generator

    def some(self, count: int, language: str = "en") -> list[str]:
        """Return words in a language's letters, as frequent as in the corpus."""
        ranks = HEAD * ((1 + VOCABULARY / HEAD) ** self.draw.random(count) - 1)
        return [transliterate(invented_word(int(rank)), language) for rank in ranks]

    def frequent(self, count: int, language: str = "en") -> list[str]:
        """Return words that many articles contain."""
        return [
            transliterate(invented_word(int(rank)), language) for rank in self.draw.integers(0, 60, count)
        ]

    def mistyped(self, count: int, language: str = "en") -> list[str]:
        """Return words with one letter doubled and another changed."""
        words = []
        for word in self.some(count, language):
            at = int(self.draw.integers(0, len(word) - 1))
            words.append(word[:at] + word[at] + word[at:-1] + str(self.draw.choice([*"qxy"])))
        return words

    def noise(self, count: int) -> list[str]:
        """Return random letters that are not words."""
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
        w for language in ("en", "ar", "ru", "tr") for w in words.some(5, language)
    ),
    "one endless word": lambda words: words.some(1)[0] * LONG,
    "marks": lambda words: "́" * LONG + " e" + "́" * LONG,
    "signs": lambda words: str(words.draw.choice(['"(', ")-", "*-", '"', "OR(", "«“", "::", "--"])) * LONG,
    "pasted": lambda words: " ".join(words.some(1_300)),
    "pasted, Arabic": lambda words: " ".join(words.some(1_300, "ar")),
}
"""Questions by kind; the kinds that begin with "pasted" look for similar texts."""


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
    """Do everything that an answer needs."""
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
