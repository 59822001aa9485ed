"""A schedule of briefings: one a day, also after a kill and a pause."""

from contextlib import AsyncExitStack
from pathlib import Path

from tests.paths.delivery_briefings import change_briefing, check_next_day, save_briefing
from tests.paths.delivery_checks import check
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import SharedWorld

DAY_S = 86_400


async def test_briefing_comes_once_a_day_also_after_a_kill_and_a_pause(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        world = await SharedWorld.open(stack, tmp_path)
        simulation = DeliverySimulation(world, tmp_path / "one")
        await simulation.open()
        stack.push_async_callback(simulation.close)
        await save_briefing(simulation, "ada", 7 * 60)
        await save_briefing(simulation, "topic", 0)
        await simulation.publish(0, 0)
        await simulation.wait(DAY_S)
        await simulation.deliver(4, kill_at=3)
        await simulation.wait(600)
        await simulation.deliver(3)
        await change_briefing(simulation, 0, "pause")
        await simulation.wait(DAY_S)
        await simulation.deliver(3)
        await simulation.settle()
        await check(simulation)
        await check_next_day(simulation)
        messages = simulation.model.briefings.messages
        assert {alert_id: len(sent) for alert_id, sent in messages.items()} == {1: 2, 2: 3}
