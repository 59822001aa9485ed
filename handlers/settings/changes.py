"""What a press of a button of /settings changes.

A button names what it leads to, so that a press changes nothing when it is handled a second time. Buttons of
version 0.1.0 name a switch or a place in a list; what they lead to follows from the message above them.
"""

from dataclasses import replace

from telegram import Message

from bot.chats.settings import ChatSettings
from handlers.settings.keyboard import (
    DIGEST_HOURS,
    FIRST_PUBLISHER_NUMBER,
    QUIET,
    SettingButton,
    SettingVerb,
    drop_label,
    publisher_number,
    switched,
)
from handlers.telegram.html import visible
from handlers.telegram.press import Press
from handlers.texts import LANGUAGES, Texts


def changed_by(press: Press[SettingButton], before: ChatSettings, texts: Texts) -> ChatSettings:
    """Return the settings after a press; the same ones if it changes nothing."""
    number = press.button.number
    match press.button.verb:
        case SettingVerb.BREAKING:
            return replace(before, breaking=_breaking_after(press, before, texts))
        case SettingVerb.CALENDAR:
            return replace(before, gregorian=bool(switched(number)[1]))
        case SettingVerb.QUIET_SET if number == 0:
            return replace(before, quiet_from=None, quiet_until=None)
        case SettingVerb.QUIET_SET if number <= len(QUIET):
            start, end = QUIET[number - 1]
            return replace(before, quiet_from=start * 60, quiet_until=end * 60)
        case SettingVerb.DIGEST_SET if number in DIGEST_HOURS:
            return replace(before, digest_at=number * 60)
        case SettingVerb.WEEKDAY_SET if number < 7:
            return replace(before, digest_weekday=number)
        case SettingVerb.LANGUAGE_SET:
            return replace(before, languages=_languages_after(press, before.languages))
        case SettingVerb.PUBLISHER_DROP:
            return without(before, _publisher_behind(press, before))
        case _:
            return before


def without(before: ChatSettings, publisher: str) -> ChatSettings:
    """Remove a publisher from both lists."""

    def rest(publishers: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in publishers if name.casefold() != publisher.casefold())

    return replace(before, preferred=rest(before.preferred), muted=rest(before.muted))


def _breaking_after(press: Press[SettingButton], before: ChatSettings, texts: Texts) -> bool:
    _, wanted = switched(press.button.number)
    if wanted is not None:
        return wanted
    shown = press.message.text or "" if isinstance(press.message, Message) else ""
    for state, word in ((True, "on"), (False, "off")):
        if visible(texts("settings-breaking", state=texts(word))) in shown.splitlines():
            return not state
    return not before.breaking


def _languages_after(press: Press[SettingButton], before: tuple[str, ...]) -> tuple[str, ...]:
    place, wanted = switched(press.button.number)
    if place >= len(LANGUAGES):
        return before
    code, name = tuple(LANGUAGES.items())[place]
    if wanted is None:
        wanted = press.label == name if press.label else code not in before
    if not wanted:
        return tuple(other for other in before if other != code)
    return before if code in before else (*before, code)


def _publisher_behind(press: Press[SettingButton], before: ChatSettings) -> str:
    """Return the publisher that a button names; "" if it is in no list any more."""
    listed, number = (*before.preferred, *before.muted), press.button.number
    if number >= FIRST_PUBLISHER_NUMBER:
        return next((name for name in listed if publisher_number(name) == number), "")
    if press.label:
        return next((name for name in listed if drop_label(name) == press.label), "")
    return listed[number] if number < len(listed) else ""
