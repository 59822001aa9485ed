"""An app with feeds on a loopback site."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from tests.site import Site, open_fetcher

OpenApp = Callable[..., AbstractAsyncContextManager[App]]


@pytest.fixture
def live_app(site: Site, tmp_path: Path) -> OpenApp:
    """Return a function that opens an app whose fetcher reaches the site; all apps share one store."""

    @asynccontextmanager
    async def opened(*, timeout_s: float = 10.0, full_text: bool = False) -> AsyncIterator[App]:
        folders = {"corpus": tmp_path / "corpus", "data": tmp_path / "data"}
        chosen = Settings(_env_file=None, full_text=full_text, **folders)
        async with (
            open_fetcher(site, timeout_s=timeout_s) as fetcher,
            open_app(chosen, read_corpus=False, fetcher=fetcher) as app,
        ):
            yield app

    return opened
