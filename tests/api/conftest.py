"""A served API for each test; the sample articles are read once."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from bot.app.settings import Settings
from bot.app.wiring import open_app
from tests.api.serving import PUBLIC, SEEDS, Serve, Served, served
from tests.factories import write_jsonl


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample articles; tests open copies."""
    data = tmp_path_factory.mktemp("samples")

    async def fill() -> None:
        async with open_app(Settings(_env_file=None, corpus=SEEDS, data=data)):
            pass

    asyncio.run(fill())
    return data


@pytest.fixture
def serve(sample_data: Path, tmp_path: Path) -> Serve:
    """Serve the API with other settings."""
    data = tmp_path / "data"
    shutil.copytree(sample_data, data)

    def start(**settings: Any) -> AbstractAsyncContextManager[Served]:
        return served(data, **settings)

    return start


@pytest.fixture
async def api(serve: Serve) -> AsyncIterator[Served]:
    """An API with two clients, and public feeds and pages."""
    async with serve(api_public_url=PUBLIC) as opened:
        yield opened


@pytest.fixture
def serve_articles(tmp_path: Path) -> Serve:
    """Serve articles (fields of the JSON format); later calls find the same store."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()

    def start(*articles: dict[str, Any], **settings: Any) -> AbstractAsyncContextManager[Served]:
        write_jsonl(corpus / "articles.jsonl", *articles)
        options = {"api_public_url": PUBLIC, **settings}
        return served(tmp_path / "own", read_corpus=True, corpus=corpus, **options)

    return start
