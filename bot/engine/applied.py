"""How far an index of the cluster follows the change log: a document in the index itself.

Readers use an alias, which a rebuild moves to another index. What a writer writes, and how far that is, must
be in one index: it asks which one the alias points to, and names that.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bot.engine.client import Cluster

_ID = "~applied"
KEPT_S = 1.0
"""How long the position is kept: applying a change again does no harm."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far an index is.

    Args:
        index: Its name; never an alias.
        applied: The number of the last applied change, 0 for none.
    """

    index: str
    applied: int


class FollowedIndex:
    """An index that follows a change log, with the number of the last change that everybody finds in it.

    Args:
        name: The alias of the index; both are created when they are missing.
        target: An index that no alias points to yet, to be created and followed; None for that of the alias.
        fields: Further fields of the document that says how far the index is.
    """

    def __init__(
        self,
        cluster: Cluster,
        name: str,
        mapping: Mapping[str, Any],
        settings: Mapping[str, Any],
        *,
        target: str | None = None,
        fields: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self._cluster = cluster
        self._name = target or name
        self._first, self._alias = (target, "") if target else (f"{name}-1", name)
        self._mapping = mapping
        self._settings = settings
        self._fields = dict(fields)
        self._exists = False
        self._position = Position(self._first, 0)
        self._read_at = -KEPT_S

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        return (await self.position()).applied

    async def position(self) -> Position:
        """Return the index to write to, and how far it is."""
        if time.monotonic() - self._read_at >= KEPT_S:
            await self._create()
            index, document = await self._cluster.find(self._name, _ID)
            self._position = Position(index, int(document["applied"]) if document else 0)
            self._read_at = time.monotonic()
        return self._position

    def forget(self) -> None:
        """Look at the alias again at the next `position`: it may point to another index by now."""
        self._read_at = -KEPT_S

    async def publish(self, index: str, number: int) -> int:
        """Make what was written searchable, and record it as applied up to a number; return the number.

        The record never goes back: a number below it is ignored.

        Args:
            index: Of the position that the changes follow.
        """
        await self._cluster.refresh(index)
        about = {"_id": _ID, "version": number, "version_type": "external"}
        await self._cluster.write(index, [({"index": about}, {"applied": number, **self._fields})])
        if self._position.index == index:
            self._position = Position(index, max(self._position.applied, number))
        return number

    async def _create(self) -> None:
        if not self._exists:
            await self._cluster.create(self._first, self._mapping, self._settings, alias=self._alias)
            self._exists = True
