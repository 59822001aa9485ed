"""Checks on reply markups."""

import re
from typing import Any

from bot.preview.telegram.api_error import bad_request

MAX_BUTTONS = 100
MAX_BUTTONS_PER_ROW = 8
MAX_COPIED = 256
"""Characters of text that a button copies."""
MAX_SWITCHED = 256
"""Characters of an inline query."""
STYLES = ("danger", "success", "primary")
_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game", "pay",
)  # fmt: skip
_WEB = re.compile(r"(?:https?|tg)://[^\s/?#]*[.:][^\s]*|tg://\S+", re.IGNORECASE)


def validated_markup(markup: Any, *, only_inline: bool = False) -> dict[str, Any] | None:
    """Return a `reply_markup` as the message will carry it, or None if it is empty.

    Args:
        only_inline: Whether only an inline keyboard is valid, as in edits.

    Raises:
        ApiError: A row, a button or its action is invalid.
    """
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None and only_inline:
        raise bad_request("inline keyboard expected")
    if rows is None:
        return markup
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays')
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MAX_BUTTONS or any(len(row) > MAX_BUTTONS_PER_ROW for row in rows):
        raise bad_request("BUTTONS_TOO_MUCH")
    for row in rows:
        for button in row:
            _check_button(button)
    return {"inline_keyboard": rows} if rows else None


def _check_button(button: dict[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if name in button]
    if not actions:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("inline keyboard button must have exactly one action")
    _check_switch(button)
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    copied = button.get("copy_text")
    if copied is not None and not 1 <= len(str(copied.get("text", ""))) <= MAX_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if button.get("style", "primary") not in STYLES:
        raise bad_request("BUTTON_TYPE_INVALID")
    if url is not None and not _WEB.fullmatch(str(url)):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_switch(button: dict[str, Any]) -> None:
    """Check the inline query that a button writes, and that it allows some kind of chat."""
    chosen = button.get("switch_inline_query_chosen_chat")
    query = chosen.get("query", "") if chosen is not None else button.get("switch_inline_query", "")
    if len(str(query)) > MAX_SWITCHED:
        raise bad_request("BUTTON_DATA_INVALID")
    if chosen is not None and not any(value for name, value in chosen.items() if name.startswith("allow_")):
        raise bad_request("REPLY_MARKUP_INVALID: no chat type is allowed")
