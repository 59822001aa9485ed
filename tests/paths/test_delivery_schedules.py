"""Whatever happens and in whatever order: every alert tells every story once, or it is known why not.

    NEWSBOT_SCHEDULES=10000 python -m pytest tests/paths/test_delivery_schedules.py

tries as many random schedules, instead of the hypothesis profile's number.
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
from tests.paths.delivery_account import check
from tests.paths.delivery_script import Script
from tests.paths.delivery_stage import OUTLETS, PLACES, QUERIES, TOPICS, Stage
from tests.profiles import by_profile

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
places, numbers = st.sampled_from(PLACES), st.integers(0, 9)


class Schedule(RuleBasedStateMachine):
    """One random schedule of events, and the account at its end."""

    runner: asyncio.Runner
    script: Script
    folder: Path
    count = itertools.count()

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage(self.script, self.folder / str(next(self.count)))
        self.do(self.stage.open())

    def do(self, deed: Coroutine[Any, Any, None]) -> None:
        self.runner.run(deed)

    @initialize(
        alerts=st.lists(
            st.tuples(places, st.sampled_from(QUERIES), st.sampled_from((Mode.NOW, Mode.NOW, Mode.DAILY))),
            min_size=1,
            max_size=6,
        )
    )
    def people_have_saved(self, alerts: list[tuple[str, str, Mode]]) -> None:
        for place, query, mode in alerts:
            self.do(self.stage.save(place, query, mode))

    @rule(place=places, query=st.sampled_from(QUERIES), mode=st.sampled_from(Mode))
    def save(self, place: str, query: str, mode: Mode) -> None:
        self.do(self.stage.save(place, query, mode))

    @rule(number=numbers, verb=st.sampled_from(("pause", "resume", "mute", "delete")))
    def change(self, number: int, verb: str) -> None:
        self.do(self.stage.change(number, verb))

    @rule(topic=st.integers(0, len(TOPICS) - 1), outlet=st.integers(0, len(OUTLETS) - 1))
    def publish(self, topic: int, outlet: int) -> None:
        self.do(self.stage.publish(topic, outlet))

    @rule(topic=st.integers(0, len(TOPICS) - 1), rounds=st.integers(1, 3))
    def publish_and_deliver(self, topic: int, rounds: int) -> None:
        self.do(self.stage.publish(topic, 0))
        self.do(self.stage.deliver(rounds))

    @rule(number=numbers, what=st.sampled_from(("correct", "withdraw", "put_back", "delete_message")))
    def mend(self, number: int, what: str) -> None:
        self.do(getattr(self.stage, what)(number))

    @rule(place=places, what=st.sampled_from(("block", "unblock")))
    def shut_out(self, place: str, what: str) -> None:
        self.do(getattr(self.stage, what)(place))

    @rule(how=st.sampled_from(("close", "delete", "open")))
    def close_topic(self, how: str) -> None:
        self.do(self.stage.close_topic(how))

    @rule(said=st.booleans())
    def upgrade(self, said: bool) -> None:
        self.do(self.stage.upgrade(said=said))

    @rule(fault=st.sampled_from(FAULTS), place=st.none() | places)
    def fault(self, fault: Fault, place: str | None) -> None:
        self.do(self.stage.fault(fault, place))

    @rule(seconds=st.sampled_from((1, 40, 130, 4_000, 90_000)))
    def wait(self, seconds: float) -> None:
        self.do(self.stage.wait(seconds))

    @rule(rounds=st.integers(1, 4))
    def deliver(self, rounds: int) -> None:
        self.do(self.stage.deliver(rounds))

    @rule(kill_at=st.integers(0, 40))
    def deliver_and_be_killed(self, kill_at: int) -> None:
        self.do(self.stage.deliver(4, kill_at=kill_at))

    @rule()
    def restart(self) -> None:
        self.do(self.stage.restart())

    def teardown(self) -> None:
        try:
            self.do(self.stage.settle())
            self.do(check(self.stage))
        finally:
            self.do(self.stage.close())


@pytest.fixture
def schedules(tmp_path: Path) -> Iterator[type[Schedule]]:
    """The machine, with a server and an empty store that all its runs share."""
    stack = AsyncExitStack()
    with asyncio.Runner() as runner:
        script = runner.run(Script.open(stack, tmp_path))
        named = {"runner": runner, "script": script, "folder": tmp_path}
        yield type("Schedule", (Schedule,), named)
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
