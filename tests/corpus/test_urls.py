"""When two URLs mean the same page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.urls import url_key


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/a/b?x=1&y=2",
        "https://www.example.org/a/b/?y=2&x=1",
        "HTTPS://M.Example.org:443/a/b?utm_source=feed&x=1&y=2&fbclid=abc#part",
        "  https://amp.example.org/a/b?x=1&y=2#:~:text=words ",
    ],
)
def test_equivalent_urls_have_the_same_key(url: str) -> None:
    assert url_key(url) == "example.org/a/b?x=1&y=2"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/A/b",
        "https://example.org/a/b?x=2",
        "https://example.org:8080/a/b",
        "https://example.com/a/b",
        "https://news.example.org/a/b",
    ],
)
def test_urls_of_different_pages_have_different_keys(url: str) -> None:
    assert url_key(url) != url_key("https://example.org/a/b")


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    assert isinstance(url_key(text), str)
    assert isinstance(url_key(f"https://{text}"), str)
