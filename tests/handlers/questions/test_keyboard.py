"""Buttons of cards, and addresses that make the browser jump to a sentence."""

from datetime import UTC, datetime

import pytest
from telegram import InlineKeyboardButton

from bot.chats.view import View, ViewId, ViewKind
from bot.corpus.article import ArticleId
from bot.corrections.correction import Correction, CorrectionKind
from bot.corrections.ports import Version, VersionKey
from bot.questions.model import Card, Sister, StoryCard
from bot.stories.story import Story, StoryId
from bot.summaries.accounts import Account
from bot.summaries.credits import Credit
from bot.summaries.sentence import quote_sentence
from handlers.questions.card_keyboard import card_keyboard, story_keyboard
from handlers.questions.source_link import source_url
from handlers.texts import LANGUAGES, texts_for
from tests.factories import make_article

CORRECTION = Correction(
    CorrectionKind.CORRECTED, datetime(2026, 11, 20, tzinfo=UTC), Version(VersionKey(ArticleId("a"), 1), "a")
)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("correction", [None, CORRECTION], ids=["unchanged", "corrected"])
@pytest.mark.parametrize("story", [None, Story(StoryId("s"), (), (), ())], ids=["alone", "in a story"])
@pytest.mark.parametrize("speaker", [None, "Ina Lund"])
def test_card_offers_at_most_eight_buttons_in_four_rows(
    story: Story | None, speaker: str | None, correction: Correction | None, code: str
) -> None:
    texts = texts_for(code)
    article = make_article("a", "The ferry is late.", url="https://a.example/a")
    summary = (quote_sentence(article, 0, Credit()),)
    card = Card(article, story, summary, focused=False, speaker=speaker, correction=correction)
    view = View(ViewKind.CARD, article=article.id, parent=ViewId("parent"))
    keyboard = card_keyboard(ViewId("view"), card, view, texts)
    assert keyboard is not None
    rows = keyboard.inline_keyboard
    labels = [button.text for row in rows for button in row]
    keys = ["context", "source", "follow", "share", "back", *(["outlets", "arrivals"] if story else [])]
    keys += ["changes"] if correction else [] if story and speaker else ["similar"]
    speaking = [texts("button-speaker", speaker=speaker)] if speaker and not (story and correction) else []
    assert sorted(labels) == sorted([*(texts(f"button-{key}") for key in keys), *speaking])
    assert len(rows) <= 4
    assert len(labels) <= 8
    assert all(len(row) <= 2 or max(len(button.text) for button in row) <= 14 for row in rows)


def test_address_contains_a_short_sentence() -> None:
    url = source_url("https://a.example/x#top", "Well-known, he said.")
    assert url == "https://a.example/x#:~:text=Well%2Dknown%2C%20he%20said."


def test_address_contains_both_ends_of_a_long_sentence() -> None:
    url = source_url("https://a.example/x", "one two three four five six seven eight nine ten eleven")
    ends = "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"
    assert url == f"https://a.example/x#:~:text={ends}"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("pages", [1, 3])
@pytest.mark.parametrize("has_sisters", [False, True])
def test_story_with_a_page_of_its_own_has_four_rows_of_buttons_at_most(
    has_sisters: bool, pages: int, code: str
) -> None:
    texts, article = texts_for(code), make_article("a", "The ferry is late.")
    accounts = tuple(Account(make_article(str(n), "It is late."), (), 0) for n in range(3))
    sisters = tuple(Sister(language, article, 2) for language in ("ar", "tr")) if has_sisters else ()
    card = StoryCard(article, Story(StoryId("s"), (), (), ()), {}, accounts, 1, pages, sisters=sisters)
    view = View(ViewKind.OUTLETS, article=article.id, parent=ViewId("parent"))
    page = [InlineKeyboardButton(texts("button-story-page"), url="https://news.example/s/s")]
    keyboard = story_keyboard(ViewId("view"), card, view, texts, page)
    assert keyboard is not None
    assert len(keyboard.inline_keyboard) <= 4
    assert sum(map(len, keyboard.inline_keyboard)) <= 9
    assert page[0] in [button for row in keyboard.inline_keyboard for button in row]
