"""Takes the screenshots for README and docs from the preview: `make picture`."""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import expect

from bot.app.runtime.application import Address
from bot.app.runtime.serving import serve_bot
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.preview.demo import demo_state
from bot.preview.server import PreviewServer
from tests.e2e.conftest import SEEDS
from tests.preview.page.browser import PHONE, ChatPage, chromium, tab, visit

SIZE = (1180, 1240)


async def tour(chat: ChatPage) -> None:
    """Ask, open the filters and go back, ask again and open a card."""
    await chat.ask("Port Veyra flood")
    await expect(chat.last).to_contain_text("More ▸")
    await chat.press("Filter")
    await expect(chat.last).to_contain_text("Newest")
    await chat.press("‹ Back")
    await expect(chat.last).to_contain_text("More ▸")
    await chat.ask("Moscow meeting intelligence chiefs")
    await expect(chat.last).to_contain_text("Turkish and Syrian")
    await chat.press("1")
    await expect(chat.last).to_contain_text("Relevant to your question")


async def on_a_phone(chat: ChatPage) -> None:
    """Ask; the whole answer fits on the screen."""
    await chat.ask("Port Veyra flood")
    await expect(chat.last).to_contain_text("More ▸")


async def over_time(chat: ChatPage) -> None:
    """Ask for a timeline and a trend."""
    await chat.ask("/timeline Port Veyra flood")
    await expect(chat.last.locator("img")).to_be_visible()
    await chat.ask("/trends bank OR strike OR flood OR outbreak")
    await expect(chat.last.locator("img")).to_be_visible()


async def in_arabic(chat: ChatPage) -> None:
    """Choose Arabic and ask."""
    await chat.ask("/lang")
    await expect(chat.last).to_contain_text("Which language")
    await chat.press("العربية")
    await expect(chat.last).to_contain_text("أي لغة")
    await chat.ask("مياه سد الغار")
    await expect(chat.last).to_contain_text("1.")


async def _save(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as data:
        settings = Settings(_env_file=None, corpus=SEEDS, data=Path(data))
        async with (
            open_app(settings) as app,
            PreviewServer(demo_state()) as preview,
            serve_bot(app.services, Address(preview.url, preview.token), asyncio.Event()),
            chromium() as browser,
        ):
            async with tab(browser, size=SIZE) as page, visit(page, preview.url) as chat:
                await tour(chat)
                await chat.screenshot(folder / "preview.png")
            async with tab(browser, size=PHONE) as page, visit(page, preview.url) as chat:
                await on_a_phone(chat)
                await chat.screenshot(folder / "phone.png")
            async with tab(browser, size=(620, 1340)) as page, visit(page, preview.url) as chat:
                await over_time(chat)
                await chat.screenshot(folder / "timeline.png")
            async with (
                tab(browser, size=(620, 1000), theme="dark", locale="ar") as page,
                visit(page, preview.url) as chat,
            ):
                await in_arabic(chat)
                await chat.screenshot(folder / "arabic.png")


if __name__ == "__main__":
    asyncio.run(_save(Path(sys.argv[1])))
