"""Alerts quote the sentences that cover their query."""

from datetime import UTC, datetime

import pytest

from bot.search.query.parser import parse
from bot.summaries.matched import MatchedArticle
from tests.factories import make_article

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
FLOOD = (
    "The River Oss rose over its banks in Port Veyra. All trains to the coast stopped at noon. "
    "The town hall opened its doors. "
    "Engineers opened nine sluices to save the mill quarter. Bread was handed out at the school. "
    "“The dam failed because its gates were rusted,” said engineer Lena Brandt."
)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("trains coast", "All trains to the coast"),
        ('"mill quarter"', "Engineers opened nine sluices"),
        ("sluic*", "Engineers opened nine sluices"),
        ("zeppelin OR bread", "Bread was handed out"),
        ("dam -trains", "The dam failed"),
        ("engineers sluices Oss", "Engineers opened nine sluices"),
    ],
)
def test_sentence_that_covers_the_query_comes_first(query: str, words: str) -> None:
    article = make_article(text=FLOOD, title="Flood in Port Veyra")
    best = MatchedArticle(article).best_sentences(parse(query, now=NOW))[0]
    assert words in best.text
    assert article.quote(best.span) == best.text


def test_quoted_sentence_names_its_speaker() -> None:
    (best, *_) = MatchedArticle(make_article(text=FLOOD)).best_sentences(parse("dam gates rusted", now=NOW))
    assert best.credit.speaker
    assert "Lena Brandt" in best.credit.speaker


@pytest.mark.parametrize("query", ["source:kestrel", "since:2026-11-01", "zeppelin", "the", ""])
def test_query_without_words_of_the_text_has_no_sentence(query: str) -> None:
    assert MatchedArticle(make_article(text=FLOOD)).best_sentences(parse(query, now=NOW)) == ()


def test_article_without_sentences_has_none() -> None:
    article = make_article(text="", title="Flood in Port Veyra")
    assert MatchedArticle(article).best_sentences(parse("flood", now=NOW)) == ()
