"""Random schedules of events: each alert reports each story once, or the outbox records why not.

    NEWSBOT_SCHEDULES=10000 python -m pytest tests/paths/test_delivery_schedules.py

tries that many schedules instead of the number of the hypothesis profile.
"""

import asyncio
import itertools
import os
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from bot.alerts.alert import Mode
from bot.preview.api.messages import NOT_MODIFIED
from bot.preview.telegram.faults import Fault, FaultKind
from tests.paths import delivery_briefings, delivery_follows, delivery_merges, delivery_moves, delivery_reload
from tests.paths.delivery_checks import check
from tests.paths.delivery_simulation import DeliverySimulation
from tests.paths.delivery_world import DESTINATIONS, OUTLETS, QUERIES, TOPICS, SharedWorld
from tests.profiles import by_profile

pytestmark = pytest.mark.slow

SCHEDULES = int(os.environ.get("NEWSBOT_SCHEDULES", by_profile(dev=20, ci=100, long=10_000)))


def _error(code: int, words: str, method: str | None = None) -> Fault:
    return Fault(FaultKind.ERROR, method, code=code, words=words)


FAULTS = [
    *(Fault(FaultKind.FLOOD, "sendmessage", seconds=seconds) for seconds in (1, 30, 43_838)),
    Fault(FaultKind.FLOOD, "editmessagetext", seconds=7),
    Fault(FaultKind.CUT_BEFORE),
    Fault(FaultKind.CUT_AFTER, "sendmessage"),
    Fault(FaultKind.CUT_AFTER, "sendmessage", times=3),
    Fault(FaultKind.CUT_AFTER, "editmessagetext"),
    _error(500, "Internal Server Error"),
    _error(502, "Bad Gateway"),
    _error(409, "Conflict: terminated by other getUpdates request"),
    _error(403, "Forbidden: bot was blocked by the user"),
    _error(403, "Forbidden: user is deactivated"),
    _error(400, "Bad Request: can't parse entities: Unexpected end tag at byte offset 7"),
    _error(400, "Bad Request: message is too long", "sendmessage"),
    _error(400, "Bad Request: chat not found"),
    _error(400, "Bad Request: not enough rights to send text messages to the chat"),
    _error(400, "Bad Request: CHAT_WRITE_FORBIDDEN", "sendmessage"),
    _error(400, f"Bad Request: {NOT_MODIFIED}", "editmessagetext"),
    _error(400, "Bad Request: message to edit not found", "editmessagetext"),
    _error(400, "Bad Request: message can't be edited", "editmessagetext"),
]
destinations, numbers = st.sampled_from(DESTINATIONS), st.integers(0, 9)


