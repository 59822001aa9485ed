"""Opens what searches articles and matches alerts: in this process, or on a cluster."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.alerts.matching.ports import AlertIndex
from bot.alerts.matching.projection import AlertProjection
from bot.app.settings import Settings
from bot.corpus.article import ArticleId
from bot.errors import ConfigError
from bot.ingest.projections import Projection
from bot.ingest.reload.checks import IndexStage
from bot.search.kernel.library import open_kernel
from bot.search.local_index import LocalIndex
from bot.search.ports import ArticleIndex
from bot.search.ranking.config import RankingConfig
from bot.storage.stores import Stores
from bot.stories.ports import StoryIndex
from bot.stories.projection import StoryProjection
from bot.trends.service import MentionIndex

if TYPE_CHECKING:
    from bot.engine.client import Cluster


class SearchIndex(ArticleIndex, IndexStage, MentionIndex, Protocol):
    """Everything that the program asks of an index of articles."""

    async def ready(self) -> None:
        """Prepare for the first query."""
        ...

    def ids(self) -> AsyncIterator[ArticleId]:
        """Yield the id of every article in the index."""
        ...

    async def close(self) -> None:
        """Save everything and release all resources."""
        ...


@dataclass(frozen=True, slots=True)
class Indexes:
    """What searches articles, matches alerts and finds stories.

    Args:
        follower: The index of articles, as it follows the change log.
        lock: Returns the lock of the one process that assigns stories at a time.
    """

    articles: SearchIndex
    alerts: AlertIndex
    stories: StoryIndex
    follower: Projection
    lock: Callable[[], AbstractAsyncContextManager[None]] = nullcontext


async def open_indexes(stack: AsyncExitStack, settings: Settings, stores: Stores) -> Indexes:
    """Return the indices of articles, alerts and stories; the stack closes them.

    Raises:
        ConfigError: The settings name a cluster, but its client is not installed.
    """
    store_id = await stores.alerts.store_id()
    if settings.engine_url is not None:
        return await _open_on_cluster(stack, settings, stores, store_id)
    ranking = RankingConfig(half_life_days=settings.half_life_days)
    kernel = open_kernel(settings.data)
    index = LocalIndex.open(settings.data / "index", store_id=f"{store_id:x}", config=ranking, kernel=kernel)
    stack.push_async_callback(index.close)
    alerts = await AlertProjection.open(
        stores.alerts, settings.data / "alerts.npz", lambda term: index.snapshot.doc_freq(term)
    )
    stack.push_async_callback(alerts.close)
    stories = await StoryProjection.open(
        stores.articles, stores.stories, file=settings.data / "stories", store_id=f"{store_id:x}"
    )
    stack.push_async_callback(stories.close)
    return Indexes(index, alerts, stories, index)


async def _open_on_cluster(
    stack: AsyncExitStack, settings: Settings, stores: Stores, store_id: int
) -> Indexes:
    cluster = connect(settings, store_id)
    stack.push_async_callback(cluster.close)
    from bot.engine.alerts import EngineAlerts
    from bot.engine.follower import Follower
    from bot.engine.index import EngineIndex
    from bot.engine.stories import EngineStories

    ranking = RankingConfig(half_life_days=settings.half_life_days)
    index = EngineIndex(cluster, ranking, shards=settings.engine_shards, rebuilding=stores.rebuilding)
    stack.push_async_callback(index.close)
    stories = EngineStories(stores.articles, stores.stories, cluster)
    alerts = EngineAlerts(cluster, stores.alerts)
    return Indexes(index, alerts, stories, Follower(index), stores.assigning)


def connect(settings: Settings, store_id: int) -> "Cluster":
    """Return the cluster of the settings, with the indices of a store.

    Raises:
        ConfigError: The settings name none, or its client is not installed.
    """
    if settings.engine_url is None:
        raise ConfigError("NEWSBOT_ENGINE_URL is not set: there is no cluster")
    try:
        from bot.engine.client import Cluster
    except ModuleNotFoundError as error:
        raise ConfigError("NEWSBOT_ENGINE_URL needs: pip install 'newsbot[opensearch]'") from error
    urls, key = settings.engine_url.get_secret_value(), settings.engine_api_key
    if key is not None and "@" in urls:
        raise ConfigError("NEWSBOT_ENGINE_URL has a user, NEWSBOT_ENGINE_API_KEY a key: set one of them")
    if settings.engine_ca is not None and not settings.engine_ca.is_file():
        raise ConfigError(f"NEWSBOT_ENGINE_CA: there is no file {settings.engine_ca}")
    api_key = key.get_secret_value() if key else None
    return Cluster(urls, ca_file=settings.engine_ca, api_key=api_key, prefix=f"newsbot-{store_id:x}")
