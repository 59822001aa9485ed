"""Measures matching; each figure in a process of its own, so that memory is measured separately."""

import multiprocessing
import resource
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

import numpy as np

from bot.alerts.alert import Alert, AlertId
from bot.alerts.matching.percolator import Percolator
from bot.corpus.article import Article, ArticleId, Certainty, Hop, Provenance
from bot.search.query.ast import And, Field, FieldName, Not, Phrase, Prefix, Word
from bot.search.query.matcher import AnalyzedArticle
from bot.search.query.query import Query

VOCABULARY = 200_000
ARTICLES = 300
WORDS_AN_ARTICLE = 400
NAIVE_ALERTS, NAIVE_ARTICLES = 100_000, 2
FTS_ALERTS = 20_000
ADDED = 500
OUTLETS = 2_000
AT = datetime(2026, 1, 1, tzinfo=UTC)
NOW = AT + timedelta(days=1)
T = TypeVar("T")
Show = Callable[[dict[str, object]], None]
_ONSETS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "ch", "sh"]
_VOWELS = ["a", "e", "i", "o", "u"]


@dataclass(frozen=True)
class Draw:
    """Which alerts to generate: how many, and how many of the most frequent words to exclude.

    Args:
        mixed: Whether 2 % are beginnings of words, 2 % filters alone, and 10 % phrases or exclusions.
    """

    alerts: int
    floor: int
    mixed: bool = False

    @property
    def name(self) -> str:
        """The name in the rows."""
        return f"ranks > {self.floor:,}{', mixed' if self.mixed else ''}"


@dataclass(frozen=True, slots=True)
class Drawn(Alert):
    """An alert whose query isn't parsed, because generating a million would take too long."""

    drawn: tuple[str, ...] = field(default=())
    kind: float = 1.0

    @property
    def query(self) -> Query:
        """A query that requires every word, or of the kind that a number from 0 to 1 chooses."""
        first, last = self.drawn[0], self.drawn[-1]
        if self.kind < 0.02:
            return Query(self.text, Prefix(first[:-1]))
        if self.kind < 0.04:
            return Query(self.text, Field(FieldName.SOURCE, _outlet(int(self.kind * 1e9))))
        if self.kind < 0.09:
            return Query(self.text, Phrase((first, last)))
        if self.kind < 0.14:
            return Query(self.text, And((Word(first), Not(Word(last[::-1])))))
        nodes = tuple(map(Word, self.drawn))
        return Query(self.text, nodes[0] if len(nodes) == 1 else And(nodes))


def _outlet(number: int) -> str:
    return f"outlet{number % OUTLETS}"


def matching_rows(draw: Draw, folder: Path, show: Show) -> None:
    """Measure matching, compared with a naive loop and with one full-text query per alert."""
    file = folder / f"alerts-{draw.floor}{draw.mixed}.npz"
    _in_process(_build, draw, file)
    started_s, matched, added = _in_process(_measure, draw, file)
    bar = 300 if draw.floor >= 10_000 else 100
    show(
        {
            "what": f"percolate, {draw.name}",
            "alerts": draw.alerts,
            "bar": f">= {bar}/s, <= 1,024 MB",
            "note": f"{matched['matches']:.0f} matches an article",
            **_figures(matched["times"]),
            "memory_mb": matched["memory_mb"],
        }
    )
    slowest_ms = max(added) * 1000
    show(
        {
            "what": f"add an alert, {draw.name}",
            "alerts": draw.alerts,
            "bar": "<= 5 ms",
            "note": f"the first of a process {slowest_ms:.0f} ms, as it makes the forms of dates",
            **_figures(added),
        }
    )
    show(
        {
            "what": f"start, {draw.name}",
            "alerts": draw.alerts,
            "bar": "<= 20,000 ms",
            "median_ms": started_s * 1000,
            "note": "load and make one language's lists",
        }
    )
    for what, alerts, work in (
        ("naive loop", NAIVE_ALERTS, _naive),
        ("an SQLite FTS5 query an alert", FTS_ALERTS, _full_text),
    ):
        times = _in_process(work, draw, file)
        million_s = sum(times) / len(times) * 1_000_000 / alerts
        show(
            {
                "what": f"{what}, {draw.name}",
                "alerts": alerts,
                "note": f"a million would take {million_s:,.1f} s an article",
                **_figures(times),
            }
        )


