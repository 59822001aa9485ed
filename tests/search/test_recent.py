"""A cache that keeps what was looked up lately."""

import gc

from bot.search.recent import Recent


class Lengths:
    """Lengths of texts, and for which it was asked."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.known = Recent(2, self.length)

    def length(self, key: str) -> int:
        self.made.append(key)
        return len(key)


def test_values_are_made_once_while_they_are_used() -> None:
    lengths = Lengths()
    for number in range(20):
        assert lengths.known["often"] == 5
        assert lengths.known[f"new{number}"] == len(f"new{number}")
    assert lengths.made.count("often") == 1


def test_unused_values_are_forgotten() -> None:
    lengths = Lengths()
    for number in range(20):
        assert lengths.known[f"new{number}"]
        assert len(lengths.known) <= 4
    assert lengths.known["new0"] == 4
    assert lengths.made.count("new0") == 2


def test_values_of_several_keys_are_in_their_order() -> None:
    lengths = Lengths()
    assert lengths.known.values_of(["a", "bcd", "ef", "a", "ghij"]) == [1, 3, 2, 1, 4]
    assert lengths.known.values_of(["ghij", "a"]) == [4, 1]
    assert lengths.known.values_of([]) == []


def test_collector_skips_texts_and_numbers() -> None:
    lengths = Lengths()
    assert lengths.known.values_of(["a", "bcd", "ef"]) == [1, 3, 2]
    assert not gc.is_tracked(lengths.known._newer)
    assert not gc.is_tracked(lengths.known._older)
