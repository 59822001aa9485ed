"""Admission: invitations and rates."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bot.chats.access import ROOM, TOLD_EVERY_S, AccessControl, Outcome


@dataclass
class Clock:
    at: float = 0.0

    def __call__(self) -> float:
        return self.at


def test_without_a_list_everybody_is_invited() -> None:
    assert AccessControl().invites(1)
    assert AccessControl().rule(1, 1).verdict is Outcome.WELCOME


def test_with_a_list_people_groups_and_hosts_on_it_are_served_and_nobody_else() -> None:
    admission = AccessControl(invited=[1, -5], hosts=[9])
    served = [admission.rule(*who).verdict for who in ((1, 1), (1, -7), (2, -5), (9, 9))]
    assert served == [Outcome.WELCOME] * 4
    assert admission.rule(2, 2).verdict is Outcome.NOT_INVITED
    assert admission.rule(2, 2, open_to_all=True).verdict is Outcome.WELCOME
    assert admission.invites(2, 1)
    assert not admission.invites(2)


def test_who_is_too_fast_is_told_when_to_come_back_and_then_served() -> None:
    clock = Clock()
    admission = AccessControl(person_per_minute=6, clock=clock)
    assert [admission.rule(1, 1).verdict for _ in range(6)] == [Outcome.WELCOME] * 6
    refused = admission.rule(1, 1)
    assert (refused.verdict, refused.wait_s, refused.say) == (Outcome.TOO_FAST, 10, True)
    assert admission.rule(2, 2).verdict is Outcome.WELCOME
    clock.at += refused.wait_s
    assert admission.rule(1, 1).verdict is Outcome.WELCOME


def test_who_was_told_is_not_told_again_at_once() -> None:
    clock = Clock()
    admission = AccessControl(invited=[1], clock=clock)
    assert [admission.rule(2, 2).say for _ in range(3)] == [True, False, False]
    clock.at += TOLD_EVERY_S
    assert admission.rule(2, 2).say


def test_one_person_cannot_use_up_their_group() -> None:
    admission = AccessControl(person_per_minute=5, group_per_minute=10, clock=Clock())
    for _ in range(100):
        admission.rule(1, -5)
    assert [admission.rule(2, -5).verdict for _ in range(5)] == [Outcome.WELCOME] * 5
    assert admission.rule(3, -5).verdict is Outcome.TOO_FAST
    assert admission.rule(3, 3).verdict is Outcome.WELCOME


def test_hosts_have_no_rate() -> None:
    admission = AccessControl(hosts=[1], person_per_minute=1, clock=Clock())
    assert {admission.rule(1, 1).verdict for _ in range(50)} == {Outcome.WELCOME}


def test_a_crowd_leaves_no_memory_behind() -> None:
    clock = Clock()
    admission = AccessControl(person_per_minute=40, clock=clock)
    for person in range(1, 3 * ROOM):
        clock.at += 0.01
        admission.rule(person, person)
    assert len(admission._buckets) <= ROOM


@given(st.lists(st.floats(0, 30), min_size=1, max_size=200), st.integers(1, 20))
def test_no_minute_holds_more_than_twice_the_rate(pauses: list[float], most: int) -> None:
    clock = Clock()
    admission = AccessControl(person_per_minute=most, clock=clock)
    served: list[float] = []
    for pause in pauses:
        clock.at += pause
        if admission.rule(1, 1).verdict is Outcome.WELCOME:
            served.append(clock.at)
    for start in served:
        assert sum(start <= at < start + 60 for at in served) <= 2 * most
