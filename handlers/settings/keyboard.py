"""Buttons of /settings: which setting each changes, and to what."""

import re
from dataclasses import dataclass
from enum import StrEnum

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.settings import ChatSettings
from handlers.texts import LANGUAGES, Texts
from handlers.texts.dates import weekday

QUIET = ((22, 7), (23, 7), (23, 8), (0, 8))
"""Quiet hours offered, full hours from and until."""
DIGEST_HOURS = (6, 7, 8, 9, 12, 18, 20, 21)


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


@dataclass(frozen=True, slots=True)
class SettingPress:
    """A button pressed, and its number."""

    verb: SettingVerb
    number: int = 0


SETTING_DATA = re.compile(r"S\.([a-z])(\d{0,4})")


def read_setting_press(data: str) -> SettingPress | None:
    """Return what `callback_data` stands for, None when it is not a setting's."""
    found = SETTING_DATA.fullmatch(data)
    if found is None or found[1] not in list(SettingVerb):
        return None
    return SettingPress(SettingVerb(found[1]), int(found[2] or 0))


def home_keyboard(texts: Texts) -> InlineKeyboardMarkup:
    """Return the settings one can open."""
    rows = (
        ((SettingVerb.ZONE, "setting-zone"), (SettingVerb.QUIET, "setting-quiet")),
        ((SettingVerb.DIGEST, "setting-digest"), (SettingVerb.BREAKING, "setting-breaking")),
        ((SettingVerb.LANGUAGES, "setting-languages"), (SettingVerb.PUBLISHERS, "setting-publishers")),
    )
    return InlineKeyboardMarkup([[_button(verb, texts(key)) for verb, key in row] for row in rows])


def quiet_keyboard(settings: ChatSettings, texts: Texts) -> InlineKeyboardMarkup:
    """Return the quiet hours offered, the chosen ones marked, and a way to type others."""
    off = _button(SettingVerb.QUIET_SET, _mark(texts("quiet-off"), texts, on=settings.quiet_from is None))
    choices = []
    for number, (start, end) in enumerate(QUIET, start=1):
        on = (settings.quiet_from, settings.quiet_until) == (start * 60, end * 60)
        choices.append(_button(SettingVerb.QUIET_SET, _mark(f"{start:02}–{end:02}", texts, on=on), number))
    other = _button(SettingVerb.QUIET_SET, texts("button-other"), 99)
    return InlineKeyboardMarkup([[off], choices, [other, _home(texts)]])


def digest_keyboard(settings: ChatSettings, texts: Texts) -> InlineKeyboardMarkup:
    """Return the hours and days a digest can come on, the chosen ones marked."""
    hours = [
        _button(
            SettingVerb.DIGEST_SET, _mark(f"{hour:02}:00", texts, on=settings.digest_at == hour * 60), hour
        )
        for hour in DIGEST_HOURS
    ]
    days = [
        _button(
            SettingVerb.WEEKDAY_SET,
            _mark(weekday(day, texts.language, short=True), texts, on=settings.digest_weekday == day),
            day,
        )
        for day in range(7)
    ]
    other = _button(SettingVerb.DIGEST_SET, texts("button-other"), 99)
    return InlineKeyboardMarkup([hours[:4], hours[4:], days, [other, _home(texts)]])


def languages_keyboard(settings: ChatSettings, texts: Texts) -> InlineKeyboardMarkup:
    """Return the languages of articles, the wanted ones marked."""
    choices = [
        _button(
            SettingVerb.LANGUAGE_SET,
            _mark(LANGUAGES[code], texts, on=code in settings.languages),
            n,
        )
        for n, code in enumerate(LANGUAGES)
    ]
    return InlineKeyboardMarkup([choices[:4], choices[4:], [_home(texts)]])


def publishers_keyboard(settings: ChatSettings, texts: Texts) -> InlineKeyboardMarkup:
    """Return a button for each preferred or muted publisher that takes it off the list."""
    rows = [
        [_button(SettingVerb.PUBLISHER_DROP, f"✕ {name[:40]}", number)]
        for number, name in enumerate((*settings.preferred, *settings.muted))
    ]
    return InlineKeyboardMarkup([*rows[:40], [_home(texts)]])


def _home(texts: Texts) -> InlineKeyboardButton:
    return _button(SettingVerb.HOME, texts("button-back"))


def _button(verb: SettingVerb, label: str, number: int = 0) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=f"S.{verb.value}{number}")


def _mark(label: str, texts: Texts, *, on: bool) -> str:
    return texts("button-chosen", label=label) if on else label
