"""Greetings, and questions that only begin like one."""

import pytest

from handlers.questions.greeting import greeting_html
from handlers.texts import LANGUAGES, texts_for

TEXTS = texts_for("en")


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
def test_greeting_alone_is_answered_with_an_example(message: str) -> None:
    assert greeting_html(message, TEXTS) == TEXTS("greeting-hello", example=example("en"))


@pytest.mark.parametrize(
    "message",
    [
        *("Thanks!", "thank you so much, bot", "شكرًا جزيلًا", "Sağ ol", "Большое спасибо"),
        *("merci beaucoup", "Vielen Dank", "muchas gracias", "خیلی ممنون"),
    ],
)
def test_thanks_are_answered(message: str) -> None:
    assert greeting_html(message, TEXTS) == TEXTS("greeting-thanks", example=example("en"))


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
    assert greeting_html(message, TEXTS) is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_answer_has_the_languages_own_example_and_mentions_help(code: str) -> None:
    for message in ("hi", "thanks"):
        answer = greeting_html(message, texts_for(code)) or ""
        assert texts_for(code)("start-example-1") in answer
        assert "/help" in answer
        assert "\n" not in answer


def example(code: str) -> str:
    return f"<code>{texts_for(code)('start-example-1')}</code>"
