"""Summaries of texts, compared with lead, LexRank and TextRank.

python -m benchmarks.summaries IN.jsonl --out PRED.jsonl --words 60 [--json FILE]

IN has lines {"id", "title", "text", "reference"}; PRED gets {"id", "summary"}. A line may have a "language"
(ISO 639-1, else English), several "references", and instead of the text "articles": [{"title", "text"}], of
which one summary is made; its lead is the articles' first sentences in turn. LexRank and TextRank only run on
English. ROUGE is simplified (words in
small letters, no stemming), for comparison only; p is from a paired randomisation test on the mean of R-1,
R-2 and R-L.
"""

import argparse
import asyncio
import json
import platform
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np

from bot.corpus.analysis.build import build_article
from bot.corpus.article import Article
from bot.corpus.raw import RawArticle
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, Passages
from bot.search.query.parser import parse
from bot.summaries.group import summarize_articles
from bot.summaries.summarize import summarize

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ROUNDS = 10_000
Group = Sequence[tuple[Article, Passages]]
Summarizer = Callable[[Group], str]


def main() -> None:
    """Summarise, write, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--words", type=int, default=60)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.input.read_text(encoding="utf-8").splitlines()]
    groups = [_articles(row, number) for number, row in enumerate(rows)]
    asyncio.run(_compare(rows, groups, arguments))


async def _compare(
    rows: list[dict[str, Any]], groups: list[list[Article]], arguments: argparse.Namespace
) -> None:
    index = LocalIndex()
    articles = [article for group in groups for article in group]
    await index.apply([IndexChange(n, article.id, article) for n, article in enumerate(articles, start=1)])
    passages = {p.article_id: p for p in await index.passages([article.id for article in articles], None)}
    paired = [[(article, passages[article.id]) for article in group] for group in groups]
    words: int = arguments.words
    systems: dict[str, Summarizer] = {
        "newsbot": lambda group: _ours(group, words),
        "lead": lambda group: _fill(_openings(group), words),
        **(_peers(words) if {article.language for article in articles} == {"en"} else {}),
    }
    figures = []
    ours: list[float] = []
    for name, system in systems.items():
        started = time.process_time()
        summaries = [system(group) for group in paired]
        seconds = time.process_time() - started
        scores = [_mean_rouge(row, text) for row, text in zip(rows, summaries, strict=True)]
        if name == "newsbot":
            ours = [float(np.mean(measures)) for measures in scores]
            lines = (
                json.dumps({"id": row["id"], "summary": text})
                for row, text in zip(rows, summaries, strict=True)
            )
            arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
        figures.append(_row(name, summaries, scores, ours, seconds))
    single = [group[0] for group in groups if len(group) == 1 and group[0].language == "en"]
    coverage = await _coverage(index, single, words) if single else {}
    await index.close()
    _print(figures, coverage)
    if arguments.json:
        report = {"machine": platform.platform(), "rows": figures, "question_term_coverage": coverage}
        arguments.json.write_text(json.dumps(report, indent=1))


def _articles(row: dict[str, Any], number: int) -> list[Article]:
    return [
        build_article(
            RawArticle(
                text=article["text"],
                source=f"line {number + 1}, {n}",
                id=f"{row['id']}/{n}" if "articles" in row else str(row["id"]),
                title=article.get("title") or "untitled",
                language=row.get("language", "en"),
            ),
            now=NOW,
        )
        for n, article in enumerate(row.get("articles") or [row])
    ]


def _ours(group: Group, words: int) -> str:
    if len(group) == 1:
        chosen = summarize(*group[0], words=words, most=max(5, words // 10))
    else:
        chosen = summarize_articles([(article, passages, str(article.id)) for article, passages in group])
    return " ".join(sentence.text for sentence in chosen)


def _openings(group: Group) -> Iterator[str]:
    """Yield sentences in order: an article's own, or the first of each article, then the second of each."""
    by_article = [[article.quote(span) for span in article.sentences] for article, _ in group]
    for turn in zip_longest(*by_article):
        yield from (sentence for sentence in turn if sentence)


def _mean_rouge(row: dict[str, Any], summary: str) -> tuple[float, float, float]:
    references = row.get("references") or [row.get("reference", "")]
    one, two, longest = np.mean([_rouge(reference, summary) for reference in references], axis=0)
    return float(one), float(two), float(longest)


def _fill(sentences: Iterable[str], words: int) -> str:
    taken: list[str] = []
    for sentence in sentences:
        if taken and not _fits(" ".join(taken), " ".join([*taken, sentence]), words):
            break
        taken.append(sentence)
    return " ".join(taken)


def _fits(kept: str, more: str, words: int) -> bool:
    """Whether one more sentence exceeds the budget by less than half its length; fair to every system."""
    return (len(kept.split()) + len(more.split())) / 2 < words


