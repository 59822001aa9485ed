"""Fillers are left out of questions in eight languages, and search words are not."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import QueryError
from bot.questions.phrasing import blank_fillers, exactly, parse_question
from bot.search.ports import Correction
from bot.search.query.parser import parse

PIECES = ("latest", "news", "about", "son", "haberler", "ne", "oldu", "(", '"')
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def understood(text: str) -> str:
    return parse_question(text, now=NOW).understood()


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("latest news about trams since last week", "trams since:2026-11-16"),
        ("What happened in Port Veyra?", "Port Veyra"),
        ("what happened in 2026 with trams", "2026 trams"),
        ("please tell me more about the latest news on trams", "trams"),
        ("any news on the strike -tram", "strike -tram"),
        ("آخر أخبار الترام", "الترام"),
        ("ماذا حدث في بورت فيرا؟", "بورت فيرا"),
        ("tramvay grevi hakkında son haberler", "tramvay grevi"),
        ("son dakika haberleri deprem", "deprem"),
        ("İzmir'de neler oluyor?", "İzmir'de"),
        ("последние новости о трамваях", "трамваях"),
        ("расскажите мне о наводнении", "наводнении"),
        ("Quelles sont les dernières nouvelles sur la grève ?", "grève"),
        ("parle-moi de la grève", "grève"),
        ("Was gibt es Neues zur Überschwemmung?", "Überschwemmung"),
        ("Erzähl mir etwas über den Streik", "Streik"),
        ("¿Qué pasó en Lindmar?", "Lindmar"),
        ("ultimas noticias sobre la huelga", "huelga"),
        ("آخرین اخبار درباره سیل", "سیل"),
        ("سیل چه شد؟", "سیل"),
    ],
)
def test_fillers_are_no_search_words(text: str, matter: str) -> None:
    assert understood(text) == matter


@pytest.mark.parametrize(
    "text",
    [
        *("What happened?", "latest news", "latest news today", "tell me about it", "son haberler"),
        *("Was ist passiert?", "News conference hospital", "news of the world", "trams news", "dime store"),
        *('"latest news about" trams', "(latest news about trams)", "-latest news about trams"),
        *("latest news* about", "latest news OR trams"),
    ],
)
def test_fillers_stay_when_alone_or_part_of_the_matter(text: str) -> None:
    assert understood(text) == parse(text, now=NOW).understood()


def test_problem_is_located_in_the_question_as_typed() -> None:
    query = parse_question("latest news about (trams", now=NOW)
    assert query.text == "latest news about (trams"
    assert dict(query.problems[0].values)["position"] == 19


@pytest.mark.parametrize(
    ("question", "exact"),
    [
        ("why did the brigde fall", 'why did the "brigde" fall'),
        ('"old brigde" or brigde?', '"old brigde" or "brigde"?'),
        ("brigdes", "brigdes"),
    ],
)
def test_corrected_words_are_quoted_to_be_searched_exactly(question: str, exact: str) -> None:
    assert exactly(question, [Correction("brigde", ("bridge",))]) == exact


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_blanking_keeps_every_texts_length_and_places(text: str) -> None:
    blanked = blank_fillers(text)
    assert len(blanked) == len(text)
    assert all(after in (" ", before) for after, before in zip(blanked, text, strict=True))
    try:
        assert parse_question(text, now=NOW).text == text
    except QueryError:
        return
