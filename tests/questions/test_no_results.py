"""What an answer without hits says: unknown words, filters, periods, other scripts."""

from datetime import UTC, datetime

import pytest

from bot.search.query.parser import ONLY_COMMON
from tests.conftest import OpenApp
from tests.questions.asking import FLOOD, STRIKE, ask, ids, record

TIDES = "ارتفع منسوب النهر في هارلو ليلة الاثنين. نقلت فرق الإنقاذ أربعين عائلة إلى مدرسة قريبة من المدينة."


async def test_empty_answer_names_unknown_words_and_corpus_size(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        answer = await ask(app, "xylophones")
        assert answer.no_results is not None
        assert answer.no_results.unknown == ("xylophones",)
        assert answer.no_results.articles == 1
        assert answer.no_results.newest_at == datetime(2026, 11, 1, 8, tzinfo=UTC)


async def test_stop_words_are_not_reported_as_unknown(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        answer = await ask(app, "who are you")
        assert answer.no_results is not None
        assert (answer.no_results.unknown, answer.problems) == ((), (ONLY_COMMON,))


async def test_empty_answer_counts_articles_outside_the_period(open_with: OpenApp) -> None:
    async with open_with(record(1), record(20, STRIKE)) as app:
        answer = await ask(app, "river", period_h=24)
        assert answer.no_results is not None
        assert answer.no_results.outside_period == 1
        assert ids(await ask(app, "tram", period_h=24)) == ["a20"]


@pytest.mark.parametrize(
    "narrow", ["since:2027-01-01", "lang:tr", "source:courier", "-families", "-(rescue OR x)"]
)
async def test_empty_answer_counts_articles_outside_the_filters(open_with: OpenApp, narrow: str) -> None:
    async with open_with(record(1), record(2, STRIKE)) as app:
        no_results = (await ask(app, f"river {narrow}")).no_results
        assert no_results is not None
        assert (no_results.outside_filters, no_results.widened) == (1, "river")
        unknown = (await ask(app, f"xylophones {narrow}")).no_results
        assert unknown is not None
        assert (unknown.outside_filters, unknown.widened) == (0, "")


async def test_empty_answer_names_filters_that_no_article_passes(open_with: OpenApp) -> None:
    async with open_with(record(1), record(2, STRIKE)) as app:
        for narrow, unknown in (
            ('source:"Nobody Times"', ('source:"Nobody Times"',)),
            ("lang:tr by:nobody", ("lang:tr", "by:nobody")),
            ("since:2027-01-01", ()),
            ("lang:en since:2027-01-01", ()),
        ):
            no_results = (await ask(app, f"river {narrow}")).no_results
            assert no_results is not None
            assert no_results.unknown == unknown


async def test_unknown_words_mention_languages_in_other_scripts(open_with: OpenApp) -> None:
    arabic = [record(n, f"{TIDES} الخبر {n}", language="ar") for n in (3, 4)]
    async with open_with(record(1, language="en"), record(2, STRIKE, language="en"), *arabic) as app:
        assert (await ask(app, "volcano")).other_languages == (("ar", 2),)
        assert (await ask(app, "river")).other_languages == ()  # in an article
        assert (await ask(app, "river -rose")).other_languages == ()  # in an article, though excluded
        assert (await ask(app, "volcano -river")).other_languages == (("ar", 2),)
        assert (await ask(app, "بركان")).other_languages == (("en", 2),)
        assert (await ask(app, "volcano lang:en")).other_languages == ()
        assert (await ask(app, "volcano بركان")).other_languages == ()
        assert (await ask(app, "2026")).other_languages == ()
        assert (await ask(app, "volcano since:2026-11-03")).other_languages == (("ar", 2),)
        assert (await ask(app, "volcano before:2026-11-03")).other_languages == ()


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Wer hat über die Flut am river berichtet?", "de"),
        ("Wo ist der Vulkan?", "de"),
        ("Wo ist der Rivel?", "de"),
        ("Wo ist der Vulkan? since:2027-01-01", "de"),  # in no article of any time
        ("Vulkan", ""),  # its language is uncertain
        ("von der Leyen resigns", ""),  # a name
        ("al jazeera in gaza", ""),
        ("where is the volcano in the river", ""),
        ("Wo ist der Vulkan? lang:de", ""),
    ],
)
async def test_question_in_a_language_of_no_article_says_so(
    open_with: OpenApp, question: str, absent: str
) -> None:
    arabic = record(3, f"{TIDES} الخبر", language="ar")
    async with open_with(record(1, language="en"), record(2, STRIKE, language="en"), arabic) as app:
        answer = await ask(app, question)
    assert answer.absent_language == absent
    if absent:
        assert dict(answer.other_languages) == {"en": 2, "ar": 1}
        assert answer.no_results is None or not answer.no_results.suggestions


async def test_language_of_older_articles_is_not_absent(open_with: OpenApp) -> None:
    german = record(2, "Der Fluss steigt in der Stadt, wie es heute hieß.", language="de")
    async with open_with(record(1, language="en"), german) as app:
        for question in ("Wo ist der Vulkan? since:2027-01-01", "where is the volcano before:1990-01-01"):
            assert not (await ask(app, question)).absent_language


async def test_correction_of_a_name_with_stop_words_is_offered(open_with: OpenApp) -> None:
    async with open_with(record(1, "Maria von der Haide left the council on Monday.", language="en")) as app:
        answer = await ask(app, "von der Haise left")
    assert not answer.absent_language


async def test_few_articles_in_other_scripts_are_not_mentioned(open_with: OpenApp) -> None:
    latin = [record(n, f"{FLOOD} Day {n}.", language="en") for n in range(1, 21)]
    async with open_with(*latin, record(30, TIDES, language="ar")) as app:
        assert (await ask(app, "river")).other_languages == ()
        assert (await ask(app, "volcano")).other_languages == ()


async def test_empty_answer_names_speakers_whom_nobody_quotes(open_with: OpenApp) -> None:
    spoken = "Mayor Ann Corwin said that the river would fall by the end of the week in Harlow."
    async with open_with(record(1, spoken)) as app:
        no_results = (await ask(app, "said:corvin")).no_results
        assert no_results is not None
        assert (no_results.unknown, no_results.unquoted) == ((), ("corvin",))
        assert no_results.suggestions == ('said:"Ann Corwin"',)
