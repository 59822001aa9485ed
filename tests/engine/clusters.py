"""The cluster that `tests/with_opensearch` started; each test has indices of its own."""

import asyncio
import os
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.alerts.matching.ports import AlertIndex
from bot.engine.client import Cluster
from bot.errors import SearchUnavailable
from tests.profiles import PATIENCE_S

FOLDER = Path(os.environ.get("TEST_OPENSEARCH_FOLDER", "/nowhere"))
"""Of the cluster: `node-1/pid`, and `failed`, which says why there is none."""
URL = os.environ.get("TEST_OPENSEARCH", "")
READY_WITHIN_S = 240
_UNTIL = time.monotonic() + READY_WITHIN_S
_ready = False


async def purge(index: AlertIndex, request: int = 1) -> bool:
    """Purge deleted alerts once every copy of their index is there; return whether nothing is left."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            with suppress(SearchUnavailable):
                return await index.purge_deleted(request)
            await asyncio.sleep(0.2)


@asynccontextmanager
async def open_cluster() -> AsyncIterator[Cluster]:
    """Yield the cluster with a prefix of its own; its indices are deleted in the end."""
    cluster = Cluster(URL, prefix=f"test-{secrets.token_hex(6)}")
    try:
        await _wait_until_ready()
        yield cluster
        await cluster.delete_all()
    finally:
        await cluster.close()


async def _wait_until_ready() -> None:
    """Wait until all nodes answer; skip (in CI: fail) if they ended, fail if they did not come up before."""
    global _ready
    nodes = [] if _ready else [Cluster(url, prefix="test") for url in URL.split(",")]
    try:
        for node in nodes:
            while not await _answers(node):
                if (FOLDER / "failed").is_file():
                    _give_up((FOLDER / "failed").read_text())
                assert time.monotonic() < _UNTIL, "the cluster of tests/with_opensearch does not start"
                await asyncio.sleep(0.5)
    finally:
        for node in nodes:
            await node.close()
    _ready = True


def _give_up(reason: str) -> None:
    """Skip the test; in CI, fail if a node ended, but not if the network lacks OpenSearch."""
    fails = os.environ.get("CI") and "can't be fetched" not in reason
    (pytest.fail if fails else pytest.skip)(reason)


async def _answers(node: Cluster) -> bool:
    try:
        await node.delete("none")
    except SearchUnavailable:
        return False
    return True
