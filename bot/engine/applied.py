"""How far an index of the cluster follows the change log: a document in the index itself."""

import time
from collections.abc import Mapping
from typing import Any

from bot.engine.client import Cluster

_ID = "~applied"
_KEPT_S = 1.0
"""How long the number is kept: it only grows, and applying a change again does no harm."""


class FollowedIndex:
    """An index that follows a change log, with the number of the last change that everybody finds in it.

    Args:
        name: Of the index.
        mapping: Of its documents; created with the index when it is missing.
    """

    def __init__(
        self, cluster: Cluster, name: str, mapping: Mapping[str, Any], settings: Mapping[str, Any]
    ) -> None:
        self._cluster = cluster
        self._name = name
        self._mapping = mapping
        self._settings = settings
        self._exists = False
        self._number = 0
        self._read_at = -_KEPT_S

    async def applied(self) -> int:
        """Return the number of the last applied change, 0 for none."""
        if time.monotonic() - self._read_at >= _KEPT_S:
            await self._create()
            found = await self._cluster.get(self._name, [_ID])
            self._number = int(found[0]["_source"]["applied"]) if found else 0
            self._read_at = time.monotonic()
        return self._number

    async def publish(self, number: int) -> int:
        """Make what was written searchable, and record it as applied up to a number; return the number.

        The record never goes back: a number below it is ignored.
        """
        await self._cluster.refresh(self._name)
        about = {"_id": _ID, "version": number, "version_type": "external"}
        await self._cluster.write(self._name, [({"index": about}, {"applied": number})])
        self._number = max(self._number, number)
        return number

    async def _create(self) -> None:
        if not self._exists:
            await self._cluster.create(self._name, self._mapping, self._settings)
            self._exists = True
