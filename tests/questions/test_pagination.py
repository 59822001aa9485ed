"""Pages of a list."""

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.pagination import page_of, split_page


@given(length=st.integers(0, 60), number=st.integers(), size=st.integers(1, 9))
def test_any_page_number_leads_to_an_existing_page(length: int, number: int, size: int) -> None:
    page = page_of(length, number, size=size)
    shown = range(length)[page.slice]
    assert 1 <= page.number <= page.pages
    assert len(shown) <= size
    assert bool(shown) == bool(length)


@given(length=st.integers(0, 60), size=st.integers(1, 9))
def test_all_pages_together_are_the_list(length: int, size: int) -> None:
    pages = [page_of(length, n, size=size) for n in range(1, page_of(length, 1, size=size).pages + 1)]
    assert [i for page in pages for i in range(length)[page.slice]] == list(range(length))


def test_items_are_numbered_by_their_place_in_the_list() -> None:
    assert page_of(5, 2, size=2).numbered("abcde") == [(3, "c"), (4, "d")]


@given(close=st.integers(0, 30), rest=st.integers(0, 30), size=st.integers(1, 9))
def test_two_parts_of_a_list_never_share_a_page(close: int, rest: int, size: int) -> None:
    pages = split_page(close, rest, 1, size=size)[0].pages
    shown = [range(close + rest)[split_page(close, rest, n, size=size)[1]] for n in range(1, pages + 1)]
    assert [i for page in shown for i in page] == list(range(close + rest))
    assert all(len(page) <= size for page in shown)
    assert all({i < close for i in page} != {True, False} for page in shown)
