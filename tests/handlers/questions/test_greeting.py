"""Greetings: what is one, and what only begins like one."""

import pytest

from handlers.questions.greeting import greeting_html
from handlers.texts import LANGUAGES, texts_for

TEXTS = texts_for("en")


@pytest.mark.parametrize(
    "said",
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
def test_a_greeting_alone_is_answered_with_how_to_ask(said: str) -> None:
    assert greeting_html(said, TEXTS) == TEXTS("greeting-hello", example=example("en"))


@pytest.mark.parametrize(
    "said",
    [
        *("Thanks!", "thank you so much, bot", "شكرًا جزيلًا", "Sağ ol", "Большое спасибо"),
        *("merci beaucoup", "Vielen Dank", "muchas gracias", "خیلی ممنون"),
    ],
)
def test_thanks_are_answered(said: str) -> None:
    assert greeting_html(said, TEXTS) == TEXTS("greeting-thanks", example=example("en"))


@pytest.mark.parametrize(
    "said",
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
def test_what_says_more_or_stands_in_quotes_is_a_question(said: str) -> None:
    assert greeting_html(said, TEXTS) is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_answers_with_its_own_example_and_the_way_to_help(code: str) -> None:
    for said in ("hi", "thanks"):
        answer = greeting_html(said, texts_for(code)) or ""
        assert texts_for(code)("start-example-1") in answer
        assert "/help" in answer
        assert "\n" not in answer


def example(code: str) -> str:
    return f"<code>{texts_for(code)('start-example-1')}</code>"
