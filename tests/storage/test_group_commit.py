"""Items submitted during a commit share the next; a failure reaches the whole batch."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.errors import StoreError
from bot.storage.group_commit import GroupCommit


class Disk:
    """Records batches, slowly."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.second = asyncio.Event()
        self._begun = 0

    async def write(self, batch: Sequence[int]) -> None:
        self._begun += 1
        if self._begun == 2:
            self.second.set()
        await asyncio.sleep(0.01)
        if 13 in batch:
            raise StoreError("disk full")
        self.batches.append(list(batch))


async def test_items_waiting_during_a_commit_share_the_next() -> None:
    disk = Disk()
    group = GroupCommit(disk.write)
    await asyncio.gather(*(group.submit(n) for n in range(10)))
    assert disk.batches == [[0], [1, 2, 3, 4, 5, 6, 7, 8, 9]]


async def test_failure_reaches_whole_batch_and_no_other() -> None:
    disk = Disk()
    group = GroupCommit(disk.write)
    first, *failed, last = await asyncio.gather(
        group.submit(12),
        group.submit(13),
        group.submit(14),
        _later(group, 15, disk),
        return_exceptions=True,
    )
    assert [type(error) for error in failed] == [StoreError, StoreError]
    assert (first, last) == (None, None)
    assert disk.batches == [[12], [15]]


async def test_cancelled_item_leaves_rest_of_batch() -> None:
    disk = Disk()
    group = GroupCommit(disk.write)
    leader = asyncio.create_task(group.submit(1))
    follower = asyncio.create_task(group.submit(2))
    await asyncio.sleep(0)
    leader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leader
    await follower
    assert disk.batches == [[2]]


async def _later(group: GroupCommit[int], n: int, disk: Disk) -> None:
    """Submit during the second batch."""
    await disk.second.wait()
    await group.submit(n)
