"""Alerts proposed for a question, and whether they would have fired on its answer."""

from datetime import UTC, datetime

import pytest

from bot.app.wiring import App
from bot.corpus.article import ArticleId
from bot.questions.alert_proposal import AlertProposal, AlertWidening
from bot.questions.model import Question
from tests.conftest import OpenApp

HAIL = {
    "id": "hail",
    "title": "Hail over Tavira",
    "text": "A hailstorm broke greenhouse roofs near Tavira on Monday. Growers lost tomatoes.",
}
FERRY = {
    "id": "ferry",
    "title": "Ferry late",
    "text": "The ferry to Culatra left late on Monday. Growers waited.",
}


async def proposal(app: App, text: str) -> AlertProposal:
    answer = await app.services.questions.ask(Question(text, datetime.now(UTC)))
    return await app.services.proposals.propose(answer)


@pytest.mark.parametrize(
    ("question", "proposed"),
    [
        ("hailstorm Tavira", "hailstorm Tavira"),
        ("hailstorm yesterday", "hailstorm"),
        ("hailstrom Tavira", "hailstorm Tavira"),
        ('"greenhouse roofs" -ferry', '"greenhouse roofs" -ferry'),
    ],
)
async def test_names_and_rare_words_are_proposed(open_with: OpenApp, question: str, proposed: str) -> None:
    async with open_with(HAIL, FERRY) as app:
        assert (await proposal(app, question)).text == proposed


async def test_at_most_three_words_are_proposed_names_among_them(open_with: OpenApp) -> None:
    async with open_with(HAIL, FERRY) as app:
        words = (
            await proposal(app, "did the hailstorm near Tavira break greenhouse roofs and tomatoes?")
        ).text.split()
        assert "Tavira" in words
        assert len(words) == 3


async def test_missing_name_stays_and_a_wider_alert_is_offered(open_with: OpenApp) -> None:
    async with open_with(HAIL, FERRY) as app:
        proposed = await proposal(app, "hailstorm Ruritania")
        assert proposed == AlertProposal("hailstorm Ruritania", "hailstorm")


async def test_all_words_of_a_question_that_no_article_is_about_stay(open_with: OpenApp) -> None:
    async with open_with(HAIL, FERRY) as app:
        assert await proposal(app, "ferry tomatoes") == AlertProposal("ferry tomatoes", "ferry")


async def test_alert_is_tested_by_the_rules_by_which_it_fires(open_with: OpenApp) -> None:
    async with open_with(HAIL, FERRY) as app:
        now, shown = datetime.now(UTC), [ArticleId("hail"), ArticleId("ferry")]
        for text, fired in (("growers", 2), ("growers Tavira", 1), ("growers Tavira ferry", 0)):
            test = await app.services.proposals.test(text, shown, now=now, zone="UTC")
            assert (test.fired, test.shown) == (fired, 2)


SYRIA = (
    {
        "id": "ar",
        "title": "فيضان في سوريا",
        "text": "فاض النهر في سوريا يوم الاثنين. أغلقت المدارس بعد الظهر.",
    },
    {"id": "en", "title": "Flood in Syria", "text": "The river flooded a town in Syria. Schools closed."},
    {"id": "tr", "title": "Suriye'de sel", "text": "Suriye'de sel bir kasabayı vurdu. Okullar kapandı."},
)


async def widening(app: App, text: str) -> AlertWidening | None:
    return await app.services.proposals.widened(text, now=datetime.now(UTC), zone="UTC")


async def test_alert_is_widened_by_the_names_that_articles_have(open_with: OpenApp) -> None:
    async with open_with(*SYRIA) as app:
        widened = await widening(app, "Suriye")
        assert widened
        assert set(widened.words) == {"Syria", "سوريا"}
        shown = [ArticleId(key) for key in ("ar", "en", "tr")]
        now = datetime.now(UTC)
        tested = await app.services.proposals.test(widened.text, shown, now=now, zone="UTC")
        assert (tested.fired, tested.shown) == (3, 3)
        assert await widening(app, widened.text) is None  # nothing is left to add


async def test_other_words_filters_and_exclusions_stay_as_they_are(open_with: OpenApp) -> None:
    async with open_with(*SYRIA) as app:
        widened = await widening(app, 'Suriye river -Moscow lang:en "closed schools"')
        assert widened
        assert 'river -Moscow lang:en "closed schools"' in widened.text


@pytest.mark.parametrize(
    "text", ["hailstorm", "-Suriye river", '"Suriye"', "Michael Jordan", "source:Suriye"]
)
async def test_alert_without_a_place_of_its_own_is_not_widened(open_with: OpenApp, text: str) -> None:
    async with open_with(*SYRIA) as app:
        assert await widening(app, text) is None
