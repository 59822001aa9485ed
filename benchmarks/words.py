"""What reading, quoting and sorting into stories cost on one core, with the product's own code.

    python -m benchmarks.words [--stored 100000] [--articles 300] [--answers 300] [--json FILE]

The texts are the starter corpus' sentences dealt anew into pages of 400 words, with byline, date and source
line; for stories half of their longer words give way to invented ones, drawn in Zipf's proportions, and each
event is told by one or two articles. Times are this process's processor time.

mean_ms: an article, or an answer; p99_ms: 99 of 100 cost no more. No text is read twice.
"""

import argparse
import asyncio
import json
import os
import platform
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from benchmarks.corpora import HEAD, TITLE_WORDS, VOCABULARY, invented
from bot.app.runtime.process import keep_loop_responsive
from bot.corpus.analysis.build import build_article
from bot.corpus.analysis.page import parse_page
from bot.corpus.analysis.provenance import trace_provenance
from bot.corpus.analysis.sentences import split_sentences
from bot.corpus.article import Article, ArticleId
from bot.corpus.plain_text import clean
from bot.corpus.raw import RawArticle
from bot.corpus.readers import files_in, read_file
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange
from bot.search.query.parser import parse
from bot.stories.clusterer import StoryClusterer
from bot.stories.story import StoryId
from bot.summaries.credits import credit_sentences
from bot.summaries.summarize import summarize, summarize_articles

SEEDS = Path(__file__).parents[1] / "seeds"
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
WORDS = 400
ANSWER = 5
WARM = 20
"""Runs before the clock counts: patterns compile, lists load."""
BARS = {"read": 1.2, "answer": 3.0, "story": 0.8}
_LONGER = re.compile(r"\b[a-z]{5,}\b")
Sentences = dict[str, list[str]]
T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """Milliseconds of processor time; `bar_ms` is None where the row only explains another."""

    what: str
    runs: int
    mean_ms: float
    p99_ms: float
    bar_ms: float | None = None
    note: str = ""


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--stored", type=int, default=100_000, help="articles that stories are sought among")
    parser.add_argument("--articles", type=int, default=300, help="read, in each language; put into stories")
    parser.add_argument("--answers", type=int, default=300)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    rows = measure(given.stored, given.articles, given.answers)
    print(f"{'':<52}{'runs':>6}{'mean ms':>9}{'p99 ms':>9}{'bar ms':>8}")
    for row in rows:
        bar = "" if row.bar_ms is None else f"{row.bar_ms:.1f}"
        print(f"{row.what:<52}{row.runs:>6}{row.mean_ms:>9.3f}{row.p99_ms:>9.3f}{bar:>8}  {row.note}")
    if given.json:
        machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        found = {"machine": machine, "rows": [asdict(row) for row in rows]}
        given.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


def measure(stored: int, articles: int, answers: int) -> list[Row]:
    """Return the rows of one run."""
    sentences = seed_sentences()
    rows = [
        row for language in sorted(sentences) for row in _reading(sentences[language], language, articles)
    ]
    rows += asyncio.run(_answering(sentences["en"], answers))
    return [*rows, _sorting(sentences["en"], stored, articles)]


def seed_sentences() -> Sentences:
    """Return the sentences of the starter corpus by language."""
    found: Sentences = {}
    for raw in (result for path in files_in(SEEDS) for result in read_file(path, root=SEEDS)):
        if isinstance(raw, RawArticle):
            article = build_article(raw, now=NOW)
            found.setdefault(article.language, []).extend(map(article.quote, article.sentences))
    return found


def page(sentences: Sequence[str], language: str, number: int) -> RawArticle:
    """Return a page of at least 400 words, the same for everyone who asks with the same number."""
    dealt = list(_dealt(sentences, np.random.default_rng([17, number])))
    paragraphs = [" ".join(dealt[at : at + 3]) for at in range(0, len(dealt), 3)]
    text = "\n\n".join(["By the Harbour Desk", "5 October 2026", *paragraphs, "Source: Kestrel Wire"])
    title = " ".join(dealt[0].split()[:TITLE_WORDS])
    name = f"{language}-{number}"
    return RawArticle(
        text=text, source=name, id=name, title=title, publisher="Harbour Post", language=language
    )


def _dealt(sentences: Sequence[str], draw: np.random.Generator) -> Iterator[str]:
    words = 0
    while words < WORDS:
        sentence = sentences[int(draw.integers(len(sentences)))]
        words += len(sentence.split())
        yield sentence


def _reading(sentences: Sequence[str], language: str, count: int) -> list[Row]:
    """Splitting, provenance and credits of a page; and all that is done to a page as it comes in."""
    parts: list[list[float]] = []
    whole: list[float] = []
    for number in range(WARM + count):
        raw = page(sentences, language, number)
        article, took = _timed(lambda each: build_article(each, now=NOW), raw)
        whole.append(took)
        parts.append(_parts(raw, article))
    columns = np.array(parts[WARM:])
    name = f"{language}, {WORDS} words: "
    return [
        _row(f"{name}provenance + credits + sentences", columns.sum(axis=1), bar_ms=BARS["read"]),
        *(
            _row(f"{name}{part}", columns[:, i])
            for i, part in enumerate(("sentences", "provenance", "credits"))
        ),
        _row(f"{name}all of build_article", np.array(whole[WARM:])),
    ]


