"""Requests are checked against the Bot API's specification."""

import ast
import inspect
from pathlib import Path
from typing import TypeGuard

import pytest
from telegram import Bot

from bot.preview.api.methods import METHODS
from bot.preview.api.specification import check_request, specification
from bot.preview.telegram.api_error import ApiError
from bot.preview.telegram.model import Json

ROOT = Path(__file__).parents[3]
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


def calls_of_bot(path: Path) -> set[str]:
    """Return the methods of the Bot API that a file may call, in lower case."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {
        node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and is_method(node.func)
    }
    return {name.replace("_", "") for name in called}


def is_method(function: ast.expr) -> TypeGuard[ast.Attribute]:
    """Return whether what is called is an attribute with the name of a method of `telegram.Bot`."""
    if not isinstance(function, ast.Attribute) or not isinstance(function.value, ast.Attribute | ast.Name):
        return False
    of = function.value.attr if isinstance(function.value, ast.Attribute) else function.value.id
    return of in ("bot", "_bot") and inspect.iscoroutinefunction(getattr(Bot, function.attr, None))


def test_every_method_that_the_bot_calls_is_checked() -> None:
    files = [path for folder in ("handlers", "bot/app") for path in (ROOT / folder).rglob("*.py")]
    called = set().union(*map(calls_of_bot, files)) - {"initialize", "shutdown"}
    assert {"sendmessage", "editmessagetext", "answerguestquery", "getchatmember"} <= called
    assert called <= METHODS.keys() | {"getupdates"}


CHOSEN = {"query": "article:a", "allow_user_chats": True}


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendmessage", markup({"text": "x", "switch_inline_query_chosen_chat": CHOSEN})),
        (
            "answerinlinequery",
            {"inline_query_id": "1", "results": [{**RESULT, "thumbnail_url": "https://img.example/a.jpg"}]},
        ),
        (
            "answerguestquery",
            {"guest_query_id": "1", "result": {**RESULT, "reply_markup": {"inline_keyboard": [[BUTTON]]}}},
        ),
    ],
)
def test_fields_of_sharing_are_known(method: str, params: Json) -> None:
    check_request(method, params)


@pytest.mark.parametrize(
    ("method", "params", "refusal"),
    [
        (
            "editmessagetext",
            markup({"text": "x", "switch_inline_query_chosen_chat": {**CHOSEN, "allow_all": True}}),
            "SwitchInlineQueryChosenChat has no parameter allow_all",
        ),
        (
            "editmessagetext",
            markup({"text": "x", "copy_text": {"text": "y", "toast": "z"}}),
            "CopyTextButton has no parameter toast",
        ),
        (
            "answerinlinequery",
            {"inline_query_id": "1", "results": [{**RESULT, "thumb_url": "https://img.example/a.jpg"}]},
            "InlineQueryResultArticle has no parameter thumb_url",
        ),
        (
            "answerguestquery",
            {"guest_query_id": "1", "result": {**RESULT, "thumbnail_url": 7}},
            "InlineQueryResultArticle.thumbnail_url has to be String",
        ),
    ],
)
def test_misspelt_fields_of_sharing_are_refused(method: str, params: Json, refusal: str) -> None:
    with pytest.raises(ApiError, match=refusal.replace(".", r"\.")):
        check_request(method, params)
