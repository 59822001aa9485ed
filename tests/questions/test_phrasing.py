"""Fillers are left out of questions in eight languages, and search words are not."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import QueryError
from bot.questions.phrasing import blank_fillers, exactly, parse_question, reads_as_question
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


@pytest.mark.parametrize(
    "text",
    [
        "Who said that the old bridge over the river would be closed all winter, as its pillars were damaged",
        "Latest news: who said that the old bridge over the river would be closed because of the flood",
        "Please tell me about the storm in Culatra. I read of it in the train. It broke many windows.",
        "Who pays for the bridge? The council says that it has no money left. Will the state pay?",
        "The storm broke the windows of the terminal, or was anybody hurt?",
        "Warum wurde die alte Brücke für den ganzen Winter gesperrt, obwohl die Stadt sagte, sie sei sicher",
        "Хто сказав, що старий міст через річку в місті буде закритий на всю зиму через повінь",
        "Кто сказал, что старый мост через реку в городе будет закрыт на всю зиму из-за наводнения",
        "¿Quién dijo que el viejo puente sobre el río estaría cerrado todo el invierno por la inundación",
        "Qui a dit que le vieux pont sur la rivière serait fermé pendant tout l’hiver à cause de la crue",
        "لماذا أغلقت المدينة الجسر القديم فوق النهر طوال فصل الشتاء مع أن المهندسين قالوا إنه آمن",
    ],
)
def test_text_that_asks_reads_as_a_question(text: str) -> None:
    assert reads_as_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "Latest news: the old bridge over the river is closed all winter, the council said on Monday",
        "The old bridge is closed. Its pillars were damaged by the flood. Who will pay for it all?",
        "When the river rose on Monday, the bridge was closed, and nobody knows when it will open again.",
        "What happened on Monday changed the town, said the mayor, who has lived there for forty years.",
        "The mayor has no money for the old bridge and asked on Monday: “Who will pay for it all?”",
        "Als der Fluss stieg, wurde die Brücke gesperrt. Die Stadt hat kein Geld. Wer soll das bezahlen?",
        "Про це повідомляє Суспільне з посиланням на міську раду, яка закрила старий міст на всю зиму",
        "Последние новости: старый мост закрыли на всю зиму. Его опоры повредило наводнение. Кто заплатит?",
        "Últimas noticias: el puente está cerrado. Sus pilares fueron dañados. ¿Quién pagará la reparación?",
        "من المتوقع أن تغلق المدينة الجسر القديم فوق النهر طوال فصل الشتاء بعد أن تضررت أعمدته",
    ],
)
def test_report_reads_as_no_question(text: str) -> None:
    assert not reads_as_question(text)


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_blanking_keeps_every_texts_length_and_places(text: str) -> None:
    blanked = blank_fillers(text)
    assert len(blanked) == len(text)
    assert all(after in (" ", before) for after, before in zip(blanked, text, strict=True))
    try:
        assert parse_question(text, now=NOW).text == text
    except QueryError:
        return
