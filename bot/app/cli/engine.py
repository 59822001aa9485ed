"""`newsbot engine`: the cluster that searches and matches alerts."""

from bot.app.progress import ProgressFactory, show_progress
from bot.app.search_index import connect
from bot.app.settings import Settings
from bot.app.wiring import open_app
from bot.storage.stores import Stores


async def rebuild(settings: Settings, *, progress: ProgressFactory = show_progress) -> None:
    """Delete what the cluster has of this database, and index everything again.

    Raises:
        ConfigError: The settings name no cluster.
        StoreError: The database or the cluster failed.
    """
    async with Stores.open(settings.store_url) as stores:
        cluster = connect(settings, await stores.alerts.store_id())
        try:
            await cluster.delete_all()
        finally:
            await cluster.close()
    async with open_app(settings, read_corpus=False, progress=progress) as app:
        with progress("Indexing alerts", "changes"):
            await app.alerts.catch_up()