def _parts(raw: RawArticle, article: Article) -> list[float]:
    read = parse_page(clean(raw.text), raw.title)
    text, language = article.text, article.language
    spans, splitting = _timed(split_sentences, text, language)
    _, tracing = _timed(
        lambda: trace_provenance(read, text, spans, language=language, publisher=raw.publisher)
    )
    _, crediting = _timed(credit_sentences, article)
    return [splitting, tracing, crediting]


async def _answering(sentences: Sequence[str], count: int) -> list[Row]:
    """The brief of an answer's articles, and a card's summary, with the index's view of their sentences."""
    number = (WARM + count) * ANSWER
    articles = [build_article(page(sentences, "en", n), now=NOW) for n in range(number)]
    index = LocalIndex()
    await index.apply([IndexChange(n, each.id, each) for n, each in enumerate(articles, start=1)])
    briefs, cards, quoted = [], [], 0
    for at in range(0, number, ANSWER):
        group = articles[at : at + ANSWER]
        query = parse(_question(group[0], at), now=NOW)
        began = time.process_time()
        passages = await index.passages([each.id for each in group], query)
        told = summarize_articles([(each, p, each.id) for each, p in zip(group, passages, strict=True)])
        briefs.append(time.process_time() - began)
        quoted += len(told)
        began = time.process_time()
        summarize(group[0], (await index.passages([group[0].id], query))[0])
        cards.append(time.process_time() - began)
    await index.close()
    note = f"{quoted * ANSWER / number:.1f} sentences quoted"
    return [
        _row(f"summary of one answer, {ANSWER} articles", np.array(briefs[WARM:]), BARS["answer"], note),
        _row("summary on the card of one article", np.array(cards[WARM:])),
    ]


def _question(article: Article, seed: int) -> str:
    words = sorted(set(_LONGER.findall(article.text)))
    return " ".join(np.random.default_rng([19, seed]).choice(words, size=3, replace=False))


def _sorting(sentences: Sequence[str], stored: int, count: int) -> Row:
    """Which story an article belongs to, sought among those stored."""
    clusterer = StoryClusterer()
    known = (_told(sentences, number) for number in range(stored))
    clusterer.load((each, StoryId(f"event-{_event(n)}")) for n, each in enumerate(known))
    keep_loop_responsive()
    new = [_told(sentences, number) for number in range(stored, stored + WARM + count)]
    assigned = [_timed(clusterer.assign, each) for each in new]
    joined = sum(found.nearest is not None for found, _ in assigned)
    told_before = sum(_event(n) == _event(n - 1) for n in range(stored, stored + len(new)))
    note = f"{joined} joined a story, {told_before} were told before"
    took = np.array([seconds for _, seconds in assigned[WARM:]])
    return _row(f"story among {stored:,} articles, {WORDS} words", took, BARS["story"], note)


def _event(number: int) -> int:
    """The event an article tells of: every other one is told twice."""
    return number * 2 // 3


def _told(sentences: Sequence[str], number: int) -> Article:
    """Return an article of its event: the event's words, a fifth of its sentences in others."""
    event, own = np.random.default_rng([23, _event(number)]), np.random.default_rng([29, number])
    dealt = list(_dealt(sentences, event))
    common = [_with_new_words(each, event) for each in dealt]
    told = [
        _with_new_words(line, own) if own.random() < 0.2 else same
        for line, same in zip(dealt, common, strict=True)
    ]
    return Article(
        ArticleId(f"story-{number}"),
        title=" ".join(told[0].split()[:TITLE_WORDS]),
        text=" ".join(told),
        language="en",
        published_at=NOW + timedelta(minutes=5 * number),
    )


def _with_new_words(sentence: str, draw: np.random.Generator) -> str:
    """Half of the longer words give way to invented ones, as every event has names and things of its own."""
    places = list(_LONGER.finditer(sentence))
    chances, ranks = draw.random((2, len(places)))
    kept, at = [], 0
    for place, chance, rank in zip(places, chances, ranks, strict=True):
        if chance < 0.5:
            kept += [
                sentence[at : place.start()],
                invented(int(HEAD * ((1 + VOCABULARY / HEAD) ** rank - 1))),
            ]
            at = place.end()
    return "".join([*kept, sentence[at:]])


def _timed(work: Callable[..., T], *given: Any) -> tuple[T, float]:
    """What a piece of work returns, and its seconds."""
    began = time.process_time()
    found = work(*given)
    return found, time.process_time() - began


def _row(what: str, seconds: npt.NDArray[np.float64], bar_ms: float | None = None, note: str = "") -> Row:
    mean, p99 = 1e3 * float(np.mean(seconds)), 1e3 * float(np.quantile(seconds, 0.99))
    return Row(what, len(seconds), round(mean, 4), round(p99, 4), bar_ms, note)


if __name__ == "__main__":
    main()
