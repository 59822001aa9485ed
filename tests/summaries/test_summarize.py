"""Summaries of articles in a real index: what they cover, that they stand alone and are verbatim."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.article import Article
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, Passages
from bot.search.query.parser import parse
from bot.summaries.sentence import depends_on_previous, is_complete
from bot.summaries.summarize import OVERSHOOT, choose_sentences, summarize, summarize_articles
from tests.factories import analyzed

NOW = datetime(2026, 11, 20, tzinfo=UTC)
FLOOD = (
    "The River Oss rose over its banks in the night to Tuesday. Four people were killed in the lower town. "
    "However, the sluices held. Engineers had opened the sluices at noon. "
    "The harbour office closed the bridge. It will stay closed for a week. "
    "A bakery gave bread to everybody who came. The mayor thanked the bakery for the bread."
)


def flood_report(text: str = FLOOD, *, name: str = "a", language: str = "en") -> Article:
    return analyzed(text, source=name, title="Flood", language=language)


@pytest.fixture
async def index() -> AsyncIterator[LocalIndex]:
    index = LocalIndex()
    yield index
    await index.close()


async def passages(index: LocalIndex, article: Article, question: str = "") -> Passages:
    await index.apply([IndexChange(await index.applied() + 1, article.id, article)])
    (found,) = await index.passages([article.id], parse(question, now=NOW) if question else None)
    return found


async def test_a_summary_answers_the_question(index: LocalIndex) -> None:
    article = flood_report()
    told = summarize(article, await passages(index, article, "bread bakery"), words=12)
    assert "bakery" in " ".join(each.text for each in told)


async def test_without_a_question_it_keeps_to_its_words_and_the_order_of_the_article(
    index: LocalIndex,
) -> None:
    article = flood_report()
    told = summarize(article, await passages(index, article), words=30)
    assert 2 <= len(told) <= 5
    assert [each.index for each in told] == sorted(each.index for each in told)
    assert sum(len(each.text.split()) for each in told) <= 30 + OVERSHOOT


async def test_a_sentence_that_leans_on_another_comes_with_it_or_not_at_all(index: LocalIndex) -> None:
    article = flood_report()
    for question in ("sluices held", "stay closed week", "bread", ""):
        places = choose_sentences(article, await passages(index, article, question), words=40, most=5)
        for place in places:
            if depends_on_previous(article.quote(article.sentences[place]), "en"):
                assert place - 1 in places


async def test_an_article_the_index_does_not_know_is_summed_up_by_its_opening() -> None:
    assert [each.index for each in summarize(flood_report(), None)] == [0]


async def test_a_brief_takes_one_sentence_an_origin_and_none_twice(index: LocalIndex) -> None:
    same = flood_report()
    other = flood_report(
        "The River Oss rose over its banks in the night to Tuesday. Trains stopped.", name="b"
    )
    third = flood_report("Volunteers filled nine hundred sandbags at the school before dawn.", name="c")
    found = [
        (article, await passages(index, article), origin)
        for article, origin in ((same, "1"), (other, "2"), (third, "3"))
    ]
    told = summarize_articles(found)
    texts = [each.text for each in told]
    assert len(set(texts)) == len(texts)
    assert len({each.article_id for each in told}) == len(told) >= 2


async def test_a_brief_speaks_one_language(index: LocalIndex) -> None:
    first = flood_report()
    turkish = flood_report("Oss Nehri gece taştı ve dört kişi öldü. Köprü kapalı.", name="b", language="tr")
    found = [(article, await passages(index, article), article.id) for article in (first, turkish)]
    assert [each.article_id for each in summarize_articles(found)] == [first.id]


@pytest.mark.parametrize(
    ("language", "leaning", "alone"),
    [
        ("en", "“He said so.", "Henry said so."),
        ("en", "However, it rained.", "Howevermore is a village."),
        ("ar", "وأضاف أن الماء انحسر.", "انحسر الماء عن المدينة."),
        ("tr", "Bu karar tartışıldı.", "Bursa bugün bir karar verdi."),
    ],
)
def test_a_leaning_sentence_is_told_by_its_first_word(language: str, leaning: str, alone: str) -> None:
    assert depends_on_previous(leaning, language)
    assert not depends_on_previous(alone, language)


def test_headings_and_captions_are_no_whole_sentences() -> None:
    assert is_complete("The water fell in the night.")
    assert not is_complete("Picture of the day")
    assert not is_complete("Stop.")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=12),
    st.integers(1, 120),
    st.integers(1, 5),
)
def test_any_text_is_summed_up_verbatim(lines: list[str], words: int, most: int) -> None:
    article = flood_report(". ".join(lines))
    told = summarize(article, None, words=words, most=most)
    assert len(told) <= most
    for each in told:
        assert article.text[each.span.start : each.span.end] == each.text
