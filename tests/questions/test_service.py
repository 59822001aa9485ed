"""Questions on real files, a real database and the real index."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.questions.model import Notice, PasteOutcome, Question
from bot.questions.visible_corpus import SamplePolicy
from bot.search.ports import Order
from tests.conftest import OpenApp
from tests.questions.asking import FLOOD, NOW, STRIKE, ask, ids, record


async def test_sentences_of_brief_and_card_are_verbatim(open_with: OpenApp) -> None:
    text = "Forty families slept in a school, away from the river. “We lost the piano,” one of them said."
    async with open_with(record(1), record(2, text), record(3, STRIKE)) as app:
        answer = await ask(app, "river families")
        texts = {entry.article.id: entry.article.text for entry in answer.entries}
        assert sorted(texts) == ["a1", "a2"]
        assert {sentence.article_id for sentence in answer.brief} == {"a1", "a2"}
        for sentence in answer.brief:
            assert texts[sentence.article_id][sentence.span.start : sentence.span.end] == sentence.text
        card = await app.services.questions.card(ArticleId("a1"), "river")
        assert card.focused
        for sentence in card.summary:
            assert FLOOD[sentence.span.start : sentence.span.end] == sentence.text


async def test_hits_that_only_share_a_word_come_on_a_later_page(open_with: OpenApp) -> None:
    async with open_with(record(1), record(2, STRIKE + " They marched to the river.")) as app:
        answer = await ask(app, "river families banks")
        assert (ids(answer), answer.less_close, answer.pages) == (["a1"], ("a2",), 2)
        assert {sentence.article_id for sentence in answer.brief} == {"a1"}
        later = await ask(app, "river families banks", page=2)
        assert (ids(later), later.brief, later.less_close) == (["a2"], (), ())


async def test_word_that_no_article_has_is_named_and_nothing_is_quoted(open_with: OpenApp) -> None:
    async with open_with(record(1), record(2, STRIKE)) as app:
        answer = await ask(app, "river families Xylophonia")
        assert answer.unknown == ("Xylophonia",)
        assert ids(answer) == ["a1"]
        assert answer.brief == ()


async def test_words_that_never_come_together_are_about_nothing(open_with: OpenApp) -> None:
    texts = [
        "A heron was seen on the frozen canal. Skaters kept away from the bank all morning.",
        "A tractor blocked the road to Port Ansel. Drivers waited until the farmer came back.",
        "A lantern fell from the opera's ceiling. The evening's performance began an hour late.",
        "A violin from Lindmar was sold at auction. The buyer did not want to be named.",
    ]
    async with open_with(*(record(n, text) for n, text in enumerate(texts, 1))) as app:
        answer = await ask(app, "heron tractor lantern violin")
        assert not answer.about
        assert answer.brief == ()
        assert (len(answer.entries), answer.pages) == (3, 2)


async def test_time_without_articles_gives_the_nearest_and_says_so(open_with: OpenApp) -> None:
    async with open_with(record(3), record(12), record(20, STRIKE)) as app:
        there, nearest = (
            await ask(app, "river on 12 November 2026"),
            await ask(app, "river on 10 November 2026"),
        )
        assert (ids(there), there.other_time) == (["a12"], False)
        assert (ids(nearest)[0], nearest.other_time) == ("a12", True)
        assert nearest.brief
        demanded = await ask(app, "river since:2026-11-15")
        assert (ids(demanded), demanded.other_time) == ([], False)


async def test_preferred_time_gives_way_if_only_other_matters_are_from_it(open_with: OpenApp) -> None:
    chess = "The chess final ended in a flood of tears in Harlow. The champion kept her title for a year."
    async with open_with(record(12), record(19, chess)) as app:
        answer = await ask(app, "river banks families 19 November 2026")
        assert (ids(answer), answer.about, answer.other_time) == (["a12"], True, True)


async def test_year_is_a_word_and_no_filter(open_with: OpenApp) -> None:
    text = "The river rose over its banks, as it did in 1978. Forty families left."
    async with open_with(record(1), record(2, text)) as app:
        answer = await ask(app, "river banks 1978")
        assert ids(answer)[0] == "a2"
        assert "1978" in answer.brief[0].text


async def test_article_of_another_year_is_not_about_a_question_with_a_year(open_with: OpenApp) -> None:
    earlier = "The river rose over its banks in 2024. Forty families left."
    async with open_with(record(1, earlier, published="2024-11-05T08:00:00Z"), record(2)) as app:
        assert (await ask(app, "river banks families 2025")).about is False
        for asked, found in (
            ("river banks families 2024", "a1"),
            ("river banks families ٢٠٢٤", "a1"),
            ("river banks families 2026", "a2"),
        ):
            answer = await ask(app, asked)
            assert (answer.about, ids(answer)[0]) == (True, found)
        assert (await ask(app, "river banks 2024 OR 2025")).about


async def test_days_of_a_question_are_those_of_its_reader(open_with: OpenApp) -> None:
    async with open_with(record(1, published="2026-11-19T23:30:00Z"), record(2, STRIKE)) as app:
        question = Question("river banks today", datetime(2026, 11, 20, 12, tzinfo=UTC))
        questions = app.services.questions
        in_utc = await questions.ask(question)
        in_istanbul = await questions.ask(question, ChatSettings(1, zone="Europe/Istanbul"))
        assert (in_utc.other_time, in_istanbul.other_time) == (True, False)


async def test_word_known_by_its_synonyms_only_is_not_called_unknown(open_with: OpenApp) -> None:
    text = "Four sailors were killed when the ferry sank off Port Ansel. The captain survived."
    async with open_with(record(1, text), record(2, STRIKE)) as app:
        answer = await ask(app, "how many sailors died on the ferry")
        assert answer.unknown == ()
        assert "Four sailors" in answer.brief[0].text


async def test_short_question_continues_the_previous_one(open_with: OpenApp) -> None:
    async with open_with(record(1), record(2, STRIKE)) as app:
        questions, now = app.services.questions, app.services.clock()
        answer = await questions.ask(Question("and the families?", now, previous="river banks"))
        assert (answer.follows, ids(answer)[0]) == ("river banks", "a1")
        question = await questions.ask(Question("Who left?", now, previous="river banks"))
        assert (question.follows, "Who" in question.unknown) == ("river banks", False)
        fresh = await questions.ask(Question("union strike talks", now, previous="river banks"))
        assert (fresh.follows, ids(fresh)[0]) == ("", "a2")


@pytest.mark.parametrize("articles", [[], [record(1)]])
async def test_corpus_of_no_or_one_article_is_answered(
    open_with: OpenApp, articles: list[dict[str, Any]]
) -> None:
    async with open_with(*articles) as app:
        answer = await ask(app, "the river")
        assert ids(answer) == [article["id"] for article in articles]
        assert (answer.no_results is None) == bool(articles)
        assert all(entry.score >= 0 for entry in answer.entries)


async def test_answers_by_date_have_pages_of_three(open_with: OpenApp) -> None:
    many = [record(n, "River: " + " ".join(f"w{n}{c}" for c in "abcdefghijklmnop")) for n in range(1, 13)]
    async with open_with(*many) as app:
        first = await ask(app, "river", order=Order.NEWEST)
        assert ids(first) == ["a12", "a11", "a10"]
        assert (first.page, first.pages, first.total) == (1, 4, 12)
        last = await ask(app, "river", order=Order.NEWEST, page=99)
        assert (ids(last), last.page) == (["a3", "a2", "a1"], 4)
        longer = await ask(app, "river", order=Order.NEWEST, page=3, size=5)
        assert (ids(longer), longer.pages) == (["a2", "a1"], 3)


async def test_empty_question_lists_all_articles(open_with: OpenApp) -> None:
    async with open_with(record(1), record(2, STRIKE)) as app:
        assert ids(await ask(app, "", order=Order.NEWEST)) == ["a2", "a1"]


async def test_samples_are_hidden_once_there_is_a_real_article(open_with: OpenApp) -> None:
    sample = record(1, sample=True)
    async with open_with(sample) as app:
        answer = await ask(app, "river")
        assert (ids(answer), answer.notices) == (["a1"], (Notice.SAMPLES,))
    async with open_with(sample, record(2, STRIKE)) as app:
        assert ids(await ask(app, "river tram")) == ["a2"]
    async with open_with(sample, record(2, STRIKE), samples=SamplePolicy.ALWAYS) as app:
        assert sorted(ids(await ask(app, "river tram"))) == ["a1", "a2"]
    async with open_with(sample, samples=SamplePolicy.NEVER) as app:
        assert ids(await ask(app, "river tram")) == []


async def test_hidden_samples_are_neither_related_nor_counted(open_with: OpenApp) -> None:
    url = "https://courier.example/flood"
    sample, real = record(1, sample=True, url=url), record(2, FLOOD.replace("Monday", "Sunday"))
    async with open_with(sample, real, record(3, STRIKE)) as app:
        assert (await ask(app, url)).pasted is PasteOutcome.UNKNOWN_LINK
        pasted = await ask(app, FLOOD)
        assert (pasted.pasted, ids(pasted)[0]) == (PasteOutcome.FOUND, "a2")
        assert "a1" not in ids(pasted)
        similar = await app.services.questions.similar(ArticleId("a3"))
        assert "a1" not in [entry.article.id for entry in similar.entries]
        no_results = (await ask(app, "xylophones")).no_results
        assert no_results is not None
        assert no_results.articles == 2
    async with open_with(sample, real, samples=SamplePolicy.ALWAYS) as app:
        assert ids(await ask(app, url))[0] == "a1"


async def test_answer_warns_about_an_old_corpus(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        assert (await ask(app, "river")).notices == (Notice.STALE,)
    async with open_with(record(1), stale_after_days=60) as app:
        assert (await ask(app, "river")).notices == ()


async def test_long_question_is_cut_with_a_notice(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        answer = await ask(app, "river " + "x" * 10_000)
        assert Notice.CUT in answer.notices
        assert ids(answer) == ["a1"]


async def test_only_what_is_treated_as_a_question_is_cut(open_with: OpenApp) -> None:
    filler = "unrelated words that nobody has printed " * 30
    async with open_with(record(1), record(2, STRIKE)) as app:
        asked = await ask(app, f"Who said that the river rose in Harlow {filler}")
        pasted = await ask(app, f"The river rose in Harlow. {filler}")
    assert (asked.pasted, Notice.CUT in asked.notices) == (None, True)
    assert (pasted.pasted, Notice.CUT in pasted.notices) == (PasteOutcome.NEAREST, False)


async def test_answer_covers_a_question_only_if_its_words_were_judged(open_with: OpenApp) -> None:
    async with open_with(record(1, publisher="Harlow Courier"), record(2, STRIKE)) as app:
        assert (await ask(app, "river in Harlow")).covers_question
        assert (await ask(app, FLOOD)).covers_question
        for text in ("lang:en", "since:2026-11-01", "lighthouse in Harlow", "The river rose. " * 9):
            assert (await ask(app, text)).entries
            assert not (await ask(app, text)).covers_question


async def test_articles_of_a_removed_file_are_removed_at_start(open_with: OpenApp) -> None:
    async with open_with(record(1), record(2, STRIKE)):
        pass
    async with open_with(record(2, STRIKE)) as app:
        assert ids(await ask(app, "river tram")) == ["a2"]


async def test_question_long_after_all_articles_is_answered(
    open_with: OpenApp,
) -> None:
    async with open_with(record(1)) as app:
        later = Question("river", NOW + timedelta(days=3_000))
        assert ids(await app.services.questions.ask(later)) == ["a1"]


async def test_country_is_found_under_its_name_in_another_script(open_with: OpenApp) -> None:
    arabic = record(2, "فاض النهر في سوريا يوم الاثنين. أغلقت المدارس في المدينة بعد الظهر.")
    async with open_with(record(1), arabic) as app:
        answer = await ask(app, "Syria")
        assert ids(answer) == ["a2"]
        assert answer.spellings == ("سوريا",)
        assert (answer.unknown, answer.corrections) == ((), ())
        assert not (await ask(app, "river")).spellings


async def test_name_of_the_same_stem_in_another_language_is_no_other_spelling(open_with: OpenApp) -> None:
    spanish = record(2, "El río inundó Francia el lunes. Las escuelas de la ciudad cerraron por la tarde.")
    runner = "Francis won the race on Monday. The runner from the harbour said that it had been hard."
    france = record(9, "France closed its schools on Monday. The river had flooded the town by noon.")
    runners = [record(number, runner.replace("race", f"race {number}")) for number in range(3, 7)]
    async with open_with(spanish, *runners, france) as app:
        answer = await ask(app, "France")
        assert ids(answer) == ["a9"]
        assert answer.spellings == ()


async def test_spelling_is_searched_only_in_the_languages_that_write_it_so(open_with: OpenApp) -> None:
    english = record(3, "Sam mended the harbour gate on Monday. He said that it had taken the whole day.")
    async with open_with(english) as app:
        answer = await ask(app, "Damascus")
        assert (ids(answer), answer.spellings) == ([], ())
