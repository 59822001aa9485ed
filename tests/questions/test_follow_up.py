"""Messages that continue what was shown."""

import pytest

from bot.languages.language import languages
from bot.questions.follow_up import asks_for_next_page


@pytest.mark.parametrize("message", ["more", "More!", "  go on ", "المزيد", "Daha fazla?", "ещё", "بیشتر"])
def test_message_asks_for_the_next_page(message: str) -> None:
    assert asks_for_next_page(message)


@pytest.mark.parametrize("message", ["", "more about the mill", "Thomas More", "next week", "/more" * 50])
def test_message_about_something_does_not(message: str) -> None:
    assert not asks_for_next_page(message)


@pytest.mark.parametrize("code", ["ar", "de", "en", "es", "fa", "fr", "ru", "tr"])
def test_languages_of_the_interface_ask_for_the_next_page(code: str) -> None:
    (known,) = (known for known in languages() if known.code == code)
    assert known.questions.next_page
    assert all(map(asks_for_next_page, known.questions.next_page))
