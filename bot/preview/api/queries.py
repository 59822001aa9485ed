"""Answering pressed buttons and inline queries."""

from bot.preview.telegram.api_error import bad
from bot.preview.telegram.message_text import formatted, units
from bot.preview.telegram.model import CallbackQuery, Json
from bot.preview.telegram.reply_markup import checked_markup
from bot.preview.telegram.state import START_PAYLOAD, TelegramState

QUERY_LIVES_S = 15.0
"""Seconds within which a callback or inline query must be answered."""
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
MOST_RESULTS, MOST_RESULT_ID, MOST_OFFSET = 50, 64, 64


def answer_callback_query(world: TelegramState, params: Json) -> bool:
    """End the waiting of a pressed button."""
    query = _open_query(world, str(params.get("callback_query_id", "")))
    text = str(params.get("text", ""))
    if units(text) > 200:
        raise bad("MESSAGE_TOO_LONG")
    query.answer = {"text": text, "show_alert": bool(params.get("show_alert")), "url": params.get("url")}
    world.tell({"type": "callback_answer", "query_id": query.id, **query.answer})
    return True


def answer_inline_query(world: TelegramState, params: Json) -> bool:
    """Offer results for what somebody typed after the bot's name."""
    query = _open_query(world, str(params.get("inline_query_id", "")))
    results, offset = params.get("results") or [], str(params.get("next_offset", ""))
    if len(results) > MOST_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    if len(offset.encode()) > MOST_OFFSET:
        raise bad("NEXT_OFFSET_INVALID")
    ids = [str(each.get("id", "")) for each in results]
    if any(not 1 <= len(each.encode()) <= MOST_RESULT_ID for each in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    button = params.get("button") or {}
    if "start_parameter" in button and not START_PAYLOAD.fullmatch(str(button["start_parameter"])):
        raise bad("START_PARAM_INVALID")
    offered = [_checked_result(each) for each in results]
    query.answer = {
        "results": offered, "next_offset": offset, "cache_time": int(params.get("cache_time", 300)),
        "is_personal": bool(params.get("is_personal", False)), "button": button or None,
    }  # fmt: skip
    world.tell({"type": "inline_answer", "query_id": query.id})
    return True


def _open_query(world: TelegramState, query_id: str) -> CallbackQuery:
    query = world.queries.get(query_id)
    if query is None or query.answer is not None or world.clock() - query.asked_at > QUERY_LIVES_S:
        raise bad(TOO_OLD)
    return query


def _checked_result(result: Json) -> Json:
    """A result as it is offered, with the message it would post."""
    if result.get("type") != "article":
        return {**result, "_message": {"text": str(result.get("caption", "…"))}}
    if not str(result.get("title", "")).strip():
        raise bad("can't parse inline query result: title is empty")
    content = result.get("input_message_content")
    if not content:
        raise bad("can't parse inline query result: message content is not specified")
    text, entities = formatted({**content, "text": content.get("message_text", "")})
    checked_markup(result.get("reply_markup"))
    return {**result, "_message": {"text": text, "entities": entities}}
