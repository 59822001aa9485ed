"""Methods that answer pressed buttons and inline queries."""

import re

from bot.preview.telegram.api_error import bad_request
from bot.preview.telegram.message_text import formatted_text, utf16_length
from bot.preview.telegram.model import START_PAYLOAD, CallbackQuery, Json
from bot.preview.telegram.reply_markup import validated_markup
from bot.preview.telegram.state import TelegramState

QUERY_TIMEOUT_S = 15.0
"""Seconds within which a callback or inline query must be answered."""
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_WEB = re.compile(r"https?://[^\s/]+(?:/\S*)?")
MAX_RESULTS, MAX_RESULT_ID_BYTES, MAX_OFFSET_BYTES = 50, 64, 64


def answer_callback_query(state: TelegramState, params: Json) -> bool:
    """Answer a pressed button."""
    query = _open_query(state, str(params.get("callback_query_id", "")))
    text = str(params.get("text", ""))
    if utf16_length(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answer = {"text": text, "show_alert": bool(params.get("show_alert")), "url": params.get("url")}
    state.publish({"type": "callback_answer", "query_id": query.id, **query.answer})
    return True


def answer_inline_query(state: TelegramState, params: Json) -> bool:
    """Answer an inline query."""
    query = _open_query(state, str(params.get("inline_query_id", "")))
    results, offset = params.get("results") or [], str(params.get("next_offset", ""))
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(offset.encode()) > MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    ids = [str(result.get("id", "")) for result in results]
    if any(not 1 <= len(result_id.encode()) <= MAX_RESULT_ID_BYTES for result_id in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    button = params.get("button") or {}
    if "start_parameter" in button and not START_PAYLOAD.fullmatch(str(button["start_parameter"])):
        raise bad_request("START_PARAM_INVALID")
    query.answer = {
        "results": [_checked_result(result) for result in results],
        "next_offset": offset,
        "cache_time": int(params.get("cache_time", 300)),
        "is_personal": bool(params.get("is_personal", False)),
        "button": button or None,
    }
    state.publish({"type": "inline_answer", "query_id": query.id})
    return True


def answer_guest_query(state: TelegramState, params: Json) -> Json:
    """Post the bot's only message in a chat that it is no member of."""
    query = _open_query(state, str(params["guest_query_id"]))
    if query.message is None:
        raise bad_request(TOO_OLD)
    result = _checked_result(params["result"])
    query.answer = {"inline_message_id": f"guest{query.id}"}
    asked, fields = query.message, result["_message"]
    if result.get("reply_markup"):
        fields["reply_markup"] = result["reply_markup"]
    fields["guest_bot_caller_user"] = asked["from"]
    chat, thread = state.chats[asked["chat"]["id"]], asked.get("message_thread_id")
    state.post(chat, state.bot, fields, reply_to=asked["message_id"], thread=thread)
    return query.answer


def _open_query(state: TelegramState, query_id: str) -> CallbackQuery:
    query = state.queries.get(query_id)
    if query is None or query.answer is not None or state.clock() - query.asked_at > QUERY_TIMEOUT_S:
        raise bad_request(TOO_OLD)
    return query


def _checked_result(result: Json) -> Json:
    """Return a valid result, with the message it would post."""
    if result.get("type") != "article":
        return {**result, "_message": {"text": str(result.get("caption", "…"))}}
    if not str(result.get("title", "")).strip():
        raise bad_request("can't parse inline query result: title is empty")
    content = result.get("input_message_content")
    if not content:
        raise bad_request("can't parse inline query result: message content is not specified")
    if not _WEB.fullmatch(str(result.get("thumbnail_url", "https://a.example/"))):
        raise bad_request("WEBDOCUMENT_URL_INVALID")
    text, entities = formatted_text({**content, "text": content.get("message_text", "")})
    validated_markup(result.get("reply_markup"))
    return {**result, "_message": {"text": text, "entities": entities}}
