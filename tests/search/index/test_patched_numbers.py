"""Patched numbers come back as they were, in few bytes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index.patched_numbers import PatchedNumbers

NUMBERS = st.integers(1, 32).flatmap(lambda bits: st.lists(st.integers(0, 2**bits - 1), max_size=60))


@given(numbers=NUMBERS, least=st.integers(0, 2**31), order=st.randoms())
def test_numbers_come_back(numbers: list[int], least: int, order) -> None:
    numbers = [number + least for number in numbers]
    patched = PatchedNumbers.of(np.array(numbers, np.int64))
    assert patched.all().tolist() == numbers
    indices = list(range(len(numbers))) * 2
    order.shuffle(indices)
    assert patched.at(np.array(indices, np.int64)).tolist() == [numbers[index] for index in indices]
    half = slice(len(numbers) // 2, len(numbers))
    assert patched.range(half).tolist() == numbers[half]


def test_one_large_number_does_not_widen_the_others() -> None:
    numbers = np.array([*range(100, 115), 2**31, *range(100, 115)] * 20)
    patched = PatchedNumbers.of(numbers)
    assert (patched.width, patched.least, len(patched.places)) == (4, 100, 20)
    assert patched.all().tolist() == numbers.tolist()


def test_equal_numbers_take_no_bytes() -> None:
    patched = PatchedNumbers.of(np.full(1_000, 36))
    assert len(patched.packed) == len(patched.places) == 0
    assert patched.all().tolist() == [36] * 1_000
