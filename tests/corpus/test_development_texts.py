"""Over the development texts beside the repository: what would be quoted stands there word for word."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.corpus.analysis.build import build_article
from bot.corpus.plain_text import clean
from bot.corpus.raw import RawArticle
from bot.summaries.summarize import summarize

EVAL = Path(__file__).parents[2].parent / "shared" / "eval"
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def texts(file: Path) -> Iterator[tuple[str, str | None, str]]:
    """Name, title and text of each line that has a text."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        if isinstance(text := row.get("text"), str) and text.strip() and file.stem != "queries":
            yield f"{file.name}:{number}", row.get("title") or None, text


FILES = [each for each in sorted(EVAL.rglob("*.jsonl")) if next(texts(each), None)]


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.skipif(not FILES, reason="the development texts lie beside the repository, not in it")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(EVAL).as_posix())
def test_every_sentence_stands_word_for_word_in_its_text(file: Path) -> None:
    for name, title, text in texts(file):
        article = build_article(RawArticle(text=text, source=name, id=name, title=title), now=NOW)
        given, end = words(clean(text)), 0
        for span in article.sentences:
            assert end <= span.start < span.end <= len(article.text), name
            assert words(article.quote(span)) in given, name
            end = span.end
        for sentence in summarize(article, None):
            assert sentence.text == article.text[sentence.span.start : sentence.span.end], name
