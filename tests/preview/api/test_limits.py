"""The Bot API's limits: the maximum is accepted, one more is rejected with Telegram's error."""

from typing import Any

import pytest

from bot.preview.telegram.message_text import utf16_length
from tests.preview.conftest import Api

BAD = "Bad Request: "


def keys(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def key(text: str = "x", **action: str) -> dict[str, Any]:
    return {"text": text, **(action or {"callback_data": "x"})}


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big")


def jpeg(width: int, height: int) -> bytes:
    return b"\xff\xd8\xff\xe0\0\4xx\xff\xc0\0\7\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big")


async def test_message_has_1_to_4096_utf16_units_after_parsing(api: Api) -> None:
    assert await api.error("sendMessage", chat_id=api.chat.id, text=" \n ") == BAD + "message text is empty"
    assert utf16_length((await api.sent("😀" * 2048))["text"]) == 4096
    too_long = await api.error("sendMessage", chat_id=api.chat.id, text="😀" * 2048 + "x")
    assert too_long == BAD + "message is too long"
    marked = f"<b>{'x' * 4090}</b>&amp;"
    assert len((await api.sent(marked, parse_mode="HTML"))["text"]) == 4091


async def test_entities_beyond_a_hundred_are_dropped(api: Api) -> None:
    message = await api.sent("<b>x</b> " * 130, parse_mode="HTML")
    assert len(message["entities"]) == 100


async def test_caption_has_up_to_1024_units(api: Api) -> None:
    photo = {"photo": ("p.png", png(9, 9), "image/png")}
    for length, status in ((0, 200), (1024, 200), (1025, 400)):
        data = {"chat_id": str(api.chat.id), "caption": "x" * length}
        response = await api.http.post("sendPhoto", data=data, files=photo)
        assert response.status_code == status
    assert response.json()["description"] == BAD + "message caption is too long"


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2", "xml"])
async def test_other_parse_modes_are_rejected(api: Api, mode: str) -> None:
    assert "unsupported parse_mode" in await api.error(
        "sendMessage", chat_id=api.chat.id, text="x", parse_mode=mode
    )


@pytest.mark.parametrize(
    "html", ["<p>x</p>", "<br>", "a < b", "<b>x", "<b><i>x</b></i>", "<ul><li>x</li></ul>", "<h1>x</h1>"]
)
async def test_unsupported_html_is_rejected(api: Api, html: str) -> None:
    error = await api.error("sendMessage", chat_id=api.chat.id, text=html, parse_mode="HTML")
    assert error.startswith(BAD + "can't parse entities: ")


async def test_tg_time_becomes_a_date_time_entity(api: Api) -> None:
    message = await api.sent('<tg-time unix="1795167000" format="dt">then</tg-time>', parse_mode="HTML")
    (entity,) = message["entities"]
    assert (entity["type"], entity["unix_time"]) == ("date_time", 1795167000)


async def test_blockquotes_and_code_do_not_nest(api: Api) -> None:
    quoted = await api.sent(
        "<blockquote>a<blockquote>b</blockquote></blockquote><code>x<b>y</b></code>", parse_mode="HTML"
    )
    kinds = sorted(entity["type"] for entity in quoted["entities"])
    assert kinds.count("blockquote") == 1
    assert "bold" not in kinds


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        (key(callback_data=""), "BUTTON_DATA_INVALID"),
        (key(callback_data="é" * 33), "BUTTON_DATA_INVALID"),
        (key(""), "inline keyboard button text must be non-empty"),
        ({"text": "x"}, "text buttons are unallowed in the inline keyboard"),
        (key(url="not an address"), "inline keyboard button URL 'not an address' is invalid: Wrong HTTP URL"),
        (key(url="https://a.example", callback_data="x"), "button must have exactly one action"),
    ],
)
async def test_invalid_button_is_rejected(api: Api, button: dict[str, Any], expected: str) -> None:
    error = await api.error("sendMessage", chat_id=api.chat.id, text="x", reply_markup=keys([button]))
    assert expected in error


async def test_64_bytes_of_callback_data_and_100_buttons_in_rows_of_8_are_accepted(api: Api) -> None:
    assert await api.sent(reply_markup=keys([key(callback_data="é" * 32)]))
    assert await api.sent(reply_markup=keys(*[[key()] * 8] * 12, [key()] * 4))
    for markup in (keys(*[[key()] * 8] * 12, [key()] * 5), keys([key()] * 9)):
        error = await api.error("sendMessage", chat_id=api.chat.id, text="x", reply_markup=markup)
        assert error == BAD + "BUTTONS_TOO_MUCH"


