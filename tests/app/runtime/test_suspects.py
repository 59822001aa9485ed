"""Which updates begin when processes died over some of them."""

from bot.app.runtime.suspects import ALONE_FOR_S, MAX_ATTEMPTS, SUSPECT_ATTEMPTS, Turns
from bot.chats.inbox import ClaimedUpdate


def claimed(number: int, attempts: int) -> ClaimedUpdate:
    return ClaimedUpdate(number, 7, "{}", attempts)


class World:
    """Processes that end whenever the poisonous update begins, and a moment later over innocent ones."""

    def __init__(self, poison: int, innocent: int) -> None:
        self.poison = poison
        self.attempts = dict.fromkeys(range(innocent + 1), 0)

    def live(self) -> None:
        """Run one process until it ends: an update that runs alone is done before anything else happens."""
        turns = Turns()
        for number, attempts in self.attempts.items():
            turns.add(claimed(number, attempts))
        while begun := [update.id for update in turns.take()]:
            for number in begun:
                self.attempts[number] += 1
            if self.poison in begun:
                return
            for number in begun:
                turns.end(number)
                del self.attempts[number]


def test_updates_beside_a_poisonous_one_are_not_convicted() -> None:
    world = World(poison=3, innocent=9)
    for _ in range(MAX_ATTEMPTS):
        world.live()
    assert world.attempts.pop(3) == MAX_ATTEMPTS, "it is given up"
    assert max(world.attempts.values()) == SUSPECT_ATTEMPTS


def test_suspect_that_takes_long_does_not_hold_up_the_others() -> None:
    now = 0.0
    turns = Turns(lambda: now)
    innocent, suspect = claimed(1, 0), claimed(2, SUSPECT_ATTEMPTS)
    turns.add(innocent)
    turns.add(suspect)
    assert (turns.take(), turns.take()) == ([suspect], [])
    now = ALONE_FOR_S
    assert turns.take() == [innocent]


def test_updates_without_a_suspect_begin_in_the_order_of_their_claims() -> None:
    turns = Turns()
    for number in (5, 4, 9):
        turns.add(claimed(number, number % 2))
    assert [update.id for update in turns.take()] == [5, 4, 9]
    assert turns.take() == []
