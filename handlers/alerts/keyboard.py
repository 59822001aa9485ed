"""Buttons of alerts. They name the alert itself, so they work for as long as it exists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.alerts.alert import Alert, AlertId, Mode
from bot.chats.view import ViewId
from bot.stories.story import StoryId
from handlers.questions.keyboard import STORY_DATA, Verb, button
from handlers.texts import Texts

LISTED = 8
"""Alerts on one page of a list."""
_NAMED = 4
"""More alerts than this are not named under what was told for them; the list has them all."""
_LONGEST_LABEL = 40


class AlertVerb(StrEnum):
    """What a button does to its alert."""

    OPEN = "o"
    PAUSE = "p"
    RESUME = "r"
    MUTE = "m"
    REWORD = "e"
    SHARE = "s"
    DELETE = "d"
    UNDO = "u"
    MODES = "t"
    NOW = "n"
    HOURLY = "h"
    DAILY = "y"
    WEEKLY = "w"
    FEWER = "f"
    NO_PUBLISHER = "x"


MODES = {
    AlertVerb.NOW: Mode.NOW,
    AlertVerb.HOURLY: Mode.HOURLY,
    AlertVerb.DAILY: Mode.DAILY,
    AlertVerb.WEEKLY: Mode.WEEKLY,
}


@dataclass(frozen=True, slots=True)
class AlertPress:
    """A button pressed: the alert, what to do with it, and whether it stood under one of its messages."""

    alert_id: AlertId
    verb: AlertVerb
    told: bool = False


ALERT_DATA = re.compile(r"([AN])\.(\d{1,18})\.([a-z])")
DRAFT_DATA = re.compile(r"[A-Za-z0-9]{1,16}\.[nyex]")
LIST_DATA = re.compile(r"L\.(\d{1,4})")
ALL_DATA = re.compile(r"U\.([yn])")


def read_alert_press(data: str) -> AlertPress | None:
    """Return what `callback_data` stands for, None when it is not an alert's."""
    found = ALERT_DATA.fullmatch(data)
    if found is None or found[3] not in list(AlertVerb):
        return None
    return AlertPress(AlertId(int(found[2])), AlertVerb(found[3]), found[1] == "N")


def alert_button(
    alert_id: AlertId, verb: AlertVerb, label: str, *, told: bool = False
) -> InlineKeyboardButton:
    """Return a button that `read_alert_press` understands."""
    return InlineKeyboardButton(label, callback_data=f"{'N' if told else 'A'}.{alert_id}.{verb.value}")


def draft_keyboard(view_id: ViewId, texts: Texts) -> InlineKeyboardMarkup:
    """Return the buttons under a preview: save, change, cancel."""
    verbs = ((Verb.SAVE, "button-save"), (Verb.CHANGE, "button-change"), (Verb.CANCEL, "button-cancel"))
    return InlineKeyboardMarkup([[button(view_id, verb, texts(key)) for verb, key in verbs]])


