"""An article that moves to another story before, between and after deliveries."""

from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.alerts.alert import Mode
from bot.storage.delivery.outbox import SqlOutbox
from tests.paths.delivery_checks import check
from tests.paths.delivery_moves import move
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import SharedWorld


@pytest.mark.parametrize(("delivered", "sent"), [(0, 2), (1, 1), (2, 1)])
@pytest.mark.parametrize("restarts", [False, True])
async def test_story_that_splits_is_reported_whole_or_in_parts_but_never_twice(
    tmp_path: Path, delivered: int, sent: int, *, restarts: bool
) -> None:
    async with AsyncExitStack() as stack:
        world = await SharedWorld.open(stack, tmp_path)
        simulation = DeliverySimulation(world, tmp_path / "data")
        await simulation.open()
        stack.push_async_callback(simulation.close)
        await simulation.save("ada", "hailstorm", Mode.NOW)
        for outlet in (0, 1):
            await simulation.publish(0, outlet)
            await SqlOutbox(simulation.database).expand(now=simulation.clock(), limit=10)
            await simulation.deliver(2 if outlet < delivered else 0)
        await move(simulation, 0, 1, splits=True)
        assert simulation.model.moves
        if restarts:
            await simulation.restart()
        await simulation.settle()
        await simulation.publish(0, 2)
        await simulation.settle()
        await check(simulation)
        assert len(simulation.model.messages) == sent
