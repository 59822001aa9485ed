"""The index of articles as a projection of the change log, across rebuilds."""

from collections.abc import Sequence

from bot.engine.index import EngineIndex
from bot.search.ports import IndexChange


class Follower:
    """An index as a projection: it takes changes only while the index that they follow is in use."""

    def __init__(self, index: EngineIndex) -> None:
        self._index = index
        self._followed: str | None = None

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        position = await self._index.position()
        self._followed = position.index
        return position.applied

    async def apply(self, changes: Sequence[IndexChange]) -> None:
        """Apply changes that follow the last `applied`, or the last ones applied.

        Raises:
            SearchUnavailable: The cluster is away, or another index is in use by now.
        """
        await self._index.apply(changes, to=self._followed)
