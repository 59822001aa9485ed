"""What each outlet of a story adds and whom it repeats, with a real index."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import Article
from bot.search.local_index import LocalIndex
from bot.search.ports import IndexChange
from bot.summaries.accounts import QUOTED, Account, accounts
from tests.factories import NOON, analyzed

FLOOD = [
    "The River Oss rose over its banks in the night to Tuesday.",
    "Four people were killed in the lower town.",
    "Engineers had opened the sluices at noon.",
]
BREAD = ["A bakery gave warm bread to everybody who came.", "The mayor thanked volunteers from the valley."]


def report(name: str, sentences: Sequence[str], *, outlet: str, hours: float | None = 0) -> Article:
    at = None if hours is None else (NOON + timedelta(hours=hours)).isoformat()
    fields = {"id": name, "source": name, "title": "Flood", "language": "en", "publisher": outlet}
    return analyzed(" ".join(sentences), published=at, **fields)


@pytest.fixture
async def index() -> AsyncIterator[LocalIndex]:
    index = LocalIndex()
    yield index
    await index.close()


async def accounts_of(index: LocalIndex, *articles: Article) -> list[Account]:
    await index.apply([IndexChange(n, article.id, article) for n, article in enumerate(articles, start=1)])
    passages = await index.passages([article.id for article in articles], None)
    return list(accounts(articles, passages, first=0, most=len(articles)))


async def test_accounts_are_newest_first_with_the_sentences_each_adds(index: LocalIndex) -> None:
    first = report("a", FLOOD, outlet="Mill Gazette")
    later = report("b", [*FLOOD[1:], BREAD[0]], outlet="River Post", hours=1)
    newest, oldest = await accounts_of(index, first, later)
    assert (newest.article.id, oldest.article.id) == ("b", "a")
    assert [sentence.text for sentence in newest.added] == [BREAD[0]]
    assert [sentence.text for sentence in oldest.added] == FLOOD
    assert newest.repeats is oldest.repeats is None


async def test_copy_repeats_the_article_that_had_most_of_it_first(index: LocalIndex) -> None:
    first = report("a", FLOOD, outlet="Mill Gazette")
    second = report("b", [BREAD[0], *FLOOD], outlet="River Post", hours=1)
    copy = report("c", [FLOOD[2], "In the lower town four people were killed.", BREAD[0]],
                 outlet="Tarn Courier", hours=2)  # fmt: skip
    newest, *_ = await accounts_of(index, first, second, copy)
    assert (newest.added, newest.more) == ((), 0)
    assert newest.repeats == first


async def test_undated_article_is_last_and_repeats_dated_ones(index: LocalIndex) -> None:
    undated = report("a", FLOOD, outlet="Mill Gazette", hours=None)
    dated = report("b", FLOOD, outlet="River Post", hours=3)
    newest, last = await accounts_of(index, undated, dated)
    assert (newest.article.id, len(newest.added)) == ("b", 3)
    assert (last.article.id, len(last.added)) == ("a", 0)
    assert last.repeats == dated


async def test_unquoted_sentences_are_counted_without_headings(index: LocalIndex) -> None:
    lines = [f"{word.title()} flooded the {word} quarter on Monday." for word in
             ("alder", "birch", "cedar", "dogwood", "elm")]  # fmt: skip
    (only,) = await accounts_of(index, report("a", [*lines, "Picture desk"], outlet="Mill Gazette"))
    assert [len(only.added), only.more] == [QUOTED, 2]


async def test_independent_sentence_is_preferred_to_a_dependent_one(
    index: LocalIndex,
) -> None:
    first = report("a", FLOOD, outlet="Mill Gazette")
    later = report("b", [*FLOOD, "He thanked the bakery for nine hundred loaves.", BREAD[1]],
                  outlet="River Post", hours=1)  # fmt: skip
    newest, _ = await accounts_of(index, first, later)
    assert [sentence.text for sentence in newest.added] == [BREAD[1]]
    assert newest.more == 1


async def test_article_that_differs_from_the_index_is_listed_without_sentences(index: LocalIndex) -> None:
    first = report("a", FLOOD, outlet="Mill Gazette")
    await index.apply([IndexChange(1, first.id, first)])
    passages = await index.passages([first.id], None)
    changed = report("a", FLOOD[:2], outlet="Mill Gazette")
    assert accounts([changed], passages, first=0, most=5) == (Account(changed),)
    assert accounts([changed], [], first=0, most=5) == (Account(changed),)


async def test_pages_divide_the_accounts(index: LocalIndex) -> None:
    articles = [report(f"a{n}", [f"Report w{n} tells of v{n} and u{n} today."], outlet=f"Outlet {n}", hours=n)
                for n in range(7)]  # fmt: skip
    whole = await accounts_of(index, *articles)
    passages = await index.passages([article.id for article in articles], None)
    parts = [accounts(articles, passages, first=at, most=3) for at in (0, 3, 6, 9)]
    assert [account for part in parts for account in part] == whole
    assert [len(part) for part in parts] == [3, 3, 1, 0]


@given(st.lists(st.lists(st.text(max_size=40), min_size=1, max_size=4), min_size=1, max_size=4))
async def test_added_sentences_are_verbatim(texts: list[list[str]]) -> None:
    index = LocalIndex()
    articles = [
        report(f"a{n}", [f"{line}." for line in lines], outlet="Mill Gazette", hours=n)
        for n, lines in enumerate(texts)
    ]
    for account in await accounts_of(index, *articles):
        assert account.repeats is None or not account.added
        assert (account.added == ()) <= (account.more == 0)
        for sentence in account.added:
            assert account.article.text[sentence.span.start : sentence.span.end] == sentence.text
    await index.close()