async def test_callback_query_is_answered_once_in_time_with_up_to_200_units(api: Api) -> None:
    message = await api.sent(reply_markup=keys([key()]))

    def pressed() -> str:
        return api.users.press(api.ada, api.chat, message["message_id"], "x")

    first = pressed()
    error = await api.error("answerCallbackQuery", callback_query_id=first, text="x" * 201)
    assert error == BAD + "MESSAGE_TOO_LONG"
    assert await api.result("answerCallbackQuery", callback_query_id=first, text="x" * 200)
    late = pressed()
    api.state.queries[late].asked_at -= 16
    for query_id in (first, late, "unheard of"):
        error = await api.error("answerCallbackQuery", callback_query_id=query_id)
        assert error == BAD + "query is too old and response timeout expired or query ID is invalid"


def inline_result(result_id: str, **more: Any) -> dict[str, Any]:
    content = {"message_text": "x"}
    return {"type": "article", "id": result_id, "title": "x", "input_message_content": content} | more


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"results": [inline_result(str(n)) for n in range(51)]}, "RESULTS_TOO_MUCH"),
        ({"results": [inline_result("")]}, "RESULT_ID_INVALID"),
        ({"results": [inline_result("é" * 33)]}, "RESULT_ID_INVALID"),
        ({"results": [inline_result("1"), inline_result("1")]}, "RESULT_ID_DUPLICATE"),
        ({"results": [], "next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "x", "start_parameter": "x" * 65}}, "START_PARAM_INVALID"),
        ({"results": [], "button": {"text": "x", "start_parameter": "a b"}}, "START_PARAM_INVALID"),
        ({"results": [inline_result("1", title="")]}, "title is empty"),
        (
            {"results": [inline_result("1", input_message_content={"message_text": ""})]},
            "message text is empty",
        ),
    ],
)
async def test_invalid_inline_answers_are_rejected(api: Api, answer: dict[str, Any], expected: str) -> None:
    query = api.users.ask_inline(api.ada, "flood")
    assert expected in await api.error("answerInlineQuery", inline_query_id=query, **answer)


async def test_50_inline_results_are_accepted_and_cached_300_seconds_by_default(api: Api) -> None:
    query = api.users.ask_inline(api.ada, "flood")
    results = [inline_result(f"{n:064}") for n in range(50)]
    assert await api.result("answerInlineQuery", inline_query_id=query, results=results, next_offset="é" * 32)
    answer = await api.state.answered(query)
    assert (answer["cache_time"], answer["is_personal"]) == (300, False)


async def test_start_link_has_up_to_64_characters(api: Api) -> None:
    assert api.users.follow_link(api.ada, "aZ09_-" + "x" * 58)["text"].startswith("/start aZ09_-x")
    assert api.users.follow_link(api.ada)["text"] == "/start"
    for payload in ("x" * 65, "a b", "é"):
        with pytest.raises(ValueError, match="64"):
            api.users.follow_link(api.ada, payload)


async def test_inline_query_is_truncated_to_256_characters(api: Api) -> None:
    api.users.ask_inline(api.ada, "x" * 300)
    updates = await api.result("getUpdates", offset=-1)
    assert len(updates[0]["inline_query"]["query"]) == 256


