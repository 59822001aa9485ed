"""How the page shows a message: formatting, direction, dates, links, media."""

from typing import Any

import pytest
from playwright.async_api import Browser, expect

from tests.preview.page.browser import ChatPage, tab, visit
from tests.preview.page.entities import formatted
from tests.preview.page.server import ScriptedBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
NOON = 1_790_000_000  # 2026-09-21 13:33:20 UTC


async def test_every_formatting_entity_is_shown(bot: ScriptedBot, chat: ChatPage) -> None:
    parts: list[Any] = [
        "🗞 ",
        ("bold", ["bold ", ("italic", "both")]),
        ("underline", "under"),
        ("strikethrough", "struck"),
        ("code", "mono"),
        ("blockquote", "quoted"),
        "\n",
        ("pre", "print(1)", {"language": "python"}),
        ("text_link", "linked", {"url": "https://example.org/x"}),
        " ",
        ("url", "example.org/y"),
    ]
    await bot.sends(**formatted(*parts))
    for selector, words in {
        "b": "bold both",
        "b i": "both",
        "u": "under",
        "s": "struck",
        "code": "mono",
        "blockquote": "quoted",
        "pre": "print(1)",
    }.items():
        await expect(chat.last.locator(f".words {selector}")).to_have_text(words)
    hrefs = await chat.last.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert hrefs == ["https://example.org/x", "https://example.org/y"]


async def test_overlapping_entities_both_show(bot: ScriptedBot, chat: ChatPage) -> None:
    entities = [
        {"type": "bold", "offset": 0, "length": 6},
        {"type": "italic", "offset": 3, "length": 6},
    ]
    await bot.sends(text="abcdefghi", entities=entities)
    await expect(chat.last.locator("b")).to_have_text("abcdef")
    assert await chat.last.locator("i").all_inner_texts() == ["def", "ghi"]


async def test_message_text_never_becomes_markup(bot: ScriptedBot, chat: ChatPage) -> None:
    attack = "<img src=x onerror=document.title='x'><script>document.title='x'</script>"
    keyboard = {"inline_keyboard": [[{"text": attack[:60], "callback_data": "x"}]]}
    await bot.sends(text=attack, reply_markup=keyboard)
    await expect(chat.last.locator(".words")).to_contain_text("<img src=x onerror")
    assert await chat.last.locator("img, script").count() == 0
    assert await chat.page.title() != "x"


async def test_only_web_and_telegram_links_are_opened(chat: ChatPage) -> None:
    followed = {
        "https://example.org/": "https://example.org/",
        "tg://resolve?domain=x": "tg://resolve?domain=x",
        "example.org": "https://example.org/",
        "javascript:alert(1)": None,
        "JaVaScRiPt:alert(1)": None,
        "java\tscript:alert(1)": None,
        " javascript:alert(1)": None,
        "data:text/html,x": None,
        "file:///etc/passwd": None,
    }
    read = "all => import('/page/links.js').then(links => all.map(links.safeLink))"
    assert await chat.page.evaluate(read, list(followed)) == list(followed.values())


async def test_spoiler_is_hidden_until_pressed(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(**formatted("it was ", ("spoiler", "the mayor"), " who said so"))
    cover = chat.last.get_by_role("button", name="Spoiler, press to reveal")
    await expect(cover).to_have_css("color", "rgba(0, 0, 0, 0)")
    await cover.press("Enter")
    await expect(chat.last.locator(".spoiler")).to_have_css("color", "rgb(11, 16, 21)")
    await expect(cover).to_have_count(0)


async def test_quote_that_fits_has_nothing_to_expand(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(**formatted(("expandable_blockquote", "one line")))
    await expect(chat.last.locator("blockquote")).to_be_visible()
    await expect(chat.last.locator(".fold")).to_be_hidden()


async def test_long_quote_collapses_and_expands(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(**formatted(("expandable_blockquote", "\n".join(f"line {n}" for n in range(9)))))
    quote = chat.last.locator("blockquote")
    folded = await quote.bounding_box()
    await quote.get_by_role("button", name="Show full quote").click()
    await expect(quote.get_by_role("button", name="Show less")).to_be_visible()
    unfolded = await quote.bounding_box()
    assert folded
    assert unfolded
    assert unfolded["height"] > 2 * folded["height"]


@pytest.mark.parametrize(
    ("locale", "zone", "shown"),
    [
        ("en-US", "America/New_York", "09/21/2026, 10:13 AM"),
        ("tr-TR", "Europe/Istanbul", "21.09.2026 17:13"),
    ],
)
async def test_date_is_formatted_for_the_reader(
    browser: Browser, bot: ScriptedBot, locale: str, zone: str, shown: str
) -> None:
    fields = {"unix_time": NOON, "date_time_format": "dt"}
    await bot.sends(**formatted(("date_time", "2026-09-21 14:13 UTC", fields)))
    async with tab(browser, locale=locale, zone=zone) as page, visit(page, bot.url) as chat:
        time = chat.last.locator(".words > time")
        assert (await time.inner_text()).replace("\u202f", " ") == shown


async def test_date_without_a_known_format_keeps_its_text(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(**formatted(("date_time", "that autumn", {"unix_time": NOON})))
    await expect(chat.last.locator(".words > time")).to_have_text("that autumn")


async def test_each_line_is_aligned_by_its_own_direction(bot: ScriptedBot, chat: ChatPage) -> None:
    wide = "A line that is long enough to make the bubble as wide as a bubble of this page may become"
    await bot.sends(**formatted(f"{wide}\n", "سطر عربي\n", ("blockquote", "اقتباس قصير"), "\nshort"))
    gaps = await chat.last.locator(".words").evaluate(
        """words => {
            const box = words.getBoundingClientRect();
            const gaps = text => {
                const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) {
                    const at = walk.currentNode.data.indexOf(text);
                    if (at < 0) continue;
                    const range = document.createRange();
                    range.setStart(walk.currentNode, at);
                    range.setEnd(walk.currentNode, at + text.length);
                    const line = range.getBoundingClientRect();
                    return [line.left - box.left, box.right - line.right];
                }
            };
            return ['سطر عربي', 'اقتباس قصير', 'short'].map(gaps);
        }"""
    )
    arabic, quote, english = gaps
    assert arabic[0] > 200 > 2 > arabic[1]
    assert quote[0] > 200 > 40 > quote[1]
    assert english[1] > 200 > 2 > english[0]


async def test_photos_and_files_load_only_from_this_server(bot: ScriptedBot, chat: ChatPage) -> None:
    await bot.sends(photo=[{"width": 320, "height": 320, "_url": "/page/wallpaper.svg"}], caption="A chart")
    await expect(chat.last.get_by_role("img", name="A chart")).to_have_js_property("complete", True)
    await bot.sends(document={"file_name": "alerts.json", "file_size": 1200, "_url": "/page/icon.svg"})
    await expect(chat.last.locator("a.file")).to_have_attribute("download", "alerts.json")
    await bot.sends(photo=[{"width": 9, "height": 9, "_url": "http://192.0.2.1/x.png"}])
    await expect(chat.last.locator(".photo")).to_have_text("Photo")
