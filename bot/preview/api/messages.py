"""Sending, editing and deleting messages and files."""

import time

from bot.preview.api.chats import integer, known_chat, writable_chat
from bot.preview.telegram.api_error import ApiError, bad
from bot.preview.telegram.message_text import MOST_CAPTION, formatted, units
from bot.preview.telegram.model import Chat, Json
from bot.preview.telegram.photo import photo_size
from bot.preview.telegram.reply_markup import checked_markup
from bot.preview.telegram.state import TelegramState

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MOST_DOWNLOAD = 20 * 2**20


def send_message(world: TelegramState, params: Json) -> Json:
    """Put a message into a chat."""
    chat = writable_chat(world, params)
    text, entities = formatted(params)
    return _post(world, chat, params, {"text": text, "entities": entities})


def send_photo(world: TelegramState, params: Json) -> Json:
    """Put a picture into a chat."""
    return _send_file(world, params, "photo", most_mb=10)


def send_document(world: TelegramState, params: Json) -> Json:
    """Put a file into a chat."""
    return _send_file(world, params, "document", most_mb=50)


def edit_message_text(world: TelegramState, params: Json) -> Json:
    """Change a message of the bot's."""
    message = own_message(world, params)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    text, entities = formatted(params)
    markup = checked_markup(params.get("reply_markup"))
    return _edit(world, message, {"text": text, "entities": entities}, markup)


def edit_message_caption(world: TelegramState, params: Json) -> Json:
    """Change the caption of a message of the bot's."""
    message = own_message(world, params)
    caption, entities = formatted(params, name="caption", most=MOST_CAPTION)
    markup = checked_markup(params.get("reply_markup"))
    return _edit(world, message, {"caption": caption, "caption_entities": entities}, markup)


def edit_message_reply_markup(world: TelegramState, params: Json) -> Json:
    """Change the buttons of a message of the bot's."""
    message = own_message(world, params)
    return _edit(world, message, {}, checked_markup(params.get("reply_markup")))


def delete_message(world: TelegramState, params: Json) -> bool:
    """Delete a message."""
    chat = known_chat(world, params)
    if chat.messages.pop(integer(params, "message_id"), None) is None:
        raise bad("message to delete not found")
    world.tell({"type": "deleted", "chat_id": chat.id, "message_id": integer(params, "message_id")})
    return True


def send_chat_action(world: TelegramState, params: Json) -> bool:
    """Show that the bot is at it."""
    chat = writable_chat(world, params)
    world.tell({"type": "typing", "chat_id": chat.id})
    return True


def get_file(world: TelegramState, params: Json) -> Json:
    """Where a file can be fetched."""
    file_id = str(params.get("file_id", ""))
    if file_id not in world.files:
        raise bad("invalid file_id")
    name, content = world.files[file_id]
    if len(content) > MOST_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": file_id,
        "file_size": len(content),
        "file_path": f"{file_id}/{name}",
    }


def own_message(world: TelegramState, params: Json) -> Json:
    """Return the message of the bot's that a request wants to change.

    Raises:
        Refusal: It is not there, or not the bot's.
    """
    chat = known_chat(world, params)
    message = chat.messages.get(integer(params, "message_id", missing="message identifier is not specified"))
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != world.bot["id"]:
        raise bad("message can't be edited")
    return message


def _post(world: TelegramState, chat: Chat, params: Json, fields: Json) -> Json:
    markup = checked_markup(params.get("reply_markup"))
    reply_to = _reply(chat, params)
    world.flood.admit(chat.id)
    fields = {key: value for key, value in fields.items() if value}
    if markup and "inline_keyboard" in markup:  # Telegram shows no other kind in a message
        fields["reply_markup"] = markup
    thread = int(params["message_thread_id"]) if params.get("message_thread_id") else None
    message = world.post(chat, world.bot, fields, reply_to=reply_to, thread=thread)
    if markup and markup.get("force_reply"):
        world.tell({"type": "reply_asked", "message": message})
    return message


def _reply(chat: Chat, params: Json) -> int | None:
    reply = params.get("reply_parameters") or {}
    number = reply.get("message_id") or params.get("reply_to_message_id")
    if not number:
        return None
    replied = chat.messages.get(int(number))
    if replied is None:
        if reply.get("allow_sending_without_reply") or params.get("allow_sending_without_reply"):
            return None
        raise bad("message to be replied not found")
    quote = str(reply.get("quote", ""))
    if units(quote) > 1024 or quote not in (replied.get("text") or replied.get("caption") or ""):
        raise bad("QUOTE_TEXT_INVALID")
    return int(number)


def _edit(world: TelegramState, message: Json, fields: Json, markup: Json | None) -> Json:
    after = {**message, **fields}
    after.pop("reply_markup", None)
    if markup:
        after["reply_markup"] = markup
    for empty in [key for key in ("entities", "caption_entities") if not after.get(key, True)]:
        del after[empty]
    if {**after, "edit_date": 0} == {**message, "edit_date": 0}:
        raise bad(NOT_MODIFIED)
    message.clear()
    message.update(after, edit_date=int(time.time()))
    world.tell({"type": "edited", "message": message})
    return message


def _send_file(world: TelegramState, params: Json, kind: str, *, most_mb: int) -> Json:
    chat = writable_chat(world, params)
    caption, entities = formatted(params, name="caption", most=MOST_CAPTION)
    given = params.get(kind)
    name, content = given if isinstance(given, tuple) else ("", b"")
    if not content:
        raise bad(f"there is no {kind} in the request")
    if len(content) > most_mb * 2**20:
        raise ApiError(413, "Request Entity Too Large")
    size = photo_size(content) if kind == "photo" else None
    file_id = f"file{len(world.files) + 1}"
    world.files[file_id] = (name, content)
    file = {
        "file_id": file_id,
        "file_unique_id": file_id,
        "file_size": len(content),
        "_url": f"/_/file/{file_id}",
    }
    held = [{**file, "width": size[0], "height": size[1]}] if size else {**file, "file_name": name}
    return _post(world, chat, params, {kind: held, "caption": caption, "caption_entities": entities})
