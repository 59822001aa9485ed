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
    return _with_link(screen, texts("button-feed"), url)


def with_story_page(screen: Screen, card: StoryCard, pages: PublicPages | None, texts: Texts) -> Screen:
    """Return a message with a button for the page of a story, if pages are public."""
    name = card.story.id if card.story else card.article.id
    return _with_link(screen, texts("button-story-page"), pages.story(name) if pages else None)


def _with_link(screen: Screen, label: str, url: str | None) -> Screen:
    """Return a message with a further button; without, if Telegram would not accept the address."""
    address = web_address(url)
    if address is None:
        return screen
    rows = screen.keyboard.inline_keyboard if screen.keyboard else ()
    row = (InlineKeyboardButton(label, url=address),)
    return replace(screen, keyboard=InlineKeyboardMarkup([*rows, row]))
