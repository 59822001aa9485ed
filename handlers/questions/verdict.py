"""👍 and 👎 under an answer, if the operator has opted in to keep them."""

from typing import Annotated

from telegram import InlineKeyboardMarkup

from bot.chats.view import ViewId
from bot.services import Services
from handlers.telegram.callback_data import VIEW_ID, CallbackData, Wire

GOOD, BAD = "1", "0"


class JudgementButton(CallbackData, form="{view_id}.j{verdict}"):
    """Judges an answer.

    Args:
        verdict: "1" for good, "0" for bad.
    """

    view_id: Annotated[ViewId, VIEW_ID]
    verdict: Annotated[str, Wire("[01]")]


def with_judgement(
    markup: InlineKeyboardMarkup | None, view_id: ViewId, services: Services
) -> InlineKeyboardMarkup | None:
    """Return an answer's buttons with 👍 and 👎 below them, if judgements are kept."""
    if markup is None or not services.judgements.enabled:
        return markup
    verdicts = {GOOD: "👍", BAD: "👎"}
    row = [JudgementButton(view_id=view_id, verdict=key).button(label) for key, label in verdicts.items()]
    return InlineKeyboardMarkup([*markup.inline_keyboard, row])
