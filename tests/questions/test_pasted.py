"""Pasted paragraphs and the articles that contain them."""

from datetime import UTC, datetime

import pytest

from bot.corpus.article import Article, ArticleId
from bot.questions.model import PasteOutcome, Question
from bot.questions.pasted import PASTE_FROM_WORDS, source_of
from tests.conftest import OpenApp
from tests.quality.judged import samples

PARAGRAPHS = [
    (name, max(article.text.split("\n"), key=len))
    for name, article in samples().items()
    if len(max(article.text.split("\n"), key=len).split()) >= PASTE_FROM_WORDS
]
NAME, PARAGRAPH = PARAGRAPHS[0]


@pytest.mark.parametrize(("name", "paragraph"), PARAGRAPHS, ids=[name for name, _ in PARAGRAPHS])
def test_paragraph_leads_to_an_article_that_contains_it(name: str, paragraph: str) -> None:
    source = source_of(paragraph, list(samples().values()))
    containing = {article.id for article in samples().values() if paragraph in article.text}
    assert samples()[name].id in containing
    assert source == samples()[name].id or source in _copies(source, paragraph)


def _copies(source: ArticleId | None, paragraph: str) -> set[ArticleId]:
    """Return the article if it contains all but a few of the words: outlets edit what they repeat."""
    words = paragraph.split()
    return {
        article.id
        for article in samples().values()
        if article.id == source and sum(word in article.text for word in words) > 0.9 * len(words)
    }


def test_slightly_edited_paragraph_is_found() -> None:
    words = PARAGRAPH.split()
    words[len(words) // 2] = "reportedly"
    edited = " ".join(words).replace(",", " –")
    assert source_of(edited, list(samples().values())) == source_of(PARAGRAPH, list(samples().values()))


def test_article_inside_a_pasted_page_is_found() -> None:
    article = Article(
        ArticleId("a"), "Ferry sails", "The ferry to Tarnholm sailed again on Monday morning.", "en"
    )
    page = (
        f"Menu Home News Weather Sign in {article.title} {article.text} " + "Read more of this and that. " * 9
    )
    assert source_of(page, [article]) == "a"


def test_paraphrase_has_no_source() -> None:
    retold = (
        "After two days of rain the water came into the town at night and some people lost their lives there"
    )
    assert source_of(retold, list(samples().values())) is None
    assert source_of("", list(samples().values())) is None
    assert source_of(PARAGRAPH, []) is None


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "Please tell me about the storm that is said to have broken all the windows of the old ferry "
            "terminal in Culatra last night, and when the ferries there will sail again",
            None,
        ),
        (
            "A storm broke the windows of the old ferry terminal in Culatra last night, and nobody who works "
            "there can say when ferries will sail again, or was anybody hurt?",
            None,
        ),
        (
            "Who said that the storm had broken all the windows of the old ferry terminal in Culatra last "
            "night and that no ferry there would sail again for weeks",
            None,
        ),
        (
            "Latest news: a storm broke the windows of the old ferry terminal in Culatra last night. Nobody "
            "knows when the ferries there will sail again. Was anybody hurt?",
            PasteOutcome.NEAREST,
        ),
        (
            "A storm broke the windows of the old ferry terminal in Culatra last night, and nobody who works "
            "there can say when ferries will sail again.",
            PasteOutcome.NEAREST,
        ),
    ],
)
async def test_long_question_is_answered_as_a_question(
    open_with: OpenApp, text: str, outcome: PasteOutcome | None
) -> None:
    ferry = {"id": "f", "title": "Ferry late", "text": "The ferry to Culatra left late. A storm blew."}
    async with open_with(ferry) as app:
        answer = await app.services.questions.ask(Question(text, datetime.now(UTC)))
    assert answer.pasted == outcome
    assert [entry.article.id for entry in answer.entries] == ["f"]