class Schedule(RuleBasedStateMachine):
    """One random schedule of events, checked at its end."""

    runner: asyncio.Runner
    world: SharedWorld
    folder: Path
    count = itertools.count()

    def __init__(self) -> None:
        super().__init__()
        self.simulation = DeliverySimulation(self.world, self.folder / str(next(self.count)))
        self.do(self.simulation.open())

    def do(self, event: Coroutine[Any, Any, object]) -> None:
        self.runner.run(event)

    @initialize(
        alerts=st.lists(
            st.tuples(
                destinations, st.sampled_from(QUERIES), st.sampled_from((Mode.NOW, Mode.NOW, Mode.DAILY))
            ),
            min_size=1,
            max_size=6,
        )
    )
    def save_first_alerts(self, alerts: list[tuple[str, str, Mode]]) -> None:
        for destination, query, mode in alerts:
            self.do(self.simulation.save(destination, query, mode))

    @rule(destination=destinations, query=st.sampled_from(QUERIES), mode=st.sampled_from(Mode))
    def save(self, destination: str, query: str, mode: Mode) -> None:
        self.do(self.simulation.save(destination, query, mode))

    @rule(number=numbers, verb=st.sampled_from(("pause", "resume", "mute", "delete")))
    def change(self, number: int, verb: str) -> None:
        self.do(self.simulation.change(number, verb))

    @rule(topic=st.integers(0, len(TOPICS) - 1), outlet=st.integers(0, len(OUTLETS) - 1))
    def publish(self, topic: int, outlet: int) -> None:
        self.do(self.simulation.publish(topic, outlet))

    @rule(topic=st.integers(0, len(TOPICS) - 1), rounds=st.integers(1, 3))
    def publish_and_deliver(self, topic: int, rounds: int) -> None:
        self.do(self.simulation.publish(topic, 0))
        self.do(self.simulation.deliver(rounds))

    @rule(number=numbers, what=st.sampled_from(("correct", "withdraw", "put_back", "delete_message")))
    def change_article(self, number: int, what: str) -> None:
        self.do(getattr(self.simulation, what)(number))

    @rule(destination=destinations, what=st.sampled_from(("block", "unblock")))
    def block_or_unblock(self, destination: str, what: str) -> None:
        self.do(getattr(self.simulation, what)(destination))

    @rule(topic=st.integers(0, len(TOPICS) - 1), outlet=st.integers(0, len(OUTLETS) - 1), quiet=st.booleans())
    def reload(self, topic: int, outlet: int, quiet: bool) -> None:
        self.do(delivery_reload.reload(self.simulation, topic, outlet, quiet=quiet))

    @rule(number=numbers, topic=st.integers(0, len(TOPICS) - 1), reloaded=st.booleans())
    def merge(self, number: int, topic: int, reloaded: bool) -> None:
        self.do(delivery_merges.merge(self.simulation, number, topic, reloaded=reloaded))

    @rule(number=numbers, topic=st.integers(0, len(TOPICS) - 1), splits=st.booleans())
    def move(self, number: int, topic: int, splits: bool) -> None:
        self.do(delivery_moves.move(self.simulation, number, topic, splits=splits))

    @rule()
    def undo(self) -> None:
        self.do(delivery_reload.undo(self.simulation))

    @rule(destination=destinations)
    def sign_of_life(self, destination: str) -> None:
        """Somebody writes in a chat, which may still be closed to the bot."""
        chat = self.simulation.destinations[destination].chat
        self.do(self.simulation.app.services.chats.resume(chat.id))

    @rule(how=st.sampled_from(("close", "delete", "open")))
    def close_topic(self, how: str) -> None:
        self.do(self.simulation.close_topic(how))

    @rule(reported=st.booleans())
    def upgrade(self, reported: bool) -> None:
        self.do(self.simulation.upgrade(reported=reported))

    @rule(fault=st.sampled_from(FAULTS), destination=st.none() | destinations)
    def fault(self, fault: Fault, destination: str | None) -> None:
        self.do(self.simulation.fault(fault, destination))

    @rule(seconds=st.sampled_from((1, 40, 130, 4_000, 90_000, 700_000)))
    def wait(self, seconds: float) -> None:
        self.do(self.simulation.wait(seconds))

    @rule(rounds=st.integers(1, 4))
    def deliver(self, rounds: int) -> None:
        self.do(self.simulation.deliver(rounds))

    @rule(kill_at=st.integers(0, 40))
    def deliver_and_be_killed(self, kill_at: int) -> None:
        self.do(self.simulation.deliver(4, kill_at=kill_at))

    @rule(destination=destinations, at=st.sampled_from(delivery_briefings.TIMES))
    def save_briefing(self, destination: str, at: int) -> None:
        self.do(delivery_briefings.save_briefing(self.simulation, destination, at))

    @rule(number=numbers, verb=st.sampled_from(("pause", "resume", "mute", "delete")))
    def change_briefing(self, number: int, verb: str) -> None:
        self.do(delivery_briefings.change_briefing(self.simulation, number, verb))

    @rule(destination=destinations, number=numbers, mode=st.sampled_from(delivery_follows.MODES))
    def follow(self, destination: str, number: int, mode: Mode) -> None:
        self.do(delivery_follows.follow(self.simulation, destination, number, mode))

    @rule(number=numbers, verb=st.sampled_from(delivery_follows.VERBS))
    def change_follow(self, number: int, verb: str) -> None:
        self.do(delivery_follows.change_follow(self.simulation, number, verb))

    @rule()
    def restart(self) -> None:
        self.do(self.simulation.restart())

    def teardown(self) -> None:
        try:
            self.do(self.simulation.settle())
            self.do(check(self.simulation))
            self.do(delivery_follows.check_follows(self.simulation))
            self.do(delivery_briefings.check_next_day(self.simulation))
            self.do(check(self.simulation))
            self.do(delivery_follows.check_ends(self.simulation))
            self.do(delivery_follows.check_follows(self.simulation))
        finally:
            self.do(self.simulation.close())


@pytest.fixture
def schedules(tmp_path: Path) -> Iterator[type[Schedule]]:
    """The state machine; all its runs share a server and an empty database."""
    stack = AsyncExitStack()
    with asyncio.Runner() as runner:
        world = runner.run(SharedWorld.open(stack, tmp_path))
        attributes = {"runner": runner, "world": world, "folder": tmp_path}
        yield type("Schedule", (Schedule,), attributes)
        runner.run(stack.aclose())


def test_each_alert_reports_each_story_once_or_records_why_not(schedules: type[Schedule]) -> None:
    run_state_machine_as_test(
        schedules,
        settings=settings(
            max_examples=SCHEDULES,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