def _peers(words: int) -> dict[str, Summarizer]:
    """Return sumy's LexRank and TextRank, stemmed, without stop words, on our sentences; {} without sumy."""
    try:
        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
        from sumy.nlp.stemmers import Stemmer
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
        from sumy.utils import get_stop_words
    except ImportError:
        print("sumy is not installed (make .venv/.bench): without LexRank and TextRank")
        return {}

    class _Words:
        def to_words(self, sentence: str) -> list[str]:
            return re.findall(r"\w+", sentence)

    def peer(summarizer: Any) -> Summarizer:
        summarizer.stop_words = get_stop_words("english")

        def summary(group: Group) -> str:
            sentences = [Sentence(text, _Words()) for text in _openings(group)]
            document = ObjectDocumentModel([Paragraph(sentences)])
            kept = ""
            for count in range(1, len(sentences) + 1):
                more = " ".join(map(str, summarizer(document, count)))
                if kept and not _fits(kept, more, words):
                    break
                kept = more
            return kept

        return summary

    stemmer = Stemmer("english")
    return {"lexrank": peer(LexRankSummarizer(stemmer)), "textrank": peer(TextRankSummarizer(stemmer))}


def _rouge(reference: str, summary: str) -> tuple[float, float, float]:
    gold, words = (re.findall(r"\w+", text.lower()) for text in (reference, summary))
    return _overlap(gold, words, 1), _overlap(gold, words, 2), _longest(gold, words)


def _overlap(gold: Sequence[str], words: Sequence[str], n: int) -> float:
    a, b = (Counter(zip(*(text[i:] for i in range(n)), strict=False)) for text in (gold, words))
    return _f1(sum((a & b).values()), sum(a.values()), sum(b.values()))


def _longest(gold: Sequence[str], words: Sequence[str]) -> float:
    """The longest common subsequence, as F1."""
    row = [0] * (len(words) + 1)
    for wanted in gold:
        before = 0
        for j, word in enumerate(words, 1):
            above = row[j]
            row[j] = before + 1 if word == wanted else max(above, row[j - 1])
            before = above
    return _f1(row[-1], len(gold), len(words))


def _f1(hits: int, relevant: int, retrieved: int) -> float:
    return 2 * hits / (relevant + retrieved) if hits else 0.0


def _row(
    name: str,
    summaries: list[str],
    scores: list[tuple[float, float, float]],
    ours: list[float],
    seconds: float,
) -> dict[str, Any]:
    means = np.mean(scores, axis=0)
    theirs = [float(np.mean(measures)) for measures in scores]
    return {
        "system": name,
        "rouge1": float(means[0]),
        "rouge2": float(means[1]),
        "rougeL": float(means[2]),
        "words": float(np.mean([len(text.split()) for text in summaries])),
        "ms_a_text": 1e3 * seconds / len(summaries),
        "p": None if name == "newsbot" else _p(np.array(ours) - np.array(theirs)),
    }


def _p(differences: Any) -> float:
    """Two-sided: how often random signs give as large a mean difference."""
    signs = np.random.default_rng(0).choice([-1.0, 1.0], size=(ROUNDS, len(differences)))
    means = np.abs((signs * differences).mean(axis=1))
    return float((np.sum(means >= abs(differences.mean())) + 1) / (ROUNDS + 1))


async def _coverage(index: LocalIndex, articles: list[Article], words: int) -> dict[str, float]:
    """Return the share of a question's terms in a summary; the question has words of the article."""
    ours, lead = [], []
    for article in articles:
        question = _question(article)
        (passages,) = await index.passages([article.id], parse(" ".join(question), now=NOW))
        summary = _ours([(article, passages)], words).lower()
        opening = _fill(map(article.quote, article.sentences), words).lower()
        ours.append(np.mean([word in summary for word in question]))
        lead.append(np.mean([word in opening for word in question]))
    return {"newsbot": float(np.mean(ours)), "lead": float(np.mean(lead))}


def _question(article: Article) -> list[str]:
    """Return four of the longest words that the article has more than once."""
    counts = Counter(re.findall(r"[a-z]{5,}", article.text.lower()))
    repeated = sorted(
        (word for word, times in counts.items() if times > 1), key=lambda word: (-len(word), word)
    )
    return repeated[:4] or sorted(counts, key=len)[-4:]


def _print(figures: list[dict[str, Any]], coverage: dict[str, float]) -> None:
    print(f"{'system':<10}{'R-1':>7}{'R-2':>7}{'R-L':>7}{'words':>7}{'ms':>8}{'p':>8}")
    for row in figures:
        p = "" if row["p"] is None else f"{row['p']:.3f}"
        print(
            f"{row['system']:<10}{row['rouge1']:>7.3f}{row['rouge2']:>7.3f}{row['rougeL']:>7.3f}"
            f"{row['words']:>7.1f}{row['ms_a_text']:>8.2f}{p:>8}"
        )
    if coverage:
        print(
            f"question terms in the summary: newsbot {coverage['newsbot']:.2f}, lead {coverage['lead']:.2f}"
        )


if __name__ == "__main__":
    main()
