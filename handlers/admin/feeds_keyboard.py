"""Keyboards of /feeds. The buttons name the feed itself, so they work for as long as it exists."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.feeds.model import Feed, FeedState
from bot.feeds.service import FeedHealth
from bot.questions.pagination import Page
from handlers.telegram.callback_data import DELETES, ID, CallbackData
from handlers.texts import Texts


class FeedVerb(StrEnum):
    """What a button does; the first three need no feed."""

    LIST = "l"
    ASK = "a"
    SAVE = "s"
    OPEN = "o"
    PAUSE = "p"
    RESUME = "r"
    TEST = "t"
    REMOVE = "x"
    REMOVE_CONFIRMED = "y"


class FeedButton(CallbackData, form="F.{number}.{verb}"):
    """Shows or changes feeds.

    Args:
        number: A feed's id, or a page of the list.
    """

    number: Annotated[int, ID]
    verb: FeedVerb


def list_keyboard(feeds: Sequence[FeedHealth], page: Page, texts: Texts) -> InlineKeyboardMarkup:
    """Return a button for each feed of a page, for the neighbouring pages, and to add a feed."""
    numbers = [_button(FeedVerb.OPEN, str(number), health.feed.id) for number, health in page.numbered(feeds)]
    row = [_button(FeedVerb.LIST, texts("button-previous"), page.number - 1)] if page.number > 1 else []
    if page.number < page.pages:
        row.append(_button(FeedVerb.LIST, texts("button-next"), page.number + 1))
    row.append(_button(FeedVerb.ASK, texts("button-feed-add")))
    return InlineKeyboardMarkup([numbers, row] if numbers else [row])


def feed_keyboard(feed: Feed, texts: Texts) -> InlineKeyboardMarkup:
    """Return the buttons of one feed."""
    is_on = feed.state is FeedState.ON
    pause_or_resume = (FeedVerb.PAUSE, "button-pause") if is_on else (FeedVerb.RESUME, "button-resume")
    labels = (
        pause_or_resume,
        (FeedVerb.TEST, "button-feed-test"),
        (FeedVerb.REMOVE, "button-feed-remove"),
    )
    row = [_button(verb, texts(key), feed.id) for verb, key in labels]
    return InlineKeyboardMarkup([row, [_back(texts)]])


def remove_keyboard(feed: Feed, texts: Texts) -> InlineKeyboardMarkup:
    """Return the answers to whether to remove a feed."""
    remove = FeedButton(number=feed.id, verb=FeedVerb.REMOVE_CONFIRMED)
    yes = remove.button(texts("button-feed-remove"), style=DELETES)
    return InlineKeyboardMarkup([[yes, _button(FeedVerb.OPEN, texts("button-cancel"), feed.id)]])


def probe_keyboard(texts: Texts, *, is_feed: bool) -> InlineKeyboardMarkup:
    """Return the buttons under a probed URL."""
    save = [_button(FeedVerb.SAVE, texts("button-feed-add"))] if is_feed else []
    return InlineKeyboardMarkup([[*save, _back(texts)]])


def back_keyboard(texts: Texts) -> InlineKeyboardMarkup:
    """Return the one button that leads to the list."""
    return InlineKeyboardMarkup([[_back(texts)]])


def _back(texts: Texts) -> InlineKeyboardButton:
    return _button(FeedVerb.LIST, texts("button-back"), 1)


def _button(verb: FeedVerb, label: str, number: int = 0) -> InlineKeyboardButton:
    return FeedButton(number=number, verb=verb).button(label)