def vocabulary() -> list[str]:
    """Return distinct made-up words, the most frequent first."""
    syllables = [onset + vowel for onset in _ONSETS for vowel in _VOWELS]
    size = len(syllables)
    return [
        syllables[n % size] + syllables[n // size % size] + syllables[n // size**2 % size] + "k"
        for n in range(VOCABULARY)
    ]


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """Yield articles of words drawn by Zipf's law."""
    words, chance = np.array(vocabulary()), _zipf(0)
    random = np.random.default_rng(seed)
    for number in range(count):
        text = " ".join(words[random.choice(VOCABULARY, WORDS_AN_ARTICLE, p=chance)])
        publisher = Hop(_outlet(int(random.integers(OUTLETS))), Certainty.STATED)
        yield Article(
            ArticleId(str(number)),
            "Report",
            text,
            language="en",
            published_at=NOW - timedelta(hours=1),
            provenance=Provenance(publisher),
        )


def queries(draw: Draw, seed: int = 2) -> Iterator[tuple[str, ...]]:
    """Yield the words of alerts: one, two or three with equal probability."""
    words, chance = np.array(vocabulary()), _zipf(draw.floor)
    random = np.random.default_rng(seed)
    sizes = random.integers(1, 4, draw.alerts)
    drawn = random.choice(VOCABULARY, int(sizes.sum()), p=chance)
    at = 0
    for size in sizes.tolist():
        yield tuple(words[drawn[at : at + size]].tolist())
        at += size


def _zipf(floor: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    weights = 1.0 / np.arange(1, VOCABULARY + 1)
    weights[:floor] = 0
    return np.asarray(weights / weights.sum())


def drawn_alerts(draw: Draw) -> Iterator[Alert]:
    """Yield alerts."""
    kinds = np.random.default_rng(4).random(draw.alerts) if draw.mixed else np.ones(draw.alerts)
    for number, (words, kind) in enumerate(zip(queries(draw), kinds.tolist(), strict=True), 1):
        text = " ".join(words)
        yield Drawn(AlertId(number), number, None, number, text, AT, drawn=words, kind=kind)


def _rarity() -> Callable[[str], int]:
    """Return a function from a word to the articles, of a million, that would contain it, by its rank."""
    from bot.search.analyzer import analyzer_for

    terms = {
        analyzer_for("en").analyze_word(word): 1_000_000 // rank for rank, word in enumerate(vocabulary(), 1)
    }
    return lambda term: terms.get(term, 0)


def _build(draw: Draw, file: Path) -> None:
    percolator = Percolator(_rarity())
    for alert in drawn_alerts(draw):
        percolator.add(alert)
    next(iter([percolator.matches(article, now=NOW) for article in articles(1)]))
    percolator.save(file)


def _measure(draw: Draw, file: Path) -> tuple[float, dict[str, Any], list[float]]:
    rarity = _rarity()
    started = time.perf_counter()
    percolator = Percolator.load(file, rarity)
    started_s = time.perf_counter() - started
    times, matches = [], 0
    for article in articles(ARTICLES):
        begun = time.process_time()
        matches += len(percolator.matches(article, now=NOW))
        times.append(time.process_time() - begun)
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    added = []
    for number, words in enumerate(queries(Draw(ADDED, draw.floor), seed=3), draw.alerts + 1):
        alert = Alert(AlertId(number), 1, None, 1, " ".join(words), AT)
        begun = time.process_time()
        percolator.add(alert)
        added.append(time.process_time() - begun)
    figures: dict[str, Any] = {"times": times, "matches": matches / ARTICLES, "memory_mb": memory_mb}
    return started_s, figures, added


def _naive(draw: Draw, file: Path) -> list[float]:
    """Evaluate every query against every article."""
    alerts = [alert.query for alert in drawn_alerts(Draw(NAIVE_ALERTS, draw.floor, draw.mixed))]
    times = []
    for article in articles(NAIVE_ARTICLES):
        begun = time.process_time()
        subject = AnalyzedArticle(article)
        sum(subject.matches(query) for query in alerts)
        times.append(time.process_time() - begun)
    return times


def _full_text(draw: Draw, file: Path) -> list[float]:
    """Query a full-text index of one article once per alert."""
    alerts = [" ".join(f'"{word}"' for word in words) for words in queries(Draw(FTS_ALERTS, draw.floor))]
    times = []
    for article in articles(NAIVE_ARTICLES):
        begun = time.process_time()
        database = sqlite3.connect(":memory:")
        database.execute("CREATE VIRTUAL TABLE article USING fts5(text, tokenize = 'porter unicode61')")
        database.execute("INSERT INTO article VALUES (?)", (article.text,))
        asked = "SELECT count(*) FROM article WHERE article MATCH ?"
        sum(database.execute(asked, (query,)).fetchone()[0] for query in alerts)
        database.close()
        times.append(time.process_time() - begun)
    return times


def _figures(times_s: list[float]) -> dict[str, object]:
    return {
        "per_s": len(times_s) / sum(times_s),
        "median_ms": median(times_s) * 1000,
        "p99_ms": float(np.quantile(times_s, 0.99)) * 1000,
    }


def _in_process(work: Callable[..., T], *arguments: object) -> T:
    """Return the result of `work` in a new process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)
