"""Rows of buttons under answers, cards and stories."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.view import View, ViewId
from handlers.questions.button_data import ViewButton, ViewVerb
from handlers.texts import Texts

_IN_A_ROW = 3
_SHORT_LABEL = 14
"""Characters of a label that fits on a third of a phone's width."""
Row = list[InlineKeyboardButton]


def markup(rows: list[Row]) -> InlineKeyboardMarkup | None:
    """Return the rows that have buttons, None if none has."""
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def in_rows(buttons: Row) -> list[Row]:
    """Return three buttons with short labels in one row, others in rows of two."""
    size = _IN_A_ROW if is_short(buttons) else 2
    return [buttons[at : at + size] for at in range(0, len(buttons), size)]


def is_short(buttons: Row) -> bool:
    """Return whether buttons fit into one row."""
    return len(buttons) <= _IN_A_ROW and all(len(button.text) <= _SHORT_LABEL for button in buttons)


def view_button(view_id: ViewId, verb: ViewVerb, label: str, number: int = 0) -> InlineKeyboardButton:
    """Return a button that turns a message into another view."""
    return ViewButton(view_id=view_id, verb=verb, number=number or None).button(label)


def numbers(view_id: ViewId, count: int) -> Row:
    """Return the buttons that open a view's articles, 1 to `count`."""
    return [view_button(view_id, ViewVerb.OPEN, str(n), n) for n in range(1, count + 1)]


def back_row(view_id: ViewId, view: View, texts: Texts) -> list[InlineKeyboardButton]:
    """Return the button that leads back to a view's parent; no button without a parent."""
    return [view_button(view_id, ViewVerb.BACK, texts("button-back"))] if view.parent else []
