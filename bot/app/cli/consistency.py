"""`newsbot doctor --deep`: whether store, index and stories agree, article by article."""

import asyncio
from collections.abc import Sequence

from bot.app.settings import Settings
from bot.app.wiring import App, open_app
from bot.storage.admin.consistency import MOST_NAMED, ConsistencyReport


async def disagreements(settings: Settings) -> tuple[int, list[str]]:
    """Return how many articles live, and what does not fit; opens the house, which follows the change log.

    Raises:
        StoreError: The database refused.
    """
    async with open_app(settings, read_corpus=False) as house:
        await house.articles.follow()
        found = await house.agreement.look()
        wrong = [*found.wrong, *await _index(house, found), *await _ledger(house, found)]
    return len(found.stories), wrong


async def _index(house: App, found: ConsistencyReport) -> list[str]:
    snapshot = house.index.snapshot
    ids = await asyncio.to_thread(lambda: list(snapshot.ids()))
    return [
        *([] if snapshot.number >= found.last_change else [f"the index is at change {snapshot.number}"]),
        *_differing("index", ids, list(found.stories)),
    ]


async def _ledger(house: App, found: ConsistencyReport) -> list[str]:
    """The stories as the running program knows them, against those stored."""
    known = await house.articles.stories.known()
    wrong = [each for each, story in found.stories.items() if known.get(each) != story]
    return (
        [f"the ledger of stories differs for {len(wrong):,}: {', '.join(wrong[:MOST_NAMED])}"]
        if wrong
        else []
    )


def _differing(what: str, has: Sequence[str], should: Sequence[str]) -> list[str]:
    extra, missing = sorted(set(has) - set(should)), sorted(set(should) - set(has))
    return [
        *([f"twice in the {what}: {len(has) - len(set(has)):,}"] if len(has) != len(set(has)) else []),
        *([f"in the {what} only: {len(extra):,}: {', '.join(extra[:MOST_NAMED])}"] if extra else []),
        *([f"not in the {what}: {len(missing):,}: {', '.join(missing[:MOST_NAMED])}"] if missing else []),
    ]
