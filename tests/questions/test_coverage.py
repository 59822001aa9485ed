"""Which articles are about a question: its names, its other words, and words that mean the same."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.questions.coverage import Asked, Coverage, coverage
from bot.questions.intent import matter_of
from bot.questions.names import name_groups, names_in
from bot.questions.synonyms import synonyms_of
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange
from bot.search.query.parser import parse
from bot.search.words import split_words
from tests.factories import make_article

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
FILLER = "The market was calm on that day. " * 4


@pytest.fixture
async def index() -> AsyncIterator[LocalIndex]:
    index = LocalIndex()
    yield index
    await index.close()


async def covered(index: LocalIndex, question: str, *articles: tuple[str, str]) -> list[Coverage]:
    """Return how much of a question each article (title, text) covers."""
    made = [make_article(f"a{n}", text, title=title) for n, (title, text) in enumerate(articles)]
    await index.apply([IndexChange(n, article.id, article) for n, article in enumerate(made, 1)])
    query = parse(question, now=NOW, language="en")
    names = names_in(query.words, made)
    synonyms = synonyms_of(query.words, ["en"])
    passages = await index.passages([article.id for article in made], query, synonyms=synonyms)
    asked = Asked(name_groups(question, names, "en"), frozenset(split_words(matter_of(question, "en"))))
    return [coverage(passage, asked) for passage in passages]


async def test_words_count_where_they_come_together(index: LocalIndex) -> None:
    together, apart, title = await covered(
        index,
        "engineers sluices",
        ("News", f"Then engineers opened the sluices. {FILLER}"),
        ("News", f"Then engineers met at noon. {FILLER * 4}All sluices are old."),
        ("Engineers", f"They met at noon. {FILLER * 4}All sluices are old."),
    )
    assert together.share == title.share == 1
    assert 0 < apart.share < 1


async def test_short_article_is_one_place_if_it_has_all_words(index: LocalIndex) -> None:
    text = f"Then engineers met at noon. {FILLER}All sluices are old."
    dredgers = ("Harbour", f"New dredgers came by sea. {FILLER}")
    whole, _ = await covered(index, "engineers sluices", ("News", text), dredgers)
    assert whole.share == 1
    lacking, _ = await covered(index, "engineers sluices dredgers", ("News", text), dredgers)
    assert lacking.share < 1


async def test_article_that_only_mentions_a_name_is_not_about_it(index: LocalIndex) -> None:
    mention, subject, topic = await covered(
        index,
        "who robbed Imwas",
        ("Report opened", f"The report by Imwas was opened in the hall. {FILLER}"),
        ("Imwas in hospital", f"The mayor Imwas was attacked at night. {FILLER}Two shops were robbed, too."),
        ("Mayor attacked", f"Masked men robbed the mayor Imwas at night. {FILLER}"),
    )
    assert (mention.about, subject.about, topic.about) == (False, True, True)


async def test_article_without_the_name_is_not_about_it(index: LocalIndex) -> None:
    other, _ = await covered(
        index,
        "flood victims in Lindmar",
        ("Flood victims named", f"The flood victims in Port Veyra were named. {FILLER}"),
        ("Lindmar market", f"The market of Lindmar was calm. {FILLER}"),
    )
    assert other.content == 1
    assert not other.about


async def test_short_question_needs_the_noun_that_it_asks_for(index: LocalIndex) -> None:
    mention, answer = await covered(
        index,
        "what is the anthem of Ruritania",
        ("Mill closed", f"The mill in western Ruritania was closed. {FILLER}"),
        ("Ruritania sings", f"Ruritania has a new anthem since noon. {FILLER}"),
    )
    assert (mention.about, answer.about) == (False, True)


async def test_question_with_two_names_needs_both(index: LocalIndex) -> None:
    one, both = await covered(
        index,
        "how many goals did Velk score against Lindmar",
        ("Velk wins", f"Then Velk scored two goals for the harbour team. {FILLER}"),
        ("Cup", f"Then Velk scored two goals against Lindmar. {FILLER}The team of Lindmar left."),
    )
    assert (one.about, both.about) == (False, True)


async def test_synonym_covers_a_word_that_no_article_has(index: LocalIndex) -> None:
    (article,) = await covered(index, "sailors died", ("News", f"Three sailors were killed. {FILLER}"))
    assert article.share == 1


@pytest.mark.parametrize(
    ("words", "text", "names"),
    [
        (("flood", "veyra"), "The flood reached Port Veyra. People of Port Veyra left.", {"veyra"}),
        (("may", "resign"), "He may resign. She may not.", set()),
        (("will",), "Everyone likes Will Arden. Then Will left.", {"will"}),
        (("flood",), "Floods are rare here. Floods in the valley are not.", set()),
        (("rivers",), "", set()),
    ],
)
def test_names_are_words_that_articles_write_with_a_capital(
    words: tuple[str, ...], text: str, names: set[str]
) -> None:
    assert names_in(words, [make_article("x", text)] if text else []) == names


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("US", "Troops used by the US left the US base. Users of the US port stayed."),
        ("May", "Then May spoke, and maybe May knew. Mayors met May."),
    ],
)
def test_short_name_is_not_found_inside_other_words(word: str, text: str) -> None:
    assert names_in([word], [make_article("x", text)]) == {word}


def test_article_about_a_name_must_mention_the_matter(index: LocalIndex) -> None:
    assert not Coverage(share=0.8, names=1.0, content=0.0, subject=True, mentioned=0.0).about
    assert Coverage(share=0.8, names=1.0, content=0.0, subject=True, mentioned=0.5).about


def test_arabic_word_stands_for_itself_with_a_letter_before_it() -> None:
    synonyms = synonyms_of(["تكلفة", "بحفاوة"], ["ar"])
    assert "بتكلفة" in synonyms["تكلفة"]
    assert "حفاوة" in synonyms["بحفاوة"]
    assert not synonyms_of(["sluice"], ["ar"])
