"""Keyboards of /settings."""

import zlib
from enum import StrEnum
from typing import Annotated

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.settings import ChatSettings
from handlers.telegram.callback_data import NUMBER, CallbackData
from handlers.texts import LANGUAGES, SOLAR, Texts
from handlers.texts.dates import weekday

QUIET = ((22, 7), (23, 7), (23, 8), (0, 8))
"""Quiet hours offered: full hours, from and until."""
DIGEST_HOURS = (6, 7, 8, 9, 12, 18, 20, 21)
OTHER = 99
"""The number of the buttons that ask for another time in words."""
FIRST_PUBLISHER_NUMBER = 1_000
"""Numbers of publishers from here on are made of their names; version 0.1.0 wrote places in a list."""
_PUBLISHER_NUMBERS = 900_000
_ON, _OFF = 100_000, 200_000
"""What is added to the number of a button that switches something on or off."""
_LANGUAGES_A_ROW = 4
_MOST_PUBLISHERS = 40
"""Publishers that get a button."""


class SettingVerb(StrEnum):
    """What a button of /settings does."""

    HOME = "h"
    ZONE = "z"
    QUIET = "q"
    QUIET_SET = "r"
    DIGEST = "d"
    DIGEST_SET = "e"
    WEEKDAY_SET = "w"
    BREAKING = "b"
    LANGUAGES = "l"
    LANGUAGE_SET = "m"
    PUBLISHERS = "p"
    PUBLISHER_DROP = "x"
    CALENDAR = "c"


class SettingButton(CallbackData, form="S.{verb}{number}"):
    """Opens or changes a setting.

    Args:
        number: The choice, as the verb needs it: an hour, a day, a place in a list, a publisher.
    """

    verb: SettingVerb
    number: Annotated[int, NUMBER] = 0


def switch_number(place: int, *, on: bool) -> int:
    """Return the number of a button that switches the choice at a place on or off."""
    return place + (_ON if on else _OFF)


def switched(number: int) -> tuple[int, bool | None]:
    """Return the place of a choice and whether its button switches it on; None if it turns it around."""
    if number >= _OFF:
        return number - _OFF, False
    return (number - _ON, True) if number >= _ON else (number, None)


def publisher_number(name: str) -> int:
    """Return the number of the button that removes a publisher from its list."""
    return FIRST_PUBLISHER_NUMBER + zlib.crc32(name.casefold().encode()) % _PUBLISHER_NUMBERS


def drop_label(name: str) -> str:
    """Return the label of that button."""
    return f"✕ {name[:40]}"


def home_keyboard(settings: ChatSettings, texts: Texts) -> InlineKeyboardMarkup:
    """Return the buttons that open each setting, and those that switch breaking news and the calendar."""
    breaking = switch_number(0, on=not settings.breaking)
    rows: tuple[tuple[tuple[SettingVerb, str, int], ...], ...] = (
        ((SettingVerb.ZONE, "setting-zone", 0), (SettingVerb.QUIET, "setting-quiet", 0)),
        ((SettingVerb.DIGEST, "setting-digest", 0), (SettingVerb.BREAKING, "setting-breaking", breaking)),
        ((SettingVerb.LANGUAGES, "setting-languages", 0), (SettingVerb.PUBLISHERS, "setting-publishers", 0)),
    )
    calendar = switch_number(0, on=not settings.gregorian)
    if texts.language in SOLAR:
        rows = (*rows, ((SettingVerb.CALENDAR, "setting-calendar", calendar),))
    return InlineKeyboardMarkup(
        [[_button(verb, texts(key), number) for verb, key, number in row] for row in rows]
    )


def quiet_keyboard(settings: ChatSettings, texts: Texts) -> InlineKeyboardMarkup:
    """Return the quiet hours to choose from, the chosen ones marked."""
    off = _mark(texts("quiet-off"), texts, chosen=settings.quiet_from is None)
    choices = []
    for number, (start, end) in enumerate(QUIET, start=1):
        chosen = (settings.quiet_from, settings.quiet_until) == (start * 60, end * 60)
        label = _mark(texts.digits(f"{start:02}–{end:02}"), texts, chosen=chosen)
        choices.append(_button(SettingVerb.QUIET_SET, label, number))
    by_words = _button(SettingVerb.QUIET_SET, texts("button-other"), OTHER)
    return InlineKeyboardMarkup([[_button(SettingVerb.QUIET_SET, off)], choices, [by_words, _home(texts)]])


def digest_keyboard(settings: ChatSettings, texts: Texts) -> InlineKeyboardMarkup:
    """Return the hours and weekdays of digests to choose from, the chosen ones marked."""
    hours = []
    for hour in DIGEST_HOURS:
        label = _mark(texts.digits(f"{hour:02}:00"), texts, chosen=settings.digest_at == hour * 60)
        hours.append(_button(SettingVerb.DIGEST_SET, label, hour))
    days = []
    for day in range(7):
        name = weekday(day, texts, short=True)
        label = _mark(name, texts, chosen=settings.digest_weekday == day)
        days.append(_button(SettingVerb.WEEKDAY_SET, label, day))
    by_words = _button(SettingVerb.DIGEST_SET, texts("button-other"), OTHER)
    return InlineKeyboardMarkup([hours[:4], hours[4:], days, [by_words, _home(texts)]])


def languages_keyboard(settings: ChatSettings, texts: Texts) -> InlineKeyboardMarkup:
    """Return the languages of articles to choose from, the chosen ones marked."""
    choices = []
    for place, (code, name) in enumerate(LANGUAGES.items()):
        chosen = code in settings.languages
        label = _mark(name, texts, chosen=chosen)
        choices.append(_button(SettingVerb.LANGUAGE_SET, label, switch_number(place, on=not chosen)))
    rows = [choices[at : at + _LANGUAGES_A_ROW] for at in range(0, len(choices), _LANGUAGES_A_ROW)]
    return InlineKeyboardMarkup([*rows, [_home(texts)]])


def publishers_keyboard(settings: ChatSettings, texts: Texts) -> InlineKeyboardMarkup:
    """Return a button for each preferred or muted publisher that removes it from its list."""
    publishers = (*settings.preferred, *settings.muted)[:_MOST_PUBLISHERS]
    rows = [
        [_button(SettingVerb.PUBLISHER_DROP, drop_label(name), publisher_number(name))] for name in publishers
    ]
    return InlineKeyboardMarkup([*rows, [_home(texts)]])


def _home(texts: Texts) -> InlineKeyboardButton:
    return _button(SettingVerb.HOME, texts("button-back"))


def _button(verb: SettingVerb, label: str, number: int = 0) -> InlineKeyboardButton:
    return SettingButton(verb=verb, number=number).button(label)


def _mark(label: str, texts: Texts, *, chosen: bool) -> str:
    return texts("button-chosen", label=label) if chosen else label
