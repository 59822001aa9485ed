"""Stories that merge before or after they were sent, by an article from a feed or from a reload."""

from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.alerts.alert import Mode
from bot.storage.delivery.outbox import SqlOutbox
from tests.paths.delivery_checks import check
from tests.paths.delivery_merges import merge
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import SharedWorld


@pytest.mark.parametrize("reloaded", [False, True])
async def test_stories_that_merge_after_both_were_sent_or_before_are_reported_as_promised(
    tmp_path: Path, *, reloaded: bool
) -> None:
    sent = []
    async with AsyncExitStack() as stack:
        world = await SharedWorld.open(stack, tmp_path)
        for delivered in (0, 1, 2):
            simulation = DeliverySimulation(world, tmp_path / str(delivered))
            await simulation.open()
            stack.push_async_callback(simulation.close)
            await simulation.save("ada", "report", Mode.NOW)
            for topic in (0, 1):
                await simulation.publish(topic, 0)
                await SqlOutbox(simulation.database).expand(now=simulation.clock(), limit=10)
                await simulation.deliver(2 if topic < delivered else 0)
            await merge(simulation, 0, 2, reloaded=reloaded)
            await simulation.restart()
            await simulation.settle()
            await check(simulation)
            sent.append(len(simulation.model.messages))
    assert sent == [1, 1, 2]


async def test_story_that_joins_a_message_in_one_chat_edits_no_message_of_another(tmp_path: Path) -> None:
    """Telegram numbers the messages of each chat from 1, so both messages have the same number."""
    async with AsyncExitStack() as stack:
        world = await SharedWorld.open(stack, tmp_path)
        simulation = DeliverySimulation(world, tmp_path / "simulation")
        await simulation.open()
        stack.push_async_callback(simulation.close)
        for destination, query in (("ada", "goalkeeper"), ("ada", "hailstorm"), ("channel", "hailstorm")):
            await simulation.save(destination, query, Mode.NOW)
        await simulation.publish(0, 0)
        await simulation.publish(1, 0)
        await simulation.deliver(1)
        await simulation.restart()
        await merge(simulation, 0, 2, reloaded=True)
        await simulation.settle()
        await check(simulation)