def list_keyboard(alerts: Sequence[Alert], page: int, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return the buttons of a list: one to open each alert of the page, and the other pages."""
    first = (page - 1) * LISTED
    shown = alerts[first : first + LISTED]
    numbers = [
        alert_button(alert.id, AlertVerb.OPEN, str(number)) for number, alert in enumerate(shown, first + 1)
    ]
    pages = []
    if page > 1:
        pages.append(InlineKeyboardButton(texts("button-previous"), callback_data=f"L.{page - 1}"))
    if first + LISTED < len(alerts):
        pages.append(InlineKeyboardButton(texts("button-next"), callback_data=f"L.{page + 1}"))
    rows = [row for row in (numbers, pages) if row]
    return InlineKeyboardMarkup(rows) if rows else None


def alert_keyboard(alert: Alert, texts: Texts) -> InlineKeyboardMarkup:
    """Return the buttons under an alert's own entry."""
    verbs = [
        *_speaking(alert),
        (AlertVerb.MODES, "button-mode"),
        (AlertVerb.REWORD, "button-edit"),
        (AlertVerb.SHARE, "button-share"),
        (AlertVerb.DELETE, "button-delete"),
    ]
    rows = [_labelled(alert, verbs[at : at + 2], texts) for at in range(0, len(verbs), 2)]
    return InlineKeyboardMarkup([*rows, [InlineKeyboardButton(texts("button-list"), callback_data="L.1")]])


def modes_keyboard(alert: Alert, texts: Texts) -> InlineKeyboardMarkup:
    """Return the ways an alert can report, the chosen one marked."""
    choices = []
    for verb, mode in MODES.items():
        label = texts(f"mode-{mode.value}")
        chosen = texts("button-chosen", label=label) if mode is alert.mode else label
        choices.append(alert_button(alert.id, verb, chosen))
    back = alert_button(alert.id, AlertVerb.OPEN, texts("button-back"))
    return InlineKeyboardMarkup([choices[:2], choices[2:], [back]])


def undo_keyboard(alert: Alert, texts: Texts) -> InlineKeyboardMarkup:
    """Return the one button under a deleted alert."""
    return InlineKeyboardMarkup([[alert_button(alert.id, AlertVerb.UNDO, texts("button-undo"))]])


def notice_keyboard(
    alerts: Sequence[Alert], texts: Texts, story: StoryId | None = None
) -> InlineKeyboardMarkup:
    """Return the buttons under what was told for an alert; for several, one of each that leads to its own.

    Args:
        story: What was told, when it is one story that other outlets tell too.
    """
    if len(alerts) != 1:
        own = [
            alert_button(each.id, AlertVerb.OPEN, each.text[:_LONGEST_LABEL], told=True) for each in alerts
        ]
        rows = [[each] for each in own] if len(own) <= _NAMED else []
        listed = InlineKeyboardButton(texts("button-list"), callback_data="L.0")
        return InlineKeyboardMarkup([*_outlets(story, texts), *rows, [listed]])
    (alert,) = alerts
    verbs = [] if alert.paused or alert.muted_until else [[(AlertVerb.FEWER, "button-fewer")]]
    verbs.append([*reversed(_speaking(alert))])
    labelled = [_labelled(alert, row, texts, told=True) for row in verbs]
    return InlineKeyboardMarkup([*_outlets(story, texts), *labelled])


def story_under(markup: InlineKeyboardMarkup | None) -> StoryId | None:
    """Return the story that a button under a told story opens."""
    pressed = [str(each.callback_data) for row in (markup.inline_keyboard if markup else ()) for each in row]
    found = next((match for each in pressed if (match := STORY_DATA.fullmatch(each))), None)
    return StoryId(found[1]) if found else None


def _outlets(story: StoryId | None, texts: Texts) -> list[list[InlineKeyboardButton]]:
    return [[InlineKeyboardButton(texts("button-outlets"), callback_data=f"O.{story}")]] if story else []


def fewer_keyboard(
    alert: Alert, publisher: str | None, texts: Texts, story: StoryId | None = None
) -> InlineKeyboardMarkup:
    """Return the ways to be told less; `story` as in `notice_keyboard`."""
    rows = _outlets(story, texts)
    if publisher:
        label = texts("button-no-publisher", publisher=publisher[:30])
        rows.append([alert_button(alert.id, AlertVerb.NO_PUBLISHER, label, told=True)])
    if alert.mode is not Mode.DAILY:
        rows.append([alert_button(alert.id, AlertVerb.DAILY, texts("button-daily-instead"), told=True)])
    rows.append(_labelled(alert, [(AlertVerb.REWORD, "button-narrow"), (AlertVerb.OPEN, "button-back")],
                          texts, told=True))  # fmt: skip
    return InlineKeyboardMarkup(rows)


def all_keyboard(count: int, texts: Texts) -> InlineKeyboardMarkup:
    """Return the question whether to delete every alert, as buttons."""
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(texts("button-delete-all", count=count), callback_data="U.y"),
                InlineKeyboardButton(texts("button-cancel"), callback_data="U.n"),
            ]
        ]
    )


def _speaking(alert: Alert) -> list[tuple[AlertVerb, str]]:
    if alert.paused or alert.muted_until:
        return [(AlertVerb.RESUME, "button-resume")]
    return [(AlertVerb.PAUSE, "button-pause"), (AlertVerb.MUTE, "button-mute")]


def _labelled(
    alert: Alert, verbs: Sequence[tuple[AlertVerb, str]], texts: Texts, *, told: bool = False
) -> list[InlineKeyboardButton]:
    return [alert_button(alert.id, verb, texts(key), told=told) for verb, key in verbs]
