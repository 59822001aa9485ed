"""Pages of a list."""

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.pagination import page_of


@given(length=st.integers(0, 60), asked=st.integers(), size=st.integers(1, 9))
def test_every_page_asked_for_is_one_there_is(length: int, asked: int, size: int) -> None:
    page = page_of(length, asked, size=size)
    shown = range(length)[page.lines]
    assert 1 <= page.number <= page.of
    assert len(shown) <= size
    assert bool(shown) == bool(length)


@given(length=st.integers(0, 60), size=st.integers(1, 9))
def test_all_pages_together_are_the_list(length: int, size: int) -> None:
    pages = [page_of(length, n, size=size) for n in range(1, page_of(length, 1, size=size).of + 1)]
    assert [i for page in pages for i in range(length)[page.lines]] == list(range(length))
