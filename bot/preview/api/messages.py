"""Methods that send, edit and delete messages and files."""

import time

from bot.preview.api.chats import integer, known_chat, writable_chat
from bot.preview.telegram.api_error import ApiError, bad_request
from bot.preview.telegram.message_text import MAX_CAPTION_UNITS, formatted_text, utf16_length
from bot.preview.telegram.model import Chat, Json
from bot.preview.telegram.photo import photo_size
from bot.preview.telegram.reply_markup import validated_markup
from bot.preview.telegram.state import TelegramState

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MAX_DOWNLOAD_BYTES = 20 * 2**20


def send_message(state: TelegramState, params: Json) -> Json:
    """Send a text message."""
    chat = writable_chat(state, params)
    text, entities = formatted_text(params)
    return _post(state, chat, params, {"text": text, "entities": entities})


def send_photo(state: TelegramState, params: Json) -> Json:
    """Send a photo."""
    return _send_file(state, params, "photo", max_mb=10)


def send_document(state: TelegramState, params: Json) -> Json:
    """Send a file."""
    return _send_file(state, params, "document", max_mb=50)


def edit_message_text(state: TelegramState, params: Json) -> Json:
    """Edit the text of one of the bot's messages."""
    message = own_message(state, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    text, entities = formatted_text(params)
    markup = validated_markup(params.get("reply_markup"), only_inline=True)
    return _edit(state, message, {"text": text, "entities": entities}, markup)


def edit_message_caption(state: TelegramState, params: Json) -> Json:
    """Edit the caption of one of the bot's messages."""
    message = own_message(state, params)
    caption, entities = formatted_text(params, name="caption", max_units=MAX_CAPTION_UNITS)
    markup = validated_markup(params.get("reply_markup"), only_inline=True)
    return _edit(state, message, {"caption": caption, "caption_entities": entities}, markup)


def edit_message_reply_markup(state: TelegramState, params: Json) -> Json:
    """Edit the buttons of one of the bot's messages."""
    message = own_message(state, params)
    return _edit(state, message, {}, validated_markup(params.get("reply_markup"), only_inline=True))


def delete_message(state: TelegramState, params: Json) -> bool:
    """Delete a message."""
    chat = known_chat(state, params)
    if chat.messages.pop(integer(params, "message_id"), None) is None:
        raise bad_request("message to delete not found")
    state.publish({"type": "deleted", "chat_id": chat.id, "message_id": integer(params, "message_id")})
    return True


def send_chat_action(state: TelegramState, params: Json) -> bool:
    """Show that the bot is typing."""
    chat = writable_chat(state, params)
    state.publish({"type": "typing", "chat_id": chat.id})
    return True


def get_file(state: TelegramState, params: Json) -> Json:
    """Return where a file can be downloaded."""
    file_id = str(params.get("file_id", ""))
    if file_id not in state.files:
        raise bad_request("invalid file_id")
    name, content = state.files[file_id]
    if len(content) > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": file_id,
        "file_size": len(content),
        "file_path": f"{file_id}/{name}",
    }


def own_message(state: TelegramState, params: Json) -> Json:
    """Return the bot's message that a request wants to edit.

    Raises:
        ApiError: It doesn't exist, isn't the bot's, or asks for a reply.
    """
    chat = known_chat(state, params)
    message = chat.messages.get(integer(params, "message_id", missing="message identifier is not specified"))
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != state.bot["id"] or message["message_id"] in chat.fixed:
        raise bad_request("message can't be edited")
    return message


def _post(state: TelegramState, chat: Chat, params: Json, fields: Json) -> Json:
    markup = validated_markup(params.get("reply_markup"))
    reply_to = _reply_to(chat, params)
    state.flood.admit(chat.id)
    fields = {key: value for key, value in fields.items() if value}
    if markup and "inline_keyboard" in markup:  # the only kind that stays with a message
        fields["reply_markup"] = markup
    thread = int(params["message_thread_id"]) if params.get("message_thread_id") else None
    message = state.post(chat, state.bot, fields, reply_to=reply_to, thread=thread)
    if markup and "inline_keyboard" not in markup:
        chat.fixed.add(message["message_id"])
    if markup and markup.get("force_reply"):
        state.publish({"type": "reply_asked", "message": message})
    return message


def _reply_to(chat: Chat, params: Json) -> int | None:
    reply = params.get("reply_parameters") or {}
    message_id = reply.get("message_id") or params.get("reply_to_message_id")
    if not message_id:
        return None
    replied = chat.messages.get(int(message_id))
    if replied is None:
        if reply.get("allow_sending_without_reply") or params.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    quote = str(reply.get("quote", ""))
    if utf16_length(quote) > 1024 or quote not in (replied.get("text") or replied.get("caption") or ""):
        raise bad_request("QUOTE_TEXT_INVALID")
    return int(message_id)


def _edit(state: TelegramState, message: Json, fields: Json, markup: Json | None) -> Json:
    after = {**message, **fields}
    after.pop("reply_markup", None)
    if markup:
        after["reply_markup"] = markup
    for empty in [key for key in ("entities", "caption_entities") if not after.get(key, True)]:
        del after[empty]
    if {**after, "edit_date": 0} == {**message, "edit_date": 0}:
        raise bad_request(NOT_MODIFIED)
    message.clear()
    message.update(after, edit_date=int(time.time()))
    state.publish({"type": "edited", "message": message})
    return message


def _send_file(state: TelegramState, params: Json, kind: str, *, max_mb: int) -> Json:
    chat = writable_chat(state, params)
    caption, entities = formatted_text(params, name="caption", max_units=MAX_CAPTION_UNITS)
    upload = params.get(kind)
    name, content = upload if isinstance(upload, tuple) else ("", b"")
    if not content:
        raise bad_request(f"there is no {kind} in the request")
    if len(content) > max_mb * 2**20:
        raise ApiError(413, "Request Entity Too Large")
    size = photo_size(content) if kind == "photo" else None
    file_id = f"file{len(state.files) + 1}"
    state.files[file_id] = (name, content)
    file = {
        "file_id": file_id,
        "file_unique_id": file_id,
        "file_size": len(content),
        "_url": f"/_/file/{file_id}",
    }
    value = [{**file, "width": size[0], "height": size[1]}] if size else {**file, "file_name": name}
    return _post(state, chat, params, {kind: value, "caption": caption, "caption_entities": entities})
