"""Questions on real files, a real database and the real index."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.app.wiring import App
from bot.chats.settings import ChatSettings
from bot.corpus.article import ArticleId
from bot.questions.model import Answer, Notice, PasteOutcome, Question
from bot.questions.service import ArticleNotFound
from bot.questions.visible_corpus import SamplePolicy
from bot.search.ports import Order
from bot.search.query.parser import ONLY_COMMON
from tests.conftest import OpenApp

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
FLOOD = (
    "The river rose over its banks in Harlow on Monday night. Rescue teams took forty families to a school. "
    "“Nobody was hurt,” the mayor told the Harlow Courier. The water is expected to fall by Thursday."
)
STRIKE = (
    "Tram drivers in Port Ansel stopped work for a day. The union asks for longer breaks between shifts. "
    "The city said buses would run on the main lines."
)


def record(number: int, text: str = FLOOD, **fields: Any) -> dict[str, Any]:
    day = {"published": f"2026-11-{number:02}T08:00:00Z"} if number <= 20 else {}
    return {"id": f"a{number}", "title": f"Report {number}", "text": text} | day | fields


async def ask(app: App, text: str, **how: Any) -> Answer:
    return await app.services.questions.ask(Question(text, NOW, **how))


def ids(answer: Answer) -> list[str]:
    return [entry.article.id for entry in answer.entries]


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


async def test_pasted_link_leads_to_its_article(open_with: OpenApp) -> None:
    url = "https://courier.example/flood"
    async with open_with(record(1, url=url), record(2, STRIKE)) as app:
        match = await ask(app, "who says this? http://www.courier.example/flood?utm_source=x#top")
        assert (match.pasted, ids(match)[0]) == (PasteOutcome.FOUND, "a1")
        missing = await ask(app, "https://courier.example/other")
        assert (missing.pasted, ids(missing)) == (PasteOutcome.UNKNOWN_LINK, [])


async def test_pasted_paragraph_leads_to_its_article(open_with: OpenApp) -> None:
    async with open_with(record(1), record(2, STRIKE)) as app:
        match = await ask(app, FLOOD)
        assert (match.pasted, ids(match)[0]) == (PasteOutcome.FOUND, "a1")
        foreign = await ask(app, "union breaks " + "unrelated words that nobody has printed here " * 5)
        assert foreign.pasted in (PasteOutcome.NEAREST, PasteOutcome.NOTHING)


async def test_paragraph_of_a_long_article_leads_to_it(open_with: OpenApp) -> None:
    long = "\n\n".join([FLOOD, *(f"Street {n}{n} was dry, said keeper {n} of pump {n}." for n in range(99))])
    async with open_with(record(1, long), record(2, STRIKE)) as app:
        match = await ask(app, FLOOD)
        assert (match.pasted, ids(match)[0]) == (PasteOutcome.FOUND, "a1")


async def test_trace_says_whether_articles_have_a_message_or_part_of_it(open_with: OpenApp) -> None:
    boilerplate = "Read more about this on the pages of the regional service every morning."
    async with open_with(record(1, f"{FLOOD} {boilerplate}"), record(2, f"{STRIKE} {boilerplate}")) as app:
        whole = await ask(app, FLOOD, trace=True)
        assert (whole.pasted, ids(whole)) == (PasteOutcome.CARRIED, ["a1"])
        invented = (
            f"Nobody in this wide land has ever heard of such a thing before. Really nobody. {boilerplate}"
        )
        part = await ask(app, invented, trace=True)
        assert (part.pasted, sorted(ids(part))) == (PasteOutcome.CARRIED_IN_PART, ["a1", "a2"])
        mixed = await ask(app, f"{FLOOD} {boilerplate}", trace=True)
        assert (mixed.pasted, ids(mixed)) == (PasteOutcome.CARRIED_IN_PART, ["a1", "a2"])


async def test_articles_near_a_paragraph_are_one_per_story(open_with: OpenApp) -> None:
    copies = [record(n, f"{FLOOD} Seen by keeper number {n} of {n + 1}.") for n in range(1, 4)]
    async with open_with(*copies, record(9, STRIKE)) as app:
        retold = "river banks families school " + "unrelated words that nobody has printed here " * 5
        nearest = await ask(app, retold)
        assert nearest.pasted is PasteOutcome.NEAREST
        assert len(nearest.entries) == 1


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


async def test_context_shows_neighbours_of_each_summary_sentence(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        context = await app.services.questions.context(ArticleId("a1"), "school families", 1)
        spans = context.article.sentences
        i = context.sentence.index
        assert context.after == tuple(context.article.quote(span) for span in spans[i + 1 : i + 3])
        past_the_end = await app.services.questions.context(ArticleId("a1"), "school families", 99)
        assert past_the_end.number == past_the_end.of


async def test_card_of_a_removed_article_raises_an_error(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        with pytest.raises(ArticleNotFound):
            await app.services.questions.card(ArticleId("a9"), "")


TIDES = "ارتفع منسوب النهر في هارلو ليلة الاثنين. نقلت فرق الإنقاذ أربعين عائلة إلى مدرسة قريبة من المدينة."


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


async def test_few_articles_in_other_scripts_are_not_mentioned(open_with: OpenApp) -> None:
    latin = [record(n, f"{FLOOD} Day {n}.", language="en") for n in range(1, 21)]
    async with open_with(*latin, record(30, TIDES, language="ar")) as app:
        assert (await ask(app, "river")).other_languages == ()
        assert (await ask(app, "volcano")).other_languages == ()


async def test_long_question_is_cut_with_a_notice(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        answer = await ask(app, "river " + "x" * 10_000)
        assert Notice.CUT in answer.notices
        assert ids(answer) == ["a1"]


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


async def test_story_card_has_pages_newest_first(open_with: OpenApp) -> None:
    words = ["harbour", "crane", "fell", "quay", "noon", "crew", "rescued", "divers", "searched", "wreck"]
    copies = [
        record(n, f"{FLOOD} The {words[n]} was seen by {words[n - 1]} keepers in Harlow.")
        for n in range(1, 10)
    ]
    async with open_with(*copies) as app:
        card = await app.services.questions.story(ArticleId("a1"))
        assert (card.page, card.pages, card.older) == (1, 3, 0)
        assert card.story is not None
        assert [account.article.id for account in card.accounts] == ["a9", "a8", "a7", "a6"]
        last = await app.services.questions.story(ArticleId("a1"), 99)
        assert [account.article.id for account in last.accounts] == ["a1"]
        assert last.accounts[0].added[0].text == FLOOD.partition(". ")[0] + "."


async def test_article_without_a_story_has_a_story_card(open_with: OpenApp) -> None:
    async with open_with(record(1)) as app:
        card = await app.services.questions.story(ArticleId("a1"))
        assert (card.story, card.pages, len(card.accounts)) == (None, 1, 1)
