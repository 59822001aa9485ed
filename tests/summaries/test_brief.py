"""The brief: sentences that answer, from articles that are about the question."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.corpus.article import Article
from bot.questions.intent import wanted_answer
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange
from bot.search.query.parser import parse
from bot.summaries.brief import MAX_SENTENCES, choose_brief
from bot.summaries.candidates import Focus, Source
from tests.factories import make_article

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
FLOOD = (
    "The River Oss rose over its banks in Port Veyra. All trains to the coast stopped at noon. "
    "The town hall opened its doors. "
    "Engineers opened nine sluices to save the mill quarter. Bread was handed out at the school. "
    "The dam failed because its gates were rusted."
)


@pytest.fixture
async def index() -> AsyncIterator[LocalIndex]:
    index = LocalIndex()
    yield index
    await index.close()


async def sources(index: LocalIndex, question: str, *articles: Article) -> list[Source]:
    await index.apply([IndexChange(n, article.id, article) for n, article in enumerate(articles, 1)])
    query = parse(question, now=NOW)
    passages = await index.passages([article.id for article in articles], query)
    return [Source(a, p, str(a.id)) for a, p in zip(articles, passages, strict=True)]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how many sluices did engineers open", "nine sluices"),
        ("why did the dam in Port Veyra fail", "rusted"),
        ("when did trains stop", "noon"),
    ],
)
async def test_first_sentence_answers_wherever_it_is(index: LocalIndex, question: str, answer: str) -> None:
    article = make_article("flood", FLOOD, title="Flood in Port Veyra")
    found = await sources(index, question, article, make_article("other", "Snow fell on the hills."))
    brief = choose_brief(found[:1], Focus(question, wanted_answer(question, "en")))
    assert answer in brief[0].text
    assert len(brief) <= MAX_SENTENCES
    assert all(sentence.text in article.text for sentence in brief)


async def test_same_sentence_of_another_outlet_is_not_repeated(index: LocalIndex) -> None:
    question = "how many sluices did engineers open"
    articles = [make_article(name, FLOOD, title="Flood") for name in ("a", "b")]
    found = await sources(index, question, *articles)
    texts = [
        sentence.text for sentence in choose_brief(found, Focus(question, wanted_answer(question, "en")))
    ]
    assert len(set(texts)) == len(texts)


async def test_what_someone_said_is_quoted_from_that_speaker(index: LocalIndex) -> None:
    text = (
        'Two ministers spoke about the sluices. "The gates were old," minister Odile Farran said. '
        'Later she flew home. "We will build new gates," minister Tarek Imwas said. He gave no date.'
    )
    question = "what did Imwas say about the gates"
    found = await sources(index, question, make_article("talk", text, title="Ministers on the gates"))
    focus = Focus(question, wanted_answer(question, "en"), names=frozenset({"Imwas"}))
    assert "We will build new gates" in choose_brief(found, focus)[0].text


async def test_sentence_after_a_quoted_one_may_complete_the_answer(index: LocalIndex) -> None:
    text = (
        "The Larks met the Herons in the final. The stands were full. Tea was served. "
        "The Larks were level with the Herons at the break. Striker Mina Aldou then hit three. It rained."
    )
    question = "who scored for the Larks against the Herons"
    found = await sources(index, question, make_article("final", text, title="Larks beat Herons"))
    focus = Focus(question, wanted_answer(question, "en"), names=frozenset({"Larks", "Herons"}))
    assert any("Mina Aldou" in sentence.text for sentence in choose_brief(found, focus))


async def test_words_of_a_follow_up_outweigh_those_of_the_question_before(index: LocalIndex) -> None:
    text = (
        "The mill fire in Port Veyra destroyed the roof. The owner has no insurance. "
        "The mill fire in Port Veyra was seen from the sea. Bread was handed out."
    )
    question = "mill fire Port Veyra insurance"
    found = await sources(index, question, make_article("fire", text, title="Mill fire in Port Veyra"))
    wanted = wanted_answer("insurance", "en")
    plain, stressed = (
        choose_brief(found, Focus(question, wanted, stressed=words))[0].text
        for words in (frozenset(), frozenset({"insurance"}))
    )
    assert "insurance" not in plain
    assert "insurance" in stressed


async def test_no_sources_give_no_brief(index: LocalIndex) -> None:
    assert choose_brief([], Focus("flood", wanted_answer("flood", "en"))) == ()


async def test_newest_figure_of_a_story_comes_first(index: LocalIndex) -> None:
    texts = {
        "old": "Four people were killed in the mill fire.",
        "new": "Seven people were killed in the mill fire.",
    }
    articles = [
        make_article(
            name,
            f"{text} Bread was handed out.",
            title="Mill fire",
            published_at=NOW - timedelta(hours=hours),
        )
        for (name, text), hours in zip(texts.items(), (9, 2), strict=True)
    ]
    question = "how many people were killed in the mill fire"
    found = [replace(source, story="mill") for source in await sources(index, question, *articles)]
    brief = choose_brief(found, Focus(question, wanted_answer(question, "en")))
    assert [sentence.text for sentence in brief[:2]] == [texts["new"], texts["old"]]
    assert brief[0].published_at == NOW - timedelta(hours=2)


async def test_sentence_that_says_the_opposite_is_not_quoted(index: LocalIndex) -> None:
    text = (
        "Ruritania and Lindmar signed the river treaty on Monday. The ceremony was short. "
        "Port Veyra refused to sign the treaty. Bread was handed out at the school."
    )
    question = "which towns did not sign the river treaty"
    found = await sources(index, question, make_article("a", text, title="Treaty"))
    brief = choose_brief(found, Focus(question, wanted_answer(question, "en")))
    assert brief[0].text == "Port Veyra refused to sign the treaty."
    assert not any("Ruritania" in sentence.text for sentence in brief)


async def test_words_of_the_wanted_speaker_come_first(index: LocalIndex) -> None:
    text = (
        "\u201cThe harbour of Astley\u2019s town won\u2019t flood,\u201d said Mara Lindqvist of the harbour. "
        "Trains stopped at noon. \u201cWe need higher walls,\u201d said Corin Astley. Bread was handed out."
    )
    question = "what did Astley say about the harbour"
    found = await sources(index, question, make_article("a", text, title="Harbour"))
    names = frozenset({"Astley"})
    brief = choose_brief(found, Focus(question, wanted_answer(question, "en"), names))
    assert "higher walls" in brief[0].text
