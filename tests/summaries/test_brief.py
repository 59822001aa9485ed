"""The brief: sentences that answer, from articles that are about the question."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.corpus.article import Article
from bot.questions.intent import wanted_answer
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange
from bot.search.query.parser import parse
from bot.summaries.brief import MAX_SENTENCES, Source, choose_brief, coverage
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
    brief = choose_brief(found[:1], question, wanted_answer(question, "en"))
    assert answer in brief[0].text
    assert len(brief) <= MAX_SENTENCES
    assert all(sentence.text in article.text for sentence in brief)


async def test_same_sentence_of_another_outlet_is_not_repeated(index: LocalIndex) -> None:
    question = "how many sluices did engineers open"
    articles = [make_article(name, FLOOD, title="Flood") for name in ("a", "b")]
    found = await sources(index, question, *articles)
    texts = [sentence.text for sentence in choose_brief(found, question, wanted_answer(question, "en"))]
    assert len(set(texts)) == len(texts)


async def test_coverage_counts_words_that_come_together(index: LocalIndex) -> None:
    filler = "The market was calm on that day. " * 4
    articles = [
        make_article("together", f"Engineers opened the sluices. {filler}", title="News"),
        make_article("apart", f"Engineers met at noon. {filler}The sluices are old.", title="News"),
        make_article("title", f"They met at noon. {filler}The sluices are old.", title="Engineers"),
    ]
    found = await sources(index, "engineers sluices", *articles)
    together, apart, title = (coverage(source.passages) for source in found)
    assert together == title == 1
    assert 0 < apart < 1


async def test_no_sources_give_no_brief(index: LocalIndex) -> None:
    assert choose_brief([], "flood", wanted_answer("flood", "en")) == ()
