"""Requests are checked against the Bot API's specification."""

import pytest

from bot.preview.api.methods import METHODS
from bot.preview.api.specification import check_request, specification
from bot.preview.telegram.api_error import ApiError
from bot.preview.telegram.model import Json

BUTTON = {"text": "x", "callback_data": "x"}
RESULT = {"type": "article", "id": "1", "title": "x", "input_message_content": {"message_text": "x"}}


def markup(button: Json) -> Json:
    return {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}}


def test_specification_has_every_method_of_the_preview() -> None:
    assert specification()["methods"].keys() == METHODS.keys() | {"getupdates"}


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("getme", {}),
        ("sendmessage", markup(BUTTON)),
        ("sendmessage", markup({"text": "x", "copy_text": {"text": "y"}, "style": "danger"})),
        (
            "sendmessage",
            {"chat_id": "-5", "text": "x", "message_thread_id": "7", "disable_notification": True},
        ),
        ("senddocument", {"chat_id": 1, "document": ("a.txt", b"x")}),
        ("answerguestquery", {"guest_query_id": "1", "result": RESULT}),
        ("setmycommands", {"commands": [], "scope": {"type": "chat", "chat_id": 1}}),
    ],
)
def test_valid_request_passes(method: str, params: Json) -> None:
    check_request(method, params)


@pytest.mark.parametrize(
    ("method", "params", "refusal"),
    [
        ("getme", {"x": 1}, "getme has no parameter x"),
        ("sendmessage", {"chat_id": 1}, "sendmessage needs text"),
        ("sendmessage", {"chat_id": 1, "text": 5}, "sendmessage.text has to be String"),
        ("sendmessage", {"chat_id": True, "text": "x"}, "sendmessage.chat_id has to be Integer or String"),
        ("sendmessage", {"chat_id": 1, "text": "x", "message_thread_id": "x"}, "has to be Integer"),
        ("sendmessage", markup({"text": "x", "colour": "red"}), "sendmessage.reply_markup has to be"),
        (
            "editmessagetext",
            markup({"text": "x", "colour": "red"}),
            "InlineKeyboardButton has no parameter colour",
        ),
        ("editmessagetext", markup({"text": "x", "copy_text": "y"}), "copy_text has to be CopyTextButton"),
        (
            "answerguestquery",
            {"guest_query_id": "1", "result": [RESULT]},
            "has to be InlineQueryResultArticle",
        ),
    ],
)
def test_invalid_request_is_refused(method: str, params: Json, refusal: str) -> None:
    with pytest.raises(ApiError, match=refusal.replace(".", r"\.")) as error:
        check_request(method, params)
    assert error.value.code == 400
