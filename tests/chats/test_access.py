"""Admission: invitations and rates."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bot.chats.access import MAX_BUCKETS, NOTIFY_EVERY_S, AccessControl, AccessOutcome


@dataclass
class Clock:
    at: float = 0.0

    def __call__(self) -> float:
        return self.at


def test_without_a_list_everybody_is_invited() -> None:
    assert AccessControl().is_invited(1)
    assert AccessControl().decide(1, 1).outcome is AccessOutcome.WELCOME


def test_with_a_list_people_groups_and_hosts_on_it_are_served_and_nobody_else() -> None:
    admission = AccessControl(invited=[1, -5], admin_ids=[9])
    served = [admission.decide(*who).outcome for who in ((1, 1), (1, -7), (2, -5), (9, 9))]
    assert served == [AccessOutcome.WELCOME] * 4
    assert admission.decide(2, 2).outcome is AccessOutcome.NOT_INVITED
    assert admission.decide(2, 2, open_to_all=True).outcome is AccessOutcome.WELCOME
    assert admission.is_invited(2, 1)
    assert not admission.is_invited(2)


def test_who_is_too_fast_is_told_when_to_come_back_and_then_served() -> None:
    clock = Clock()
    admission = AccessControl(person_per_minute=6, clock=clock)
    assert [admission.decide(1, 1).outcome for _ in range(6)] == [AccessOutcome.WELCOME] * 6
    refused = admission.decide(1, 1)
    assert (refused.outcome, refused.wait_s, refused.notify) == (AccessOutcome.TOO_FAST, 10, True)
    assert admission.decide(2, 2).outcome is AccessOutcome.WELCOME
    clock.at += refused.wait_s
    assert admission.decide(1, 1).outcome is AccessOutcome.WELCOME


def test_who_was_told_is_not_told_again_at_once() -> None:
    clock = Clock()
    admission = AccessControl(invited=[1], clock=clock)
    assert [admission.decide(2, 2).notify for _ in range(3)] == [True, False, False]
    clock.at += NOTIFY_EVERY_S
    assert admission.decide(2, 2).notify


def test_one_person_cannot_use_up_their_group() -> None:
    admission = AccessControl(person_per_minute=5, group_per_minute=10, clock=Clock())
    for _ in range(100):
        admission.decide(1, -5)
    assert [admission.decide(2, -5).outcome for _ in range(5)] == [AccessOutcome.WELCOME] * 5
    assert admission.decide(3, -5).outcome is AccessOutcome.TOO_FAST
    assert admission.decide(3, 3).outcome is AccessOutcome.WELCOME


def test_hosts_have_no_rate() -> None:
    admission = AccessControl(admin_ids=[1], person_per_minute=1, clock=Clock())
    assert {admission.decide(1, 1).outcome for _ in range(50)} == {AccessOutcome.WELCOME}


def test_a_crowd_leaves_no_memory_behind() -> None:
    clock = Clock()
    admission = AccessControl(person_per_minute=40, clock=clock)
    for person in range(1, 3 * MAX_BUCKETS):
        clock.at += 0.01
        admission.decide(person, person)
    assert len(admission._buckets) <= MAX_BUCKETS


@given(st.lists(st.floats(0, 30), min_size=1, max_size=200), st.integers(1, 20))
def test_no_minute_holds_more_than_twice_the_rate(pauses: list[float], most: int) -> None:
    clock = Clock()
    admission = AccessControl(person_per_minute=most, clock=clock)
    served: list[float] = []
    for pause in pauses:
        clock.at += pause
        if admission.decide(1, 1).outcome is AccessOutcome.WELCOME:
            served.append(clock.at)
    for start in served:
        assert sum(start <= at < start + 60 for at in served) <= 2 * most
