"""All methods by name."""

from collections.abc import Callable
from typing import Any

from bot.preview.api import bot, chats, messages, queries
from bot.preview.telegram.model import Json
from bot.preview.telegram.state import TelegramState

ApiMethod = Callable[[TelegramState, Json], Any]

METHODS: dict[str, ApiMethod] = {
    "getme": bot.get_me,
    "sendmessage": messages.send_message,
    "sendphoto": messages.send_photo,
    "senddocument": messages.send_document,
    "editmessagetext": messages.edit_message_text,
    "editmessagecaption": messages.edit_message_caption,
    "editmessagereplymarkup": messages.edit_message_reply_markup,
    "deletemessage": messages.delete_message,
    "sendchataction": messages.send_chat_action,
    "answercallbackquery": queries.answer_callback_query,
    "answerinlinequery": queries.answer_inline_query,
    "answerguestquery": queries.answer_guest_query,
    "setmycommands": bot.set_my_commands,
    "getmycommands": bot.get_my_commands,
    "deletemycommands": bot.delete_my_commands,
    "getchat": chats.get_chat,
    "getchatmember": chats.get_chat_member,
    "getchatadministrators": chats.get_chat_administrators,
    "getchatmembercount": chats.get_chat_member_count,
    "leavechat": chats.leave_chat,
    "getfile": messages.get_file,
    "setwebhook": bot.set_webhook,
    "getwebhookinfo": bot.get_webhook_info,
    "deletewebhook": bot.delete_webhook,
    "setmyname": bot.ignore,
    "setmydescription": bot.set_my_description,
    "getmydescription": bot.get_my_description,
    "setmyshortdescription": bot.set_my_short_description,
    "getmyshortdescription": bot.get_my_short_description,
    "setchatmenubutton": bot.ignore,
}
"""By name in lower case, as Telegram ignores case; `getUpdates` is part of `PreviewServer`."""
