"""Sentences about other places or days than each other."""

import pytest

from bot.summaries.scope import scope_of
from tests.factories import make_article


def is_other(left: str, right: str, *, code: str = "en") -> bool:
    first, second = make_article("a", left, language=code), make_article("b", right, language=code)
    return scope_of(first, 0).is_other(scope_of(second, 0))


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        ("Two people died in Oss.", "Three people died in Lund.", "en"),
        ("Two people died on Monday.", "Three people died on Friday.", "en"),
        ("Two people died in Oss.", "Three people died.", "en"),
        ("Deux personnes sont mortes à Oss.", "Trois personnes sont mortes à Lund.", "fr"),
        ("Oss'ta iki kişi öldü.", "Lund'da üç kişi öldü.", "tr"),
    ],
)
def test_other_places_and_days(left: str, right: str, code: str) -> None:
    assert is_other(left, right, code=code)
    assert is_other(right, left, code=code)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Two people died.", "Three people died."),
        ("Two people died in Oss.", "Three people died near Oss."),
        ("Two people died in Oss.", "Three people died. The mayor of Oss wept."),
        ("Two people died on Monday.", "Three people died."),
        ("Two people died in March.", "Three people died in the port."),
    ],
)
def test_same_or_unnamed_places_and_days(left: str, right: str) -> None:
    assert not is_other(left, right)
