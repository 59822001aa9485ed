"""Every sentence of the sample articles, and every quoted one, is verbatim."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.corpus.analysis.build import build_article
from bot.corpus.files import files_in
from bot.corpus.plain_text import clean
from bot.corpus.raw import RawArticle
from bot.corpus.readers import read_file
from bot.summaries.summarize import summarize

SEEDS = Path(__file__).parents[2] / "seeds"
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("file", list(files_in(SEEDS)), ids=lambda file: file.relative_to(SEEDS).as_posix())
def test_sentences_of_sample_articles_are_verbatim(file: Path) -> None:
    for raw in read_file(file, root=SEEDS):
        assert isinstance(raw, RawArticle)
        article, end = build_article(raw, now=NOW), 0
        for span in article.sentences:
            assert end <= span.start < span.end <= len(article.text)
            assert one_line(article.quote(span)) in one_line(clean(raw.text))
            end = span.end
        for sentence in summarize(article, None):
            assert sentence.text == article.text[sentence.span.start : sentence.span.end]
