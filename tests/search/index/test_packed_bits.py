"""Packed numbers come back as they were."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index.packed_bits import Packer, pack, packed_size, unpack, unpack_at, width_of

NUMBERS = st.integers(1, 16).flatmap(lambda bits: st.lists(st.integers(0, 2**bits - 1), max_size=40))


@given(numbers=NUMBERS, cuts=st.lists(st.integers(0, 40), max_size=4))
def test_numbers_come_back_however_they_are_packed(numbers: list[int], cuts: list[int]) -> None:
    width = width_of(max(numbers, default=0))
    values = np.array(numbers, np.int32)
    packed = pack(values, width)
    assert len(packed) == packed_size(len(values), width)
    packer = Packer(width)
    chunks = [packer.add(chunk) for chunk in np.split(values, sorted(cuts))]
    assert np.concatenate([*chunks, packer.finish()]).tolist() == packed.tolist()
    if width:
        assert unpack(packed, width)[: len(values)].tolist() == numbers
        order = np.arange(len(values))[::-1]
        assert unpack_at(packed, order, width).tolist() == numbers[::-1]


@pytest.mark.parametrize(("highest", "width"), [(0, 0), (1, 1), (3, 2), (4, 4), (255, 8), (65_535, 16)])
def test_width_is_the_least_that_holds_the_highest_number(highest: int, width: int) -> None:
    assert width_of(highest) == width
