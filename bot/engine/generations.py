"""Indices that replace each other: built next to the one in use, and switched to in one step.

`news-8` is an alias of `news-8-2`; `before-news-8` is one of `news-8-1`, which that replaced, for `undo`.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.engine.client import Cluster

KEPT_FOR = timedelta(days=7)
"""How long an index that was replaced is kept."""


class Generations:
    """The indices of some aliases.

    Args:
        aliases: Names that readers use.
    """

    def __init__(self, cluster: Cluster, aliases: Sequence[str]) -> None:
        self._cluster = cluster
        self._aliases = aliases

    async def prepare(self) -> dict[str, str]:
        """Return the name of a new index for each alias; delete all that the aliases don't stand for."""
        indices = await self._cluster.indices()
        new = {}
        for alias in self._aliases:
            numbers = _numbered(alias, indices)
            current = _behind(self._cluster.index(alias), indices)
            await self.drop([name for name in numbers if name != current])
            new[alias] = f"{alias}-{max(numbers.values(), default=0) + 1}"
        return new

    async def drop(self, names: Sequence[str]) -> None:
        """Delete indices."""
        for name in names:
            await self._cluster.delete(name)

    async def switch(self, new: Mapping[str, str]) -> None:
        """Let each alias stand for a new index, all at once; keep the indices before them for `undo`."""
        indices = await self._cluster.indices()
        steps = [step for alias, name in new.items() for step in self._steps(alias, name, indices)]
        if steps:
            await self._cluster.switch(steps)

    async def undo(self) -> list[str]:
        """Switch back to the indices that the last switch replaced; return their names, if any are left."""
        indices = await self._cluster.indices()
        before = {
            alias: name
            for alias in self._aliases
            if (name := _behind(self._cluster.index(f"before-{alias}"), indices))
        }
        if before:
            await self.switch(before)
        return list(before.values())

    async def drop_before(self) -> None:
        """Delete the indices that the last switch replaced."""
        indices = await self._cluster.indices()
        before = [_behind(self._cluster.index(f"before-{alias}"), indices) for alias in self._aliases]
        await self.drop([name for name in before if name])

    async def drop_old(self, now: datetime) -> None:
        """Delete indices that were replaced long ago."""
        indices = await self._cluster.indices()
        for alias in self._aliases:
            current = _behind(self._cluster.index(alias), indices)
            before = _behind(self._cluster.index(f"before-{alias}"), indices)
            # Both existed when one replaced the other; after `undo`, the one in use is the older one.
            if (
                current
                and before
                and now - max(map(_created, (indices[current], indices[before]))) > KEPT_FOR
            ):
                await self.drop([before])

    def _steps(self, alias: str, name: str, indices: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Return the steps that let an alias stand for another index."""
        full, before = self._cluster.index(alias), self._cluster.index(f"before-{alias}")
        steps: list[dict[str, Any]] = [{"add": {"index": self._cluster.index(name), "alias": full}}]
        if alias in indices:  # an index had the name before there were aliases
            return [{"remove_index": {"index": full}}, *steps]
        current = _behind(full, indices)
        if current == name:
            return []
        if current:
            steps.append({"remove": {"index": self._cluster.index(current), "alias": full}})
            steps.append({"add": {"index": self._cluster.index(current), "alias": before}})
        if old := _behind(before, indices):
            steps.append({"remove": {"index": self._cluster.index(old), "alias": before}})
        return steps


def _numbered(alias: str, indices: Mapping[str, Any]) -> dict[str, int]:
    """Return the indices that an alias stands for, or stood for, each with its number."""
    matches = {name: re.fullmatch(rf"{re.escape(alias)}-(\d+)", name) for name in indices}
    return {name: int(match[1]) for name, match in matches.items() if match}


def _behind(alias: str, indices: Mapping[str, Mapping[str, Any]]) -> str | None:
    return next((name for name, about in indices.items() if alias in about["aliases"]), None)


def _created(about: Mapping[str, Any]) -> datetime:
    return datetime.fromtimestamp(int(about["settings"]["index"]["creation_date"]) / 1000, UTC)
