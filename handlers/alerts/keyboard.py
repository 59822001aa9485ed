"""Keyboards under alerts, lists of alerts and notifications."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.alerts.alert import Alert, Mode
from bot.chats.view import ViewId
from bot.questions.pagination import Page
from bot.stories.story import StoryId
from handlers.alerts.button_data import (
    AlertButton,
    AlertListButton,
    AlertVerb,
    Choice,
    DeleteAllButton,
    FollowStoryButton,
    NotificationButton,
)
from handlers.questions.button_data import DraftButton, DraftVerb, StoryButton
from handlers.telegram.callback_data import DELETES, SAVES
from handlers.telegram.html import clip
from handlers.texts import Texts

MODES = {
    AlertVerb.NOW: Mode.NOW,
    AlertVerb.HOURLY: Mode.HOURLY,
    AlertVerb.DAILY: Mode.DAILY,
    AlertVerb.WEEKLY: Mode.WEEKLY,
}
FOLLOW_MODES = {
    AlertVerb.NOW: Mode.NOW,
    AlertVerb.UPDATE: Mode.UPDATE,
    AlertVerb.HOURLY: Mode.HOURLY,
    AlertVerb.DAILY: Mode.DAILY,
}
_NAMED = 4
"""A notification for more alerts than this doesn't name them; the list of alerts does."""
_LONGEST_LABEL, _LONGEST_OFFER = 40, 30
_Row = list[InlineKeyboardButton]
_Labels = Sequence[tuple[AlertVerb, str]]
"""Verbs, each with the key of its label."""


_LABELS: _Labels = (
    (AlertVerb.MODES, "button-mode"),
    (AlertVerb.REWORD, "button-edit"),
    (AlertVerb.SHARE, "button-share"),
    (AlertVerb.DELETE, "button-delete"),
)
_FOLLOW_LABELS: _Labels = ((AlertVerb.MODES, "button-mode"), (AlertVerb.DELETE, "button-unfollow"))
_BRIEFING_LABELS: _Labels = ((AlertVerb.REWORD, "button-briefing-time"), (AlertVerb.DELETE, "button-delete"))


@dataclass(frozen=True, slots=True)
class Offer:
    """Another alert that a preview offers.

    Args:
        view_id: Its draft.
        label: Key of the button's text.
        words: What the label names.
    """

    view_id: ViewId
    label: str
    words: str


def draft_keyboard(view_id: ViewId, texts: Texts, offers: Sequence[Offer] = ()) -> InlineKeyboardMarkup:
    """Return the buttons under the preview of an alert: other alerts to use instead; save, change, cancel."""
    labels = {
        DraftVerb.SAVE: "button-save",
        DraftVerb.CHANGE: "button-change",
        DraftVerb.CANCEL: "button-cancel",
    }
    rows = [
        [
            DraftButton(view_id=offer.view_id, verb=DraftVerb.ALERT).button(
                texts(offer.label, query=clip(offer.words, _LONGEST_OFFER))
            )
        ]
        for offer in offers
    ]
    last = [
        DraftButton(view_id=view_id, verb=verb).button(
            texts(key), style=SAVES if verb is DraftVerb.SAVE else None
        )
        for verb, key in labels.items()
    ]
    return InlineKeyboardMarkup([*rows, last])


def list_keyboard(alerts: Sequence[Alert], page: Page, texts: Texts) -> InlineKeyboardMarkup:
    """Return the buttons of a page of alerts: one per alert, previous page, next page."""
    numbers = [
        AlertButton(alert_id=alert.id, verb=AlertVerb.OPEN).button(str(number))
        for number, alert in page.numbered(alerts)
    ]
    pages = []
    if page.number > 1:
        pages.append(AlertListButton(page=page.number - 1).button(texts("button-previous")))
    if page.number < page.pages:
        pages.append(AlertListButton(page=page.number + 1).button(texts("button-next")))
    return InlineKeyboardMarkup([row for row in (numbers, pages) if row])


def alert_keyboard(alert: Alert, texts: Texts) -> InlineKeyboardMarkup:
    """Return the buttons under an alert's own entry."""
    own = _BRIEFING_LABELS if alert.is_briefing else _FOLLOW_LABELS if alert.is_follow else _LABELS
    labels = [*_pause_or_resume(alert), *own]
    rows = [_alert_row(alert, labels[at : at + 2], texts) for at in range(0, len(labels), 2)]
    return InlineKeyboardMarkup([*rows, [AlertListButton(page=1).button(texts("button-list"))]])


def modes_keyboard(alert: Alert, texts: Texts) -> InlineKeyboardMarkup:
    """Return the modes of an alert, the chosen one marked, and whether it says where outlets differ."""
    choices = []
    for verb, mode in (FOLLOW_MODES if alert.is_follow else MODES).items():
        key = "mode-follow-now" if alert.is_follow and mode is Mode.NOW else f"mode-{mode.value}"
        label = texts(key)
        marked = texts("button-chosen", label=label) if mode is alert.mode else label
        choices.append(AlertButton(alert_id=alert.id, verb=verb).button(marked))
    rows = [] if alert.is_follow else [_differences_label(alert)]
    below = [_alert_row(alert, [row], texts) for row in (*rows, (AlertVerb.OPEN, "button-back"))]
    return InlineKeyboardMarkup([choices[:2], choices[2:], *below])


