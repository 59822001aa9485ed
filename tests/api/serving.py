"""The API on the sample articles, over loopback HTTP."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.app.runtime.api import serve_api
from bot.app.settings import Settings
from bot.app.wiring import App, open_app

SEEDS = Path(__file__).parents[2] / "seeds"
TOKEN, OTHER_TOKEN = "a-token-for-the-tests", "another-token-for-tests"
TOKENS = f"ada={TOKEN},ben={OTHER_TOKEN}"
PUBLIC = "https://news.example"


@dataclass(frozen=True)
class Served:
    """A served API.

    Args:
        http: Sends the token of the client "ada".
    """

    app: App
    url: str
    http: httpx.AsyncClient

    async def json(self, path: str, **parameters: Any) -> Any:
        """Return the answer to a request that works."""
        response = await self.http.get(path, params=parameters or None)
        assert response.status_code == 200, response.text
        return response.json()

    @asynccontextmanager
    async def reader(self, **options: Any) -> AsyncIterator[httpx.AsyncClient]:
        """Yield a client without a token."""
        async with httpx.AsyncClient(base_url=self.url, timeout=60, **options) as client:
            yield client


Serve = Callable[..., AbstractAsyncContextManager[Served]]


@asynccontextmanager
async def served(data: Path, *, read_corpus: bool = False, **settings: Any) -> AsyncIterator[Served]:
    """Serve the API of an app on a data folder that has been filled, or on a folder of articles."""
    usual = {"api": "127.0.0.1:0", "api_tokens": TOKENS, "person_per_minute": 0, "feeds": False}
    chosen = Settings(_env_file=None, **{"corpus": SEEDS, "data": data, **usual, **settings})
    async with open_app(chosen, read_corpus=read_corpus) as app, serve_api(chosen, app.services) as port:
        url, headers = f"http://127.0.0.1:{port}", {"Authorization": f"Bearer {TOKEN}"}
        async with httpx.AsyncClient(base_url=url, headers=headers, timeout=60) as client:
            yield Served(app, url, client)
