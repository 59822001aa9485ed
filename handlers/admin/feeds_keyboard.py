"""Buttons of /feeds. They name the feed itself, so they work for as long as it exists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.feeds.model import Feed, FeedState
from bot.feeds.service import FeedHealth
from handlers.texts import Texts

LISTED = 8
"""Feeds on one page of the list."""


class FeedVerb(StrEnum):
    """What a button does: to its feed, or, for the first three, without one."""

    LIST = "l"
    ASK = "a"
    SAVE = "s"
    OPEN = "o"
    PAUSE = "p"
    RESUME = "r"
    TEST = "t"
    REMOVE = "x"
    REMOVE_INDEED = "y"


@dataclass(frozen=True, slots=True)
class FeedPress:
    """A button pressed, and its number: a feed's id, or a page of the list."""

    verb: FeedVerb
    number: int


FEED_DATA = re.compile(r"F\.(\d{1,15})\.([a-z])")


def read_feed_press(data: str) -> FeedPress | None:
    """Return what `callback_data` stands for, None when it is not a feed's."""
    found = FEED_DATA.fullmatch(data)
    if found is None or found[2] not in list(FeedVerb):
        return None
    return FeedPress(FeedVerb(found[2]), int(found[1]))


def list_keyboard(feeds: Sequence[FeedHealth], page: int, texts: Texts) -> InlineKeyboardMarkup:
    """Return a button to open each feed of a page, the other pages, and a way to add one."""
    first = (page - 1) * LISTED
    shown = feeds[first : first + LISTED]
    numbers = [_button(FeedVerb.OPEN, str(n), each.feed.id) for n, each in enumerate(shown, first + 1)]
    turn = [_button(FeedVerb.LIST, texts("button-previous"), page - 1)] if page > 1 else []
    if first + LISTED < len(feeds):
        turn.append(_button(FeedVerb.LIST, texts("button-next"), page + 1))
    rows = [numbers, [*turn, _button(FeedVerb.ASK, texts("button-feed-add"))]]
    return InlineKeyboardMarkup([row for row in rows if row])


def feed_keyboard(feed: Feed, texts: Texts) -> InlineKeyboardMarkup:
    """Return what can be done about a feed."""
    on = feed.state is FeedState.ON
    turn = (FeedVerb.PAUSE, "button-pause") if on else (FeedVerb.RESUME, "button-resume")
    verbs = (turn, (FeedVerb.TEST, "button-feed-test"), (FeedVerb.REMOVE, "button-feed-remove"))
    row = [_button(verb, texts(key), feed.id) for verb, key in verbs]
    return InlineKeyboardMarkup([row, [_back(texts)]])


def remove_keyboard(feed: Feed, texts: Texts) -> InlineKeyboardMarkup:
    """Return the question whether to remove a feed, as buttons."""
    indeed = _button(FeedVerb.REMOVE_INDEED, texts("button-feed-remove"), feed.id)
    return InlineKeyboardMarkup([[indeed, _button(FeedVerb.OPEN, texts("button-cancel"), feed.id)]])


def trial_keyboard(texts: Texts, *, good: bool) -> InlineKeyboardMarkup:
    """Return the buttons under what stands at an address."""
    save = [_button(FeedVerb.SAVE, texts("button-feed-add"))] if good else []
    return InlineKeyboardMarkup([[*save, _back(texts)]])


def back_keyboard(texts: Texts) -> InlineKeyboardMarkup:
    """Return the one button that leads to the list."""
    return InlineKeyboardMarkup([[_back(texts)]])


def _back(texts: Texts) -> InlineKeyboardButton:
    return _button(FeedVerb.LIST, texts("button-back"), 1)


def _button(verb: FeedVerb, label: str, number: int = 0) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=f"F.{number}.{verb.value}")
