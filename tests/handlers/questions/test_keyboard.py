"""Buttons of cards, and addresses that make the browser jump to a sentence."""

from datetime import UTC, datetime

import pytest

from bot.chats.view import View, ViewId, ViewKind
from bot.corpus.article import ArticleId
from bot.corrections.correction import Correction, CorrectionKind
from bot.corrections.ports import Version, VersionKey
from bot.questions.model import Card
from bot.stories.story import Story, StoryId
from bot.summaries.credits import Credit
from bot.summaries.sentence import quote_sentence
from handlers.questions.keyboard import card_keyboard, source_url
from handlers.texts import texts_for
from tests.factories import make_article

CORRECTION = Correction(
    CorrectionKind.CORRECTED, datetime(2026, 11, 20, tzinfo=UTC), Version(VersionKey(ArticleId("a"), 1), "a")
)


@pytest.mark.parametrize("story", [None, Story(StoryId("s"), (), (), ())], ids=["alone", "in a story"])
@pytest.mark.parametrize("speaker", [None, "Ina Lund"])
def test_card_of_a_corrected_article_has_what_changed_among_six_buttons(
    story: Story | None, speaker: str | None
) -> None:
    article = make_article("a", "The ferry is late.", url="https://a.example/a")
    summary = (quote_sentence(article, 0, Credit()),)
    card = Card(article, story, summary, focused=False, speaker=speaker, correction=CORRECTION)
    view = View(ViewKind.CARD, article=article.id, parent=ViewId("parent"))
    keyboard = card_keyboard(ViewId("view"), card, view, texts_for("en"))
    assert keyboard is not None
    labels = [button.text for row in keyboard.inline_keyboard for button in row]
    assert len(labels) <= 6
    assert {"✎ What changed", "Follow", "‹ Back"} <= set(labels)


def test_address_contains_a_short_sentence() -> None:
    url = source_url("https://a.example/x#top", "Well-known, he said.")
    assert url == "https://a.example/x#:~:text=Well%2Dknown%2C%20he%20said."


def test_address_contains_both_ends_of_a_long_sentence() -> None:
    url = source_url("https://a.example/x", "one two three four five six seven eight nine ten eleven")
    ends = "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"
    assert url == f"https://a.example/x#:~:text={ends}"
