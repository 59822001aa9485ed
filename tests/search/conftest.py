"""The indices that every test of the contract runs on, and the compiled search."""

import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Protocol

import pytest

from bot.corpus.article import Article
from bot.engine.index import EngineIndex
from bot.search.kernel.kernel import Kernel
from bot.search.kernel.library import COMPILERS, build_library
from bot.search.local_index import LocalIndex
from bot.search.ports import ArticleIndex, IndexChange
from bot.search.ranking.config import RankingConfig
from tests.engine.clusters import open_cluster


class MakeIndex(Protocol):
    """Returns an index of some articles."""

    async def __call__(self, *articles: Article, config: RankingConfig | None = None) -> ArticleIndex: ...


@pytest.fixture(scope="session")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Kernel:
    """Return the compiled search."""
    if not any(map(shutil.which, COMPILERS)):
        pytest.skip("needs a C compiler")
    return Kernel(build_library(tmp_path_factory.mktemp("kernel")))


@pytest.fixture(params=["local", pytest.param("cluster", marks=pytest.mark.opensearch)])
async def make_index(request: pytest.FixtureRequest) -> AsyncIterator[MakeIndex]:
    """Make indices that are closed after the test."""
    async with AsyncExitStack() as stack:

        async def make(*articles: Article, config: RankingConfig | None = None) -> ArticleIndex:
            index: ArticleIndex
            if request.param == "local":
                index = local = LocalIndex(config)
                stack.push_async_callback(local.close)
            else:
                index = EngineIndex(await stack.enter_async_context(open_cluster()), config)
                await index.applied()  # creates it
            await index.apply(
                [IndexChange(number, article.id, article) for number, article in enumerate(articles, 1)]
            )
            return index

        yield make
