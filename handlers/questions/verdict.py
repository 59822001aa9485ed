"""👍 and 👎 under an answer, if the operator has opted in to keep them."""

from typing import Annotated

from telegram import InlineKeyboardButton

from bot.chats.view import ViewId
from handlers.telegram.callback_data import VIEW_ID, CallbackData, Wire

GOOD, BAD = "1", "0"


class JudgementButton(CallbackData, form="{view_id}.j{verdict}"):
    """Judges an answer.

    Args:
        verdict: "1" for good, "0" for bad.
    """

    view_id: Annotated[ViewId, VIEW_ID]
    verdict: Annotated[str, Wire("[01]")]


def verdict_buttons(view_id: ViewId) -> list[InlineKeyboardButton]:
    """Return 👍 and 👎."""
    verdicts = {GOOD: "👍", BAD: "👎"}
    return [JudgementButton(view_id=view_id, verdict=key).button(label) for key, label in verdicts.items()]
