"""The preview's page in a browser, with the whole bot behind it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.app.wiring import App
from bot.preview.demo import demo_state
from bot.preview.server import PreviewServer
from tests.e2e.conftest import FirstStart
from tests.e2e.picture import tour
from tests.preview.page.browser import PHONE, chromium, tab, visit

pytestmark = pytest.mark.browser


@pytest.fixture
async def telegram(first_start: FirstStart) -> AsyncIterator[PreviewServer]:
    async with first_start.telegram(demo_state()) as server:
        yield server


async def test_tour_of_the_page(telegram: PreviewServer, bot: App, tmp_path: Path) -> None:
    async with (
        chromium() as browser,
        tab(browser) as page,
        visit(page, f"{telegram.url}/") as chat,
    ):
        await tour(chat)
        await chat.screenshot(tmp_path / "page.png")
        assert (tmp_path / "page.png").stat().st_size > 20_000


async def test_editing_a_question_works_on_a_phone(telegram: PreviewServer, bot: App) -> None:
    async with (
        chromium() as browser,
        tab(browser, size=PHONE, theme="dark") as page,
        visit(page, f"{telegram.url}/") as chat,
    ):
        await chat.ask("legionella")
        await expect(chat.last).to_contain_text("Sample articles")
        await chat.choose_from_menu(chat.messages.nth(-2), "Edit")
        await chat.ask("tram strike")
        await expect(chat.last).to_contain_text("tram")


async def test_command_menu_follows_the_chosen_language(telegram: PreviewServer, bot: App) -> None:
    async with chromium() as browser, tab(browser) as page, visit(page, f"{telegram.url}/") as chat:
        await chat.ask("/lang")
        await expect(chat.last).to_contain_text("Which language")
        await chat.press("Deutsch")
        await expect(chat.last).to_contain_text("Welche Sprache")
        await chat.composer.fill("/he")
        await expect(page.get_by_test_id("command")).to_contain_text("So fragst du")
        await page.reload()
        await chat.composer.fill("/he")
        await expect(page.get_by_test_id("command")).to_contain_text("So fragst du")
