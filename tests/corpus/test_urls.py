"""When two web addresses mean the same page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.urls import url_key


@pytest.mark.parametrize(
    "same",
    [
        "http://example.org/a/b?x=1&y=2",
        "https://www.example.org/a/b/?y=2&x=1",
        "HTTPS://M.Example.org:443/a/b?utm_source=feed&x=1&y=2&fbclid=abc#part",
        "  https://amp.example.org/a/b?x=1&y=2#:~:text=words ",
    ],
)
def test_what_does_not_change_the_page_does_not_count(same: str) -> None:
    assert url_key(same) == "example.org/a/b?x=1&y=2"


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/A/b",
        "https://example.org/a/b?x=2",
        "https://example.org:8080/a/b",
        "https://example.com/a/b",
        "https://news.example.org/a/b",
    ],
)
def test_what_may_be_another_page_is_another_address(other: str) -> None:
    assert url_key(other) != url_key("https://example.org/a/b")


@settings(max_examples=80, deadline=None)
@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    assert isinstance(url_key(text), str)
    assert isinstance(url_key(f"https://{text}"), str)
