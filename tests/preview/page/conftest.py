from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.preview.page.browser import ChatPage, chromium, tab, visit
from tests.preview.page.server import ScriptedBot, scripted_bot


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def bot() -> AsyncIterator[ScriptedBot]:
    async with scripted_bot() as bot:
        yield bot


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    async with tab(browser) as page:
        yield page


@pytest_asyncio.fixture(loop_scope="session")
async def chat(page: Page, bot: ScriptedBot) -> AsyncIterator[ChatPage]:
    async with visit(page, bot.url) as chat:
        yield chat
