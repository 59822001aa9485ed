"""A cache that keeps what was looked up lately."""

from bot.search.recent import Recent


class Lengths(Recent[str, int]):
    def __init__(self) -> None:
        super().__init__(2, self.length)
        self.made: list[str] = []

    def length(self, key: str) -> int:
        self.made.append(key)
        return len(key)


def test_values_are_made_once_while_they_are_used() -> None:
    lengths = Lengths()
    for number in range(20):
        assert lengths["often"] == 5
        assert lengths[f"new{number}"] == len(f"new{number}")
    assert lengths.made.count("often") == 1


def test_unused_values_are_forgotten() -> None:
    lengths = Lengths()
    for number in range(20):
        lengths[f"new{number}"]
        assert len(lengths) + len(lengths._older) <= 4
    lengths["new0"]
    assert lengths.made.count("new0") == 2
