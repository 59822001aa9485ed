"""Indices that replace each other: built next to the one in use, and switched to in one step.

`news-8` is an alias of `news-8-2`; `before-news-8` is one of `news-8-1`, which that replaced, for `undo`.
The alias `replaced-1796000000000` of `news-8-1`, set in the same step, says when: in milliseconds since 1970.

A process that replaces or deletes indices holds the lease of `Stores.rebuilding`, so that no other deletes an
index that it switches to.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.engine.client import Cluster

KEPT_FOR = timedelta(days=7)
"""How long an index that was replaced is kept."""
_REPLACED = "replaced-"


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

    async def drop_others(self, kind: str) -> None:
        """Delete every index whose name begins with `kind`, but those that the aliases stand for.

        They are those that were replaced, those of a rebuild that was killed, and those of older programs.
        """
        indices = await self._cluster.indices()
        current = {_behind(self._cluster.index(alias), indices) for alias in self._aliases}
        await self.drop([name for name in indices if name.startswith(kind) and name not in current])

    async def switch(self, new: Mapping[str, str], *, now: datetime) -> None:
        """Let each alias stand for a new index, all at once; keep the indices before them for `undo`."""
        indices = await self._cluster.indices()
        steps = [step for alias, name in new.items() for step in self._steps(alias, name, indices, now)]
        if steps:
            await self._cluster.switch(steps)

    async def undo(self, *, now: datetime) -> list[str]:
        """Switch back to the indices that the last switch replaced; return their names, if any are left."""
        indices = await self._cluster.indices()
        before = {alias: name for alias in self._aliases if (name := self._before(alias, indices))}
        if before:
            await self.switch(before, now=now)
        return list(before.values())

    async def undo_until(self) -> datetime | None:
        """Return until when the indices that the last switch replaced are kept, None if there are none."""
        indices = await self._cluster.indices()
        return min((at + KEPT_FOR for at in self._replaced(indices).values()), default=None)

    async def drop_old(self, *, now: datetime) -> None:
        """Delete the indices that were replaced more than `KEPT_FOR` ago."""
        indices = await self._cluster.indices()
        await self.drop([name for name, at in self._replaced(indices).items() if now - at > KEPT_FOR])

    def _replaced(self, indices: Mapping[str, Mapping[str, Any]]) -> dict[str, datetime]:
        """Return the indices that the last switch replaced, each with its time."""
        replaced = {}
        for alias in self._aliases:
            current = _behind(self._cluster.index(alias), indices)
            if before := self._before(alias, indices):
                replaced[before] = _replaced_at(indices[before], indices[current or before])
        return replaced

    def _before(self, alias: str, indices: Mapping[str, Mapping[str, Any]]) -> str | None:
        return _behind(self._cluster.index(f"before-{alias}"), indices)

    def _steps(
        self, alias: str, name: str, indices: Mapping[str, Mapping[str, Any]], now: datetime
    ) -> list[dict[str, Any]]:
        """Return the steps that let an alias stand for another index."""
        full, before = self._cluster.index(alias), self._cluster.index(f"before-{alias}")
        current, old = _behind(full, indices), self._before(alias, indices)
        if current == name:
            return []
        steps = [self._step("add", name, full)]
        if current:
            replaced = self._cluster.index(f"{_REPLACED}{round(now.timestamp() * 1000)}")
            steps.append(self._step("remove", current, full))
            steps += [self._step("add", current, also) for also in (before, replaced)]
        if old:
            since = [also for also in indices[old]["aliases"] if _time_in(also) is not None]
            steps += [self._step("remove", old, also) for also in (before, *since)]
        return steps

    def _step(self, verb: str, index: str, alias: str) -> dict[str, Any]:
        return {verb: {"index": self._cluster.index(index), "alias": alias}}


def _numbered(alias: str, indices: Mapping[str, Any]) -> dict[str, int]:
    """Return the indices that an alias stands for, or stood for, each with its number."""
    matches = {name: re.fullmatch(rf"{re.escape(alias)}-(\d+)", name) for name in indices}
    return {name: int(match[1]) for name, match in matches.items() if match}


def _behind(alias: str, indices: Mapping[str, Mapping[str, Any]]) -> str | None:
    return next((name for name, about in indices.items() if alias in about["aliases"]), None)


def _replaced_at(before: Mapping[str, Any], current: Mapping[str, Any]) -> datetime:
    """Return when an index was replaced; when the newer of both was created if no alias says it."""
    times = [time for alias in before["aliases"] if (time := _time_in(alias)) is not None]
    created = [int(about["settings"]["index"]["creation_date"]) for about in (before, current)]
    return datetime.fromtimestamp(max(times or created) / 1000, UTC)


def _time_in(alias: str) -> int | None:
    """Return the time in an alias that says when its index was replaced, None for any other."""
    match = re.search(rf"-{_REPLACED}(\d+)$", alias)
    return int(match[1]) if match else None
