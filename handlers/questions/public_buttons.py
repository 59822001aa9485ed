"""Buttons that lead to public pages: a question as a feed, the page of a story."""

from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.public_pages import PublicPages
from bot.questions.model import StoryCard
from handlers.telegram.html import web_address
from handlers.telegram.screen import Screen
from handlers.texts import Texts


def with_feed(screen: Screen, question: str, pages: PublicPages | None, texts: Texts) -> Screen:
    """Return a message with a button for a question as a feed, if feeds are public."""
    url = pages.feed(question, language=texts.language) if pages and question else None
    rows = screen.keyboard.inline_keyboard if screen.keyboard else ()
    row = _link(texts("button-feed"), url)
    return replace(screen, keyboard=InlineKeyboardMarkup([*rows, row])) if row else screen


def story_page_button(card: StoryCard, pages: PublicPages | None, texts: Texts) -> list[InlineKeyboardButton]:
    """Return the button for the page of a story; none if pages are not public."""
    name = card.story.id if card.story else card.article.id
    return _link(texts("button-story-page"), pages.story(name) if pages else None)


def _link(label: str, url: str | None) -> list[InlineKeyboardButton]:
    """Return a button; none if Telegram would not accept the address."""
    address = web_address(url)
    return [InlineKeyboardButton(label, url=address)] if address else []