@pytest.mark.parametrize(
    ("commands", "expected"),
    [
        ([{"command": "Ask", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "ask", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "ask", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": f"c{n}", "description": "x"} for n in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_invalid_command_menus_are_rejected(
    api: Api, commands: list[dict[str, str]], expected: str
) -> None:
    assert await api.error("setMyCommands", commands=commands) == BAD + expected


async def test_command_menus_are_stored_by_scope_and_language(api: Api) -> None:
    menu = [{"command": "a_1", "description": "x" * 256}]
    scope = {"type": "all_group_chats"}
    assert await api.result("setMyCommands", commands=menu, scope=scope, language_code="ar")
    assert await api.result("getMyCommands", scope=scope, language_code="ar") == menu
    assert await api.result("getMyCommands", scope=scope) == []


async def test_quote_must_be_part_of_the_message(api: Api) -> None:
    message = await api.sent("The river rose in the night.")

    async def quoted(quote: str) -> dict[str, Any]:
        reply = {"message_id": message["message_id"], "quote": quote}
        return await api.call("sendMessage", chat_id=api.chat.id, text="x", reply_parameters=reply)

    assert (await quoted("river rose"))["ok"]
    for wrong in ("river fell", "x" * 1025):
        assert (await quoted(wrong))["description"] == BAD + "QUOTE_TEXT_INVALID"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (png(5_000, 5_000), None),
        (png(20, 1), None),
        (jpeg(800, 600), None),
        (png(5_000, 5_001), "PHOTO_INVALID_DIMENSIONS"),
        (png(21, 1), "PHOTO_INVALID_DIMENSIONS"),
        (b"<svg/>", "IMAGE_PROCESS_FAILED"),
        (png(0, 9), "IMAGE_PROCESS_FAILED"),
        (jpeg(800, 600)[:12], "IMAGE_PROCESS_FAILED"),
    ],
)
async def test_photos_are_checked_for_format_and_dimensions(
    api: Api, content: bytes, error: str | None
) -> None:
    response = await api.http.post(
        "sendPhoto", data={"chat_id": str(api.chat.id)}, files={"photo": ("p", content)}
    )
    assert response.json().get("description") == (BAD + error if error else None)


async def test_photo_has_a_caption_but_no_text_to_edit(api: Api) -> None:
    data, files = {"chat_id": str(api.chat.id), "caption": "then"}, {"photo": ("p", png(9, 9))}
    photo = (await api.http.post("sendPhoto", data=data, files=files)).json()["result"]
    where = {"chat_id": api.chat.id, "message_id": photo["message_id"]}
    assert await api.error("editMessageText", text="now", **where) == (
        BAD + "there is no text in the message to edit"
    )
    assert (await api.result("editMessageCaption", caption="now", **where))["caption"] == "now"


async def test_files_are_checked_for_size(api: Api) -> None:
    async def upload(kind: str, size_mb: int) -> Any:
        data, files = {"chat_id": str(api.chat.id)}, {kind: ("f", bytes(size_mb * 2**20))}
        return (await api.http.post(f"send{kind}", data=data, files=files)).json()

    assert not (await upload("photo", 11))["ok"]
    document = (await upload("document", 21))["result"]["document"]
    assert await api.error("getFile", file_id=document["file_id"]) == BAD + "file is too big"
    assert (await upload("document", 51))["error_code"] == 413


async def test_sent_file_can_be_downloaded(api: Api) -> None:
    data, files = {"chat_id": str(api.chat.id)}, {"document": ("alerts.json", b"[]")}
    sent = (await api.http.post("sendDocument", data=data, files=files)).json()["result"]["document"]
    path = (await api.result("getFile", file_id=sent["file_id"]))["file_path"]
    root = str(api.http.base_url).replace("/bot", "/file/bot")
    assert (await api.http.get(f"{root}{path}")).content == b"[]"


@pytest.mark.parametrize(
    ("button", "error"),
    [
        ({"switch_inline_query_chosen_chat": {"query": "x" * 256, "allow_user_chats": True}}, ""),
        (
            {"switch_inline_query_chosen_chat": {"query": "x" * 257, "allow_user_chats": True}},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"switch_inline_query_chosen_chat": {"query": "x"}},
            "REPLY_MARKUP_INVALID: no chat type is allowed",
        ),
        ({"copy_text": {"text": "x" * 256}}, ""),
        ({"copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"callback_data": "x", "style": "success"}, ""),
        ({"callback_data": "x", "style": "green"}, "BUTTON_TYPE_INVALID"),
    ],
)
async def test_buttons_of_sharing_have_limits(api: Api, button: dict[str, Any], error: str) -> None:
    message = {"chat_id": api.chat.id, "text": "x", "reply_markup": keys([{"text": "x", **button}])}
    if error:
        assert await api.error("sendMessage", **message) == BAD + error
    else:
        assert (await api.http.post("sendMessage", json=message)).status_code == 200


@pytest.mark.parametrize("address", ["/a.jpg", "data:image/png;base64,AA", "https:///a.jpg", "https://a b/"])
async def test_thumbnail_has_an_address_on_the_web(api: Api, address: str) -> None:
    query = api.users.ask_inline(api.ada, "x")
    content = {"message_text": "x"}
    result = {"type": "article", "id": "1", "title": "x", "input_message_content": content}
    refused = {"inline_query_id": query, "results": [{**result, "thumbnail_url": address}]}
    assert await api.error("answerInlineQuery", **refused) == BAD + "WEBDOCUMENT_URL_INVALID"
