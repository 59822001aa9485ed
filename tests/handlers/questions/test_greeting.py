"""Greetings, and questions that only begin like one."""

import pytest

from handlers.questions.greeting import greeting_kind
from handlers.texts import LANGUAGES, texts_for


@pytest.mark.parametrize(
    "message",
    [
        *("hi", "Hello bot", "HELP!", "hi there 👋", "What can you do?", "thanks, hello"),
        *(
            "شَكرًا مرحبًا",
            "السلام عليكم",
            "مساعدة",
            "İyi günler!",
            "merhaba",
            "Yardım",
            "Привет, бот",
            "помощь",
        ),
        *("Ça va ?", "bonjour à tous", "aide-moi", "Grüß Gott", "Wie geht’s?", "¡Buenos días!", "ayúdame"),
        *("سلام", "راهنمایی", "روز بخیر"),
    ],
)
def test_greeting_alone_is_recognised(message: str) -> None:
    assert greeting_kind(message) == "hello"


@pytest.mark.parametrize(
    "message",
    [
        *("Thanks!", "thank you so much, bot", "شكرًا جزيلًا", "Sağ ol", "Большое спасибо"),
        *("merci beaucoup", "Vielen Dank", "muchas gracias", "خیلی ممنون"),
    ],
)
def test_thanks_are_recognised(message: str) -> None:
    assert greeting_kind(message) == "thanks"


@pytest.mark.parametrize(
    "message",
    [
        "hello flood",
        "help for Port Veyra",
        "bot",
        "please",
        '"hello"',
        "«merci»",
        "Hello, Dolly",
        "",
        "hi " * 99,
    ],
)
def test_longer_or_quoted_message_is_a_question(message: str) -> None:
    assert greeting_kind(message) is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_answer_has_an_example_and_mentions_help(code: str) -> None:
    for kind in ("hello", "thanks"):
        answer = texts_for(code)(f"greeting-{kind}", example="<code>ferry</code>")
        assert "ferry" in answer
        assert "/help" in answer
        assert "\n" not in answer
