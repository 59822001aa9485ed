"""What a person can do on the page, and what the bot receives."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from tests.preview.page.browser import PHONE, ChatPage, tab, visit
from tests.preview.page.server import FORUM, GROUP, PRIVATE, ScriptedBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def keyboard(*rows: str) -> dict[str, Any]:
    return {
        "inline_keyboard": [
            [{"text": label, "callback_data": f"do {label}"} for label in row.split()] for row in rows
        ]
    }


async def test_empty_chat_introduces_the_preview_and_offers_questions(
    bot: ScriptedBot, chat: ChatPage
) -> None:
    empty = chat.page.get_by_test_id("empty")
    await expect(empty).to_contain_text("a miniature Telegram on this computer. Nothing leaves it.")
    example = chat.page.get_by_test_id("example").first
    question = await example.inner_text()
    await example.click()
    assert (await bot.receives("message"))["text"] == question
    await expect(empty).to_be_hidden()


async def test_own_messages_are_right_and_the_bots_left(bot: ScriptedBot, chat: ChatPage) -> None:
    await chat.composer.fill("floods")
    await chat.composer.press("Enter")
    received = await bot.receives("message")
    await bot.sends(text="Three articles.")
    await expect(chat.last).to_contain_text("Three articles.")
    mine, theirs = [await chat.messages.nth(n).locator(".bubble").bounding_box() for n in range(2)]
    assert received["text"] == "floods"
    assert mine
    assert theirs
    assert mine["x"] > theirs["x"] + 100
    await expect(chat.composer).to_have_value("")


async def test_new_messages_are_announced_to_screen_readers(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(text="Three articles.")
    await expect(chat.page.get_by_test_id("announcer")).to_have_text("newsbot: Three articles.")


async def test_buttons_keep_their_rows(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(text="Pick", reply_markup=keyboard("1 2 3", "More"))
    await expect(chat.page.get_by_test_id("inline-button")).to_have_count(4)
    rows = await chat.last.locator(".keyboard-row").all_inner_texts()
    assert [row.split() for row in rows] == [["1", "2", "3"], ["More"]]


async def test_pressed_button_waits_for_the_answer_and_shows_it(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(text="Pick", reply_markup=keyboard("1 2"))
    await chat.press("2")
    query = await bot.receives("callback_query")
    pressed = chat.page.get_by_test_id("inline-button").nth(1)
    await expect(pressed).to_have_class("inline-button waiting")
    await bot.answers_press(query, text="Opened")
    await expect(chat.page.get_by_test_id("toast")).to_have_text("Opened")
    await expect(pressed).to_have_class("inline-button")
    assert query["data"] == "do 2"


async def test_alert_stays_until_confirmed(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(text="Pick", reply_markup=keyboard("1"))
    await chat.press("1")
    await bot.answers_press(await bot.receives("callback_query"), text="Gone since March", show_alert=True)
    await expect(chat.page.get_by_test_id("alert")).to_contain_text("Gone since March")
    await chat.page.get_by_role("button", name="OK").click()
    await expect(chat.page.get_by_test_id("alert")).to_have_count(0)


async def test_edited_message_is_updated_in_place(bot: ScriptedBot, chat: ChatPage) -> None:
    first = await bot.sends(text="Page 1", reply_markup=keyboard("Next"))
    await bot.sends(text="Something else")
    await chat.press("Next")
    await bot.edits(first, text="Page 2", reply_markup=keyboard("Back Next"))
    await expect(chat.messages.first.locator(".words")).to_contain_text("Page 2")
    await expect(chat.messages.first.get_by_test_id("edited")).to_be_visible()
    await expect(chat.messages).to_have_count(2)
    await expect(chat.messages.first.get_by_test_id("inline-button").nth(0)).to_have_text("Back")
    await expect(chat.messages.first.locator("button:focus")).to_have_count(1)


async def test_deleted_message_disappears(bot: ScriptedBot, chat: ChatPage) -> None:
    message = await bot.sends(text="Soon gone")
    await expect(chat.messages).to_have_count(1)
    await bot.deletes(message)
    await expect(chat.messages).to_have_count(0)


async def test_reply_quotes_the_original_message(bot: ScriptedBot, chat: ChatPage) -> None:
    answer = await bot.sends(text="Three articles.")
    await chat.choose_from_menu(chat.last, "Reply")
    await chat.ask("Which ones?")
    assert (await bot.receives("message"))["reply_to_message"]["message_id"] == answer["message_id"]
    await expect(chat.last.get_by_test_id("reply-quote")).to_have_text("newsbotThree articles.")


async def test_force_reply_opens_a_reply(bot: ScriptedBot, chat: ChatPage) -> None:
    await chat.ask("/settings")
    await bot.receives("message")
    asked = await bot.requests_reply("Where are you?")
    await expect(chat.page.locator("#note")).to_contain_text("Where are you?")
    await chat.ask("Cairo")
    assert (await bot.receives("message"))["reply_to_message"]["message_id"] == asked["message_id"]


async def test_arrow_up_edits_the_last_own_message(bot: ScriptedBot, chat: ChatPage) -> None:
    await chat.ask("flods")
    await expect(chat.last).to_contain_text("flods")
    await chat.composer.press("ArrowUp")
    await chat.composer.fill("floods")
    await chat.composer.press("Enter")
    assert (await bot.receives("edited_message"))["text"] == "floods"
    await expect(chat.last).to_contain_text("floods")


async def test_message_is_forwarded_to_another_chat(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(text="Three articles.")
    await chat.choose_from_menu(chat.last, "Forward")
    await chat.page.get_by_test_id("choice").filter(has_text="Reading circle").click()
    received = await bot.receives("message")
    assert (received["chat"]["id"], received["text"]) == (GROUP, "Three articles.")
    await expect(chat.last).to_contain_text("Forwarded from newsbot")


async def test_slash_opens_the_commands(bot: ScriptedBot, chat: ChatPage) -> None:
    await chat.composer.fill("/")
    await expect(chat.page.get_by_test_id("command")).to_have_count(3)
    await chat.composer.press_sequentially("la")
    await expect(chat.page.get_by_test_id("command")).to_have_count(1)
    await chat.composer.press("Enter")
    assert (await bot.receives("message"))["text"] == "/latest"


async def test_command_from_the_menu_addresses_the_bot_in_a_group(bot: ScriptedBot, chat: ChatPage) -> None:
    await chat.choose_chat("Reading circle")
    await chat.page.get_by_test_id("commands").click()
    await chat.page.get_by_test_id("command").first.click()
    received = await bot.receives("message")
    assert (received["chat"]["id"], received["text"]) == (GROUP, "/start@sample_bot")


async def test_inline_results_load_page_by_page_and_post_via_the_bot(
    bot: ScriptedBot, chat: ChatPage
) -> None:
    def results(first: int) -> list[dict[str, Any]]:
        return [bot.result(str(n), f"Flood, day {n}") for n in range(first, first + 12)]

    await chat.choose_chat("Reading circle")
    await chat.composer.fill("@sample_bot floods")
    query = await bot.receives("inline_query")
    assert (query["query"], query["offset"]) == ("floods", "")
    await bot.answers_inline(query, results(0), next_offset="12")
    cards = chat.page.get_by_test_id("inline-result")
    await expect(cards).to_have_count(12)
    await cards.last.scroll_into_view_if_needed()
    query = await bot.receives("inline_query")
    assert query["offset"] == "12"
    await bot.answers_inline(query, results(12))
    await expect(cards).to_have_count(24)
    await cards.nth(13).click()
    await expect(chat.last).to_contain_text("via @sample_bot")
    await expect(chat.last).to_contain_text("Flood, day 13")
    await expect(chat.composer).to_have_value("")


async def test_share_button_offers_the_chats_that_it_allows(bot: ScriptedBot, chat: ChatPage) -> None:
    chosen = {"query": "article:a", "allow_group_chats": True}
    button = {"text": "Share", "switch_inline_query_chosen_chat": chosen}
    await bot.sends(text="A card", reply_markup={"inline_keyboard": [[button]]})
    await chat.press("Share")
    dialog = chat.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Reading circle")
    await expect(dialog).not_to_contain_text("sample_bot")
    await dialog.get_by_text("Reading circle").click()
    await expect(chat.composer).to_have_value("@sample_bot article:a")
    assert (await bot.receives("inline_query"))["query"] == "article:a"


async def test_copy_button_copies_and_colours_show(bot: ScriptedBot, chat: ChatPage) -> None:
    buttons = [{"text": "Copy", "copy_text": {"text": "“It is late.” — Oss"}, "style": "success"}]
    await bot.sends(text="A sentence", reply_markup={"inline_keyboard": [buttons]})
    await chat.press("Copy")
    await expect(chat.page.get_by_text("Copied to clipboard")).to_be_visible()
    assert await chat.page.evaluate("navigator.clipboard.readText()") == "“It is late.” — Oss"
    await expect(chat.page.locator("[data-style=success]")).to_have_count(1)


async def test_inline_query_without_results_says_so(bot: ScriptedBot, chat: ChatPage) -> None:
    await chat.composer.fill("@sample_bot qwxz")
    await bot.answers_inline(await bot.receives("inline_query"), [])
    await expect(chat.page.get_by_text("No results")).to_be_visible()


async def test_start_link_sends_its_payload(bot: ScriptedBot, chat: ChatPage) -> None:
    await chat.choose_chat_option("Open a start link")
    field = chat.page.get_by_test_id("ask-field")
    await field.fill("not allowed!")
    await field.press("Enter")
    await expect(field).to_be_visible()
    await field.fill("floods_2026")
    await field.press("Enter")
    assert (await bot.receives("message"))["text"] == "/start floods_2026"


async def test_blocking_closes_the_composer_until_unblocked(bot: ScriptedBot, chat: ChatPage) -> None:
    await chat.choose_chat_option("Block bot")
    await expect(chat.composer).to_be_hidden()
    assert (await bot.receives("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await chat.page.get_by_test_id("unblock").click()
    await expect(chat.composer).to_be_visible()
    assert (await bot.receives("my_chat_member"))["new_chat_member"]["status"] == "member"


async def test_group_menu_does_not_offer_to_block_the_bot(bot: ScriptedBot, chat: ChatPage) -> None:
    await chat.choose_chat("Reading circle")
    await chat.page.get_by_test_id("chat-menu").click()
    await expect(chat.page.get_by_test_id("menu-item")).to_have_text(["Open a start link"])


async def test_typing_is_shown_until_the_message_arrives(bot: ScriptedBot, chat: ChatPage) -> None:
    subtitle = chat.page.get_by_test_id("subtitle")
    await bot.types(PRIVATE)
    await expect(subtitle).to_have_text("typing")
    await bot.sends(text="Here")
    await expect(subtitle).to_have_text("bot · @sample_bot")


async def test_topics_are_separate_and_count_unread_messages(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(FORUM, text="Water falls", message_thread_id=bot.topics["Floods"])
    topic = chat.page.get_by_test_id("chat-item").filter(has_text="Floods")
    await expect(topic.get_by_label("1 unread")).to_be_visible()
    await chat.choose_chat("Elections")
    await chat.ask("who leads?")
    received = await bot.receives("message")
    assert (received["chat"]["id"], received["message_thread_id"]) == (FORUM, bot.topics["Elections"])
    await expect(chat.messages).to_have_count(1)
    await chat.choose_chat("Floods")
    await expect(chat.last).to_contain_text("Water falls")


async def test_lost_connection_is_shown_and_restored_without_losing_messages(
    bot: ScriptedBot, chat: ChatPage
) -> None:
    banner = chat.page.get_by_test_id("banner")
    await chat.page.route("**/_/events", lambda route: route.abort())
    await bot.drops_connections()
    await expect(banner).to_be_visible()
    await bot.sends(text="Said meanwhile")
    await chat.page.unroute("**/_/events")
    await expect(banner).to_be_hidden()
    await expect(chat.last).to_contain_text("Said meanwhile")


async def test_phone_shows_one_pane_without_overflow(
    browser: Browser, bot: ScriptedBot, tmp_path: Path
) -> None:
    await bot.sends(text="x" * 300, reply_markup=keyboard("1 2 3 4 5 6 7 8"))
    async with tab(browser, size=PHONE, theme="dark") as page, visit(page, bot.url) as chat:
        await expect(chat.last).to_be_in_viewport()
        assert await chat.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        await chat.page.get_by_test_id("back").click()
        await expect(chat.composer).to_be_hidden()
        await chat.choose_chat("Reading circle")
        await expect(chat.composer).to_be_visible()
        await chat.screenshot(tmp_path / "phone.png")
    assert (tmp_path / "phone.png").stat().st_size > 5000


async def test_unsent_text_is_restored(chat: ChatPage) -> None:
    await chat.page.route("**/_/send", lambda route: route.abort())
    await chat.ask("floods")
    await expect(chat.page.get_by_test_id("toast")).to_have_text("Not sent: no connection")
    await expect(chat.composer).to_have_value("floods")
