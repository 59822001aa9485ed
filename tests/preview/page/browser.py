"""Drives the preview's page in a browser and takes screenshots."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, Error, Locator, Page, Request, async_playwright, expect

from tests.conftest import CHROMIUM
from tests.profiles import PATIENCE_S

ARGS = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP, PHONE = (1200, 800), (390, 844)
expect.set_options(timeout=1_000 * PATIENCE_S)


@contextlib.asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Run Debian's chromium, without a window."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGS))
        try:
            yield browser
        finally:
            await browser.close()


@dataclass(frozen=True)
class ChatPage:
    """The page in a browser tab."""

    page: Page

    @property
    def composer(self) -> Locator:
        return self.page.get_by_test_id("composer")

    @property
    def messages(self) -> Locator:
        return self.page.get_by_test_id("message")

    @property
    def last(self) -> Locator:
        return self.messages.last

    async def ask(self, text: str) -> None:
        """Send a message."""
        await self.composer.fill(text)
        await self.page.get_by_test_id("send").click()

    async def press(self, label: str) -> None:
        """Press the newest button with exactly this label."""
        await self.page.get_by_test_id("inline-button").get_by_text(label, exact=True).last.click()

    async def choose_chat(self, name: str) -> None:
        """Open a chat or topic by its name."""
        await self.page.get_by_test_id("chat-item").and_(self.page.locator(f'[data-name="{name}"]')).click()

    async def choose_from_menu(self, message: Locator, label: str) -> None:
        """Choose an entry of a message's menu."""
        await message.hover()
        await message.get_by_test_id("message-menu").click()
        await self.page.get_by_test_id("menu-item").filter(has_text=label).click()

    async def choose_chat_option(self, label: str) -> None:
        """Choose an entry of the chat's menu."""
        await self.page.get_by_test_id("chat-menu").click()
        await self.page.get_by_test_id("menu-item").filter(has_text=label).click()

    async def screenshot(self, path: Path) -> None:
        """Save a screenshot of the window."""
        path.parent.mkdir(parents=True, exist_ok=True)
        await self.page.wait_for_timeout(350)
        await self.page.screenshot(path=path)


@contextlib.asynccontextmanager
async def tab(
    browser: Browser,
    *,
    size: tuple[int, int] = DESKTOP,
    theme: Literal["light", "dark"] = "light",
    locale: str = "en-GB",
    zone: str = "Europe/Istanbul",
) -> AsyncIterator[Page]:
    """Open an empty tab with a window size in CSS pixels, theme, locale and time zone."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=theme,
        locale=locale,
        timezone_id=zone,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(1_000 * PATIENCE_S)
    try:
        yield await context.new_page()
    finally:
        await context.close()


@contextlib.asynccontextmanager
async def visit(page: Page, url: str) -> AsyncIterator[ChatPage]:
    """Open the preview in a tab; fail at the end if the page had an error or contacted another host."""
    wrong: list[str] = []

    def failed(error: Error) -> None:
        wrong.append(str(error))

    def asked(request: Request) -> None:
        if not request.url.startswith((url, "data:", "blob:")):
            wrong.append(request.url)

    page.on("pageerror", failed)
    page.on("request", asked)
    try:
        await page.goto(url)
        await expect(page.get_by_test_id("chat-item").first).to_be_attached()
        yield ChatPage(page)
    finally:
        page.remove_listener("pageerror", failed)
        page.remove_listener("request", asked)
        await page.unroute_all(behavior="ignoreErrors")
        await page.goto("about:blank")  # otherwise the page reconnects while the next test listens
    assert wrong == []
