"""Buttons of alerts. They name the alert itself, so they work for as long as it exists."""

import re
from dataclasses import dataclass
from enum import StrEnum

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.alerts.alert import Alert, AlertId
from bot.alerts.telling import Telling
from bot.conversation.view import ViewId
from handlers.keyboard import Verb, button
from handlers.texts import Texts


class AlertVerb(StrEnum):
    """What a button does to its alert."""

    PAUSE = "p"
    RESUME = "r"
    MUTE = "m"
    DELETE = "d"


@dataclass(frozen=True, slots=True)
class AlertPress:
    """A button pressed: the alert and what to do with it."""

    alert_id: AlertId
    verb: AlertVerb


ALERT_DATA = re.compile(r"A\.(\d{1,18})\.([a-z])")
DRAFT_DATA = re.compile(r"[A-Za-z0-9]{1,16}\.[nyex]")


def read_alert_press(data: str) -> AlertPress | None:
    """Return what `callback_data` stands for, None when it is not an alert's."""
    found = ALERT_DATA.fullmatch(data)
    if found is None or found[2] not in list(AlertVerb):
        return None
    return AlertPress(AlertId(int(found[1])), AlertVerb(found[2]))


def alert_button(alert_id: AlertId, verb: AlertVerb, label: str) -> InlineKeyboardButton:
    """Return a button that `read_alert_press` understands."""
    return InlineKeyboardButton(label, callback_data=f"A.{alert_id}.{verb.value}")


def draft_keyboard(view_id: ViewId, texts: Texts) -> InlineKeyboardMarkup:
    """Return the buttons under a preview."""
    verbs = ((Verb.SAVE, "button-save"), (Verb.CANCEL, "button-cancel"))
    return InlineKeyboardMarkup([[button(view_id, verb, texts(key)) for verb, key in verbs]])


def alert_keyboard(alert: Alert, texts: Texts) -> InlineKeyboardMarkup:
    """Return the buttons under an alert's own entry and under its messages."""
    if alert.paused or alert.muted_until:
        first = [alert_button(alert.id, AlertVerb.RESUME, texts("button-resume"))]
    else:
        first = [
            alert_button(alert.id, AlertVerb.PAUSE, texts("button-pause")),
            alert_button(alert.id, AlertVerb.MUTE, texts("button-mute")),
        ]
    return InlineKeyboardMarkup([[*first, alert_button(alert.id, AlertVerb.DELETE, texts("button-delete"))]])


def notice_keyboard(telling: Telling, texts: Texts) -> InlineKeyboardMarkup | None:
    """Return the buttons under an alert's message; one told for several alerts is managed in the list."""
    return alert_keyboard(telling.alerts[0], texts) if len(telling.alerts) == 1 else None
