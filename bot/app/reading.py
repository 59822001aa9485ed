"""Opens what questions need and no more, for commands that answer one and end.

`open_app` imports and opens what the whole program consists of, which takes longer than an answer. Nothing of
it is needed while database, index and corpus folder agree.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.app.build_questions import QuestionStores, build_questions
from bot.app.clock import utc_now
from bot.app.progress import ProgressFactory
from bot.app.settings import Settings
from bot.ingest.folder_scan import is_same, scan_folder
from bot.questions.service import QuestionService
from bot.questions.top_stories import TopStoryService
from bot.search.kernel.library import open_kernel
from bot.search.local_index import LocalIndex
from bot.search.ranking.config import RankingConfig
from bot.storage.articles.store import SqlArticleStore
from bot.storage.articles.stories import SqlStoryStore
from bot.storage.articles.versions import SqlVersionStore
from bot.storage.database import Database
from bot.storage.feeds import SqlFeedStore
from bot.storage.generations.known_files import SqlKnownFiles
from bot.storage.migrate import migrate
from bot.storage.named_values import SqlNamedValues


@dataclass(frozen=True, slots=True)
class Reading:
    """What answers questions."""

    questions: QuestionService
    top: TopStoryService


@asynccontextmanager
async def open_for_reading(
    settings: Settings, *, progress: ProgressFactory, clock: Callable[[], datetime] = utc_now
) -> AsyncIterator[Reading]:
    """Open what questions need, with the index and the corpus up to date.

    Args:
        progress: Shows the progress of long steps.
        clock: Returns the current time, aware UTC.

    Raises:
        StoreError: The database failed, or a newer program created it.
    """
    if settings.engine_url is None:
        async with _open_local(settings, clock) as reading:
            if reading is not None:
                yield reading
                return
    from bot.app.wiring import open_app

    async with open_app(settings, progress=progress, clock=clock) as app:
        yield Reading(app.services.questions, app.services.top)


@asynccontextmanager
async def _open_local(settings: Settings, clock: Callable[[], datetime]) -> AsyncIterator[Reading | None]:
    """Open database and local index; yield None unless they and the corpus folder agree."""
    await migrate(settings.store_url)
    async with Database.open(settings.store_url) as database:
        store_id = f"{await SqlNamedValues(database).store_id():x}"
        ranking = RankingConfig(half_life_days=settings.half_life_days)
        kernel = open_kernel(settings.data)
        index = LocalIndex.open(settings.data / "index", store_id=store_id, config=ranking, kernel=kernel)
        try:
            if not await _is_current(settings.corpus, database, index):
                yield None
                return
            questions = build_questions(settings, _stores(database), index, clock)
            yield Reading(questions, TopStoryService(index, questions.corpus, questions.grouper))
        finally:
            await index.close()


def _stores(database: Database) -> QuestionStores:
    return QuestionStores(
        SqlArticleStore(database), SqlStoryStore(database), SqlVersionStore(database), SqlFeedStore(database)
    )


async def _is_current(folder: Path, database: Database, index: LocalIndex) -> bool:
    """Return whether the index has every article, and no file of the folder has changed since it was read."""
    if await index.applied() != await SqlArticleStore(database).last_change() or not folder.is_dir():
        return False
    files = await asyncio.to_thread(scan_folder, folder)
    known = await SqlKnownFiles(database).known_files(str(folder))
    return is_same(
        files, {source.removeprefix(f"{folder}/"): file.file_hash for source, file in known.items()}
    )
