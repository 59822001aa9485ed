"""A whole app on a folder of articles: real files, real SQLite, the real index."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app.settings import Settings
from bot.app.wiring import App, open_app

OpenApp = Callable[..., AbstractAsyncContextManager[App]]


@pytest.fixture
def open_with(tmp_path: Path) -> OpenApp:
    """Open an app with these articles (fields of the JSON format); later calls find the same store."""

    @asynccontextmanager
    async def opened(*articles: dict[str, Any], **settings: Any) -> AsyncIterator[App]:
        corpus = tmp_path / "corpus"
        corpus.mkdir(exist_ok=True)
        lines = [json.dumps(article, ensure_ascii=False) for article in articles]
        (corpus / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
        chosen = Settings(_env_file=None, corpus=corpus, data=tmp_path / "data", **settings)
        async with open_app(chosen) as app:
            yield app

    return opened
