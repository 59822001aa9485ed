"""Summaries of articles in a real index: what they cover, and that they are readable alone and verbatim."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import Article, Span
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange, Passages
from bot.search.query.parser import parse
from bot.summaries.credits import Credit, credit_sentences
from bot.summaries.group import summarize_articles
from bot.summaries.sentence import depends_on_previous, is_complete, quote_sentence
from bot.summaries.summarize import OVERSHOOT, choose_sentences, summarize
from tests.factories import analyzed, make_article

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
    (of_article,) = await index.passages([article.id], parse(question, now=NOW) if question else None)
    return of_article


async def test_summary_answers_the_question(index: LocalIndex) -> None:
    article = flood_report()
    summary = summarize(article, await passages(index, article, "bread bakery"), words=12)
    assert "bakery" in " ".join(sentence.text for sentence in summary)


async def test_summary_keeps_its_length_and_the_articles_order(
    index: LocalIndex,
) -> None:
    article = flood_report()
    summary = summarize(article, await passages(index, article), words=30)
    assert 2 <= len(summary) <= 5
    indexes = [sentence.index for sentence in summary]
    assert indexes == sorted(indexes)
    assert sum(len(sentence.text.split()) for sentence in summary) <= 30 + OVERSHOOT


async def test_dependent_sentence_comes_after_the_one_it_depends_on(index: LocalIndex) -> None:
    article = flood_report()
    for question in ("sluices held", "stay closed week", "bread", ""):
        places = choose_sentences(article, await passages(index, article, question), words=40, most=5)
        for place in places:
            if depends_on_previous(article.quote(article.sentences[place]), "en"):
                assert place - 1 in places


async def test_unindexed_article_is_summarized_by_its_first_sentence() -> None:
    assert [sentence.index for sentence in summarize(flood_report(), None)] == [0]


async def test_summary_of_articles_has_one_sentence_per_origin_and_no_repetition(index: LocalIndex) -> None:
    same = flood_report()
    similar = flood_report(
        "The River Oss rose over its banks in the night to Tuesday. Trains stopped.", name="b"
    )
    third = flood_report("Volunteers filled nine hundred sandbags at the school before dawn.", name="c")
    candidates = [
        (article, await passages(index, article), origin)
        for article, origin in ((same, "1"), (similar, "2"), (third, "3"))
    ]
    summary = summarize_articles(candidates)
    texts = [sentence.text for sentence in summary]
    assert len(set(texts)) == len(texts)
    assert len({sentence.article_id for sentence in summary}) == len(summary) >= 2


async def test_summary_of_articles_is_in_one_language(index: LocalIndex) -> None:
    first = flood_report()
    turkish = flood_report("Oss Nehri gece taştı ve dört kişi öldü. Köprü kapalı.", name="b", language="tr")
    candidates = [(article, await passages(index, article), article.id) for article in (first, turkish)]
    assert [sentence.article_id for sentence in summarize_articles(candidates)] == [first.id]


@pytest.mark.parametrize(
    ("language", "dependent", "independent"),
    [
        ("en", "“He said so.", "Henry said so."),
        ("en", "However, it rained.", "Howevermore is a village."),
        ("ar", "وأضاف أن الماء انحسر.", "انحسر الماء عن المدينة."),
        ("tr", "Bu karar tartışıldı.", "Bursa bugün bir karar verdi."),
    ],
)
def test_first_word_makes_a_sentence_dependent(language: str, dependent: str, independent: str) -> None:
    assert depends_on_previous(dependent, language)
    assert not depends_on_previous(independent, language)


def test_headings_and_captions_are_no_complete_sentences() -> None:
    assert is_complete("The water fell in the night.")
    assert not is_complete("Picture of the day")
    assert not is_complete("Stop.")


@given(
    st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=12),
    st.integers(1, 120),
    st.integers(1, 5),
)
def test_summary_of_any_text_is_verbatim(lines: list[str], words: int, most: int) -> None:
    article = flood_report(". ".join(lines))
    summary = summarize(article, None, words=words, most=most)
    assert len(summary) <= most
    for sentence in summary:
        assert article.text[sentence.span.start : sentence.span.end] == sentence.text


def test_quoted_sentence_leaves_out_the_mark_of_a_quotation_that_goes_on_around_it() -> None:
    article = flood_report('"The bridge is closed. Nobody may cross. We open it on Friday," Mayor Lind said.')
    quoted = [quote_sentence(article, n, Credit()) for n in range(3)]
    assert [sentence.text for sentence in quoted] == [
        "The bridge is closed.",
        "Nobody may cross.",
        'We open it on Friday," Mayor Lind said.',
    ]
    assert all(article.quote(sentence.span) == sentence.text for sentence in quoted)


def test_all_sentences_of_a_quotation_have_its_speaker() -> None:
    article = flood_report('"The bridge is closed. Nobody may cross. We open it on Friday," Mayor Lind said.')
    assert [credit.speaker for credit in credit_sentences(article)] == ["Mayor Lind"] * 3


def test_end_of_a_quotation_is_no_complete_sentence() -> None:
    assert is_complete('"The bridge is closed today.')
    assert is_complete('"It is closed," the mayor said on Monday.')
    assert not is_complete('We open it on Friday," the mayor said.')


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("“No,” she said, “we stay.", "“No,” she said, “we stay."),
        ("„Nein“ und „Ja.", "„Nein“ und „Ja."),
        ('The pipe measures 6"', 'The pipe measures 6"'),
        ("« Nous restons.", "Nous restons."),
        ("Wir bleiben.«", "Wir bleiben."),
        ("”", "”"),
    ],
)
def test_only_a_lone_mark_at_the_edge_is_cut(sentence: str, quoted: str) -> None:
    article = replace(make_article("a", sentence), text=sentence, sentences=(Span(0, len(sentence)),))
    result = quote_sentence(article, 0, Credit())
    assert result.text == quoted == article.quote(result.span)
