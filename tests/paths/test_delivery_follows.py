"""Schedules of followed stories: each development is reported once, also after kills, merges and undos."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from bot.alerts.alert import AlertId, Mode
from bot.delivery import follows
from bot.delivery.follow import ENDS_AFTER
from tests.paths import delivery_reload
from tests.paths.delivery_follows import be_quiet, change_follow, check_ends, check_follows, follow
from tests.paths.delivery_merges import merge
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import SharedWorld


@pytest.fixture
async def simulation(tmp_path: Path) -> AsyncIterator[DeliverySimulation]:
    async with AsyncExitStack() as stack:
        world = await SharedWorld.open(stack, tmp_path)
        simulation = DeliverySimulation(world, tmp_path / "one")
        await simulation.open()
        stack.push_async_callback(simulation.close)
        await simulation.publish(0, 0)
        yield simulation


def figures(simulation: DeliverySimulation, alert_id: int = 1) -> list[list[str]]:
    """Return the figures in each message about a followed story, in order."""
    return [sorted(shown.figures) for shown in simulation.model.followed.get(alert_id, {}).values()]


async def finish(simulation: DeliverySimulation) -> None:
    await simulation.settle()
    await check_follows(simulation)
    await check_ends(simulation)
    await check_follows(simulation)


async def test_each_development_comes_once_also_when_the_process_is_killed(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.NOW)
    for kill_at in (1, 3, 6, 9):
        await simulation.publish(0, 1)
        await simulation.wait(60)
        await simulation.deliver(3, kill_at=kill_at)
        await simulation.wait(200)
    await simulation.settle()
    assert [figure for shown in figures(simulation) for figure in shown] == ["101", "102", "103", "104"]
    await finish(simulation)


async def test_one_message_is_kept_up_to_date_and_sent_again_once_it_was_deleted(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.UPDATE)
    for outlet in (1, 2):
        await simulation.publish(0, outlet)
        await simulation.settle()
    assert figures(simulation) == [["101", "102"]]
    (message,) = simulation.model.followed[1]
    del simulation.state.chats[message.chat_id].messages[message.message_id]
    await simulation.publish(0, 3)
    await simulation.settle()
    await simulation.publish(0, 1)
    await simulation.settle()
    assert figures(simulation) == [["101", "102"], ["101", "102", "103", "104"]]
    await finish(simulation)


async def test_developments_wait_in_one_message_while_the_story_is_paused(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.NOW)
    await change_follow(simulation, 0, "pause")
    for _ in range(3):
        await simulation.publish(0, 1)
        await simulation.deliver(1)
        await simulation.wait(4_000)
    assert figures(simulation) == []
    await change_follow(simulation, 0, "resume")
    await simulation.deliver(1)
    assert figures(simulation) == [["101", "102", "103"]]
    await finish(simulation)


async def test_a_development_that_was_withdrawn_before_it_was_sent_is_not_sent(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.DAILY)
    await simulation.publish(0, 1)
    await simulation.deliver(1)
    await simulation.withdraw(1)
    await simulation.settle()
    assert figures(simulation) == []
    await simulation.put_back(0)
    await simulation.settle()
    assert figures(simulation) == [["101"]]
    await finish(simulation)


async def test_a_correction_is_reported(simulation: DeliverySimulation) -> None:
    await follow(simulation, "ada", 0, Mode.NOW)
    await simulation.correct(0)
    await simulation.settle()
    (shown,) = simulation.model.followed[1].values()
    assert "Corrected by Mill Gazette: Report xv0" in shown.text
    await finish(simulation)


@pytest.mark.parametrize("both", [False, True])
async def test_a_story_is_followed_into_the_one_it_merges_into(
    simulation: DeliverySimulation, *, both: bool
) -> None:
    await simulation.publish(1, 1)
    for number in (0, 1) if both else (1,):
        await follow(simulation, "ada", number, Mode.NOW)
    await merge(simulation, 0, 2, reloaded=False)
    await simulation.settle()
    await simulation.publish(0, 3)
    await simulation.settle()
    kept = await simulation.app.services.alerts.reporting_to(simulation.destinations["ada"].chat.id)
    assert len(kept) == 1
    await finish(simulation)


async def test_a_quiet_reload_reports_nothing_and_what_comes_next_is_reported(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.NOW)
    await delivery_reload.reload(simulation, 0, 1, quiet=True)
    await simulation.publish(0, 2)
    await simulation.settle()
    assert figures(simulation) == [["102"]]
    await finish(simulation)


async def test_a_reload_reports_and_an_undo_does_not_repeat(simulation: DeliverySimulation) -> None:
    await follow(simulation, "ada", 0, Mode.NOW)
    await delivery_reload.reload(simulation, 0, 1, quiet=False)
    await simulation.settle()
    assert figures(simulation) == [["101"]]
    await delivery_reload.undo(simulation)
    await simulation.settle()
    await delivery_reload.reload(simulation, 0, 2, quiet=False)
    await simulation.settle()
    assert figures(simulation) == [["101"], ["102"]]
    await finish(simulation)


async def test_an_unfollowed_story_that_is_followed_again_reports_what_came_in_between(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.NOW)
    await change_follow(simulation, 0, "delete")
    await simulation.publish(0, 1)
    await simulation.settle()
    assert figures(simulation) == []
    await change_follow(simulation, 0, "restore")
    await simulation.settle()
    assert figures(simulation) == [["101"]]
    await finish(simulation)


async def test_a_story_ends_only_when_nothing_came_for_long(simulation: DeliverySimulation) -> None:
    await follow(simulation, "ada", 0, Mode.NOW)
    await simulation.wait((ENDS_AFTER - timedelta(hours=1)).total_seconds())
    await simulation.correct(0)
    await simulation.settle()
    await simulation.wait((ENDS_AFTER - timedelta(hours=1)).total_seconds())
    await simulation.settle()
    (shown,) = simulation.model.followed[1].values()
    assert "Corrected by" in shown.text
    await simulation.wait(7_200)
    await simulation.settle()
    assert [shown.ended for shown in simulation.model.followed[1].values()] == [False, True]
    await check_follows(simulation)


async def delete_message(simulation: DeliverySimulation) -> None:
    """Delete the only message about a followed story, as its reader may."""
    (message,) = simulation.model.followed[AlertId(1)]
    del simulation.state.chats[message.chat_id].messages[message.message_id]


async def test_a_deleted_message_is_not_sent_again_while_the_story_is_paused(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.UPDATE)
    await simulation.publish(0, 1)
    await simulation.settle()
    await delete_message(simulation)
    await change_follow(simulation, 0, "pause")
    await simulation.publish(0, 2)
    await simulation.deliver(1)
    await simulation.wait(4_000)
    await simulation.deliver(2)
    assert figures(simulation) == [["101"]]
    await simulation.settle()
    assert figures(simulation) == [["101"], ["102"]]
    await finish(simulation)


async def test_developments_of_quiet_hours_come_in_one_message_at_their_end(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.NOW)
    await be_quiet(simulation)
    for number in (1, 2):
        await simulation.publish(0, number)
        await simulation.deliver(1)
        await simulation.wait(1_800)
    await simulation.deliver(2)
    assert figures(simulation) == []
    await simulation.wait(7_200)
    await simulation.deliver(2)
    assert figures(simulation) == [["101", "102"]]
    await finish(simulation)


async def test_developments_of_a_digest_come_in_one_message_when_it_is_due(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.HOURLY)
    for number in (1, 2):
        await simulation.publish(0, number)
        await simulation.deliver(1)
    assert figures(simulation) == []
    await simulation.wait(3_600)
    await simulation.deliver(2)
    assert figures(simulation) == [["101", "102"]]
    await finish(simulation)


async def test_a_deleted_message_is_not_sent_again_in_quiet_hours(simulation: DeliverySimulation) -> None:
    await follow(simulation, "ada", 0, Mode.UPDATE)
    await simulation.publish(0, 1)
    await simulation.settle()
    await delete_message(simulation)
    await be_quiet(simulation)
    await simulation.publish(0, 2)
    await simulation.deliver(1)
    await simulation.wait(3_600)
    await simulation.deliver(2)
    assert figures(simulation) == [["101"]]
    await simulation.wait(7_200)
    await simulation.deliver(2)
    assert figures(simulation) == [["101"], ["101", "102"]]
    await finish(simulation)


async def test_a_story_that_cannot_be_checked_stops_no_delivery(
    simulation: DeliverySimulation, monkeypatch: pytest.MonkeyPatch
) -> None:
    await follow(simulation, "ada", 0, Mode.NOW)
    with monkeypatch.context() as broken:
        broken.setattr(follows, "story_facts", lambda *_: 1 // 0)
        await simulation.publish(0, 1)
        await simulation.settle()
    assert figures(simulation) == []
    await simulation.publish(0, 2)
    await simulation.settle()
    assert figures(simulation) == [["101", "102"]]
    await finish(simulation)


async def test_a_story_followed_again_before_its_end_was_reported_goes_on_silently(
    simulation: DeliverySimulation,
) -> None:
    await follow(simulation, "ada", 0, Mode.DAILY)
    await simulation.wait((ENDS_AFTER + timedelta(hours=1)).total_seconds())
    await simulation.deliver(1)
    await follow(simulation, "ada", 0, Mode.DAILY)
    await simulation.wait(timedelta(days=2).total_seconds())
    await simulation.deliver(2)
    assert figures(simulation) == []
    await finish(simulation)


@pytest.mark.parametrize("paused", [(0,), (1,), (0, 1)])
async def test_stories_that_merge_are_paused_only_if_both_are(
    simulation: DeliverySimulation, *, paused: tuple[int, ...]
) -> None:
    await simulation.publish(1, 1)
    for number in (0, 1):
        await follow(simulation, "ada", number, Mode.NOW)
    for number in paused:
        await change_follow(simulation, number, "pause")
    await merge(simulation, 0, 2, reloaded=False)
    (kept,) = await simulation.app.services.alerts.reporting_to(simulation.destinations["ada"].chat.id)
    assert kept.paused is (paused == (0, 1))
    await finish(simulation)
