"""When polling is unhealthy, and when it is impossible."""

from dataclasses import dataclass

import pytest

from bot.app.runtime.poll_health import CALM_S, CONFLICT_PATIENCE_S, REFUSED_PATIENCE_S, PollHealth


@dataclass
class At:
    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def at() -> At:
    return At()


def test_refused_token_is_unhealthy_until_a_poll_works(at: At) -> None:
    health = PollHealth(at)
    health.refused("401 Unauthorized")
    assert "401 Unauthorized" in health.problem
    assert health.verdict() == ""
    health.worked()
    assert (health.problem, health.verdict()) == ("", "")


def test_token_refused_for_minutes_is_final(at: At) -> None:
    health = PollHealth(at)
    for _ in range(int(REFUSED_PATIENCE_S / 30)):
        health.refused("401 Unauthorized")
        assert health.verdict() == ""
        at.now += 30
    health.refused("401 Unauthorized")
    assert "5 minutes" in health.verdict()
    assert "\n" not in health.verdict()


def test_refusal_before_a_network_outage_is_not_final(at: At) -> None:
    health = PollHealth(at)
    health.refused("401 Unauthorized")
    at.now += 2 * REFUSED_PATIENCE_S
    assert health.verdict() == ""
    health.refused("401 Unauthorized")
    assert health.verdict() == "", "nobody knows what Telegram would have answered meanwhile"


def test_conflicts_are_final_after_a_minute_even_if_polls_between_them_work(at: At) -> None:
    health = PollHealth(at)
    for _ in range(int(CONFLICT_PATIENCE_S / 10)):
        health.conflicted()
        health.worked()
        assert health.verdict() == ""
        at.now += 10
    health.conflicted()
    assert "409 Conflict" in health.verdict()


def test_conflicts_that_are_far_apart_are_two_restarts(at: At) -> None:
    health = PollHealth(at)
    for _ in range(10):
        health.conflicted()
        at.now += CALM_S + 1
    assert health.verdict() == ""