def _differences_label(alert: Alert) -> tuple[AlertVerb, str]:
    if alert.differences:
        return AlertVerb.HIDE_DIFFERENCES, "button-differences-on"
    return AlertVerb.SHOW_DIFFERENCES, "button-differences-off"


def undo_keyboard(alert: Alert, texts: Texts) -> InlineKeyboardMarkup:
    """Return the one button under a deleted alert."""
    return InlineKeyboardMarkup([_alert_row(alert, [(AlertVerb.UNDO, "button-undo")], texts)])


def notice_keyboard(
    alerts: Sequence[Alert], texts: Texts, story: StoryId | None = None, *, follows: StoryId | None = None
) -> InlineKeyboardMarkup:
    """Return the buttons under a notification; for several alerts, one that opens the buttons of each.

    Args:
        story: The story in the notification, if it is only one and other outlets report it too.
        follows: The story to offer for following.
    """
    if len(alerts) != 1:
        named = alerts if len(alerts) <= _NAMED else ()
        rows = [[_notification_button(alert, AlertVerb.OPEN, alert.text[:_LONGEST_LABEL])] for alert in named]
        listed = AlertListButton(page=0).button(texts("button-list"))
        return InlineKeyboardMarkup([*_outlets(story, texts), *rows, [listed]])
    (alert,) = alerts
    rows = [_notification_row(alert, [*reversed(_pause_or_resume(alert))], texts)]
    if alert.is_follow:
        rows.insert(0, _notification_row(alert, [(AlertVerb.DELETE, "button-unfollow")], texts))
    elif not _is_silent(alert):
        rows.insert(0, _notification_row(alert, [(AlertVerb.FEWER, "button-fewer")], texts))
    return InlineKeyboardMarkup([*_outlets(story, texts, follows), *rows])


def followed_keyboard(
    alert: Alert, texts: Texts, story: StoryId | None = None, *, ended: bool = False
) -> InlineKeyboardMarkup:
    """Return the buttons under a message about a followed story; `story` as in `notice_keyboard`."""
    if not ended:
        return notice_keyboard([alert], texts, story)
    again = FollowStoryButton(story_id=alert.follows or StoryId("")).button(texts("button-follow-again"))
    return InlineKeyboardMarkup([*_outlets(story, texts), [again]])


def fewer_keyboard(
    alert: Alert,
    publisher: str | None,
    texts: Texts,
    story: StoryId | None = None,
    *,
    follows: StoryId | None = None,
) -> InlineKeyboardMarkup:
    """Return the ways to get fewer notifications; `story` and `follows` as in `notice_keyboard`."""
    rows = _outlets(story, texts, follows)
    if publisher:
        label = texts("button-no-publisher", publisher=publisher[:30])
        rows.append([_notification_button(alert, AlertVerb.NO_PUBLISHER, label)])
    if alert.mode is not Mode.DAILY:
        rows.append(_notification_row(alert, [(AlertVerb.DAILY, "button-daily-instead")], texts))
    last = [(AlertVerb.REWORD, "button-narrow"), (AlertVerb.OPEN, "button-back")]
    return InlineKeyboardMarkup([*rows, _notification_row(alert, last, texts)])


def followed_under(markup: InlineKeyboardMarkup | None) -> StoryId | None:
    """Return the story that a button in a notification's keyboard follows."""
    buttons = [button for row in (markup.inline_keyboard if markup else ()) for button in row]
    data = (FollowStoryButton.unpack(str(button.callback_data)) for button in buttons)
    return next((follow.story_id for follow in data if follow), None)


def story_under(markup: InlineKeyboardMarkup | None) -> StoryId | None:
    """Return the story that a button in a notification's keyboard opens."""
    buttons = [button for row in (markup.inline_keyboard if markup else ()) for button in row]
    data = (StoryButton.unpack(str(button.callback_data)) for button in buttons)
    return next((story.story_id for story in data if story), None)


def all_keyboard(count: int, texts: Texts) -> InlineKeyboardMarkup:
    """Return the answers to whether to delete every alert."""
    yes = DeleteAllButton(choice=Choice.YES).button(texts("button-delete-all", count=count), style=DELETES)
    no = DeleteAllButton(choice=Choice.NO).button(texts("button-cancel"))
    return InlineKeyboardMarkup([[yes, no]])


def _outlets(story: StoryId | None, texts: Texts, follows: StoryId | None = None) -> list[_Row]:
    row = [StoryButton(story_id=story).button(texts("button-outlets"))] if story else []
    if follows:
        row.append(FollowStoryButton(story_id=follows).button(texts("button-follow")))
    return [row] if row else []


def _is_silent(alert: Alert) -> bool:
    return alert.paused or alert.muted_until is not None


def _pause_or_resume(alert: Alert) -> _Labels:
    if _is_silent(alert):
        return [(AlertVerb.RESUME, "button-resume")]
    return [(AlertVerb.PAUSE, "button-pause"), (AlertVerb.MUTE, "button-mute")]


def _alert_row(alert: Alert, labels: _Labels, texts: Texts) -> _Row:
    return [
        AlertButton(alert_id=alert.id, verb=verb).button(
            texts(key), style=DELETES if key == "button-delete" else None
        )
        for verb, key in labels
    ]


def _notification_row(alert: Alert, labels: _Labels, texts: Texts) -> _Row:
    return [_notification_button(alert, verb, texts(key)) for verb, key in labels]


def _notification_button(alert: Alert, verb: AlertVerb, label: str) -> InlineKeyboardButton:
    return NotificationButton(alert_id=alert.id, verb=verb).button(label)
