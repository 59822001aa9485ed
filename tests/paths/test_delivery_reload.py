"""A schedule of reloads and undos that random ones found."""

from contextlib import AsyncExitStack
from pathlib import Path

from bot.alerts.alert import Mode
from tests.paths import delivery_reload
from tests.paths.delivery_checks import check
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import SharedWorld


async def test_messages_follow_an_article_that_a_reload_brings_back_into_another_story(
    tmp_path: Path,
) -> None:
    async with AsyncExitStack() as stack:
        world = await SharedWorld.open(stack, tmp_path)
        simulation = DeliverySimulation(world, tmp_path / "one")
        await simulation.open()
        stack.push_async_callback(simulation.close)
        for mode in (Mode.NOW, Mode.DAILY):
            await simulation.save("ada", "hailstorm", mode)
        await simulation.block("ada")
        await delivery_reload.reload(simulation, 0, 0, quiet=False)
        await simulation.deliver(4, kill_at=0)
        await delivery_reload.undo(simulation)
        await delivery_reload.reload(simulation, 1, 0, quiet=False)
        await delivery_reload.undo(simulation)
        await simulation.settle()
        await check(simulation)
