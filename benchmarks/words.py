"""What analysis, summaries and story clustering cost on one core.

    python -m benchmarks.words [--stored 100000] [--articles 300] [--answers 300] [--json FILE]

The texts are pages of 400 words made of shuffled sentences of the starter corpus, with byline, date and
source line. For stories, half of their longer words become invented ones drawn from a Zipf distribution, and
one or two articles report each event. Times are this process's processor time.

mean_ms: per article, or per answer; p99_ms: the 99th percentile. No text is analysed twice.
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

from benchmarks.corpora import HEAD, TITLE_WORDS, VOCABULARY, invented_word
from bot.app.runtime.process import keep_loop_responsive
from bot.corpus.analysis.build import build_article
from bot.corpus.analysis.page import parse_page
from bot.corpus.analysis.provenance import trace_provenance
from bot.corpus.analysis.sentences import split_sentences
from bot.corpus.article import Article, ArticleId
from bot.corpus.files import files_in
from bot.corpus.plain_text import clean
from bot.corpus.raw import RawArticle
from bot.corpus.readers import read_file
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange
from bot.search.query.parser import parse
from bot.stories.clusterer import StoryClusterer
from bot.stories.story import StoryId
from bot.summaries.credits import credit_sentences
from bot.summaries.group import summarize_articles
from bot.summaries.summarize import summarize

SEEDS = Path(__file__).parents[1] / "seeds"
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
WORDS = 400
ANSWER = 5
WARM = 20
"""Runs before measuring: patterns compile, word lists load."""
BARS = {"read": 1.2, "answer": 3.0, "story": 0.8}
_LONGER = re.compile(r"\b[a-z]{5,}\b")
Sentences = dict[str, list[str]]
T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """Milliseconds of processor time; `bar_ms` is None for a row without a target."""

    what: str
    runs: int
    mean_ms: float
    p99_ms: float
    bar_ms: float | None = None
    note: str = ""


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--stored", type=int, default=100_000, help="articles already in stories")
    parser.add_argument(
        "--articles", type=int, default=300, help="to analyse in each language, and to put into stories"
    )
    parser.add_argument("--answers", type=int, default=300)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = measure(arguments.stored, arguments.articles, arguments.answers)
    print(f"{'':<52}{'runs':>6}{'mean ms':>9}{'p99 ms':>9}{'bar ms':>8}")
    for row in rows:
        bar = "" if row.bar_ms is None else f"{row.bar_ms:.1f}"
        print(f"{row.what:<52}{row.runs:>6}{row.mean_ms:>9.3f}{row.p99_ms:>9.3f}{bar:>8}  {row.note}")
    if arguments.json:
        machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        report = {"machine": machine, "rows": [asdict(row) for row in rows]}
        arguments.json.write_text(json.dumps(report, indent=1), encoding="utf-8")


def measure(stored: int, articles: int, answers: int) -> list[Row]:
    """Return the rows of one run."""
    sentences = seed_sentences()
    rows = [
        row
        for language in sorted(sentences)
        for row in _analysis_rows(sentences[language], language, articles)
    ]
    rows += asyncio.run(_answer_rows(sentences["en"], answers))
    return [*rows, _story_row(sentences["en"], stored, articles)]


def seed_sentences() -> Sentences:
    """Return the sentences of the starter corpus by language."""
    sentences: Sentences = {}
    for raw in (result for path in files_in(SEEDS) for result in read_file(path, root=SEEDS)):
        if isinstance(raw, RawArticle):
            article = build_article(raw, now=NOW)
            sentences.setdefault(article.language, []).extend(map(article.quote, article.sentences))
    return sentences


def page(sentences: Sequence[str], language: str, number: int) -> RawArticle:
    """Return a page of at least 400 words, always the same for a number."""
    shuffled = list(_shuffled(sentences, np.random.default_rng([17, number])))
    paragraphs = [" ".join(shuffled[at : at + 3]) for at in range(0, len(shuffled), 3)]
    text = "\n\n".join(["By the Harbour Desk", "5 October 2026", *paragraphs, "Source: Kestrel Wire"])
    title = " ".join(shuffled[0].split()[:TITLE_WORDS])
    name = f"{language}-{number}"
    return RawArticle(
        text=text, source=name, id=name, title=title, publisher="Harbour Post", language=language
    )


def _shuffled(sentences: Sequence[str], draw: np.random.Generator) -> Iterator[str]:
    words = 0
    while words < WORDS:
        sentence = sentences[int(draw.integers(len(sentences)))]
        words += len(sentence.split())
        yield sentence


def _analysis_rows(sentences: Sequence[str], language: str, count: int) -> list[Row]:
    """Sentences, provenance and credits of a page, and the whole analysis."""
    parts: list[list[float]] = []
    whole: list[float] = []
    for number in range(WARM + count):
        raw = page(sentences, language, number)
        article, seconds = _timed(lambda page: build_article(page, now=NOW), raw)
        whole.append(seconds)
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
    parsed = parse_page(clean(raw.text), raw.title)
    text, language = article.text, article.language
    spans, splitting = _timed(split_sentences, text, language)
    _, tracing = _timed(
        lambda: trace_provenance(parsed, text, spans, language=language, publisher=raw.publisher)
    )
    _, crediting = _timed(credit_sentences, article)
    return [splitting, tracing, crediting]


async def _answer_rows(sentences: Sequence[str], count: int) -> list[Row]:
    """The summary of an answer's articles and of one article's card, with passages from the index."""
    number = (WARM + count) * ANSWER
    articles = [build_article(page(sentences, "en", n), now=NOW) for n in range(number)]
    index = LocalIndex()
    await index.apply([IndexChange(n, article.id, article) for n, article in enumerate(articles, start=1)])
    answers, cards, quoted = [], [], 0
    for at in range(0, number, ANSWER):
        group = articles[at : at + ANSWER]
        query = parse(_question(group[0], at), now=NOW)
        began = time.process_time()
        passages = await index.passages([article.id for article in group], query)
        summary = summarize_articles(
            [(article, p, article.id) for article, p in zip(group, passages, strict=True)]
        )
        answers.append(time.process_time() - began)
        quoted += len(summary)
        began = time.process_time()
        summarize(group[0], (await index.passages([group[0].id], query))[0])
        cards.append(time.process_time() - began)
    await index.close()
    note = f"{quoted * ANSWER / number:.1f} sentences quoted"
    return [
        _row(f"summary of one answer, {ANSWER} articles", np.array(answers[WARM:]), BARS["answer"], note),
        _row("summary on the card of one article", np.array(cards[WARM:])),
    ]


def _question(article: Article, seed: int) -> str:
    words = sorted(set(_LONGER.findall(article.text)))
    return " ".join(np.random.default_rng([19, seed]).choice(words, size=3, replace=False))


def _story_row(sentences: Sequence[str], stored: int, count: int) -> Row:
    """Find the story of an article among the stored ones."""
    clusterer = StoryClusterer()
    known = (_report(sentences, number) for number in range(stored))
    clusterer.load((article, StoryId(f"event-{_event(n)}")) for n, article in enumerate(known))
    keep_loop_responsive()
    new = [_report(sentences, number) for number in range(stored, stored + WARM + count)]
    assigned = [_timed(clusterer.assign, article) for article in new]
    joined = sum(assignment.nearest is not None for assignment, _ in assigned)
    repeated = sum(_event(n) == _event(n - 1) for n in range(stored, stored + len(new)))
    note = f"{joined} joined a story, {repeated} were reported before"
    seconds = np.array([took for _, took in assigned[WARM:]])
    return _row(f"story among {stored:,} articles, {WORDS} words", seconds, BARS["story"], note)


def _event(number: int) -> int:
    """The event an article reports: every second event is reported twice."""
    return number * 2 // 3


def _report(sentences: Sequence[str], number: int) -> Article:
    """Return an article on its event, with a fifth of the sentences in words of its own."""
    event, own = np.random.default_rng([23, _event(number)]), np.random.default_rng([29, number])
    shuffled = list(_shuffled(sentences, event))
    common = [_with_new_words(sentence, event) for sentence in shuffled]
    lines = [
        _with_new_words(line, own) if own.random() < 0.2 else same
        for line, same in zip(shuffled, common, strict=True)
    ]
    return Article(
        ArticleId(f"story-{number}"),
        title=" ".join(lines[0].split()[:TITLE_WORDS]),
        text=" ".join(lines),
        language="en",
        published_at=NOW + timedelta(minutes=5 * number),
    )


def _with_new_words(sentence: str, draw: np.random.Generator) -> str:
    """Replace half of the longer words by invented ones: every event has its own names and things."""
    places = list(_LONGER.finditer(sentence))
    chances, ranks = draw.random((2, len(places)))
    kept, at = [], 0
    for place, chance, rank in zip(places, chances, ranks, strict=True):
        if chance < 0.5:
            kept += [
                sentence[at : place.start()],
                invented_word(int(HEAD * ((1 + VOCABULARY / HEAD) ** rank - 1))),
            ]
            at = place.end()
    return "".join([*kept, sentence[at:]])


def _timed(work: Callable[..., T], *arguments: Any) -> tuple[T, float]:
    """Return the result of a piece of work, and its seconds."""
    began = time.process_time()
    result = work(*arguments)
    return result, time.process_time() - began


def _row(what: str, seconds: npt.NDArray[np.float64], bar_ms: float | None = None, note: str = "") -> Row:
    mean, p99 = 1e3 * float(np.mean(seconds)), 1e3 * float(np.quantile(seconds, 0.99))
    return Row(what, len(seconds), round(mean, 4), round(p99, 4), bar_ms, note)


if __name__ == "__main__":
    main()
