"""The buttons that ask what is wrong with a story's sources."""

from telegram import InlineKeyboardMarkup

from bot.admin.reports import ReportReason
from bot.chats.view import View, ViewId
from handlers.questions.button_data import ReportButton
from handlers.questions.keyboard_rows import back_row
from handlers.texts import Texts

REPORT_REASONS = {
    ReportReason.OUTLET: "button-report-outlet",
    ReportReason.ORIGIN: "button-report-origin",
    ReportReason.EVENT: "button-report-event",
}
"""What the numbers 1, 2 and 3 of a report button mean, with the keys of their labels."""


def report_keyboard(view_id: ViewId, view: View, texts: Texts) -> InlineKeyboardMarkup:
    """Return a button for each thing that may be wrong with a story's sources, and back."""
    rows = [
        [ReportButton(view_id=view_id, reason=number).button(texts(key))]
        for number, key in enumerate(REPORT_REASONS.values(), start=1)
    ]
    return InlineKeyboardMarkup([row for row in (*rows, back_row(view_id, view, texts)) if row])
