"""Stories withdrawn before they were reported."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.alerts.alert import Mode
from bot.delivery.outbox import OutboxState
from bot.preview.telegram.faults import Fault, FaultKind
from tests.paths.delivery_checks import check
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import SharedWorld


@pytest.fixture
async def simulation(tmp_path: Path) -> AsyncIterator[DeliverySimulation]:
    """An alert matched a story whose article was withdrawn before it was reported: the outbox gave it up."""
    async with AsyncExitStack() as stack:
        opened = DeliverySimulation(await SharedWorld.open(stack, tmp_path), tmp_path / "data")
        await opened.open()
        stack.push_async_callback(opened.close)
        await opened.save("ada", "hailstorm", Mode.NOW)
        await opened.publish(0, 0)
        await opened.withdraw(0)
        await opened.deliver(3)
        assert await opened.app.services.delivery.outbox.counts() == {OutboxState.GIVEN_UP: 1}
        yield opened


async def reported_articles(simulation: DeliverySimulation) -> list[int]:
    """Return the articles that messages report, once nothing is waiting."""
    await simulation.settle()
    await check(simulation)
    return [number for message in simulation.model.messages for _, number in message.reports]


async def test_withdrawn_story_is_reported_once_after_its_article_returns(
    simulation: DeliverySimulation,
) -> None:
    await simulation.put_back(0)
    assert await reported_articles(simulation) == [0]
    await simulation.withdraw(0)
    await simulation.put_back(0)
    assert await reported_articles(simulation) == [0]


async def test_withdrawn_story_is_reported_once_by_another_outlet(
    simulation: DeliverySimulation,
) -> None:
    await simulation.publish(0, 1)
    await simulation.put_back(0)
    assert len(await reported_articles(simulation)) == 1


async def test_withdrawn_story_of_a_deleted_alert_is_not_reported(simulation: DeliverySimulation) -> None:
    await simulation.change(0, "delete")
    await simulation.put_back(0)
    assert await reported_articles(simulation) == []


async def test_possible_duplicate_of_a_withdrawn_story_is_counted(
    tmp_path: Path,
) -> None:
    async with AsyncExitStack() as stack:
        simulation = DeliverySimulation(await SharedWorld.open(stack, tmp_path), tmp_path / "data")
        await simulation.open()
        stack.push_async_callback(simulation.close)
        await simulation.save("ada", "hailstorm", Mode.NOW)
        await simulation.fault(Fault(FaultKind.CUT_AFTER, "sendmessage"), None)
        await simulation.publish(0, 0)
        await simulation.deliver(1)
        await simulation.withdraw(0)
        await simulation.wait(4_000)
        await simulation.deliver(3)
        assert await simulation.app.services.delivery.outbox.counts() == {OutboxState.GIVEN_UP: 1}
        await simulation.put_back(0)
        assert await reported_articles(simulation) == [0, 0]
