"""Pasted text: which article it stands in."""

import pytest

from bot.corpus.article import Article, ArticleId
from bot.questions.pasted import PASTE_FROM_WORDS, source_of
from tests.quality.judged import samples

PARAGRAPHS = [
    (name, max(article.text.split("\n"), key=len))
    for name, article in samples().items()
    if len(max(article.text.split("\n"), key=len).split()) >= PASTE_FROM_WORDS
]
NAME, PARAGRAPH = PARAGRAPHS[0]


@pytest.mark.parametrize(("name", "paragraph"), PARAGRAPHS, ids=[name for name, _ in PARAGRAPHS])
def test_a_paragraph_is_traced_to_an_article_it_stands_in(name: str, paragraph: str) -> None:
    found = source_of(paragraph, list(samples().values()))
    holding = {article.id for article in samples().values() if paragraph in article.text}
    assert samples()[name].id in holding
    assert found == samples()[name].id or found in _copies(found, paragraph)


def _copies(found: ArticleId | None, paragraph: str) -> set[ArticleId]:
    """The article, when the paragraph stands in it but for a few words: outlets edit what they repeat."""
    words = paragraph.split()
    return {
        article.id
        for article in samples().values()
        if article.id == found and sum(word in article.text for word in words) > 0.9 * len(words)
    }


def test_a_paragraph_somebody_edited_a_little_is_still_found() -> None:
    words = PARAGRAPH.split()
    words[len(words) // 2] = "reportedly"
    edited = " ".join(words).replace(",", " –")
    assert source_of(edited, list(samples().values())) == source_of(PARAGRAPH, list(samples().values()))


def test_an_article_with_more_around_it_is_found() -> None:
    article = Article(
        ArticleId("a"), "Ferry sails", "The ferry to Tarnholm sailed again on Monday morning.", "en"
    )
    page = (
        f"Menu Home News Weather Sign in {article.title} {article.text} " + "Read more of this and that. " * 9
    )
    assert source_of(page, [article]) == "a"


def test_other_words_on_the_same_event_stand_in_no_article() -> None:
    retold = (
        "After two days of rain the water came into the town at night and some people lost their lives there"
    )
    assert source_of(retold, list(samples().values())) is None
    assert source_of("", list(samples().values())) is None
    assert source_of(PARAGRAPH, []) is None
