"""The line and the buttons that lead to an event in other languages."""

from dataclasses import replace

import pytest

from bot.chats.view import STORY_ENTRIES, View, ViewId, ViewKind
from bot.questions.model import Card, Sister, SisterStories, StoryCard
from handlers.questions.card_keyboard import card_keyboard, sisters_keyboard, story_keyboard
from handlers.questions.render import card_html
from handlers.questions.sister_render import sisters_html
from handlers.questions.story_render import story_html
from handlers.telegram.html import visible
from handlers.texts import LANGUAGES, texts_for
from tests.factories import make_article
from tests.handlers.questions.test_story_render import account_of, card_of
from tests.tdlib import assert_sendable

ENGLISH = texts_for("en")
ARABIC, TURKISH = (
    Sister(code, make_article(code, "نص" if code == "ar" else "Metin", title=title, language=code), count)
    for code, title, count in (("ar", "زلزال <كبير>", 3), ("tr", "Deprem & sarsıntı", 2))
)
VIEW = View(ViewKind.OUTLETS, parent=ViewId("parent0001"))


def story(*sisters: Sister, accounts: int = STORY_ENTRIES, pages: int = 1, page: int = 1) -> StoryCard:
    listed = [account_of("Lamp", f"Sentence {n}.", f"a{n}") for n in range(accounts)]
    return replace(card_of(*listed, page=page), pages=pages, sisters=sisters)


def labels(card: StoryCard) -> list[str]:
    markup = story_keyboard(ViewId("view000001"), card, VIEW, ENGLISH)
    return [button.text for row in markup.inline_keyboard for button in row] if markup else []


def test_story_card_names_the_languages_and_opens_their_list() -> None:
    assert "Also in Arabic (3), Turkish (2)" in visible(story_html(story(ARABIC, TURKISH), ENGLISH))
    assert "🌐 Other languages" in labels(story(ARABIC, TURKISH))


def test_button_of_a_single_sister_opens_it_behind_the_stories_articles() -> None:
    card = story(TURKISH, accounts=2)
    markup = story_keyboard(ViewId("view000001"), card, VIEW, ENGLISH)
    assert markup
    button = next(b for row in markup.inline_keyboard for b in row if b.text == "🌐 Turkish (2)")
    assert button.callback_data == "view000001.t3"


@pytest.mark.parametrize(("pages", "page"), [(1, 1), (3, 1), (3, 2), (3, 3)])
@pytest.mark.parametrize("sisters", [(), (ARABIC,), (ARABIC, TURKISH)])
def test_story_card_has_few_buttons_and_can_be_followed(
    sisters: tuple[Sister, ...], pages: int, page: int
) -> None:
    shown = labels(story(*sisters, pages=pages, page=page))
    # A page in the middle has previous and next, and a first one may have other languages.
    assert len(shown) <= 7 + (page == 2 or (page == 1 < pages and bool(sisters)))
    assert "Share" in shown
    assert ("Follow" in shown) == (page == 1)
    assert any("🌐" in label for label in shown) == (bool(sisters) and page == 1)


def test_story_card_without_sisters_says_nothing_of_languages() -> None:
    assert "Also in" not in visible(story_html(story(), ENGLISH))


def test_article_card_has_the_line_and_the_button() -> None:
    article = make_article("a", "It happened.")
    card = Card(article, None, (), focused=False, sisters=(ARABIC,))
    assert "Also in Arabic (3)" in visible(card_html(card, ENGLISH))
    markup = card_keyboard(ViewId("view000001"), card, View(ViewKind.CARD), ENGLISH)
    assert markup
    assert "🌐 Arabic (3)" in [button.text for row in markup.inline_keyboard for button in row]


@pytest.mark.parametrize("code", LANGUAGES)
def test_list_is_sendable_in_every_language(code: str) -> None:
    texts = texts_for(code)
    found = SisterStories(make_article("a", "It happened."), (ARABIC, TURKISH))
    html = sisters_html(found, texts)
    assert_sendable(html)
    assert "Deprem &amp; sarsıntı" in html
    markup = sisters_keyboard(ViewId("view000001"), found, VIEW, texts)
    assert markup
    assert [len(row) for row in markup.inline_keyboard] == [2, 1]
    assert_sendable(sisters_html(replace(found, sisters=()), texts))
