"""Access control: invitations and rate limits."""

import time
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bot.chats.access import MAX_BUCKETS, NOTIFY_EVERY_S, AccessControl, AccessOutcome


@dataclass
class Clock:
    at: float = 0.0

    def __call__(self) -> float:
        return self.at


def test_everybody_is_invited_without_an_allow_list() -> None:
    assert AccessControl().is_invited(1)
    assert AccessControl().decide(1, 1).outcome is AccessOutcome.WELCOME


def test_allow_list_admits_its_users_groups_and_operators_only() -> None:
    access = AccessControl(invited=[1, -5], admin_ids=[9])
    served = [access.decide(*who).outcome for who in ((1, 1), (1, -7), (2, -5), (9, 9))]
    assert served == [AccessOutcome.WELCOME] * 4
    assert access.decide(2, 2).outcome is AccessOutcome.NOT_INVITED
    assert access.decide(2, 2, open_to_all=True).outcome is AccessOutcome.WELCOME
    assert access.is_invited(2, 1)
    assert not access.is_invited(2)


def test_user_over_the_rate_is_served_after_the_wait() -> None:
    clock = Clock()
    access = AccessControl(person_per_minute=6, clock=clock)
    assert [access.decide(1, 1).outcome for _ in range(6)] == [AccessOutcome.WELCOME] * 6
    refused = access.decide(1, 1)
    assert (refused.outcome, refused.wait_s, refused.notify) == (AccessOutcome.TOO_FAST, 10, True)
    assert access.decide(2, 2).outcome is AccessOutcome.WELCOME
    clock.at += refused.wait_s
    assert access.decide(1, 1).outcome is AccessOutcome.WELCOME


def test_repeated_refusals_notify_once_a_minute() -> None:
    clock = Clock()
    access = AccessControl(invited=[1], clock=clock)
    assert [access.decide(2, 2).notify for _ in range(3)] == [True, False, False]
    clock.at += NOTIFY_EVERY_S
    assert access.decide(2, 2).notify


def test_one_user_cannot_use_up_the_rate_of_a_group() -> None:
    access = AccessControl(person_per_minute=5, group_per_minute=10, clock=Clock())
    for _ in range(100):
        access.decide(1, -5)
    assert [access.decide(2, -5).outcome for _ in range(5)] == [AccessOutcome.WELCOME] * 5
    assert access.decide(3, -5).outcome is AccessOutcome.TOO_FAST
    assert access.decide(3, 3).outcome is AccessOutcome.WELCOME


def test_operators_have_no_rate() -> None:
    access = AccessControl(admin_ids=[1], person_per_minute=1, clock=Clock())
    assert {access.decide(1, 1).outcome for _ in range(50)} == {AccessOutcome.WELCOME}


def test_number_of_buckets_is_limited() -> None:
    clock = Clock()
    access = AccessControl(person_per_minute=40, clock=clock)
    for person in range(1, 3 * MAX_BUCKETS):
        clock.at += 0.01
        access.decide(person, person)
    assert len(access._buckets) <= MAX_BUCKETS


def test_addresses_in_a_hurry_are_held_and_cost_no_more_than_others() -> None:
    clock = Clock()
    access = AccessControl(person_per_minute=1, clock=clock)
    few = _seconds_of(access, range(1, 5_001))
    _seconds_of(access, range(5_001, MAX_BUCKETS + 1))
    many = _seconds_of(access, range(MAX_BUCKETS + 1, MAX_BUCKETS + 5_001))
    assert len(access._buckets) == MAX_BUCKETS
    # All buckets are younger than a minute: rebuilding them at each call took a thousand times as long.
    assert many < 20 * few
    last = MAX_BUCKETS + 5_000
    assert access.decide(last, last).outcome is AccessOutcome.TOO_FAST
    assert access.decide(1, 1).outcome is AccessOutcome.WELCOME, "dropped as the one used longest ago"


def _seconds_of(access: AccessControl, people: range) -> float:
    """Return the time that the process spends on a request of each person."""
    begun = time.process_time()
    for person in people:
        access.decide(person, person)
    return time.process_time() - begun


@given(st.lists(st.floats(0, 30), min_size=1, max_size=200), st.integers(1, 20))
def test_no_minute_serves_more_than_twice_the_rate(pauses: list[float], most: int) -> None:
    clock = Clock()
    access = AccessControl(person_per_minute=most, clock=clock)
    served: list[float] = []
    for pause in pauses:
        clock.at += pause
        if access.decide(1, 1).outcome is AccessOutcome.WELCOME:
            served.append(clock.at)
    for start in served:
        assert sum(start <= at < start + 60 for at in served) <= 2 * most


def test_bots_are_answered_only_if_allowed_and_up_to_the_cap_of_a_chat() -> None:
    assert not AccessControl().answers_bot(-5)
    clock = Clock()
    access = AccessControl(bots_per_hour=3, clock=clock)
    assert [access.answers_bot(-5) for _ in range(5)] == [True, True, True, False, False]
    assert access.answers_bot(-6)
    clock.at += 3_600
    assert access.answers_bot(-5)
