"""Reply markups as Telegram takes them."""

import re
from typing import Any

from bot.preview.telegram.api_error import bad

MOST_BUTTONS = 100
MOST_IN_ROW = 8
_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game", "pay",
)  # fmt: skip
_WEB = re.compile(r"(?:https?|tg)://[^\s/?#]*[.:][^\s]*|tg://\S+", re.IGNORECASE)


def checked_markup(markup: Any) -> dict[str, Any] | None:
    """Return a `reply_markup` as it will stand under the message, None when there is none.

    Raises:
        Refusal: A row, a button or its action breaks a rule.
    """
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        return markup
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays')
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_ROW for row in rows):
        raise bad("BUTTONS_TOO_MUCH")
    for row in rows:
        for button in row:
            _check(button)
    return {"inline_keyboard": rows} if rows else None


def _check(button: dict[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise bad("inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if name in button]
    if not actions:
        raise bad("text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad("inline keyboard button must have exactly one action")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not _WEB.fullmatch(str(url)):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
