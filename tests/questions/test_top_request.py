"""Messages that ask for top stories, and those that ask for something in particular."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from bot.questions.top_request import TopRequest, asks_for_updates, read_command, read_message
from bot.search.query.ast import Period

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = datetime(2026, 11, 20, tzinfo=UTC)
DAY = timedelta(days=1)


def message(text: str, zone: tzinfo = UTC) -> TopRequest | None:
    return read_message(text, now=NOW, zone=zone)


def command(words: str) -> TopRequest:
    return read_command(words, now=NOW, zone=UTC)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "news",
            "Headlines?",
            "what's new",
            "Top stories",
            "What happened?",
            "show me the latest news please",
        ),
        *(
            "ما الجديد؟",
            "أهم الأخبار",
            "ماذا حدث؟",
            "haberler",
            "Neler oldu?",
            "öne çıkan haberler",
            "son haberler",
        ),
        *("новости", "Что нового?", "Что случилось?", "actualités", "Quoi de neuf ?", "Que s'est-il passé ?"),
        *("Schlagzeilen", "Was gibt’s Neues?", "Was ist passiert?", "noticias", "¿Qué pasó?", "titulares"),
        *("اخبار", "چه خبر؟", "مهم‌ترین خبرها"),
    ],
)
def test_request_in_any_language_is_understood(text: str) -> None:
    assert message(text) == TopRequest()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "what happened yesterday?",
            "Yesterday's news",
            "news from yesterday",
            "yesterday",
            "أخبار أمس",
            "dün ne oldu?",
        ),
        *(
            "что случилось вчера?",
            "que s'est-il passé hier ?",
            "was ist gestern passiert?",
            "¿qué pasó ayer?",
        ),
        "دیروز چه اتفاقی افتاد؟",
    ],
)
def test_time_without_a_matter_asks_for_the_news_of_that_time(text: str) -> None:
    assert message(text) == TopRequest(period=Period(TODAY - DAY, TODAY, in_words=True))


def test_days_begin_in_the_readers_zone() -> None:
    request = message("what happened today?", ZoneInfo("Asia/Tokyo"))
    assert request is not None
    assert request.period is not None
    assert request.period.since == TODAY - timedelta(hours=9)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "news about the flood",
            "harbour news",
            "what happened in Tavira?",
            "what happened in 1994?",
            "in 1970",
        ),
        *(
            '"news"',
            "source:lamp",
            "flood yesterday",
            "who was hurt yesterday?",
            "New Yorker",
            "haber ajansı grevi",
        ),
        *("https://lamp.example/news", "why?", "and how many?", "Headline writers strike", ""),
    ],
)
def test_question_with_a_matter_is_no_request(text: str) -> None:
    assert message(text) is None


def test_month_of_a_year_is_a_time() -> None:
    request = message("what happened in October 2026?")
    assert request is not None
    assert request.period is not None


@pytest.mark.parametrize(
    ("words", "topic", "since"),
    [
        ("", "", None),
        ("harbour", "harbour", None),
        ("week", "", NOW - 7 * DAY),
        ("7d harbour", "harbour", NOW - 7 * DAY),
        ("3 days", "", NOW - 3 * DAY),
        ("24h Port Veyra", "Port Veyra", NOW - DAY),
        ("today harbour", "harbour", TODAY),
        ("harbour yesterday", "harbour", TODAY - DAY),
        ("hafta liman", "liman", NOW - 7 * DAY),
        ("the news", "", None),
        ("weekend harbour", "weekend harbour", None),
    ],
)
def test_command_takes_a_period_and_a_topic(words: str, topic: str, since: datetime | None) -> None:
    request = command(words)
    assert request.topic == topic
    assert (request.period.since if request.period else None) == since


def test_only_some_requests_ask_what_is_new() -> None:
    assert asks_for_updates("What's new?")
    assert asks_for_updates("Gibt es was Neues?") or asks_for_updates("Gibt es Neues?")
    assert asks_for_updates("ما الجديد؟")
    assert not asks_for_updates("what happened yesterday?")
    assert not asks_for_updates("harbour news")


def test_long_repetition_is_read_quickly() -> None:
    assert (
        message("the news of the news of the news of the news of the news of the news of the harbour") is None
    )


def test_long_command_of_known_words_is_read_at_once() -> None:
    words = "the news " * 400 + "zzz"
    assert read_command(words, now=NOW, zone=UTC).topic  # trying every division would take years


@pytest.mark.parametrize("words", ["dİas", "3 dİas", "24H", "3 DAYS harbour"])
def test_odd_durations_are_read_or_are_a_topic(words: str) -> None:
    assert read_command(words, now=NOW, zone=UTC)


@pytest.mark.parametrize(
    "text", ["any news from the US?", "latest US news", "what happened in the US yesterday?"]
)
def test_country_named_like_a_pronoun_is_a_topic(text: str) -> None:
    assert read_message(text, now=NOW, zone=UTC) is None
