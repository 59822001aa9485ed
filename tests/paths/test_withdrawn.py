"""Stories withdrawn before anybody was told of them."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.alerts.alert import Mode
from bot.delivery.outbox import OutboxState
from bot.preview.telegram.faults import Fault, FaultKind
from tests.paths.delivery_account import check
from tests.paths.delivery_script import Script
from tests.paths.delivery_stage import Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """A story was promised to somebody, and given up, as its article was withdrawn before it was told."""
    async with AsyncExitStack() as stack:
        opened = Stage(await Script.open(stack, tmp_path), tmp_path / "data")
        await opened.open()
        stack.push_async_callback(opened.close)
        await opened.save("ada", "hailstorm", Mode.NOW)
        await opened.publish(0, 0)
        await opened.withdraw(0)
        await opened.deliver(3)
        assert await opened.app.services.delivery.outbox.counts() == {OutboxState.GIVEN_UP: 1}
        yield opened


async def told(stage: Stage) -> list[int]:
    """Which articles the messages tell of, once all is settled."""
    await stage.settle()
    await check(stage)
    return [number for said in stage.said for _, number in said.tells]


async def test_withdrawn_story_is_reported_once_after_its_article_returns(stage: Stage) -> None:
    await stage.put_back(0)
    assert await told(stage) == [0]
    await stage.withdraw(0)
    await stage.put_back(0)
    assert await told(stage) == [0]


async def test_withdrawn_story_is_reported_once_when_another_outlet_publishes_it(stage: Stage) -> None:
    await stage.publish(0, 1)
    await stage.put_back(0)
    assert len(await told(stage)) == 1


async def test_withdrawn_story_of_a_deleted_alert_is_not_reported(stage: Stage) -> None:
    await stage.change(0, "delete")
    await stage.put_back(0)
    assert await told(stage) == []


async def test_possible_duplicate_is_counted_when_a_withdrawn_story_is_reported_again(
    tmp_path: Path,
) -> None:
    async with AsyncExitStack() as stack:
        stage = Stage(await Script.open(stack, tmp_path), tmp_path / "data")
        await stage.open()
        stack.push_async_callback(stage.close)
        await stage.save("ada", "hailstorm", Mode.NOW)
        await stage.fault(Fault(FaultKind.CUT_AFTER, "sendmessage"), None)
        await stage.publish(0, 0)
        await stage.deliver(1)
        await stage.withdraw(0)
        await stage.wait(4_000)
        await stage.deliver(3)
        assert await stage.app.services.delivery.outbox.counts() == {OutboxState.GIVEN_UP: 1}
        await stage.put_back(0)
        assert await told(stage) == [0, 0]
